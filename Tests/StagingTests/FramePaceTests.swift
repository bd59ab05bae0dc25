/// How often frames are drawn: thirty times a second, five where the link is slow, never at rest.

import Staging
import Testing

@Suite struct `The pace of frames` {
  private static let quick: UInt64 = 1_000_000
  private static let slow: UInt64 = 80_000_000

  /// How long it waits at such a moment, in whole milliseconds.
  private func wait(_ pace: inout FramePace, at milliseconds: UInt64) -> Int {
    Int(pace.patience(at: milliseconds * 1_000_000) / .milliseconds(1))
  }

  @Test func `what moves is drawn thirty times a second, and keeps its rhythm`() {
    var pace = FramePace()
    #expect(wait(&pace, at: 1000) == 33)
    // Drawing took 20 ms of them.
    #expect(wait(&pace, at: 1053) == 13)
    // Somebody pressed a key: the frame that was waited for is still due.
    pace.wasInterrupted()
    #expect(wait(&pace, at: 1056) == 10)
    // One came late: the rhythm begins anew.
    #expect(wait(&pace, at: 1300) == 33)
    #expect(!pace.isSlow)
  }

  @Test func `one frame that the link held up makes it five a second, until it keeps up again`() {
    var pace = FramePace()
    pace.wrote(in: Self.slow)
    #expect(pace.isSlow)
    #expect(wait(&pace, at: 1000) == 200)
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
    #expect(wait(&pace, at: 1700) == 33, "it is looked at as often as ever")
    var quick = FramePace()
    #expect(quick.isDue(isAsked: false, at: 0) && quick.isDue(isAsked: false, at: 1))
  }

  @Test func `at rest nothing wakes up but the turn of the minute`() {
    #expect(WallClock.untilNextMinute(seconds: 120, nanoseconds: 0) == .seconds(60))
    #expect(
      WallClock.untilNextMinute(seconds: 179, nanoseconds: 400_000_000) == .milliseconds(600))
  }
}
