/// Output with the time of its arrival, for measuring.

import Glibc

/// What one read from the terminal brought, and when it returned.
package struct TimedRead: Sendable {
  package let time: ContinuousClock.Instant
  package let bytes: [UInt8]
}

extension PseudoTerminal {
  /// Collects output without looking at it, so that the emulator's work delays no time stamp.
  ///
  /// Ends when nothing came for `pause` after the first read, at the limit, or when the program
  /// ends. `show` puts what came on the screen.
  package func record(
    until limit: ContinuousClock.Instant, orPause pause: Duration? = nil
  ) -> [TimedRead] {
    var reads: [TimedRead] = []
    while true {
      takeNews()
      while let bytes = readOnce() { reads.append(TimedRead(time: .now, bytes: Array(bytes))) }
      var end = limit
      if let pause, let last = reads.last { end = min(end, last.time + pause) }
      let rest = end - ContinuousClock.now
      if rest <= .zero || state.end != nil { return reads }
      Descriptor.awaitInput(on: [ends.master, watch.bell], for: rest)
    }
  }

  /// Puts recorded output on the screen, and answers its questions.
  package func show(_ read: TimedRead) {
    read.bytes.withUnsafeBytes(emulator.feed)
    reply()
  }
}
