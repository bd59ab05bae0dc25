/// An element of HTML that has begun and not ended, and the block it becomes.

import Markup

struct HTMLContainer {
  enum Kind: Equatable {
    case root, quote, item, term, table, row, code
    case heading(Int)
    case list(List.Marker)
    case cell(HTMLCell)

    var isList: Bool { if case .list = self { true } else { false } }
    private var isCell: Bool { if case .cell = self { true } else { false } }
    /// Whether comments that stood before it belong to it.
    var takesHeld: Bool { self == .item || isCell }
    /// Parts are as deep as their whole.
    var isPart: Bool { takesHeld || self == .row }
  }

  let kind: Kind
  /// The name of the tag that ends it.
  let name: String
  private let offset: Int
  var blocks: [Block] = []
  private(set) var inlines: [Inline] = []
  /// Whether there is more than comments in the text, and anything to be seen.
  private var text = (holdsTags: false, isVisible: false)
  private var items: [List.Item] = []
  private var rows: [HTMLRow] = []
  private var lines: [SourceText] = []
  private var language = ""

  init(_ kind: Kind, _ name: String, at offset: Int) {
    self.kind = kind
    self.name = name
    self.offset = offset
    if kind == .row { rows = [HTMLRow(at: offset)] }
  }

  var holdsBlocks: Bool {
    switch kind {
    case .root, .heading, .term: false
    default: true
    }
  }

  /// Whether the end of something of this name goes no further out than here.
  func bounds(_ name: String) -> Bool {
    switch name {
    case "li": kind.isList || kind == .table
    case "tr", "cell": kind == .table
    case "table": false
    default: self.name == "cell"
    }
  }

  // MARK: What stands in it

  /// Whether a blank that comes next keeps words apart.
  var hasWords: Bool {
    guard text.isVisible || inlines.contains(where: \.isImageTag) else { return false }
    return inlines.last?.isBreakTag != true
  }

  mutating func put(_ inline: Inline) {
    text.holdsTags = text.holdsTags || !inline.isComment
    text.isVisible = text.isVisible || inline.isVisible
    inlines.append(inline)
  }

  mutating func add(_ block: Block) {
    breakText(isLast: true)
    guard case .cell = kind else { return blocks.append(block) }
    for inline in block.asCell { put(inline) }
  }

  /// Ends a paragraph; in a cell that is the end of a line, in a heading nothing. Comments wait for
  /// the words behind them, if any come.
  mutating func breakText(isLast: Bool = false) {
    switch kind {
    case .heading, .term, .code: return
    case .cell:
      if text.isVisible, inlines.last?.kind != .html("<br>") {
        inlines.append(Inline(.html("<br>"), at: inlines[inlines.count - 1].offset))
      }
    default:
      guard isLast || text.holdsTags else { return }
      if let paragraph = text(as: { .paragraph($0) }) { blocks.append(paragraph) }
      (inlines, text) = ([], (false, false))
    }
  }

  /// The text as a block, if it says anything; comments in it may.
  private func text(as kind: ([Inline]) -> Block.Kind) -> Block? {
    let nested = inlines.nestedTags
    guard let first = nested.first,
      nested.contains(where: { $0.isVisible || $0.isPicture || $0.isComment })
    else { return nil }
    let range = first.offset..<max(first.offset, inlines.last?.offset ?? 0)
    return Block(kind(nested), range)
  }

  // MARK: Code

  mutating func addCode(_ text: String, at place: Int) {
    var place = place
    for (index, part) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      if index > 0 || lines.isEmpty { lines.append(SourceText("", at: place)) }
      lines[lines.count - 1].text += Entities.replacing(in: String(part))
      place += part.utf8.count + 1
    }
  }

  /// Tags in code are its colours, and the name of its language.
  mutating func addCode(_ tag: HTMLTag, at place: Int) {
    if tag.name == "br" { lines.append(SourceText("", at: place)) }
    let classes = (tag.attribute("class") ?? "").split(separator: " ")
    if let own = classes.first(where: { $0.hasPrefix("language-") }), language.isEmpty {
      language = String(own.dropFirst(9))
    }
  }

  private var code: Block? {
    var lines = lines[...]
    if lines.first?.text.isEmpty == true { lines = lines.dropFirst() }
    while let last = lines.last, last.text.allSatisfy(\.isWhitespace) { lines.removeLast() }
    guard let first = lines.first, let last = lines.last else { return nil }
    let code = CodeBlock(
      info: language, isFenced: !language.isEmpty, infoOffset: first.offset, lines: Array(lines))
    return Block(.code(code), first.offset..<max(first.offset, last.offset))
  }

  // MARK: The end

  /// Becomes a part of what is around it.
  func end(in outer: inout HTMLContainer, at place: Int) {
    let range = offset..<max(offset, place)
    switch kind {
    case .heading(let level):
      if let heading = text(as: { .heading(level: level, $0) }) { outer.add(heading) }
      for block in blocks { outer.add(block) }
    case .term:
      let start = inlines.first?.offset ?? offset
      let term = text(as: { .paragraph([Inline(.strong($0), at: start)]) })
      if let term { outer.add(term) }
      for block in blocks { outer.add(block) }
    case .quote: if !blocks.isEmpty { outer.add(Block(.quote(blocks), range)) }
    case .code: if let code { outer.add(code) }
    case .list(let marker):
      if !items.isEmpty {
        outer.add(Block(.list(List(marker: marker, isTight: isTight, items: items)), range))
      }
    case .item: outer.items.append(List.Item(blocks: blocks))
    case .cell(let cell): outer.rows[outer.rows.count - 1].add(inlines.nestedTags.withoutEnd, cell)
    case .row: outer.rows += rows.filter { !$0.isEmpty }
    case .table:
      for block in blocks { outer.add(block) }
      if let table = rows.table { outer.add(Block(.table(table), range)) }
    case .root: break
    }
  }

  private var isTight: Bool {
    items.allSatisfy { item in
      item.blocks.count { if case .paragraph = $0.kind { true } else { false } } < 2
    }
  }
}

extension Inline {
  fileprivate var isComment: Bool {
    if case .html(let html) = kind { html.hasPrefix("<!--") } else { false }
  }
}

extension [Inline] {
  /// Without the breaks and blanks at the end.
  fileprivate var withoutEnd: [Inline] {
    var inlines = self
    while let last = inlines.last, !last.isVisible, !last.isPicture, !last.isComment {
      inlines.removeLast()
    }
    return inlines
  }
}

extension Block {
  /// What a block shows in a cell, which holds lines and no blocks.
  fileprivate var asCell: [Inline] {
    let end = Inline(.lineBreak, at: range.lowerBound)
    switch kind {
    case .list(let list):
      let items = list.items.map { item in
        [Inline(.text("• "), at: item.offset ?? range.lowerBound)] + item.blocks.flatMap(\.asCell)
      }
      return Array(items.joined(separator: [end]))
    case .code(let code):
      let lines = code.lines.map { [Inline(.code($0.text), at: $0.offset)] }
      return Array(lines.joined(separator: [end]))
    default: return Array(inlines.joined(separator: [end]))
    }
  }
}

extension Inline {
  fileprivate var isBreakTag: Bool {
    if case .html(let html) = kind { html.hasPrefix("<br") } else { false }
  }

  fileprivate var isImageTag: Bool {
    if case .html(let html) = kind { html.hasPrefix("<img") } else { false }
  }
}
