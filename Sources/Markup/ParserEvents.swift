/// What the Markdown parser tells of: blocks, spans and texts, in our words.

/// What the parser says when a block begins.
enum BlockEvent {
  case quote, paragraph, thematicBreak, html, table, row, other
  case list(List.Marker, isTight: Bool)
  case item(isDone: Bool?)
  case heading(Int)
  case code(info: UnsafeRawBufferPointer, isFenced: Bool)
  case cell(Table.Alignment)
}

enum SpanEvent {
  case emphasis, strong, strikethrough, code, other
  case link(String)
  case image(String)
  case math(isDisplay: Bool)
}

enum TextEvent { case normal, null, lineBreak, softBreak, entity, code, html, math }

extension BlockEvent {
  var isContainer: Bool {
    switch self {
    case .quote, .list: true
    default: false
    }
  }

  var isItem: Bool {
    if case .item = self { true } else { false }
  }

  var isQuote: Bool {
    if case .quote = self { true } else { false }
  }

  var isCell: Bool {
    if case .cell = self { true } else { false }
  }

  var isHTML: Bool {
    if case .html = self { true } else { false }
  }
}

extension String {
  init(decoding bytes: UnsafeRawBufferPointer) { self.init(decoding: bytes, as: UTF8.self) }

  /// With `|` for `\|`.
  var withBareBars: String {
    guard utf8.contains(UInt8(ascii: "|")) else { return self }
    return reduce(into: "") { text, character in
      if character == "|", text.last == "\\" { text.removeLast() }
      text.append(character)
    }
  }
}
