/// What Pandoc reads in paragraphs and CommonMark does not: example lists, definitions, lines that
/// stay lines.

import Markup

extension SlideComposer {
  /// The paragraph as Pandoc has it; nil where it is an ordinary one.
  mutating func pandocBlock(_ inlines: [Inline], _ block: Block) -> Block? {
    guard source.hasDefinitions else { return nil }
    let lines = inlines.lines
    if lines.count > 1, lines[1].beginsDefinition {
      let words = Self.definitions(lines.dropFirst(), of: lines[0].asTerm)
      return Block(.paragraph(words), block.range)
    }
    guard source.dialect != .slides else { return nil }
    if inlines.exampleLabels != nil { return examples(lines, block) }
    if lines[0].isKept, lines.allSatisfy({ $0.isKept || isIndented($0) }) {
      return Block(.paragraph(Self.kept(Self.joined(lines).map(\.asLine))), block.range)
    }
    if case .table? = lastBlock?.kind, let words = inlines.caption {
      return Block(.paragraph(words), block.range)
    }
    return nil
  }

  private func isIndented(_ line: [Inline]) -> Bool {
    guard let offset = line.first?.offset else { return false }
    return source.lines.range(ofLine: source.lines.line(at: offset)).lowerBound < offset
  }

  /// What stands before a table may be its caption.
  mutating func settleCaption() {
    guard source.hasDefinitions, let last = lastBlock, case .paragraph(let inlines) = last.kind,
      let words = inlines.caption
    else { return }
    replaceLast(Block(.paragraph(words), last.range))
  }

  /// A picture alone in its paragraph has its words below it (Pandoc's `implicit_figures`).
  func figure(_ inlines: [Inline], _ block: Block) -> [Block]? {
    guard source.dialect == .pandoc, let first = inlines.first, case .image(let image) = first.kind,
      Array(inlines.dropFirst()).plainText.isAttributes || inlines.count == 1,
      !image.alternative.isEmpty,
      !ImageAttributes(alternative: image.alternative.plainText).isSpecial
    else { return nil }
    var picture = inlines
    picture[0].kind = .image(Image(image.source, [], size: image.size))
    return [picture, image.alternative].map { Block(.paragraph($0), block.range) }
  }

  /// A definition in a paragraph of its own belongs to the one above, which is its term or defines
  /// that already.
  mutating func takesDefinition(_ inlines: [Inline], _ block: Block) -> Bool {
    guard inlines.beginsDefinition, let last = lastBlock, case .paragraph(let above) = last.kind,
      slide.step(ofOffset: last.range.lowerBound) == step
    else { return false }
    let lines = above.lines
    let isTerm = lines.count == 1
    guard isTerm || lines[0].isTerm && lines[1].begins(with: Self.definitionIndent) else {
      return false
    }
    let words = Self.definitions(inlines.lines[...], of: isTerm ? above.asTerm : above)
    replaceLast(Block(.paragraph(settle(words)), last.range.lowerBound..<block.range.upperBound))
    return true
  }

  /// What is indented below a definition is no code: it goes on with it.
  mutating func goesOnWithDefinition(_ code: CodeBlock, _ block: Block) -> Bool {
    guard source.hasDefinitions, let last = lastBlock, Self.isDefinition(last) else { return false }
    for lines in code.lines.partsOfDefinition {
      guard let first = lines.first, let last = lines.last else { continue }
      let range = first.offset..<last.offset + last.text.utf8.count
      let isDeeper = first.text.first == " " || first.text.first == "\t"
      if let inner = lines.fenced {
        append(.block(Block(.code(inner), range)))
      } else if isDeeper || !appendToDefinition(lines, range) {
        var inner = code
        inner.lines = Array(lines)
        append(.block(Block(.code(inner), range)))
      }
    }
    return true
  }

  /// A paragraph, or items a line each. False where it is something else: a list would be read by its
  /// indents, which are the definition's.
  private mutating func appendToDefinition(
    _ lines: ArraySlice<SourceText>, _ range: Range<Int>
  ) -> Bool {
    guard lines.allSatisfy(\.beginsItem) else {
      return appendToDefinition(from: range.lowerBound, to: range.upperBound)
    }
    return lines.allSatisfy { line in
      let end = line.offset + line.text.utf8.count
      let number = line.text.number
      let mark = number.map { $0 + " " } ?? "• "
      return appendToDefinition(
        from: line.offset, to: end, behind: number.map { $0.utf8.count + 1 } ?? 2, mark: mark)
    }
  }

