/// A word that threads wait on, never without a deadline.

import CMachine

/// A 32-bit value with waiting (futex(2)); every wait ends after 50 ms at the latest, so that
/// whoever waits can look whether it should stop.
package final class Signal: @unchecked Sendable {
  private let word: UnsafeMutablePointer<UInt32>
  package static let longestWait: Int64 = 50_000_000

  package init(_ value: UInt32 = 0) {
    word = .allocate(capacity: 1)
    word.initialize(to: value)
  }

  deinit { word.deallocate() }

  package var value: UInt32 { machine_word_load(word) }

  /// Sets the value and wakes everybody who waits for another.
  package func set(_ value: UInt32) {
    machine_word_store(word, value)
    machine_word_wake(word)
  }

  /// Waits while the value is this one, at most 50 ms.
  package func wait(while value: UInt32) {
    machine_word_wait(word, value, Self.longestWait)
  }
}
