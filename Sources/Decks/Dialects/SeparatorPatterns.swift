/// reveal-md's separators, which are patterns: lines of a kind, or nothing but blank ones.

import Markup

extension SplittingRules {
  /// Two dashes are what most decks have between a slide and the one below it.
  mutating func separate(by options: [String: YAML]) {
    let asked = ["separator", "verticalSeparator"].compactMap { options[$0]?.text }
    texts = Set(asked.map(\.withoutPattern) + ["--"]).subtracting([""])
    ends = options["separator"] == nil ? .exactRules : []
    blankLines = asked.compactMap(\.blankLineCount).min()
  }
}

extension String {
  /// How many blank lines a pattern like `^\n\n\n` asks for; nil where it asks for words, too.
  fileprivate var blankLineCount: Int? {
    guard withoutPattern.isEmpty else { return nil }
    let pattern = replacing("\\n", with: "\n")
    let ends = pattern.count { $0 == "\n" || $0 == "\r\n" }
    // Without its beginning, the end of the line before counts.
    let count = pattern.hasPrefix("^") ? ends : ends - 1
    return count > 0 ? count : nil
  }

  private func replacing(_ sign: String, with other: String) -> String {
    split(separator: sign, omittingEmptySubsequences: false).joined(separator: other)
  }

  /// What is left of a pattern is what the line says.
  var withoutPattern: String {
    var text = self
    for sign in [
      "\\r?", "\\n", "\\r", "\n", "\r", "[ \\t]*", "\\s*", "\\s+", "\\s?", "^", "$", "?",
    ] {
      text = text.split(separator: sign, omittingEmptySubsequences: false).joined()
    }
    return text.trimmedBlanks
  }
}

extension DeckText {
  /// Whether so many blank lines follow a block.
  func hasGap(of count: Int, after block: Block?) -> Bool {
    guard let block else { return false }
    var number = lines.line(at: max(block.range.lowerBound, block.range.upperBound - 1)) + 1
    // What closes a fence is no part of its code.
    if number < lines.count, lines.text(ofLine: number).isFence { number += 1 }
    let first = number
    while number < lines.count, lines.text(ofLine: number).allSatisfy(\.isWhitespace) {
      number += 1
    }
    return number - first >= count
  }
}

extension String {
  fileprivate var isFence: Bool {
    let text = drop { $0 == " " || $0 == ">" }
    return text.hasPrefix("```") || text.hasPrefix("~~~")
  }
}