  private mutating func appendToDefinition(
    from start: Int, to end: Int, behind signs: Int = 0, mark: String = ""
  ) -> Bool {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    let bytes = source.lines.bytes
    // A tab may stand for more blanks than it has bytes.
    let end = min(max(start, end), bytes.count)
    let first = bytes[start..<end].firstIndex { !isBlank($0) } ?? start
    let inner = min(first + signs, end)..<(bytes[end...].firstIndex(of: 0x0A) ?? bytes.count)
    let blocks = source.mask.reader(of: source.lines)
      .document(in: inner, definitions: source.definitions(for: inner)).blocks
    guard blocks.count == 1, case .paragraph(let words) = blocks[0].kind else { return false }
    let indent = Inline(.text(Self.definitionIndent + mark), at: blocks[0].range.lowerBound)
    if let settled = settle(Block(.paragraph([indent] + words), blocks[0].range)) {
      append(.block(settled))
    }
    return true
  }

  private static func isDefinition(_ block: Block) -> Bool {
    guard case .paragraph(let words) = block.kind else { return false }
    let lines = words.lines
    return words.begins(with: definitionIndent)
      || lines.count > 1 && lines[0].isTerm && lines[1].begins(with: definitionIndent)
  }

  /// `(@)` and `(@label)` are numbered through all of the deck; lines without a mark go on with
  /// the item above.
  private mutating func examples(_ lines: [[Inline]], _ block: Block) -> Block {
    let start = exampleCount + 1
    var items: [List.Item] = []
    for line in lines {
      if line.begins(with: "(@") {
        let words = line.dropping(until: ")")
        let offset = words.first?.offset ?? block.range.lowerBound
        items.append(List.Item(blocks: [Block(.paragraph(words), offset..<offset)]))
      } else if let last = items.indices.last,
        case .paragraph(let words) = items[last].blocks[0].kind
      {
        let end = Inline(.softBreak, at: line.first?.offset ?? block.range.upperBound)
        items[last].blocks[0].kind = .paragraph(words + [end] + line)
      }
    }
    exampleCount += items.count
    let list = List(marker: .ordered(start: start, delimiter: ")"), isTight: true, items: items)
    return Block(.list(list), block.range)
  }

  private static let definitionIndent = "\u{A0}\u{A0}"

  /// Lines below what they define, each of which begins a definition or goes on with one.
  private static func definitions(
    _ lines: ArraySlice<[Inline]>, of term: [Inline]
  ) -> [Inline] {
    var words = term
    for line in lines {
      let offset = line.first?.offset ?? 0
      let body = line.beginsDefinition ? line.dropping(":") : line
      let isItem = body.begins(with: "- ")
      if line.beginsDefinition || isItem {
        words.append(Inline(.lineBreak, at: offset))
        words.append(Inline(.text(definitionIndent + (isItem ? "• " : "")), at: offset))
        words += isItem ? body.dropping("-") : body
      } else {
        words += [Inline(.text(" "), at: offset)] + line
      }
    }
    return words
  }

  /// A line that begins with a blank instead of a bar goes on with the one above.
  private static func joined(_ lines: [[Inline]]) -> [[Inline]] {
    lines.reduce(into: []) { all, line in
      if line.isKept || all.isEmpty {
        all.append(line)
      } else {
        all[all.count - 1] += [Inline(.text(" "), at: line.first?.offset ?? 0)] + line
      }
    }
  }

  private static func kept(_ lines: [[Inline]]) -> [Inline] {
    Array(
      lines.map { $0 }.joined(separator: [Inline(.lineBreak, at: lines.first?.first?.offset ?? 0)]))
  }
}

extension DeckText {
  /// Whether lines behind a colon say what the line above means.
  var hasDefinitions: Bool { [.pandoc, .patat, .slides].contains(dialect) }

  /// A text with the numbers of the examples that it names: `(@label)`.
  func withExamples(_ inline: Inline) -> Inline {
    guard !outline.examples.isEmpty, case .text(let text) = inline.kind, text.holds("(@")
    else { return inline }
    var inline = inline
    var words = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "(") {
      let label = rest[open...].exampleLabel
      if let label, let number = outline.examples[label] {
        words += rest[..<open] + "(\(number))"
        rest = rest[rest.index(open, offsetBy: label.count + 3)...]
      } else {
        words += rest[...open]
        rest = rest[rest.index(after: open)...]
      }
    }
    inline.kind = .text(words + rest)
    return inline
  }
}

