/// How often frames are drawn: thirty times a second, five where the link is slow, never at rest.

import Staging
import Testing

@Suite struct `The pace of frames` {
  private static let quick: UInt64 = 1_000_000
  private static let slow: UInt64 = 80_000_000

  private func frame(_ pace: inout FramePace) -> Duration { pace.patience(isMoving: true) }

  @Test func `what moves is drawn thirty times a second`() {
    var pace = FramePace()
    #expect(frame(&pace) <= .milliseconds(34))
    #expect(!pace.isSlow)
  }

  @Test func `one frame that the link held up makes it five a second, until it keeps up again`() {
    var pace = FramePace()
    pace.wrote(in: Self.slow)
    #expect(pace.isSlow)
    #expect(frame(&pace) > .milliseconds(150))
    for _ in 0..<24 { pace.wrote(in: Self.quick) }
    #expect(pace.isSlow)
    pace.wrote(in: Self.quick)
    #expect(!pace.isSlow)
  }

  @Test func `with reduced motion a demo is seen twice a second, a key at once`() {
    var pace = FramePace(reducesMotion: true)
    let shown = [(1000, false), (1033, false), (1100, true), (1500, false), (1601, false)].map {
      milliseconds, isAsked in
      pace.isDue(isAsked: isAsked, at: UInt64(milliseconds) * 1_000_000)
    }
    #expect(shown == [true, false, true, false, true])
    #expect(frame(&pace) <= .milliseconds(34), "it is looked at as often as ever")
    var quick = FramePace()
    #expect(quick.isDue(isAsked: false, at: 0) && quick.isDue(isAsked: false, at: 1))
  }

  @Test func `at rest nothing wakes up but the turn of the minute`() {
    var pace = FramePace()
    #expect(pace.patience(isMoving: false) <= .seconds(60))
  }
}
