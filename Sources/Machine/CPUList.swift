/// Sets of CPU numbers as the kernel prints them: "0-3,8,10-11", or a mask in hexadecimal.

/// A set of CPU numbers, never empty; as ranges, so that a big machine costs no more than a small.
struct CPUList: Equatable, Sendable {
  /// CPU numbers are below this, the most that a kernel is built for.
  static let limit = 8192

  /// Sorted, with a gap between any two.
  private(set) var ranges: [ClosedRange<Int>]

  /// Joins ranges in any order; `nil` if there are none.
  init?(_ ranges: [ClosedRange<Int>]) {
    guard !ranges.isEmpty else { return nil }
    self.ranges = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = self.ranges.last, range.lowerBound <= last.upperBound + 1 {
        self.ranges.removeLast()
        self.ranges.append(last.lowerBound...max(last.upperBound, range.upperBound))
      } else {
        self.ranges.append(range)
      }
    }
  }

  /// Reads numbers and ranges between commas; `nil` if anything in it is not such, or nothing is.
  init?(list text: some StringProtocol) {
    var ranges: [ClosedRange<Int>] = []
    for item in text.trimmed.split(separator: ",", omittingEmptySubsequences: false) {
      guard let range = Self.range(item) else { return nil }
      ranges.append(range)
    }
    self.init(ranges)
  }

  /// Reads words of 32 bits in hexadecimal between commas, the highest first.
  init?(mask text: some StringProtocol) {
    let words = text.trimmed.split(separator: ",", omittingEmptySubsequences: false)
    guard words.count <= Self.limit / 32 else { return nil }
    var ranges: [ClosedRange<Int>] = []
    for (place, word) in words.reversed().enumerated() {
      guard let bits = UInt32(word, radix: 16) else { return nil }
      for bit in 0..<32 where bits >> bit & 1 == 1 {
        ranges.append(place * 32 + bit...place * 32 + bit)
      }
    }
    self.init(ranges)
  }

  private static func range(_ item: some StringProtocol) -> ClosedRange<Int>? {
    let ends = item.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = ends.first.flatMap({ number($0) }) else { return nil }
    guard let last = ends.count > 1 ? number(ends[1]) : first, first <= last else { return nil }
    return first...last
  }

  private static func number(_ text: some StringProtocol) -> Int? {
    Int(text).flatMap { (0..<limit).contains($0) ? $0 : nil }
  }

  var first: Int { ranges[0].lowerBound }

  func contains(_ cpu: Int) -> Bool { ranges.contains { $0.contains(cpu) } }

  var numbers: [Int] { ranges.flatMap(Array.init) }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: SubSequence {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return self[endIndex...] }
    return self[...last].drop(while: \.isWhitespace)
  }

  /// The lines of the text, cut at line feeds only.
  var lines: [Substring] { Substring(self).utf8.split(separator: 0x0A).map { Substring($0) } }
}
