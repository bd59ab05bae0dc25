/// Blocks as they will stand on the slide: what is ordered inside them is obeyed, steps inside lists,
/// tables and code are counted, in the order of the source.

import Markup
import Wording

extension SlideComposer {
  /// The block without the orders in it; nil if nothing is left.
  mutating func settle(_ block: Block) -> Block? {
    if pending > 0, block.isVisible, !takesPauses(block) {
      flushPauses(at: block.range.lowerBound)
    }
    (textPause, pauseOffset) = (nil, nil)
    // Most blocks have nothing in them: they are looked through, not built anew.
    if isPlain, block.isSettled { return block }
    switch block.kind {
    case .html: return settle([block]).first
    case .list(let list): return settle(list, block)
    case .quote(let inner): return settleQuote(inner, block)
    case .alert(var alert):
      alert.blocks = settle(alert.blocks)
      return Block(.alert(alert), block.range)
    case .paragraph(let inlines): return settleParagraph(inlines, block)
    case .heading(let level, let inlines):
      let before = step
      let fragment = inlines.lazy.compactMap(\.fragmentMark).first
      if let fragment { _ = begin(fragment, at: block.range.lowerBound) }
      defer { if fragment != nil { returnToStep(before, at: block.range.upperBound) } }
      let settled = settle(inlines)
      if let anchor = settled.anchor { slide.innerAnchors.append(anchor) }
      let words = settled.withoutAttributes
      // Some write one to push down what is below it.
      guard words.contains(where: \.isVisible) else { return nil }
      return Block(.heading(level: level, words), block.range)
    case .code(let code): return settle(code, block)
    case .table(let table): return settle(table, block)
    case .thematicBreak: return block
    }
  }

  /// The blocks inside another one.
  mutating func settle(_ blocks: [Block]) -> [Block] {
    var settled: [Block] = []
    var isApart = false
    for block in blocks {
      if case .paragraph(let inlines) = block.kind, isPause(inlines) {
        pausesNext()
        continue
      }
      isApart = isApart || block.isEmptyComment
      for shown in block.isHTML ? [block].readingHTML() : [block] {
        guard let next = settle(shown) else { continue }
        settled.append(numbered(next, after: isApart ? nil : settled.last))
        isApart = false
      }
    }
    return settled
  }

  /// Whether a text means here what it means everywhere.
  private var isPlain: Bool {
    lists == .whole && !tables && !source.mayHoldMarks && !source.hasOwnText
  }

  private mutating func settleParagraph(_ inlines: [Inline], _ block: Block) -> Block? {
    let inlines = withoutBackgrounds(inlines, block)
    guard !inlines.allSatisfy(\.isBlank) else { return nil }
    if let other = pandocBlock(inlines, block) {
      if case .list(let list) = other.kind { return settle(list, other) }
      return settlePlain(other)
    }
    return settlePlain(Block(.paragraph(inlines), block.range))
  }

  private mutating func settlePlain(_ block: Block) -> Block? {
    guard case .paragraph(let inlines) = block.kind else { return block }
    let before = step
    let fragment = inlines.lazy.compactMap(\.fragmentMark).first
    if let fragment { _ = begin(fragment, at: block.range.lowerBound) }
    defer { if fragment != nil { returnToStep(before, at: block.range.upperBound) } }
    let kept = settle(inlines)
    if kept.allSatisfy(\.isBlank) { return nil }
    return Block(.paragraph(kept), kept.beginsLater ? block.range.earlier : block.range)
  }

  /// Marp's backgrounds stand beside the text or, over all of the slide, below it.
  private mutating func withoutBackgrounds(_ inlines: [Inline], _ block: Block) -> [Inline] {
    guard inlines.contains(where: { if case .image = $0.kind { true } else { false } }) else {
      return inlines
    }
    return inlines.filter { inline in
      guard case .image(let image) = inline.kind,
        let place = ImageAttributes(alternative: image.alternative.plainText).background
      else { return true }
      // `![bg](#123456)` is a colour.
      if image.source.hasPrefix("#") { return false }
      let picture = Image(image.source, [], size: settle(image, at: inline.offset).size)
      let own = Block(.paragraph([Inline(.image(picture), at: inline.offset)]), block.range)
      pictures.append(SidePicture(block: own, place: place))
      return false
    }
  }

