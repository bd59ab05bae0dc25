/// md4c's callbacks as calls on a tree builder; offsets are bytes of the whole source.

import CMd4c
import Wording

/// What was read: the tree, and what was wrong with it. Reading never fails.
package struct MarkdownDocument: Sendable {
  package var blocks: [Block]
  package var diagnostics: [Diagnostic]
}

/// Reads CommonMark with GFM's tables, strikethrough, task lists and autolinks.
package struct MarkdownReader {
  private let lines: SourceLines
  private let original: SourceLines
  private let patches: [SourcePatch]

  /// Reads lines; where some bytes were put there for the parser alone, the text is taken from the
  /// original. Patches are read, too, and are nowhere in either.
  package init(
    _ lines: SourceLines, original: SourceLines? = nil, patches: [SourcePatch] = []
  ) {
    self.lines = lines
    self.original = original ?? lines
    self.patches = patches
  }

  /// The blocks of a part of the source. Definitions of links that stand elsewhere hold in it, too:
  /// they are nothing else than that, whole lines.
  package func document(in range: Range<Int>, definitions: [UInt8] = []) -> MarkdownDocument {
    // Where a text ends is reckoned, tabs are several blanks in it: it may seem to end behind the end.
    let range = range.clamped(to: 0..<lines.bytes.count)
    let builder = TreeBuilder(lines, original, range)
    let part = lines.bytes[range]
    let own = patches.patches(in: range)
    let isDefined = !definitions.isEmpty && part.contains(UInt8(ascii: "["))
    guard isDefined || !own.isEmpty else {
      part.withUnsafeBytes { Self.parse($0, from: 0, range, builder) }
      return builder.document
    }
    var bytes = isDefined ? definitions : []
    let start = bytes.count
    builder.places.append(range, of: lines.bytes, own, to: &bytes)
    bytes.withUnsafeBytes { Self.parse($0, from: start, range, builder) }
    return builder.document
  }

  /// Parses all the bytes; those from `start` on are the source's in the range.
  private static func parse(
    _ bytes: UnsafeRawBufferPointer, from start: Int, _ range: Range<Int>, _ builder: TreeBuilder
  ) {
    guard let first = bytes.baseAddress else { return }
    builder.base = first + (start - range.lowerBound)
    var parser = parser
    _ = md_parse(
      first.assumingMemoryBound(to: CChar.self), UInt32(bytes.count), &parser,
      Unmanaged.passUnretained(builder).toOpaque())
  }

  private static var parser: MD_PARSER {
    var parser = MD_PARSER()
    parser.flags = UInt32(
      MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS
        | MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_PERMISSIVEWWWAUTOLINKS
        | MD_FLAG_PERMISSIVEEMAILAUTOLINKS | MD_FLAG_LATEXMATHSPANS)
    parser.enter_block = { type, detail, builder in
      TreeBuilder.of(builder)?.enter(MarkdownReader.block(type, detail))
      return 0
    }
    parser.leave_block = { type, _, builder in
      let isContainer = type == MD_BLOCK_QUOTE || type == MD_BLOCK_UL || type == MD_BLOCK_OL
      TreeBuilder.of(builder)?.leave(isContainer: isContainer)
      return 0
    }
    parser.enter_span = { type, detail, builder in
      TreeBuilder.of(builder)?.enter(MarkdownReader.span(type, detail))
      return 0
    }
    parser.leave_span = { _, _, builder in
      TreeBuilder.of(builder)?.leaveSpan()
      return 0
    }
    parser.text = { type, text, count, builder in
      guard let text else { return 0 }
      let bytes = UnsafeRawBufferPointer(start: text, count: Int(count))
      TreeBuilder.of(builder)?.text(MarkdownReader.text(type), bytes)
      return 0
    }
    return parser
  }

  private static func block(
    _ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?
  ) -> BlockEvent {
    switch type {
    case MD_BLOCK_QUOTE: .quote
    case MD_BLOCK_UL: list(detail?.load(as: MD_BLOCK_UL_DETAIL.self))
    case MD_BLOCK_OL: list(detail?.load(as: MD_BLOCK_OL_DETAIL.self))
    case MD_BLOCK_LI: item(detail?.load(as: MD_BLOCK_LI_DETAIL.self))
    case MD_BLOCK_HR: .thematicBreak
    case MD_BLOCK_H: .heading(Int(detail?.load(as: MD_BLOCK_H_DETAIL.self).level ?? 1))
    case MD_BLOCK_CODE: code(detail?.load(as: MD_BLOCK_CODE_DETAIL.self))
    case MD_BLOCK_HTML: .html
    case MD_BLOCK_P: .paragraph
    case MD_BLOCK_TABLE: .table
    case MD_BLOCK_TR: .row
    case MD_BLOCK_TH, MD_BLOCK_TD:
      .cell(alignment(detail?.load(as: MD_BLOCK_TD_DETAIL.self).align))
    default: .other
    }
  }

  private static func list(_ list: MD_BLOCK_UL_DETAIL?) -> BlockEvent {
    .list(
      .bullet(character(list?.mark ?? CChar(bitPattern: UInt8(ascii: "-")))),
      isTight: list?.is_tight != 0)
  }

  private static func list(_ list: MD_BLOCK_OL_DETAIL?) -> BlockEvent {
    let delimiter = character(list?.mark_delimiter ?? CChar(bitPattern: UInt8(ascii: ".")))
    return .list(
      .ordered(start: Int(list?.start ?? 1), delimiter: delimiter), isTight: list?.is_tight != 0)
  }

  private static func item(_ item: MD_BLOCK_LI_DETAIL?) -> BlockEvent {
    guard let item, item.is_task != 0 else { return .item(isDone: nil) }
    return .item(isDone: item.task_mark != CChar(bitPattern: UInt8(ascii: " ")))
  }

  private static func code(_ code: MD_BLOCK_CODE_DETAIL?) -> BlockEvent {
    guard let code else { return .other }
    return .code(
      info: UnsafeRawBufferPointer(start: code.info.text, count: Int(code.info.size)),
      isFenced: code.fence_char != 0)
  }

  private static func alignment(_ align: MD_ALIGN?) -> Table.Alignment {
    switch align {
    case MD_ALIGN_LEFT: .left
    case MD_ALIGN_CENTER: .center
    case MD_ALIGN_RIGHT: .right
    default: .standard
    }
  }

  private static func span(
    _ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?
  ) -> SpanEvent {
    switch type {
    case MD_SPAN_EM: .emphasis
    case MD_SPAN_STRONG: .strong
    case MD_SPAN_DEL: .strikethrough
    case MD_SPAN_CODE: .code
    case MD_SPAN_LATEXMATH: .math(isDisplay: false)
    case MD_SPAN_LATEXMATH_DISPLAY: .math(isDisplay: true)
    case MD_SPAN_A: .link(string((detail?.load(as: MD_SPAN_A_DETAIL.self).href)))
    case MD_SPAN_IMG: .image(string(detail?.load(as: MD_SPAN_IMG_DETAIL.self).src))
    default: .other
    }
  }

  private static func text(_ type: MD_TEXTTYPE) -> TextEvent {
    switch type {
    case MD_TEXT_NULLCHAR: .null
    case MD_TEXT_BR: .lineBreak
    case MD_TEXT_SOFTBR: .softBreak
    case MD_TEXT_ENTITY: .entity
    case MD_TEXT_CODE: .code
    case MD_TEXT_HTML: .html
    case MD_TEXT_LATEXMATH: .math
    default: .normal
    }
  }

  /// The text of an address or a title; the parser says which pieces of it are references.
  private static func string(_ attribute: MD_ATTRIBUTE?) -> String {
    guard let attribute, let text = attribute.text else { return "" }
    // Forty thousand links to one address of forty thousand letters are 1.6 GB.
    let bytes = UnsafeRawBufferPointer(
      start: text, count: min(Int(attribute.size), Limits.address))
    var result = ""
    var (index, start) = (0, 0)
    while start < bytes.count {
      let end = min(Int(attribute.substr_offsets[index + 1]), bytes.count)
      let piece = String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      switch attribute.substr_types[index] {
      case MD_TEXT_ENTITY: result += Entities.text(of: piece)
      case MD_TEXT_NULLCHAR: result += "\u{FFFD}"
      default: result += piece
      }
      (index, start) = (index + 1, end)
    }
    return result
  }

  private static func character(_ char: CChar) -> Character {
    Character(Unicode.Scalar(UInt8(bitPattern: char)))
  }
}
