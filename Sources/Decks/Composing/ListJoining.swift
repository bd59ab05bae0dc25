/// Lists that lenient readers of Markdown put into each other: bullets under a numbered item that
/// stand less deep than its text (CommonMark 5.2 makes a list of its own of them).

import Markup

extension DeckText {
  /// The blocks with such bullets in the item above, and the numbers after them in its list.
  func joiningLists(_ blocks: [Block]) -> [Block] {
    var joined: [Block] = []
    var holdsBullets = false
    for block in blocks {
      guard case .list(let list) = block.kind, let last = joined.last,
        case .list(var above) = last.kind, case .ordered(let start, let delimiter) = above.marker
      else {
        joined.append(block)
        holdsBullets = false
        continue
      }
      switch list.marker {
      case .bullet where isIndentedBelowText(block):
        above.items[above.items.count - 1].blocks.append(block)
        holdsBullets = true
      case .ordered(let next, delimiter)
      where holdsBullets && (next == 1 || next == start + above.items.count):
        above.items += list.items
        holdsBullets = false
      default:
        joined.append(block)
        holdsBullets = false
        continue
      }
      joined[joined.count - 1] = Block(
        .list(above), last.range.lowerBound..<block.range.upperBound)
    }
    return joined
  }

  private func isIndentedBelowText(_ block: Block) -> Bool {
    let number = lines.line(at: block.range.lowerBound)
    guard number > 0, lines.text(ofLine: number).first == " " else { return false }
    return !lines.text(ofLine: number - 1).trimmed.isEmpty
  }
}
