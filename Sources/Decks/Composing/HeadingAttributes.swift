/// What stands at the end of a heading in braces: Pandoc's classes, names and values.

import Markup

extension [Inline] {
  /// Without the blanks that an order before or behind the words leaves.
  var withoutOuterBlanks: [Inline] {
    var inlines = self
    if case .text(let text)? = inlines.first?.kind, text.first == " " {
      inlines[0].kind = .text(String(text.drop { $0 == " " }))
    }
    if let last = inlines.indices.last, case .text(let text) = inlines[last].kind, text.last == " "
    {
      inlines[last].kind = .text(text.trimmedEnd)
    }
    return inlines.filter { $0.kind != .text("") }
  }

  /// `{#name}` at the end of a heading.
  var anchor: String? {
    guard case .text(let text)? = last?.kind, text.hasSuffix("}"),
      let mark = text.lastIndex(of: "#"), mark > text.startIndex,
      text[text.index(before: mark)] == "{" || text[text.index(before: mark)] == " "
    else { return nil }
    let name = text[text.index(after: mark)...].prefix { $0 != " " && $0 != "}" }
    return name.isEmpty ? nil : String(name)
  }

  var isHiddenByAttributes: Bool {
    guard case .text(let text)? = last?.kind, text.hasSuffix("}") else { return false }
    return ["visibility=\"hidden\"", "visibility=hidden"].contains { text.holds($0) }
      && self.withoutAttributes != self
  }

  /// Without Pandoc's `{.unnumbered #id}` at the end of a heading.
  var withoutAttributes: [Inline] {
    guard let last, case .text(let text) = last.kind, text.hasSuffix("}"),
      let open = text.lastIndex(of: "{"),
      text[open...].isAttributes
    else { return self }
    let kept = text[..<open].trimmedBlanks
    return dropLast() + (kept.isEmpty ? [] : [Inline(.text(kept), at: last.offset)])
  }
}

extension StringProtocol {
  /// `{.class #id key=value}`, `{-}`: Pandoc's attributes, and not just anything in braces.
  var isAttributes: Bool {
    guard hasPrefix("{"), hasSuffix("}") else { return false }
    var isQuoted = false
    // Blanks between quotation marks part nothing.
    let words = dropFirst().dropLast().split { character in
      if character == "\"" { isQuoted.toggle() }
      return character == " " && !isQuoted
    }
    return !words.isEmpty && !isQuoted
      && words.allSatisfy { word in
        guard let first = word.first else { return false }
        if first == "." || first == "#" { return word.dropFirst().first?.isLetter == true }
        return word == "-" || first.isLetter && word.contains("=")
      }
  }

  /// Without the blanks behind its words.
  var trimmedEnd: String {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[...last])
  }
}
