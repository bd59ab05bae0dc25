/// Blocks as they will stand on the slide: what is ordered inside them is obeyed, steps inside lists,
/// tables and code are counted, in the order of the source.

import Markup
import Wording

extension SlideComposer {
  /// The block without the orders in it; nil if nothing is left.
  mutating func settle(_ block: Block) -> Block? {
    switch block.kind {
    case .html(let html): return settleInner(html, block)
    case .list(let list): return settle(list, block)
    case .quote(let inner): return settleQuote(inner, block)
    case .alert(var alert):
      alert.blocks = alert.blocks.compactMap { settle($0) }
      return Block(.alert(alert), block.range)
    case .paragraph(let inlines): return settleParagraph(inlines, block)
    case .heading(let level, let inlines):
      return Block(.heading(level: level, settle(inlines).withoutAttributes), block.range)
    case .code(let code): return settle(code, block)
    case .table(let table): return settle(table, block)
    case .thematicBreak: return block
    }
  }

  /// Comments inside a list or a quote are obeyed there, other HTML is shown.
  private mutating func settleInner(_ html: String, _ block: Block) -> Block? {
    for (token, offset) in HTMLTokens.of(html) {
      if case .comment(let text) = token {
        obey(comment: text, at: block.range.lowerBound + offset)
      }
    }
    let shown = HTMLContent.inlines(of: html, at: block.range.lowerBound)
    return shown.isEmpty ? nil : Block(.paragraph(shown), block.range)
  }

  private mutating func settleParagraph(_ inlines: [Inline], _ block: Block) -> Block? {
    let isFragment = inlines.contains { $0.isFragmentMark }
    let before = step
    if isFragment { pause(at: block.range.lowerBound) }
    defer { if isFragment { returnToStep(before, at: block.range.upperBound) } }
    let kept = settle(inlines)
    if kept.count < inlines.count, kept.allSatisfy(\.isBlank) { return nil }
    return Block(.paragraph(kept), block.range)
  }

  /// The inlines without comments, pictures with the sizes their texts tell.
  mutating func settle(_ inlines: [Inline]) -> [Inline] {
    guard inlines.contains(where: { $0.needsSettling }) || source.mayHoldMarks else {
      return inlines
    }
    var kept: [Inline] = []
    for var inline in inlines {
      switch inline.kind {
      case .html(let html):
        if case .comment(let text)? = HTMLTokens.of(html).first?.token {
          obey(comment: text, at: inline.offset)
        }
        continue
      case .image(let image): inline.kind = .image(settle(image, at: inline.offset))
      case .text(let text): takeAttributes(text, &inline, into: &kept)
      case .softBreak where source.dialect.keepsLineEnds: inline.kind = .lineBreak
      default: inline.inner = inline.inner.map { settle($0) }
      }
      kept.append(contentsOf: source.withFootnotes(inline))
    }
    return kept
  }

  // MARK: Lists

  private mutating func settle(_ list: List, _ block: Block) -> Block {
    var list = list
    let before = step
    let mode = mode(of: list)
    for index in list.items.indices {
      let offset = list.items[index].offset ?? block.range.lowerBound
      let isFragment = list.items[index].blocks.first?.isMarkedFragment == true
      let own = step
      if mode != .whole, mode == .fragments || index > 0 || pausesBeforeLists { pause(at: offset) }
      if isFragment { pause(at: offset) }
      list.items[index].blocks = settleItem(list.items[index].blocks, isFragment)
      if isFragment { returnToStep(own, at: list.items[index].end ?? block.range.upperBound) }
    }
    if mode == .fragments { returnToStep(before, at: block.range.upperBound) }
    return Block(.list(list), block.range)
  }

  private mutating func settleItem(_ blocks: [Block], _ isFragment: Bool) -> [Block] {
    var blocks = blocks
    // The mark belongs to the item, not to the paragraph in it.
    if isFragment, case .paragraph(let inlines)? = blocks.first?.kind {
      blocks[0].kind = .paragraph(inlines.filter { !$0.isFragmentMark })
    }
    return blocks.compactMap { settle($0) }
  }

  private func mode(of list: List) -> Incremental {
    if lists != .whole { return lists }
    guard source.dialect.starsAreSteps else { return .whole }
    switch list.marker {
    case .bullet("*"), .ordered(_, ")"): return .fragments
    default: return .whole
    }
  }

  private var pausesBeforeLists: Bool { source.dialect == .presenterm || source.dialect == .plain }

  /// In patat and Pandoc a list in a quote appears the other way round.
  private mutating func settleQuote(_ inner: [Block], _ block: Block) -> Block? {
    let isTwin = source.dialect == .patat || source.dialect == .pandoc
    if isTwin, inner.count == 1, case .list = inner[0].kind {
      let before = lists
      lists = lists == .whole ? .pauses : .whole
      defer { lists = before }
      return settle(inner[0])
    }
    return Block(.quote(inner.compactMap { settle($0) }), block.range)
  }

  // MARK: Tables and code

  private mutating func settle(_ table: Table, _ block: Block) -> Block {
    var table = table
    table.head = table.head.map { settle($0) }
    for index in table.rows.indices {
      if tables { pause(at: table.rows[index].offset) }
      table.rows[index].cells = table.rows[index].cells.map { settle($0) }
    }
    return Block(.table(table), block.range)
  }

  private mutating func settle(_ code: CodeBlock, _ block: Block) -> Block {
    if DemoFence.isOne(code) { tellOfInnerDemo(code) }
    var code = source.included(code, &diagnostics)
    guard code.isFenced else { return Block(.code(code), block.range) }
    let attributes = CodeAttributes(info: source.info(of: code))
    code.display = attributes.display
    source.hideLines(of: &code)
    if code.display.highlights.count > 1 {
      step = slide.reveal.last + code.display.highlights.count - 1
      slide.reveal.mark(step, at: block.range.upperBound)
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

extension Inline {
  fileprivate var needsSettling: Bool {
    switch kind {
    case .html, .image, .softBreak: true
    case .text(let text): text.utf8.contains(UInt8(ascii: "{"))
    default: inner?.contains { $0.needsSettling } == true
    }
  }

  fileprivate var isBlank: Bool {
    switch kind {
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .softBreak, .lineBreak: true
    default: false
    }
  }

  /// `<!-- .element: class="fragment" -->`
  var isFragmentMark: Bool {
    guard case .html(let html) = kind, html.contains(".element") else { return false }
    return html.contains("fragment")
  }
}

extension Block {
  fileprivate var isMarkedFragment: Bool {
    guard case .paragraph(let inlines) = kind else { return false }
    return inlines.contains { $0.isFragmentMark }
  }
}

extension List.Item {
  var end: Int? { blocks.last?.range.upperBound }
}
