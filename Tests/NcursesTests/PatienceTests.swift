/// Waiting for a time that may have passed while one looked at the clock.

import Ncurses
import Testing

@Suite struct `How long is waited` {
  @Test(
    arguments: [
      (20, 0, 20), (20, 19, 1), (20, 20, 0), (20, 21, 0), (0, UInt64.max, 0),
      (UInt64.max, 0, UInt64(Int64.max)),
    ] as [(UInt64, UInt64, UInt64)])
  func `what is past is waited for no longer`(due: UInt64, now: UInt64, left: UInt64) {
    #expect(Patience.until(due, at: now) == .nanoseconds(Int64(left)))
  }

  @Test func `milliseconds are rounded up and end where poll's numbers do`() {
    #expect(Patience.milliseconds(nil) == -1)
    #expect(Patience.milliseconds(.zero) == 0)
    #expect(Patience.milliseconds(.nanoseconds(1)) == 1)
    #expect(Patience.milliseconds(.seconds(1_000_000_000)) == Int32.max)
  }
}