extension Substring {
  /// The label in `(@label)` at the beginning, which may be empty.
  fileprivate var exampleLabel: String? {
    guard hasPrefix("(@") else { return nil }
    let label = dropFirst(2).prefix(60).prefix {
      $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-"
    }
    return self[label.endIndex...].first == ")" ? String(label) : nil
  }
}

extension [Inline] {
  /// The labels of the examples in a paragraph of them, in their order; nil where it is none.
  var exampleLabels: [String]? {
    guard case .text(let text)? = first?.kind, text[...].exampleLabel != nil else { return nil }
    return lines.compactMap { line in
      guard case .text(let text)? = line.first?.kind else { return nil }
      return text[...].exampleLabel
    }
  }

  fileprivate var lines: [[Inline]] {
    split(omittingEmptySubsequences: false) { $0.kind == .softBreak || $0.kind == .lineBreak }
      .map { Array($0) }
  }

  fileprivate var beginsDefinition: Bool { begins(with: ": ") || begins(with: "~ ") }

  /// A line of a line block.
  fileprivate var isKept: Bool { begins(with: "| ") || plainText == "|" }

  /// The words of `Table: …` or `: …`; nil where it is none.
  fileprivate var caption: [Inline]? {
    guard lines.count == 1, let mark = ["Table: ", ": "].first(where: { begins(with: $0) }) else {
      return nil
    }
    return dropping(mark).withoutEndingAttributes
  }

  fileprivate var asTerm: [Inline] { [Inline(.strong(self), at: first?.offset ?? 0)] }

  fileprivate var isTerm: Bool {
    if count == 1, case .strong = self[0].kind { true } else { false }
  }

  /// A line that stays one, with the blanks before its words.
  fileprivate var asLine: [Inline] {
    guard let first, case .text(let text) = first.kind else { return self }
    let words = text.dropFirst(2)
    let blanks = words.prefix { $0 == " " }.count
    let indent = String(repeating: "\u{A0}", count: blanks)
    return [Inline(.text(indent + words.dropFirst(blanks)), at: first.offset + 2)] + dropFirst()
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

  /// What is said of a table stands behind its words.
  fileprivate var withoutEndingAttributes: [Inline] {
    guard let last, case .text(let text) = last.kind, text.last == "}",
      let open = text.lastIndex(of: "{"), text[open...].isAttributes
    else { return self }
    return dropLast() + [Inline(.text(text[..<open].trimmedBlanks), at: last.offset)]
  }

  fileprivate func dropping(until mark: Character) -> [Inline] {
    guard case .text(let text)? = first?.kind, let end = text.firstIndex(of: mark) else {
      return self
    }
    return dropping(String(text[...end]))
  }
}

extension SourceText {
  fileprivate var beginsItem: Bool {
    text.hasPrefix("- ") || text.hasPrefix("* ") || text.number != nil
  }
}

extension [SourceText] {
  /// Paragraphs, and fences with all that stands in them.
  fileprivate var partsOfDefinition: [ArraySlice<SourceText>] {
    var parts: [ArraySlice<SourceText>] = []
    var rest = self[...]
    while let first = rest.first {
      if first.text.trimmedBlanks.isEmpty {
        rest = rest.dropFirst()
        continue
      }
      let fence = first.text.prefix(3)
      let end = rest.dropFirst().firstIndex { line in
        fence == "```" || fence == "~~~"
          ? line.text.hasPrefix(fence) : line.text.trimmedBlanks.isEmpty
      }
      let isFence = fence == "```" || fence == "~~~"
      let part = rest[..<(end.map { isFence ? $0 + 1 : $0 } ?? rest.endIndex)]
      parts.append(part)
      rest = rest[part.endIndex...]
    }
    return parts
  }
}

extension ArraySlice<SourceText> {
  /// The code between two fences; nil for anything else.
  fileprivate var fenced: CodeBlock? {
    guard let first, let last, count > 1,
      let mark = ["```", "~~~"].first(where: first.text.hasPrefix),
      last.text.hasPrefix(mark)
    else { return nil }
    let info = first.text.drop { $0 == mark.first }.trimmedBlanks
    return CodeBlock(
      info: info, isFenced: true, infoOffset: first.offset, lines: Array(dropFirst().dropLast()))
  }
}

extension String {
  /// The number that an item begins with, and the sign behind it.
  fileprivate var number: String? {
    let digits = prefix(9).prefix { $0.isASCII && $0.isNumber }
    let rest = dropFirst(digits.count)
    guard !digits.isEmpty, rest.first == "." || rest.first == ")", rest.dropFirst().first == " "
    else { return nil }
    return String(prefix(digits.count + 1))
  }
}
