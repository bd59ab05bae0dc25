/// The work that tasks do: steps of a generator whose result is kept, so that none can be left out.

/// xorshift64 (Marsaglia, 2003): registers only, the same sum for the same number of steps.
package struct WorkUnit: Sendable {
  package private(set) var sum: UInt64

  package init(seed: UInt64 = 88_172_645_463_325_252) { sum = seed }

  /// Takes something else into the sum.
  package mutating func mix(_ value: UInt64) { sum = (sum ^ value) | 1 }

  @inline(never)
  package mutating func run(steps: Int) {
    var x = sum
    var left = steps
    while left > 0 {
      x ^= x &<< 13
      x ^= x &>> 7
      x ^= x &<< 17
      left &-= 1
    }
    sum = x
  }
}

/// A buffer that a task walks through besides, so that a switch costs it its cache.
package final class CacheWalk: @unchecked Sendable {
  private let words: UnsafeMutablePointer<UInt64>
  private let count: Int
  private var place = 0

  /// The size in bytes; the second-level cache's is the interesting one.
  package init(bytes: Int) {
    count = max(64, bytes / 8)
    words = .allocate(capacity: count)
    words.initialize(repeating: 1, count: count)
  }

  deinit { words.deallocate() }

  /// Touches one word in each of so many cache lines (64 bytes).
  package func step(lines: Int) -> UInt64 {
    var sum: UInt64 = 0
    for _ in 0..<lines {
      words[place] &+= 1
      sum &+= words[place]
      place += 8
      if place >= count { place = 0 }
    }
    return sum
  }
}
