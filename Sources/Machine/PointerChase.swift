/// Loads that wait for one another: each tells where the next is, all over a memory no cache can hold.

/// 64 MiB, one word used of each 64-byte line; the words make one ring in random order (Sattolo's).
package final class ChaseMemory: @unchecked Sendable {
  package static let bytes = 64 << 20
  private static let wordsPerLine = 16
  fileprivate let words: UnsafeMutablePointer<UInt32>
  fileprivate let lines: Int

  /// What fits the first cache of any core, to compare with.
  package static let fewBytes = 16 << 10

  /// Making one of 64 MiB takes some 50 ms; nil where somebody has had enough of that.
  package init?(bytes: Int = ChaseMemory.bytes, until isCancelled: () -> Bool = { false }) {
    lines = bytes / 64
    words = .allocate(capacity: bytes / 4)
    words.initialize(repeating: 0, count: bytes / 4)
    var order = (0..<UInt32(lines)).map { $0 }
    var dice = WorkUnit()
    for place in stride(from: lines - 1, to: 0, by: -1) {
      if place & 0xFFFF == 0, isCancelled() { return nil }
      dice.run(steps: 1)
      order.swapAt(place, Int(dice.sum % UInt64(place)))
    }
    for place in 0..<lines {
      if place & 0xFFFF == 0, isCancelled() { return nil }
      let next = order[place + 1 < lines ? place + 1 : 0]
      words[Int(order[place]) * Self.wordsPerLine] = next * UInt32(Self.wordsPerLine)
    }
  }

  deinit { words.deallocate() }
}

/// A walk through the ring; one for each thread.
package final class PointerChase: @unchecked Sendable {
  private let memory: ChaseMemory
  private var place: UInt32

  package init(_ memory: ChaseMemory, seed: Int) {
    self.memory = memory
    place = UInt32(seed * 7919 % memory.lines) * 16
  }

  @inline(never)
  package func run(loads: Int) {
    var place = place
    let words = memory.words
    var left = loads
    while left > 0 {
      place = words[Int(place)]
      left &-= 1
    }
    self.place = place
  }
}
