/// Events of the parser to blocks and inlines, with depth bounded and places found.

import Wording

final class TreeBuilder {
  /// The address of the first byte of the source while it is parsed.
  var base: UnsafeRawPointer?
  /// What it reads beside the source.
  var places = PatchedPlaces()

  private let lines: SourceLines
  private let original: SourceLines
  // The parser calls one function after another, never one inside another: checking that at every
  // access would take a tenth of the time.
  @exclusivity(unchecked) private var blocks: [OpenBlock] = [OpenBlock(event: .other)]
  @exclusivity(unchecked) private var spans: [OpenSpan] = []
  private var diagnostics: [Diagnostic] = []
  /// The end of the last text we were told of: what follows begins after it.
  @exclusivity(unchecked) private var cursor: SourceCursor
  /// Containers deeper than the limit are flattened into the ones that hold them.
  @exclusivity(unchecked) private var flattened: [Bool] = []
  @exclusivity(unchecked) private var depth = 0
  /// Of links and pictures so far.
  private var addressBytes = 0
  /// Inside a tag a line has ended: what comes next belongs to it, whatever it begins with.
  @exclusivity(unchecked) private var isInTag = false

  init(_ lines: SourceLines, _ original: SourceLines, _ range: Range<Int>) {
    self.lines = lines
    self.original = original
    cursor = SourceCursor(lines, at: range.lowerBound)
  }

