/// Super- and subscripts as Pandoc and presenterm write them: `x^2^`, `H~2~O`.

import Markup

extension DeckText {
  /// Whether `^` and `~` mean that here.
  var hasScriptMarks: Bool { [.presenterm, .pandoc, .patat].contains(dialect) }

  /// A text with raised words in it as several inlines.
  func withScripts(_ inline: Inline) -> [Inline] {
    guard hasScriptMarks, !inline.isLiteral, case .text(let text) = inline.kind,
      text.utf8.contains(UInt8(ascii: "^"))
    else { return [inline] }
    var found: [Inline] = []
    var (rest, words) = (text[...], "")
    while let open = rest.firstIndex(of: "^"),
      let close = rest[rest.index(after: open)...].firstIndex(of: "^")
    {
      let word = rest[rest.index(after: open)..<close]
      guard !word.isEmpty, !word.contains(where: \.isWhitespace) else {
        // This one raises nothing, the next one may.
        words += rest[..<close]
        rest = rest[close...]
        continue
      }
      found.append(Inline(.text(words + rest[..<open]), at: inline.offset))
      words = ""
      let raised = Inline(.text(String(word)), at: inline.offset)
      found.append(Inline(.styled(.superscript, [raised]), at: inline.offset))
      rest = rest[rest.index(after: close)...]
    }
    guard !found.isEmpty else { return [inline] }
    return (found + [Inline(.text(words + rest), at: inline.offset)]).filter {
      $0.kind != .text("")
    }
  }

  /// One tilde lowers, two strike; the parser does not tell them apart.
  func isSubscript(_ struck: [Inline]) -> Bool {
    guard hasScriptMarks, dialect != .presenterm, let place = struck.first?.offset, place > 1 else {
      return false
    }
    let tilde = UInt8(ascii: "~")
    return lines.bytes[place - 1] == tilde && lines.bytes[place - 2] != tilde
  }
}
