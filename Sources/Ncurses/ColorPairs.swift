/// The numbers that colours side by side have with curses: from 1, in the order of their coming.

struct ColorPairs {
  struct Pair: Hashable {
    var foreground: Int32
    var background: Int32
  }

  /// A slide of words has few: they are found by looking, which needs no table at the start.
  private var few: [Pair] = []
  /// Those of pictures.
  private var many: [Pair: Int32] = [:]
  private static let mostFew = 32

  var count: Int { few.count + many.count }

  func number(of pair: Pair) -> Int32? {
    for (index, known) in few.enumerated() where known == pair { return Int32(index + 1) }
    return many.isEmpty ? nil : many[pair]
  }

  /// The number the next pair has.
  var next: Int32 { Int32(count + 1) }

  mutating func append(_ pair: Pair) {
    if few.count < Self.mostFew { few.append(pair) } else { many[pair] = next }
  }

  mutating func removeAll() {
    few.removeAll(keepingCapacity: true)
    many.removeAll(keepingCapacity: true)
  }
}
