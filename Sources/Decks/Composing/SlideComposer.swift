/// The blocks of one slide to what stands on it: orders are obeyed and gone, steps are counted,
/// columns filled, notes kept aside.

import Markup
import Wording

struct SlideComposer {
  var source: DeckText
  var slide: Slide
  var diagnostics: [Diagnostic] = []

  /// The step what comes next belongs to.
  var step = 0
  var alignment: Alignment?
  var size = 1
  var itemGap: Int?
  var lists: Incremental
  var tables: Bool
  /// Items that appear with one step, and how deep lists are taken apart.
  var clicks = (every: 1, depth: Int.max)
  /// Pauses that begin with what comes next: after the last thing on a slide there are none.
  var pending = 0
  /// The last step that was not told by its number.
  var countedClick = 0
  /// The last of them is one that a list or a table brings along.
  var isPausedByBlock = false
  /// Where the pause stands in the text that is being settled: none, not begun yet, begun.
  var pauseOffset: Int?
  var textPause: Int?
  private(set) var isInTitle = false
  /// The heading that the title was, and whether it may be no more than one of two.
  var titleBlock: Block?
  var mayTwinTitle = false
  /// A list that comes next is none that goes on.
  var endsLists = false
  /// HTML that is being read.
  var content = HTMLContent()
  /// The columns being filled; `column` is nil between them.
  var columns: Columns?
  var column: Int?
  /// How many of remark.js's brackets are open.
  var classDepth = 0
  /// How many columns of a grid's row are taken.
  var gridFill = 0
  /// Divisions and tags that are open.
  var scopes = ScopeStack()
  /// Pandoc's example items so far, in all of the deck.
  var exampleCount: Int
  /// Notes that stand in the text itself, by labels of our own.
  var ownNotes: [String: [Inline]] = [:]
  /// Comments that may be notes: with Slidev only the last one is.
  var lastComment: String?
  /// The numbers that fragments have on this slide, in their order.
  let indices: [Int]
  /// Pictures for a side of the slide, or for all of it.
  var pictures: [SidePicture] = []

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
    exampleCount = section.examplesBefore
    lists = source.settings.incrementalLists ? .pauses : .whole
    tables = source.settings.incrementalTables
    indices = source.dialect == .reveal ? section.fragmentIndices : []
    // Fragments without a number come after those that have one.
    slide.reveal.extend(to: indices.count)
    if source.dialect == .remark { begin(section) }
  }

  // MARK: Blocks

  mutating func compose(_ block: Block) {
    if isHidden { return composeHidden(block) }
    if !block.isHTML || source.mask.marks(of: block).isEmpty { endClassedRow() }
    if content.isInside, !block.isHTML { return content.add(block) }
    if case .paragraph(let inlines) = block.kind {
      if isPause(inlines) { return pausesNext() }
      if inlines.isSpacer { return append(.space(1)) }
    }
    if !block.isHTML, !takesPauses(block) { flushPauses(at: block.range.lowerBound) }
    switch block.kind {
    case .html(let html): return composeHTML(html, block)
    case .code(let code) where DemoFence.isOne(code): return compose(code, block)
    case .code(let code) where code.isMoves: return composeMoves(code)
    case .code(let code) where source.dialect == .pandoc && code.isRaw:
      return composeRaw(code, block)
    case .code(let code) where source.dialect == .slides && code.isBanner:
      return composeBanner(code, block)
    case .code(let code) where !code.isFenced:
      if goesOnWithDefinition(code, block) { return }
    case .thematicBreak where isUnderTitle: return
    case .table: settleCaption()
    case .paragraph(let inlines):
      if takesNote(inlines, block) || takesTightHeading(inlines, block) { return }
      if source.hasDefinitions, takesDefinition(inlines, block) { return }
      if let figure = figure(inlines, block) { return figure.forEach { compose($0) } }
    case .heading(let level, let title) where isTitle:
      take(title: title)
      titleBlock = Block(.heading(level: level, slide.title ?? []), block.range)
      return
    case .heading(let level, _) where mayTwinTitle: leavesTitle(atLevel: level)
    default: break
    }
    if scopes.last?.isClicks == true, !block.isListOrTable { pause(at: block.range.lowerBound) }
    let previous = endsLists ? nil : lastBlock
    guard let settled = settle(block) else { return }
    endsLists = false
    append(.block(numbered(settled, after: previous)))
    if pausesAfter(block) {
      pending += 1
      isPausedByBlock = true
    }
  }

  /// presenterm pauses before the first item, between items, and after the last.
  private func pausesAfter(_ block: Block) -> Bool {
    guard source.dialect == .presenterm || source.dialect == .plain else { return false }
    switch block.kind {
    case .list: return lists == .pauses
    case .table: return tables
    default: return false
    }
  }

  /// In a division of notes only its end is looked for.
  private mutating func composeHidden(_ block: Block) {
    guard case .html(let html) = block.kind else { return }
    let marks = source.mask.marks(of: block)
    if marks.isEmpty { return composeHTML(html, block) }
    for (mark, offset) in marks {
      switch mark {
      case .division: scopes.append(Scope(.division, self, at: offset))
      case .endDivision: closeDivision(at: offset)
      default: break
      }
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
  var isTitle: Bool {
    slide.title == nil && columns == nil
      && slide.items.allSatisfy { item in
        switch item.content {
        case .space, .middle: true
        default: false
        }
      }
  }

  /// The title has a rule of its own.
  var isUnderTitle: Bool { slide.title != nil && slide.items.isEmpty && columns == nil }

  mutating func take(title: [Inline]) {
    // What was pushed down is a slide of its own kind: a section begins.
    if slide.items.contains(where: { $0.content == .middle }) { slide.style.isLead = true }
    slide.items = []
    isInTitle = true
    let settled = settle(title)
    isInTitle = false
    slide.anchor = settled.anchor
    // Quarto's `{visibility="hidden"}`.
    if settled.isHiddenByAttributes { slide.isSkipped = true }
    slide.title = settled.withoutAttributes.withoutOuterBlanks
    slide.titleSize = size
  }

  // MARK: What is put down

  mutating func append(_ content: Item.Content) {
    put(Item(content, alignment: alignment, size: size, itemGap: itemGap))
  }

  private mutating func put(_ item: Item) {
    let isCell = addOwnCell()
    guard let filled = columns, !filled.columns.isEmpty else { return slide.items.append(item) }
    if column == nil { tellOfNoColumn(item) }
    let place = min(column ?? 0, max(0, (columns?.columns.count ?? 1) - 1))
    columns?.columns[place].append(item)
    if isCell { column = nil }
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
    endHTML(at: end)
    while !scopes.isEmpty { closeScope(at: end) }
    endClassedRow()
    if countsLastPauses { flushPauses(at: end) }
    endColumns()
    // Nothing is parted by the last thing on a slide.
    if slide.items.count > 1, slide.items.last?.isRule == true, source.dialect != .tpp {
      slide.items.removeLast()
    }
    placePictures()
    if source.dialect.plainComment == .noteIfLast, let lastComment {
      slide.notes.append(lastComment)
    }
    slide.notes.removeAll(where: \.isEmpty)
    slide.footnotes = footnotes()
  }

  /// A picture has its side of the slide; one for all of it lies under the words. With both, Marp
  /// puts all of them on the side.
  private mutating func placePictures() {
    let pictures = pictures.prefix(4)
    guard let side = pictures.first(where: { $0.place != .all }) else {
      return slide.backgrounds += pictures.map(\.block)
    }
    slide.items = [
      Item(.columns(side.columns(of: pictures.map(\.block), beside: slide.items)))
    ]
  }
}

/// Marp's `![bg left:33%]`.
struct SidePicture {
  var block: Block
  var place: ImageAttributes.Side

  /// This picture, or others in its place, beside the rest of the slide.
  func columns(of pictures: [Block]? = nil, beside items: [Item]) -> Columns {
    let (share, isLeft): (Double, Bool) =
      switch place {
      case .left(let share): (share, true)
      case .right(let share): (share, false)
      case .all: (0.5, false)
      }
    let own = max(1, Int(share * 100))
    let pictures = (pictures ?? [block]).map { Item.block($0) }
    var columns = Columns(shares: isLeft ? [own, 100 - own] : [100 - own, own])
    columns.columns = isLeft ? [pictures, items] : [items, pictures]
    return columns
  }
}

extension Item {
  fileprivate var isRule: Bool {
    if case .block(let block) = content, case .thematicBreak = block.kind { true } else { false }
  }
}

extension Block {
  fileprivate var isListOrTable: Bool {
    switch kind {
    case .list, .table: true
    default: false
    }
  }

  var isHTML: Bool { if case .html = kind { true } else { false } }
}

extension [Inline] {
  /// `&nbsp;` and nothing else: a row that somebody wants to be blank.
  fileprivate var isSpacer: Bool {
    guard count == 1, case .text(let text) = self[0].kind, text.utf8.first == 0xC2 else {
      return false
    }
    return text.allSatisfy { $0 == "\u{A0}" }
  }
}
