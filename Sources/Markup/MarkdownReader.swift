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

  /// Reads lines; where some bytes were put there for the parser alone, the text is taken from the
  /// original.
  package init(_ lines: SourceLines, original: SourceLines? = nil) {
    self.lines = lines
    self.original = original ?? lines
  }

  /// The blocks of a part of the source. Definitions of links that stand elsewhere hold in it, too:
  /// they are nothing else than that, whole lines.
  package func document(in range: Range<Int>, definitions: [UInt8] = []) -> MarkdownDocument {
    let builder = TreeBuilder(lines, original, range)
    let part = lines.bytes[range]
    guard !definitions.isEmpty, part.contains(UInt8(ascii: "[")) else {
      part.withUnsafeBytes { Self.parse($0, from: 0, range, builder) }
      return builder.document
    }
    (definitions + part).withUnsafeBytes {
      Self.parse($0, from: definitions.count, range, builder)
    }
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
    case MD_BLOCK_QUOTE: return .quote
    case MD_BLOCK_UL:
      let list = detail?.load(as: MD_BLOCK_UL_DETAIL.self)
      return .list(.bullet(character(list?.mark ?? 45)), isTight: list?.is_tight != 0)
    case MD_BLOCK_OL:
      let list = detail?.load(as: MD_BLOCK_OL_DETAIL.self)
      return .list(
        .ordered(start: Int(list?.start ?? 1), delimiter: character(list?.mark_delimiter ?? 46)),
        isTight: list?.is_tight != 0)
    case MD_BLOCK_LI:
      let item = detail?.load(as: MD_BLOCK_LI_DETAIL.self)
      return .item(isDone: item?.is_task == 0 ? nil : item.map { $0.task_mark != 32 })
    case MD_BLOCK_HR: return .thematicBreak
    case MD_BLOCK_H: return .heading(Int(detail?.load(as: MD_BLOCK_H_DETAIL.self).level ?? 1))
    case MD_BLOCK_CODE:
      guard let code = detail?.load(as: MD_BLOCK_CODE_DETAIL.self) else { return .other }
      return .code(
        info: UnsafeRawBufferPointer(start: code.info.text, count: Int(code.info.size)),
        isFenced: code.fence_char != 0)
    case MD_BLOCK_HTML: return .html
    case MD_BLOCK_P: return .paragraph
    case MD_BLOCK_TABLE: return .table
    case MD_BLOCK_TR: return .row
    case MD_BLOCK_TH, MD_BLOCK_TD:
      return .cell(alignment(detail?.load(as: MD_BLOCK_TD_DETAIL.self).align))
    default: return .other
    }
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

  private static func string(_ attribute: MD_ATTRIBUTE?) -> String {
    guard let attribute, let text = attribute.text else { return "" }
    return String(
      decoding: UnsafeRawBufferPointer(start: text, count: Int(attribute.size)), as: UTF8.self)
  }

  private static func character(_ char: CChar) -> Character {
    Character(Unicode.Scalar(UInt8(bitPattern: char)))
  }
}
