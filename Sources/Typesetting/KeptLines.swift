/// Lines whose ends the deck keeps: they are not to go on below with a single word.

import Decks
import Markup
import Screen

extension Slide {
  /// The columns of the longest of them.
  var longestKeptLine: Int { blocks.map { $0.longestKeptLine }.max() ?? 0 }
}

extension Block {
  fileprivate var longestKeptLine: Int {
    switch kind {
    case .paragraph(let text): text.longestKeptLine
    case .list(let list):
      // Behind the mark and its blank.
      (list.items.flatMap(\.blocks).map(\.longestKeptLine).max()).map { $0 > 0 ? $0 + 2 : 0 } ?? 0
    default: 0
    }
  }
}

extension [Inline] {
  fileprivate var longestKeptLine: Int {
    guard contains(where: { $0.kind == .lineBreak }) else { return 0 }
    let lines = split { $0.kind == .lineBreak }
    return lines.map { Array($0).plainText.columns }.max() ?? 0
  }
}
