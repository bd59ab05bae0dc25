/// The blocks of one slide to what stands on it: orders are obeyed and gone, steps are counted,
/// columns filled, notes kept aside.

import Markup
import Wording

struct SlideComposer {
  let source: DeckText
  var slide: Slide
  var diagnostics: [Diagnostic] = []

  /// The step what comes next belongs to.
  var step = 0
  var alignment: Alignment?
  var size = 1
  var lists: Incremental
  var tables: Bool
  /// The columns being filled; `column` is nil between them.
  var columns: Columns?
  var column: Int?
  /// Divisions and tags that are open.
  var scopes: [Scope] = []
  /// Comments that may be notes: with Slidev only the last one is.
  var lastComment: String?
  /// A picture for a side of the slide.
  var side: SidePicture?

  /// How lists appear.
  enum Incremental: Equatable {
    case whole
    /// An item a step, and what follows the list with its last item or later.
    case pauses
    /// An item a step, beside which the rest of the slide is there from the beginning.
    case fragments
  }

  /// The slide of a section.
  static func slide(_ section: Section, _ source: DeckText) -> (Slide, [Diagnostic]) {
    var composer = SlideComposer(section, source)
    for block in section.blocks { composer.compose(block) }
    composer.finish(at: section.range.upperBound)
    return (composer.slide, composer.diagnostics)
  }

  private init(_ section: Section, _ source: DeckText) {
    self.source = source
    slide = Slide(range: section.range)
    slide.style = section.style
    lists = source.settings.incrementalLists ? .pauses : .whole
    tables = source.settings.incrementalTables
  }

  // MARK: Blocks

  mutating func compose(_ block: Block) {
    if isHidden { return composeHidden(block) }
    switch block.kind {
    case .html(let html): return composeHTML(html, block)
    case .code(let code) where DemoFence.isOne(code): return compose(code, block)
    case .paragraph(let inlines):
      if isPause(inlines) { return pause(at: block.range.lowerBound) }
      if takesNote(inlines, block) { return }
    case .heading(_, let title) where isTitle: return take(title: title)
    default: break
    }
    guard let settled = settle(block) else { return }
    append(.block(settled))
  }

  /// In a division of notes only its end is looked for.
  private mutating func composeHidden(_ block: Block) {
    guard case .html(let html) = block.kind else { return }
    switch source.mask.mark(of: block) {
    case .division: scopes.append(Scope(.division, self, at: block.range.lowerBound))
    case .endDivision: closeDivision(at: block.range.lowerBound)
    case nil: composeHTML(html, block)
    default: break
    }
  }

  private mutating func compose(_ code: CodeBlock, _ block: Block) {
    var fence = DemoFence(source.lines)
    if let request = fence.request(code) {
      append(.demo(request))
    } else {
      append(.block(block))
    }
    diagnostics += fence.diagnostics
  }

  // MARK: Titles

  /// A heading before everything else is the slide's title.
  private var isTitle: Bool {
    slide.title == nil && columns == nil
      && slide.items.allSatisfy { item in
        switch item.content {
        case .space, .middle: true
        default: false
        }
      }
  }

  private mutating func take(title: [Inline]) {
    // What was pushed down is a slide of its own kind: a section begins.
    if slide.items.contains(where: { $0.content == .middle }) { slide.style.isLead = true }
    slide.items = []
    slide.title = settle(title).withoutAttributes
    slide.titleSize = size
  }

  // MARK: What is put down

  mutating func append(_ content: Item.Content) {
    put(Item(content, alignment: alignment, size: size))
  }

  func isEmpty(_ items: [Item]) -> Bool { items.isEmpty }

  private mutating func put(_ item: Item) {
    guard columns != nil else { return slide.items.append(item) }
    if column == nil { tellOfNoColumn(item) }
    let place = min(column ?? 0, max(0, (columns?.columns.count ?? 1) - 1))
    columns?.columns[place].append(item)
  }

  private mutating func tellOfNoColumn(_ item: Item) {
    column = 0
    guard case .block(let block) = item.content, scopes.isEmpty else { return }
    diagnostics.append(
      .warning(
        Phrase(
          "between columns: shown in the first (<!-- column: 0 --> says so)",
          "вне колонок: показано в первой (<!-- column: 0 -->)"), at: block.range.lowerBound))
  }

  mutating func endColumns() {
    guard let filled = columns else { return }
    (columns, column) = (nil, nil)
    guard filled.columns.contains(where: { !$0.isEmpty }) else { return }
    slide.items.append(Item(.columns(filled), alignment: nil))
  }

  private mutating func finish(at end: Int) {
    while let scope = scopes.last {
      _ = scope
      closeScope(at: end)
    }
    endColumns()
    if let side { slide.items = [Item(.columns(side.columns(beside: slide.items)))] }
    if source.dialect.plainComment == .noteIfLast, let lastComment {
      slide.notes.append(lastComment)
    }
    if slide.notes.isEmpty == false { slide.notes = slide.notes.filter { !$0.isEmpty } }
    slide.footnotes = footnotes()
  }

  // MARK: Steps

  mutating func pause(at offset: Int) {
    step = slide.reveal.last + 1
    slide.reveal.mark(step, at: offset)
  }

  mutating func returnToStep(_ earlier: Int, at offset: Int) {
    guard step != earlier else { return }
    step = earlier
    slide.reveal.mark(step, at: offset)
  }

  /// Pandoc's pause: three dots on a line.
  private func isPause(_ inlines: [Inline]) -> Bool {
    inlines.count == 1 && inlines.plainText == ". . ."
  }
}

/// A division or a tag that is open, and what was so before it.
struct Scope {
  enum Kind: Equatable {
    case division
    case tag(String)
  }

  var kind: Kind
  let alignment: Alignment?
  let size: Int
  let lists: SlideComposer.Incremental
  let step: Int
  /// What is inside becomes visible at once, what follows was visible before.
  var isFragment = false
  /// Where the words begin that only the speaker reads.
  var noteStart: Int?
  var isColumns = false
  var isColumn = false

  init(_ kind: Kind, _ composer: SlideComposer, at offset: Int) {
    self.kind = kind
    alignment = composer.alignment
    size = composer.size
    lists = composer.lists
    step = composer.step
  }
}

/// Marp's `![bg left:33%]`.
struct SidePicture {
  var block: Block
  var place: ImageAttributes.Side

  func columns(beside items: [Item]) -> Columns {
    let (share, isLeft): (Double, Bool) =
      switch place {
      case .left(let share): (share, true)
      case .right(let share): (share, false)
      case .all: (0.5, false)
      }
    let own = max(1, Int(share * 100))
    var columns = Columns(shares: isLeft ? [own, 100 - own] : [100 - own, own])
    columns.columns = isLeft ? [[.block(block)], items] : [items, [.block(block)]]
    return columns
  }
}

extension [Inline] {
  /// Without Pandoc's `{.unnumbered #id}` at the end of a heading.
  var withoutAttributes: [Inline] {
    guard let last, case .text(let text) = last.kind, text.hasSuffix("}"),
      let open = text.lastIndex(of: "{"),
      let mark = text[text.index(after: open)...].first, ".#-".contains(mark)
    else { return self }
    let kept = text[..<open].trimmedBlanks
    return dropLast() + (kept.isEmpty ? [] : [Inline(.text(kept), at: last.offset)])
  }
}
