/// Ordered lists that only a pause parts: their numbers go on.

import Markup

extension SlideComposer {
  /// The block, as a list with the numbers after those of the list before it where both say `1.` of
  /// every item. Numbers that are told apart are meant.
  func numbered(_ block: Block, after previous: Block?) -> Block {
    guard let previous, case .list(let above) = previous.kind, case .list(var list) = block.kind,
      case .ordered(let start, let delimiter) = above.marker,
      list.marker == .ordered(start: 1, delimiter: delimiter),
      source.saysOne(above, delimiter), source.saysOne(list, delimiter)
    else { return block }
    list.marker = .ordered(start: start + above.items.count, delimiter: delimiter)
    return Block(.list(list), block.range)
  }

  /// What was put down last in the place where the next thing goes.
  var lastBlock: Block? {
    let items = columns.flatMap { columns in
      columns.columns.isEmpty ? nil : columns.columns[min(column ?? 0, columns.columns.count - 1)]
    }
    guard case .block(let block)? = (items ?? slide.items).last?.content else { return nil }
    return block
  }
}

extension DeckText {
  /// Whether every item of a list is marked with `1` in the source.
  fileprivate func saysOne(_ list: List, _ delimiter: Character) -> Bool {
    list.items.allSatisfy { item in
      guard let offset = item.offset else { return false }
      let text = lines.text(ofLine: lines.line(at: offset)).drop { $0 == " " || $0 == ">" }
      return text.hasPrefix("1" + String(delimiter))
    }
  }
}

extension Block {
  /// An empty comment parts what would be one list (CommonMark 5.3).
  var isEmptyComment: Bool {
    guard case .html(let html) = kind else { return false }
    return HTMLTokens.of(html).contains { piece in
      if case .comment(let text) = piece.token { text.isBlankComment } else { false }
    }
  }
}

extension String {
  var isBlankComment: Bool { allSatisfy(\.isWhitespace) }
}
