/// The log of a heat's last additions, and the search for a lost one in it.

import Machine

/// An addition: what was read and when, and when one more was written (CLOCK_MONOTONIC).
package struct CountOperation: Equatable, Sendable {
  package var value: UInt64
  package var read: UInt64
  package var written: UInt64

  package init(value: UInt64, read: UInt64, written: UInt64) {
    self.value = value
    self.read = read
    self.written = written
  }
}

/// Two threads that read the same value and both wrote one more: one of the two additions is gone.
package struct CaughtLoss: Equatable, Sendable {
  package struct Side: Equatable, Sendable {
    package var thread: Int
    /// Nanoseconds since the first of the two readings.
    package var read: Int
    package var written: Int

    package init(thread: Int, read: Int, written: Int) {
      self.thread = thread
      self.read = read
      self.written = written
    }
  }

  package var value: UInt64
  /// In the order of their writing.
  package var sides: [Side]

  package init(value: UInt64, sides: [Side]) {
    self.value = value
    self.sides = sides
  }

  /// Whether it is a loss: both had read before either had written.
  package var isReal: Bool {
    guard sides.count == 2 else { return false }
    let firstWrite = sides.map(\.written).min() ?? 0
    return sides.allSatisfy { $0.read <= firstWrite && $0.written >= $0.read }
  }

  /// Of all that are in the logs of two threads, the one that can be read best: its four moments as
  /// evenly apart as can be, and all within so many nanoseconds.
  package static func search(_ logs: [[CountOperation]], within window: UInt64) -> CaughtLoss? {
    guard logs.count >= 2 else { return nil }
    var known: [UInt64: Int] = [:]
    for (index, operation) in logs[0].enumerated() { known[operation.value] = index }
    var best: (loss: CaughtLoss, gap: Int)?
    for operation in logs[1] {
      guard let index = known[operation.value],
        let loss = loss(logs[0][index], operation, within: window), loss.isReal
      else { continue }
      let moments = loss.sides.flatMap { [$0.read, $0.written] }.sorted()
      let least = zip(moments.dropFirst(), moments).map { $0 - $1 }.min() ?? 0
      let gap = least * 1000 / max(1, moments.last ?? 1)
      if gap > best?.gap ?? -1 { best = (loss, gap) }
    }
    return best?.loss
  }

  private static func loss(
    _ one: CountOperation, _ other: CountOperation, within window: UInt64
  ) -> CaughtLoss? {
    let first = min(one.read, other.read)
    guard max(one.written, other.written) - first < window else { return nil }
    let side = { (thread: Int, operation: CountOperation) in
      Side(
        thread: thread, read: Int(operation.read - first), written: Int(operation.written - first))
    }
    let sides = [side(0, one), side(1, other)].sorted { $0.written < $1.written }
    return CaughtLoss(value: one.value, sides: sides)
  }
}
