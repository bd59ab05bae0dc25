/// Pandoc's `smart`, which its Markdown has unless told otherwise: dashes, dots and quotation marks as
/// they are printed for what a typewriter has.

import Markup

extension String {
  /// The sign before the text tells whether a quotation begins with it.
  func smart(after before: Character?) -> String {
    guard utf8.contains(where: { "-.\"'".utf8.contains($0) }) else { return self }
    var text = ""
    var rest = self[...]
    while let sign = rest.first {
      let last = text.last ?? before
      if let (long, short) = Self.smartMarks.first(where: { rest.hasPrefix($0.0) }) {
        text += short
        rest = rest.dropFirst(long.count)
        continue
      }
      rest = rest.dropFirst()
      switch sign {
      case "\"": text += Self.opens(after: last, before: rest.first) ? "“" : "”"
      case "'" where Self.opens(after: last, before: rest.first) && rest.endsQuotation: text += "‘"
      case "'"
      where last.map { $0.isLetter || $0.isNumber || ".,!?…".contains($0) } == true:
        text += "’"
      default: text.append(sign)
      }
    }
    return text
  }

  private static let smartMarks = [("---", "—"), ("--", "–"), ("...", "…")]

  private static func opens(after last: Character?, before next: Character?) -> Bool {
    // What ends the text may stand before marked words.
    if next?.isWhitespace == true { return false }
    guard let last else { return true }
    return last.isWhitespace || "([{«—–-/“".contains(last)
  }
}

extension Substring {
  /// Whether a quotation that begins before it ends in it.
  fileprivate var endsQuotation: Bool {
    var rest = self
    while let end = rest.firstIndex(of: "'") {
      let next = rest[rest.index(after: end)...]
      if end > startIndex, next.first.map({ !$0.isLetter && !$0.isNumber }) ?? true { return true }
      rest = next
    }
    return false
  }
}

extension DeckText {
  /// A text as Pandoc prints it, behind what stands before it.
  func withSmartMarks(_ inline: Inline, after before: Inline?) -> Inline {
    guard isSmart, !inline.isLiteral, case .text(let text) = inline.kind else {
      return inline
    }
    var inline = inline
    // What a formula is called is no text.
    if case .math(_, isDisplay: true) = before?.kind, text.trimmedBlanks.isAttributes {
      inline.kind = .text("")
      return inline
    }
    // Attributes are quoted as in HTML.
    let words = text.prefix { $0 != "{" }
    inline.kind = .text(
      String(words).smart(after: before?.plainText.last) + text[words.endIndex...])
    return inline
  }
}

extension Dialect {
  var isSmart: Bool { self == .pandoc }
}
