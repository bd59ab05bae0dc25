/// GitHub's alerts: a quote whose first line is `[!NOTE]` or one of the other four.

extension Alert {
  /// The alert a quote's blocks are, if they are one.
  init?(quoted blocks: [Block]) {
    guard let first = blocks.first, case .paragraph(let inlines) = first.kind,
      case .text(let text)? = inlines.first?.kind, text.hasPrefix("[!"),
      let end = text.firstIndex(of: "]"),
      let kind = Kind(rawValue: text[text.index(text.startIndex, offsetBy: 2)..<end].lowercased())
    else { return nil }
    let line = inlines.prefix { $0.kind != .softBreak && $0.kind != .lineBreak }
    self.kind = kind
    title = Self.title(Array(line), after: text[text.index(after: end)...])
    let rest = Array(inlines.dropFirst(line.count + 1))
    self.blocks = blocks
    if rest.isEmpty {
      self.blocks.removeFirst()
    } else {
      self.blocks[0] = Block(.paragraph(rest), rest[0].offset..<first.range.upperBound)
    }
  }

  private static func title(_ line: [Inline], after mark: Substring) -> [Inline] {
    var title = Array(line.dropFirst())
    let words = mark.drop { $0 == " " }
    if !words.isEmpty, let first = line.first {
      title.insert(Inline(.text(String(words)), at: first.offset), at: 0)
    }
    return title
  }
}
