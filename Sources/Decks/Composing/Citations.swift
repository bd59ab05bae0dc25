/// Pandoc's citations, `[@knuth84; see @doe99, p. 3]`: without a bibliography they are shown by their
/// keys.

import Markup

extension [Inline] {
  /// Whether these words, which stood in brackets, cite something.
  var isCitation: Bool {
    contains { inline in
      if case .text(let text) = inline.kind { text.withoutCitationMarks != text } else { false }
    }
  }

  /// The same in brackets, the keys without their marks.
  func cited(at offset: Int) -> [Inline] {
    let words = map { inline -> Inline in
      guard case .text(let text) = inline.kind else { return inline }
      return Inline(.text(text.withoutCitationMarks), at: inline.offset)
    }
    return [Inline(.text("["), at: offset)] + words + [Inline(.text("]"), at: offset)]
  }
}

extension String {
  /// `@key` and `-@key` as `key`, where they begin a word.
  fileprivate var withoutCitationMarks: String {
    guard contains("@") else { return self }
    return split(separator: " ", omittingEmptySubsequences: false).map { word in
      let key =
        word.hasPrefix("-@") ? word.dropFirst(2) : word.hasPrefix("@") ? word.dropFirst() : ""
      let isKey = key.first.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
      return isKey ? key : word
    }.joined(separator: " ")
  }
}
