/// How long to wait for what is due at a time of the clock that only goes on.

package enum Patience {
  /// What is left until then, none if it is past. The time is asked for once by who calls: between
  /// two looks at the clock it may have passed, and a difference below zero is no unsigned number.
  package static func until(_ due: UInt64, at now: UInt64) -> Duration {
    due > now ? .nanoseconds(Int64(clamping: due - now)) : .zero
  }

  /// For `poll`: rounded up, so that the time is over when it says so; -1 for ever.
  package static func milliseconds(_ patience: Duration?) -> Int32 {
    guard let patience else { return -1 }
    let (seconds, attoseconds) = patience.components
    return Int32(
      clamping: seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
