/// Pandoc's divisions, Slidev's slots and snippets, reveal.js's notes.

import Markup

extension SlideComposer {
  mutating func obey(_ mark: SourceMask.Mark, at offset: Int) {
    switch mark {
    case .division(let attributes): openDivision(attributes, at: offset)
    case .endDivision: closeDivision(at: offset)
    case .slot(let name): openSlot(name)
    case .layout(let layout): obey(layout, at: offset)
    case .snippet(let text): composeSnippet(text, at: offset)
    case .table(let numbers):
      flushPauses(at: offset)
      let table = PandocTable(numbers, in: source.lines).table
      settleCaption()
      let range = offset..<source.lines.range(ofLine: numbers.upperBound).upperBound
      if let settled = settle(Block(.table(table), range)) { append(.block(settled)) }
    case .notes(let range): slide.notes.append(source.lines.text(in: range).trimmedBlanks)
    case .classed(let classes, let inner): compose(inner, in: classes, at: offset)
    case .separator, .matter, .properties, .code: break
    }
  }

  /// `{.columns}`, `{.column width="40%"}`, `notes`, `incremental`.
  private mutating func openDivision(_ attributes: String, at offset: Int) {
    var scope = Scope(.division, self, at: offset)
    let words = attributes.filter { !"{}".contains($0) }.wordsOutsideQuotes
    let classes = words.map { $0.hasPrefix(".") ? String($0.dropFirst()) : $0 }
    if classes.contains("notes") { scope.noteStart = source.lineEnd(after: offset) }
    if classes.contains("incremental") { lists = source.dialect == .pandoc ? .fragments : .pauses }
    if classes.contains("nonincremental") { lists = .whole }
    if classes.contains("center") { alignment = .center }
    if classes.contains("fragment") {
      scope.isFragment = true
      flushPauses(at: offset)
      pause(at: offset)
    }
    scope.isElsewhere = Self.isElsewhere(classes)
    if classes.contains("columns"), column != nil {
      // One below the other, in the column that they are in.
      scope.isInnerColumns = true
    } else if classes.contains("columns") {
      endColumns()
      columns = Columns(shares: [])
      scope.isColumns = true
    } else if classes.contains("column"), columns != nil, scopes.last?.isInnerColumns != true {
      addColumn(share: Self.share(words))
      scope.isColumn = true
    }
    scopes.append(scope)
    if let title = Self.value(of: "title", in: words), classes.contains(where: \.isCallout) {
      append(
        .block(Block(.paragraph([Inline(.strong(title.asInlines), at: offset)]), offset..<offset)))
    }
  }

  /// Quarto's divisions for other formats, and those that hold definitions for formulas.
  private static func isElsewhere(_ classes: [String]) -> Bool {
    if classes.contains("hidden") { return true }
    let isOurs = { (key: String) in
      value(of: key, in: classes).map { $0.hasPrefix("html") || $0 == "revealjs" }
    }
    let meansUs = isOurs("when-format") ?? isOurs("unless-format").map { !$0 } ?? true
    return classes.contains("content-hidden") && meansUs
      || classes.contains("content-visible") && !meansUs
  }

