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
    let items = openColumn.flatMap { columns?.columns[$0] }
    guard case .block(let block)? = (items ?? slide.items).last?.content else { return nil }
    return block
  }

  /// Puts a block in the place of that.
  mutating func replaceLast(_ block: Block) {
    if let place = openColumn, let last = columns?.columns[place].indices.last {
      columns?.columns[place][last].content = .block(block)
    } else if let last = slide.items.indices.last {
      slide.items[last].content = .block(block)
    }
  }

  private var openColumn: Int? {
    guard let count = columns?.columns.count, count > 0 else { return nil }
    return min(column ?? 0, count - 1)
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
