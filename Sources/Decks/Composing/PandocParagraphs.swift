/// What Pandoc reads in paragraphs and CommonMark does not: example lists, definitions, lines that
/// stay lines.

import Markup

extension SlideComposer {
  /// The paragraph as Pandoc has it; nil where it is an ordinary one.
  mutating func pandocBlock(_ inlines: [Inline], _ block: Block) -> Block? {
    guard source.dialect == .patat || source.dialect == .pandoc else { return nil }
    let lines = inlines.lines
    if lines.allSatisfy({ $0.begins(with: "(@") }) { return examples(lines, block) }
    if lines.allSatisfy({ $0.begins(with: "| ") }) {
      return Block(.paragraph(Self.kept(lines.map { $0.dropping("| ") })), block.range)
    }
    if lines.count > 1, lines.dropFirst().allSatisfy({ $0.begins(with: ":") }) {
      return Block(.paragraph(Self.definition(lines)), block.range)
    }
    return nil
  }

  /// `(@)` and `(@label)` are numbered through all of the deck; here through the slide.
  private mutating func examples(_ lines: [[Inline]], _ block: Block) -> Block {
    let start = exampleCount + 1
    exampleCount += lines.count
    let items = lines.map { line in
      let words = line.dropping(until: ")")
      let offset = words.first?.offset ?? block.range.lowerBound
      return List.Item(blocks: [Block(.paragraph(words), offset..<offset)])
    }
    let list = List(marker: .ordered(start: start, delimiter: ")"), isTight: true, items: items)
    return Block(.list(list), block.range)
  }

  private static func definition(_ lines: [[Inline]]) -> [Inline] {
    let term = Inline(.strong(lines[0]), at: lines[0].first?.offset ?? 0)
    return kept([[term]] + lines.dropFirst().map { $0.dropping(":") })
  }

  private static func kept(_ lines: [[Inline]]) -> [Inline] {
    Array(
      lines.map { $0 }.joined(separator: [Inline(.lineBreak, at: lines.first?.first?.offset ?? 0)]))
  }
}

extension [Inline] {
  fileprivate var lines: [[Inline]] {
    split(omittingEmptySubsequences: false) { $0.kind == .softBreak || $0.kind == .lineBreak }
      .map { Array($0) }
  }

  fileprivate func begins(with mark: String) -> Bool {
    guard case .text(let text)? = first?.kind else { return false }
    return text.hasPrefix(mark)
  }

  /// Without a mark and the blanks after it.
  fileprivate func dropping(_ mark: String) -> [Inline] {
    guard let first, case .text(let text) = first.kind else { return self }
    let words = text.dropFirst(mark.count).drop { $0 == " " }
    let offset = first.offset + text.utf8.count - words.utf8.count
    return [Inline(.text(String(words)), at: offset)] + dropFirst()
  }

  fileprivate func dropping(until mark: Character) -> [Inline] {
    guard case .text(let text)? = first?.kind, let end = text.firstIndex(of: mark) else {
      return self
    }
    return dropping(String(text[...end]))
  }
}