  // MARK: Lists

  private mutating func settle(_ list: List, _ block: Block) -> Block {
    var list = source.named(list)
    let before = step
    let mode = mode(of: list)
    for index in list.items.indices {
      let offset = list.items[index].offset ?? block.range.lowerBound
      let fragment = list.items[index].blocks.first?.fragmentMark
      let own = step
      if mode != .whole, index % clicks.every == 0 { pauseOnce(at: offset) }
      flushPauses(at: offset)
      if let fragment { _ = begin(fragment, at: offset) }
      clicks.depth -= 1
      list.items[index].blocks = settleItem(list.items[index].blocks, fragment != nil)
      clicks.depth += 1
      if fragment != nil { returnToStep(own, at: list.items[index].end ?? block.range.upperBound) }
    }
    if mode == .fragments { returnToStep(before, at: block.range.upperBound) }
    return Block(.list(list), block.range)
  }

  private mutating func settleItem(_ blocks: [Block], _ isFragment: Bool) -> [Block] {
    var blocks = blocks
    // The mark belongs to the item, not to the paragraph in it.
    if isFragment, case .paragraph(let inlines)? = blocks.first?.kind {
      blocks[0].kind = .paragraph(inlines.filter { $0.fragmentMark == nil })
    }
    return settle(blocks)
  }

  /// Whether a block begins with a step of its own, in which a pause before it ends.
  func takesPauses(_ block: Block) -> Bool {
    switch block.kind {
    case .list(let list): mode(of: list) != .whole
    case .table: tables
    case .quote(let inner): twin(in: inner).map { $0.mode != .whole } ?? false
    default: false
    }
  }

  private func mode(of list: List) -> Incremental {
    if lists != .whole { return clicks.depth > 0 ? lists : .whole }
    guard source.dialect.starsAreSteps else { return .whole }
    switch list.marker {
    case .bullet("*"), .ordered(_, ")"): return .fragments
    default: return .whole
    }
  }

  /// In patat and Pandoc a list in a quote appears the other way round.
  private mutating func settleQuote(_ inner: [Block], _ block: Block) -> Block? {
    if let code = source.literateCode(block) { return code }
    guard let twin = twin(in: inner) else { return Block(.quote(settle(inner)), block.range) }
    let before = lists
    lists = twin.mode
    defer { lists = before }
    return settle(twin.list)
  }

  private func twin(in inner: [Block]) -> (list: Block, mode: Incremental)? {
    guard source.dialect == .patat || source.dialect == .pandoc, inner.count == 1,
      case .list = inner[0].kind
    else { return nil }
    return (inner[0], lists != .whole ? .whole : source.dialect == .pandoc ? .fragments : .pauses)
  }

  // MARK: Tables and code

  private mutating func settle(_ table: Table, _ block: Block) -> Block {
    var table = table
    table.head = table.head.map { settle(cell: $0) }
    if tables { pauseOnce(at: block.range.lowerBound) }
    for index in table.rows.indices {
      let offset = table.rows[index].offset
      if tables || lists == .fragments { pause(at: offset) }
      flushPauses(at: offset)
      textPause = nil
      let (own, before) = (table.rows[index].cells.fragmentMark, step)
      if let own { _ = begin(own, at: offset) }
      table.rows[index].cells = table.rows[index].cells.map { settle(cell: $0) }
      guard own != nil else { continue }
      let isLast = index == table.rows.count - 1
      returnToStep(before, at: isLast ? block.range.upperBound : table.rows[index + 1].offset)
    }
    return Block(.table(table), block.range)
  }

