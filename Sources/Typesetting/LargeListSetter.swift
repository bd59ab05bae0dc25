/// Lists in the block font: every item in letters of one size, or none is.

import Markup
import Screen

struct LargeListSetter {
  let setter: BlockSetter

  /// In the largest letters up to a size in which every item fits; nil where none are small enough.
  func rows(of list: List, size: Int, width: Int) -> [Row]? {
    BigText.scales(ofSize: size).dropFirst(setter.density.smaller).lazy
      .compactMap { rows(of: list, $0, width: width) }.first
  }

  private func rows(of list: List, _ scale: BlockScale, width: Int) -> [Row]? {
    let labels = list.items.indices.compactMap { BlockText(list.number(ofItem: $0) ?? "•") }
    guard labels.count == list.items.count else { return nil }
    let indent = labels.map(\.indent).max() ?? 0
    var rows: [Row] = []
    for (item, label) in zip(list.items, labels) {
      let label = BigText.Label(text: label, indent: indent)
      guard item.isDone == nil, let own = self.rows(of: item, label, scale, width: width) else {
        return nil
      }
      // Letters that touch those of another item would be hard to read.
      rows += (rows.isEmpty ? [] : [.blank]) + own
    }
    return rows
  }

  private func rows(
    of item: List.Item, _ label: BigText.Label, _ scale: BlockScale, width: Int
  ) -> [Row]? {
    guard let first = item.blocks.first, let text = first.text,
      let lines = BigText(medium: setter.medium).lines(
        of: text.plainText, setter.theme.text, width: width, most: [scale], behind: label)
    else { return nil }
    let indent = scale.cells(ofPixels: label.indent)
    let step = setter.step(item.offset ?? first.range.lowerBound)
    var rows = lines.map { Row($0.marked(by: setter.theme.bullet, upTo: indent), from: step) }
    for block in item.blocks.dropFirst() {
      guard case .list(let list) = block.kind,
        let inner = self.rows(of: list, scale, width: width - indent)
      else { return nil }
      rows += [.blank] + inner.map { $0.shifted(by: indent) }
    }
    return rows
  }
}

extension Line {
  /// The label of a line that is as wide as it has characters.
  fileprivate func marked(by style: Style, upTo column: Int) -> Line {
    let text = text
    guard let own = spans.first?.style else { return self }
    return Line(String(text.prefix(column)), style) + Line(String(text.dropFirst(column)), own)
  }
}
