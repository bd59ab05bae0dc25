/// Which form of a word goes with a number: the rules of a language as CLDR writes them.

/// `one: n = 1; few: n % 10 = 2..4 and n % 100 != 12..14; other:` — the first that holds is taken.
package struct PluralRules: Sendable {
  private typealias Relation = (modulus: Int?, isEqual: Bool, ranges: [ClosedRange<Int>])
  /// Any of them, each of relations that all hold.
  private typealias Rule = [[Relation]]

  package let names: [String]
  private let rules: [Rule]

  package init(_ text: String) {
    let parts = text.split(separator: ";").map { part in
      part.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    }
    names = parts.map { Self.trimmed($0[0]) }
    rules = parts.map { $0.count > 1 ? Self.rule($0[1]) : [] }
  }

  /// The place of the category in their order; the last is for all that no rule fits.
  package func category(of number: Int) -> Int {
    let value = Int(number.magnitude)
    let place = rules.firstIndex { rule in
      rule.contains { $0.allSatisfy { Self.holds($0, for: value) } }
    }
    return place ?? max(0, rules.count - 1)
  }

  private static func holds(_ relation: Relation, for value: Int) -> Bool {
    let operand = relation.modulus.map { value % $0 } ?? value
    return relation.ranges.contains { $0.contains(operand) } == relation.isEqual
  }

  // MARK: Reading

  private static func rule(_ text: Substring) -> Rule {
    words(text).split(separator: "or").map { all in
      all.split(separator: "and").compactMap { relation(Array($0)) }
    }
  }

  /// `n % 10 = 2..4,6`: whole numbers only, so the operands of fractions (v, w, f, t) are nought.
  private static func relation(_ words: [Substring]) -> Relation? {
    guard let sign = words.firstIndex(where: { $0 == "=" || $0 == "!=" }), sign + 1 < words.count
    else { return nil }
    let isWhole = words[0] == "n" || words[0] == "i"
    let modulus = isWhole ? (sign == 3 ? Int(words[2]) : nil) : 1
    let ranges = words[(sign + 1)...].joined().split(separator: ",").compactMap(range)
    return (modulus, words[sign] == "=", ranges)
  }

  private static func range(_ text: Substring) -> ClosedRange<Int>? {
    let ends = text.split(separator: ".").compactMap { Int($0) }
    guard let low = ends.first, let high = ends.last, low <= high else { return nil }
    return low...high
  }

  private static func words(_ text: Substring) -> [Substring] { text.split(separator: " ") }

  private static func trimmed(_ text: Substring) -> String { words(text).joined(separator: " ") }
}