  /// What stands behind a name and `=`.
  private static func value(of name: String, in words: [String]) -> String? {
    words.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)).unquoted }
  }

  private static func share(_ words: [String]) -> Int? {
    guard let width = value(of: "width", in: words),
      case .share(let share)? = ImageSize.Length(css: width)
    else { return nil }
    return max(1, Int(share * 100))
  }

  mutating func closeDivision(at offset: Int) {
    guard scopes.contains(.division) else { return }
    while let scope = scopes.last, scope.kind != .division { closeScope(at: offset) }
    closeScope(at: offset)
  }

  /// Slidev's layouts of two columns: what came before stands in the first, or above both.
  private mutating func openSlot(_ name: String) {
    switch name {
    case "left" where columns?.columns.first?.isEmpty == true,
      "default" where columns?.columns.first?.isEmpty == true:
      // The right one came first.
      column = 0
    case "left":
      endColumns()
      columns = Columns(shares: [1, 1])
      column = 0
    case "right":
      if columns == nil {
        columns = Columns(shares: [1, 1])
        columns?.columns[0] = slide.items
        slide.items = []
        mayTwinTitle = true
      }
      column = 1
    default: endColumns()
    }
  }

  /// Where both halves begin with headings of one level, neither is the slide's title.
  mutating func leavesTitle(atLevel level: Int) {
    guard mayTwinTitle, column == 1, columns?.columns[1].isEmpty == true else { return }
    mayTwinTitle = false
    guard let title = titleBlock, case .heading(level, _) = title.kind else { return }
    columns?.columns[0].insert(.block(title), at: 0)
    (slide.title, slide.anchor, titleBlock) = (nil, nil, nil)
  }

  private mutating func composeSnippet(_ text: String, at offset: Int) {
    guard let code = snippet(text, at: offset) else { return }
    let block = Block(.code(code), offset..<source.lineEnd(after: offset))
    if let settled = settle(block) { append(.block(settled)) }
  }

  private mutating func snippet(_ text: String, at offset: Int) -> CodeBlock? {
    let path = text.prefix { $0 != " " && $0 != "{" }
    let rest = text.dropFirst(path.count).trimmedBlanks
    return source.snippet(String(path), rest, at: offset, &diagnostics)
  }

  /// Slidev: fences in a fence, each in the place of the one before it.
  mutating func composeMoves(_ code: CodeBlock) {
    guard let first = code.lines.first, let last = code.lines.last else { return }
    let range = source.lines.range(from: first, through: last)
    // What is said of all of them is said of each.
    let all = code.info.split(separator: " ").dropFirst(2).joined(separator: " ")
    var blocks: [Block] = []
    for var block in MarkdownReader(source.lines).document(in: range).blocks {
      if case .paragraph(let text) = block.kind, text.plainText.hasPrefix("<<< ") {
        let words = text.plainText.dropFirst(4).trimmedBlanks
        guard let code = snippet(words, at: block.range.lowerBound) else { continue }
        block.kind = .code(code)
      }
      guard case .code(var inner) = block.kind else { continue }
      if !all.isEmpty { inner.info += " " + all }
      block.kind = .code(inner)
      if !blocks.isEmpty { pause(at: block.range.lowerBound) }
      if let settled = settle(block) { blocks.append(settled) }
    }
    if !blocks.isEmpty { append(.sequence(blocks)) }
  }

  /// Pandoc: what a browser is given as it is; for other formats nothing of it is meant for us.
  mutating func composeRaw(_ code: CodeBlock, _ block: Block) {
    if code.info.hasPrefix("{=html") { composeHTML(code.text, block) }
  }

  /// reveal.js: everything after `Note:` is for the speaker.
  mutating func takesNote(_ inlines: [Inline], _ block: Block) -> Bool {
    guard source.dialect == .reveal, case .text(let text)? = inlines.first?.kind else {
      return false
    }
    let head = text.lowercased()
    guard head.hasPrefix("note:") || head.hasPrefix("notes:") else { return false }
    let colon = text.prefix { $0 != ":" }.utf8.count + 1
    openNotes(at: block.range.lowerBound + colon)
    return true
  }

  /// All that follows is for the speaker.
  mutating func openNotes(at offset: Int) {
    var scope = Scope(.division, self, at: offset)
    scope.noteStart = offset
    scopes.append(scope)
  }
}

extension String {
  fileprivate var isCallout: Bool { hasPrefix("callout-") }

  /// Words with blanks between them; those within quotation marks part nothing.
  fileprivate var wordsOutsideQuotes: [String] {
    var quote: Character?
    return split { character in
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      }
      return character == " " && quote == nil
    }.map(String.init)
  }
}

extension CodeBlock {
  /// Pandoc's ```` ```{=html} ````.
  var isRaw: Bool { isFenced && info.hasPrefix("{=") }

  /// Slidev's fence of fences: `md magic-move {lines: true}`.
  var isMoves: Bool { isFenced && info.split(separator: " ").dropFirst().first == "magic-move" }
}