  static func of(_ pointer: UnsafeMutableRawPointer?) -> TreeBuilder? {
    pointer.map { Unmanaged<TreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  var document: MarkdownDocument {
    MarkdownDocument(blocks: blocks[0].blocks, diagnostics: diagnostics)
  }

  // MARK: Blocks

  func enter(_ event: BlockEvent) {
    if event.isContainer { depth += 1 }
    flattened.append((event.isContainer || event.isItem) && depth > Limits.depth)
    if flattened.last == true { return flatten() }
    if blocks[blocks.count - 1].event.isItem { blocks[blocks.count - 1].endText() }
    var block = OpenBlock(event: event)
    if case .code(let info, let isFenced) = event {
      block.code = code(info, isFenced)
      // Its lines follow the one with the info string.
      if isFenced, let place = block.code?.infoOffset { cursor.skipLine(of: place) }
    }
    blocks.append(block)
  }

  private func flatten() {
    if !blocks[blocks.count - 1].inlines.isEmpty { append(Inline(.softBreak, at: cursor.offset)) }
    guard diagnostics.isEmpty else { return }
    diagnostics.append(
      .warning(
        Phrase(
          "nested deeper than \(Limits.depth) levels: shown flat",
          "вложенность больше \(Limits.depth) уровней: глубже показано без неё"), at: cursor.offset)
    )
  }

  private func code(_ info: UnsafeRawBufferPointer, _ isFenced: Bool) -> CodeBlock {
    let place = offset(of: info) ?? (isFenced ? cursor.nextFence : nil)
    return CodeBlock(
      info: String(decoding: info), isFenced: isFenced,
      infoOffset: place ?? cursor.offset, lines: [])
  }

  func leave(isContainer: Bool) {
    if isContainer { depth -= 1 }
    // The document itself is entered as `other` by the parser; the root below it stays.
    guard let wasFlattened = flattened.popLast() else { return }
    guard !wasFlattened else { return }
    guard blocks.count > 1, let block = blocks.popLast() else { return }
    close(block)
  }

  private func close(_ block: OpenBlock) {
    let parent = blocks.count - 1
    switch block.event {
    case .item(let isDone):
      blocks[parent].items.append(List.Item(isDone: isDone, blocks: block.content))
    case .cell(let alignment):
      if blocks[parent].table.alignments.count <= blocks[parent].cells.count {
        blocks[parent].table.alignments.append(alignment)
      }
      blocks[parent].cells.append(block.refinedInlines)
    case .heading:
      cursor.skipUnderline()
      if let kind = kind(of: block) { append(Block(kind, range(of: block, kind)), to: parent) }
    case .code(_, isFenced: true):
      if let kind = kind(of: block) { append(Block(kind, range(of: block, kind)), to: parent) }
      cursor.skipClosingFence()
    case .row: closeRow(block)
    case .other:
      // Head, body and the document: what they hold belongs to the block around them.
      if !block.blocks.isEmpty { blocks[parent].blocks += block.blocks }
      if !block.table.rows.isEmpty { merge(block.table, into: parent) }
    default:
      guard let kind = kind(of: block) else { return }
      append(Block(kind, range(of: block, kind)), to: parent)
    }
    if blocks[parent].start == nil { blocks[parent].start = block.start }
  }

  private func append(_ block: Block, to parent: Int) {
    blocks[parent].blocks.append(block)
  }

  private func closeRow(_ block: OpenBlock) {
    let parent = blocks.count - 1
    let row = Table.Row(block.cells, at: block.start ?? cursor.offset)
    merge(Table(alignments: block.table.alignments, head: [], rows: [row]), into: parent)
  }

  private func merge(_ table: Table, into parent: Int) {
    if blocks[parent].table.alignments.isEmpty {
      blocks[parent].table.alignments = table.alignments
    }
    blocks[parent].table.rows += table.rows
  }

  private func kind(of block: OpenBlock) -> Block.Kind? {
    switch block.event {
    case .quote: Alert(quoted: block.content).map { .alert($0) } ?? .quote(block.content)
    case .list(let marker, let isTight):
      .list(List(marker: marker, isTight: isTight, items: block.items))
    case .heading(let level): .heading(level: level, block.refinedInlines)
    case .paragraph: headingSource(of: block).map { .html($0) } ?? .paragraph(block.refinedInlines)
    case .thematicBreak: .thematicBreak(takeThematicBreak())
    case .html: .html(block.html)
    case .code: block.code.map { .code(trimmed($0)) }
    case .table:
      .table(
        Table(
          alignments: block.table.alignments, head: block.table.rows.first?.cells ?? [],
          rows: Array(block.table.rows.dropFirst())))
    case .item, .row, .cell, .other: nil
    }
  }

  /// `<h1>…</h1>` is a block (CommonMark 4.6, kind 6), which the parser does not know.
  private func headingSource(of block: OpenBlock) -> String? {
    guard case .html(let tag)? = block.inlines.first?.kind, let start = block.start,
      tag.utf8.starts(with: "<h".utf8) || tag.utf8.starts(with: "<H".utf8),
      let level = tag.utf8.dropFirst(2).first, (0x31...0x36).contains(level),
      let next = tag.utf8.dropFirst(3).first, next == UInt8(ascii: ">") || next <= 0x20,
      !blocks.contains(where: { $0.event.isQuote })
    else { return nil }
    return original.text(in: start..<cursor.offset) + "\n"
  }

  /// Code ends with a line end, not with an empty line.
  private func trimmed(_ code: CodeBlock) -> CodeBlock {
    var code = code
    if code.lines.last?.text.isEmpty == true { code.lines.removeLast() }
    return code
  }

  private func range(of block: OpenBlock, _ kind: Block.Kind) -> Range<Int> {
    let end = cursor.offset
    if case .thematicBreak = kind { return min(breakStart, end)..<end }
    return min(block.code?.infoOffset ?? block.start ?? end, end)..<end
  }

  private var breakStart = 0

  private func takeThematicBreak() -> Character {
    let (mark, start) = cursor.takeThematicBreak()
    breakStart = start
    return mark
  }

  // MARK: Spans and text

  func enter(_ event: SpanEvent) {
    spans.append(OpenSpan(event: shared(event), offset: cursor.next(event)))
  }

  /// One definition may be the address of ten thousand links, each with a copy of it: no more of them
  /// than there could be if every link said its own.
  private func shared(_ event: SpanEvent) -> SpanEvent {
    switch event {
    case .link(let address): spend(address) ? event : .link("")
    case .image(let address): spend(address) ? event : .image("")
    default: event
    }
  }

  private func spend(_ address: String) -> Bool {
    addressBytes += address.utf8.count
    return addressBytes <= max(Limits.addresses, lines.bytes.count)
  }

  func leaveSpan() {
    guard let span = spans.popLast() else { return }
    cursor.skipTarget(ofSpanAt: span.offset)
    // Beyond the limit the marks are lost, never the words.
    let inlines = span.extras.refined(span.inlines)
    if case .math(isDisplay: false) = span.event, inlines.plainText.isPrice {
      return append(Inline(.text("$" + inlines.plainText + "$"), at: span.offset))
    }
    guard spans.count < Limits.depth, var kind = span.kind(inlines) else {
      for inline in inlines { append(inline) }
      return
    }
    // In a cell a bar is escaped in code, too (GFM 4.10).
    if case .code(let text) = kind, blocks[blocks.count - 1].event.isCell {
      kind = .code(text.withBareBars)
    }
    append(Inline(kind, at: span.offset))
  }

  func text(_ event: TextEvent, _ bytes: UnsafeRawBufferPointer) {
    let place = offset(of: bytes)
    let start = place ?? cursor.offset
    if let place { cursor.offset = end(of: bytes, at: place) }
    let top = blocks.count - 1
    if blocks[top].start == nil { blocks[top].start = start }
    switch event {
    case .code where blocks[top].code != nil: addCode(bytes, at: place)
    case .html where blocks[top].event.isHTML: blocks[top].html += String(decoding: bytes)
    case .html: appendTag(bytes, at: start)
    default: append(words(event, bytes, at: place), at: start, isLiteral(event, bytes, at: place))
    }
  }

  /// Whether the first sign of a text stands for itself: written with a backslash, or by its name.
  private func isLiteral(
    _ event: TextEvent, _ bytes: UnsafeRawBufferPointer, at place: Int?
  ) -> Bool {
    switch event {
    case .entity: true
    case .normal:
      if let place, place > 0 { original.bytes[place - 1] == UInt8(ascii: "\\") } else { false }
    default: false
    }
  }

  private func append(_ kind: Inline.Kind, at offset: Int, _ isLiteral: Bool) {
    guard isLiteral, case .text(let text) = kind, let sign = text.utf8.first, sign.mayEmbrace else {
      return append(Inline(kind, at: offset))
    }
    append(Inline(literal: String(text.prefix(1)), at: offset))
    if text.count > 1 { append(Inline(.text(String(text.dropFirst())), at: offset + 1)) }
  }

  private func words(
    _ event: TextEvent, _ bytes: UnsafeRawBufferPointer, at place: Int?
  ) -> Inline.Kind {
    switch event {
    case .null: return .text("\u{FFFD}")
    case .lineBreak: return .lineBreak
    case .softBreak: return .softBreak
    case .entity: return .text(Entities.text(of: String(decoding: bytes)))
    case .normal:
      if bytes.contains(UInt8(ascii: ":")) { note { $0.hasColons = true } }
      guard let place, !isPatched(bytes) else { fallthrough }
      return .text(
        String(decoding: original.bytes[place..<place + bytes.count], as: UTF8.self))
    case .code, .math, .html: return .text(String(decoding: bytes))
    }
  }

  private func addCode(_ bytes: UnsafeRawBufferPointer, at place: Int?) {
    // Without a place of its own, text follows on the line after the last we know of.
    let nextLine = min(lines.line(at: cursor.offset) + 1, lines.count - 1)
    blocks[blocks.count - 1].addCode(
      String(decoding: bytes), at: place ?? lines.range(ofLine: nextLine).lowerBound, lines)
  }

  /// A tag or a comment; the parser gives those over several lines line by line.
  private func appendTag(_ bytes: UnsafeRawBufferPointer, at start: Int) {
    let isLineEnd = bytes.elementsEqual("\n".utf8)
    let isRest = isLineEnd || isInTag || bytes.first != UInt8(ascii: "<")
    isInTag = isLineEnd
    note { $0.hasTags = true }
    if !isRest || !extendTag(by: bytes) {
      append(Inline(.html(String(decoding: bytes)), at: start))
    }
  }

  private func extendTag(by bytes: UnsafeRawBufferPointer) -> Bool {
    let more = String(decoding: bytes)
    return spans.isEmpty
      ? blocks[blocks.count - 1].inlines.extendLastTag(by: more)
      : spans[spans.count - 1].inlines.extendLastTag(by: more)
  }

  /// A text of more pieces than a slide may have bytes is never shown: what is more is not kept.
  private func append(_ inline: Inline) {
    if !spans.isEmpty {
      guard spans[spans.count - 1].inlines.count <= Limits.slide else { return }
      spans[spans.count - 1].inlines.append(joining: inline)
    } else {
      guard blocks[blocks.count - 1].inlines.count <= Limits.slide else { return }
      blocks[blocks.count - 1].inlines.append(joining: inline)
    }
  }

  private func note(_ change: (inout Extras) -> Void) {
    if !spans.isEmpty {
      change(&spans[spans.count - 1].extras)
    } else {
      change(&blocks[blocks.count - 1].extras)
    }
  }

  private func isPatched(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let base, let start = bytes.baseAddress else { return false }
    return places.holdPatch(in: start - base..<start - base + bytes.count)
  }

  private func end(of bytes: UnsafeRawBufferPointer, at place: Int) -> Int {
    guard let base, let start = bytes.baseAddress, isPatched(bytes) else {
      return place + bytes.count
    }
    return max(place, places.offset(of: start - base + bytes.count) ?? place)
  }

  private func offset(of bytes: UnsafeRawBufferPointer) -> Int? {
    guard let base, let start = bytes.baseAddress, bytes.count > 0 else { return nil }
    guard let offset = places.offset(of: start - base) else { return nil }
    return (0..<lines.bytes.count).contains(offset) ? offset : nil
  }
}

extension UInt8 {
  /// The signs of marks that the parser knows nothing of, and others read behind it.
  fileprivate var mayEmbrace: Bool {
    switch self {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "^"), UInt8(ascii: "\\"):
      true
    default: false
    }
  }
}

extension String {
  /// Pandoc's rule: formulas have no blank inside their dollars, sums of money may.
  fileprivate var isPrice: Bool { first?.isWhitespace != false || last?.isWhitespace != false }
}