  private mutating func settle(_ code: CodeBlock, _ block: Block) -> Block {
    if DemoFence.isOne(code) { tellOfInnerDemo(code) }
    var code = source.included(code, &diagnostics)
    guard code.isFenced else { return Block(.code(code), block.range) }
    // GitHub's formulas.
    if code.info == "math" {
      return Block(
        .paragraph([Inline(.math(code.text, isDisplay: true), at: code.infoOffset)]), block.range)
    }
    let attributes = CodeAttributes(
      info: code.info, hasLineNumbers: source.settings.hasLineNumbers)
    code.display = attributes.display
    if let program = attributes.program {
      diagnostics.append(.notRun(program, at: code.infoOffset))
    }
    // Marp reads nothing of this.
    if source.dialect == .marp { code.display.highlights = [] }
    if source.dialect == .remark { code.takeLitLines() }
    source.hideLines(of: &code)
    if code.display.highlights.count > 1 {
      code.display.lightsFrom = lastClick
      addClicks(code.display.highlights.count - 1)
    }
    return Block(.code(code), block.range)
  }

  private mutating func tellOfInnerDemo(_ code: CodeBlock) {
    diagnostics.append(
      .warning(
        Phrase(
          "a demo in a list or a quote is shown as code: it stands on the slide itself",
          "демо в списке или цитате показано как код: его место на самом слайде"),
        at: code.infoOffset))
  }
}

extension Block {
  /// Whether there is anything to be seen; of HTML that is not known before it is read.
  var isVisible: Bool {
    switch kind {
    case .html: false
    case .paragraph(let inlines): inlines.contains(where: \.isVisible)
    default: true
    }
  }

  /// Whether nothing in a block is an order, a picture or code.
  fileprivate var isSettled: Bool {
    switch kind {
    case .paragraph(let inlines): !inlines.contains { $0.needsSettling }
    case .list(let list): list.items.allSatisfy { $0.blocks.allSatisfy(\.isSettled) }
    case .quote(let inner): inner.allSatisfy(\.isSettled)
    case .thematicBreak: true
    case .heading, .alert, .code, .table, .html: false
    }
  }
}

extension Inline {
  fileprivate var isBlank: Bool {
    switch kind {
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .softBreak, .lineBreak: true
    default: false
    }
  }

  /// `<!-- .element: class="fragment" data-fragment-index="1" -->`
  var fragmentMark: Fragment? {
    guard case .html(let html) = kind, case .comment(let text)? = HTMLTokens.of(html).first?.token
    else { return nil }
    return Fragment(elementComment: text)
  }
}

extension Fragment {
  /// What reveal.js's comment says of the element it stands in.
  init?(elementComment text: String) {
    let body = text.trimmedBlanks
    guard body.hasPrefix(".element:"),
      case .tag(let tag)? = HTMLTokens.of("<p " + body.dropFirst(9) + ">").first?.token,
      let fragment = tag.fragment
    else { return nil }
    self = fragment
  }
}

extension Block {
  fileprivate var fragmentMark: Fragment? {
    guard case .paragraph(let inlines) = kind else { return nil }
    return inlines.lazy.compactMap(\.fragmentMark).first
  }
}

extension [Inline] {
  /// Words of a step of their own stand before others.
  fileprivate var beginsLater: Bool {
    guard case .styled(.fragment, _)? = first?.kind else { return false }
    return dropFirst().contains(where: \.isVisible)
  }
}

extension Range<Int> {
  /// From before the mark of a step at its beginning: that is the words' and not the block's.
  fileprivate var earlier: Range { Swift.max(0, lowerBound - 1)..<upperBound }
}

extension [[Inline]] {
  /// What a row says stands in its first cell.
  fileprivate var fragmentMark: Fragment? { first?.lazy.compactMap(\.fragmentMark).first }
}

extension List.Item {
  var end: Int? { blocks.last?.range.upperBound }
}
