/// What a terminal says may take long; what a hand types is waited for no longer than a second.

import Ncurses
import Testing

@Suite("How long an answer is waited for")
struct AnswerClockTests {
  private let millisecond: UInt64 = 1_000_000

  /// When the clock is overdue, in milliseconds, where a sign comes every so many microseconds.
  private func overdue(every microseconds: UInt64, isPaste: Bool = false) -> UInt64? {
    var clock = AnswerClock()
    clock.held(at: 0)
    for sign in 1...10_000 as ClosedRange<UInt64> {
      let now = sign * microseconds * 1000
      if clock.isOverdue(at: now) { return now / millisecond }
      clock.swallowed(at: now, isPaste: isPaste)
    }
    return nil
  }

  @Test("a string of the terminal's has no end as long as it goes on")
  func longString() { #expect(overdue(every: 3000) == nil) }

  @Test("a hand that goes on typing is heard after a second")
  func hand() {
    #expect(overdue(every: 100_000) == 1100)
    #expect(overdue(every: 25_000) == 1025)
  }

  @Test("what is pasted may come as slowly as it likes, but not stop")
  func paste() {
    #expect(overdue(every: 900_000, isPaste: true) == nil)
    #expect(overdue(every: 1_100_000, isPaste: true) == 1100)
  }

  @Test("an Esc alone is one soon")
  func escape() {
    var clock = AnswerClock()
    clock.held(at: 5)
    #expect((0...2).map(clock.end) == [nil, 5 + 20 * millisecond, 5 + 250 * millisecond])
  }
}
