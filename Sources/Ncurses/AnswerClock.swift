/// How long the rest of an answer, or of a key, is waited for. Times are in nanoseconds (CLOCK_MONOTONIC).

package struct AnswerClock {
  private var since: UInt64 = 0
  private var last: UInt64 = 0

  /// From an answer's Esc to its end; of what is pasted or very long between its pieces.
  private static let longest: UInt64 = 1_000_000_000
  /// No hand is faster: this is a terminal that goes on.
  private static let burst: UInt64 = 5_000_000

  package init() {}

  /// Something was held back.
  package mutating func held(at now: UInt64) { (since, last) = (now, now) }

  /// A sign of an answer came.
  package mutating func swallowed(at now: UInt64, isPaste: Bool) {
    if isPaste || now < last + Self.burst { since = now }
    last = now
  }

  /// The end does not come: what follows are keys.
  package func isOverdue(at now: UInt64) -> Bool { now > since + Self.longest }

  /// An Esc alone is one soon, as nobody waits for it; further characters were no keys of a hand.
  package func end(ofHeld count: Int) -> UInt64? {
    switch count {
    case 0: nil
    case 1: since + 20_000_000
    default: since + 250_000_000
    }
  }
}
