/// Blocks to rows of a width: the heart of the setting, one function a kind of block.

import Markup
import Screen

/// A row of a page: its text and the step at which it appears.
struct Row: Equatable {
  var line: Line
  var step: Int

  static func blank(_ step: Int) -> Row { Row(line: Line(), step: step) }

  func indented(by prefix: Line) -> Row { Row(line: prefix + line, step: step) }
}

struct BlockSetter {
  let theme: Theme
  /// Which step something at a byte of the source belongs to.
  let step: (Int) -> Int
  /// Without the blank rows between blocks, for slides that would not fit otherwise.
  let isCompact: Bool

  var inlines: InlineSetter { InlineSetter(theme: theme) }

  func rows(of blocks: [Block], width: Int, depth: Int = 0, isTight: Bool = false) -> [Row] {
    var rows: [Row] = []
    var previous: Block?
    for block in blocks {
      let own = self.rows(of: block, width: width, depth: depth)
      if let previous, let first = own.first, !isTight, needsGap(previous, block) {
        rows.append(.blank(first.step))
      }
      rows += own
      previous = block
    }
    return rows
  }

  /// Two lists with only a pause between them are one list to the eye.
  private func needsGap(_ upper: Block, _ lower: Block) -> Bool {
    if isCompact { return false }
    guard case .list(let above) = upper.kind, case .list(let below) = lower.kind else {
      return true
    }
    return !(above.isTight && below.isTight)
  }

  private func rows(of block: Block, width: Int, depth: Int) -> [Row] {
    let step = step(block.range.lowerBound)
    switch block.kind {
    case .heading(let level, let text):
      return wrapped(text, level <= 2 ? theme.heading : theme.strong, width, step)
    case .paragraph(let text): return wrapped(text, theme.text, width, step)
    case .code(let code): return CodeSetter(theme: theme).rows(of: code, width: width, step: step)
    case .list(let list): return rows(of: list, width: width, depth: depth, step)
    case .quote(let inner):
      return BlockSetter(theme: quoting, step: self.step, isCompact: isCompact)
        .rows(of: inner, width: width - 2, depth: depth)
        .map { $0.indented(by: Line("▎ ", theme.accent)) }
    case .thematicBreak:
      return [Row(line: Line(String(repeating: "─", count: width), theme.rule), step: step)]
    case .table(let table):
      return TableSetter(theme: theme, isCompact: isCompact).rows(of: table, width: width, step)
    case .html(let html):
      return html.split(separator: "\n").flatMap {
        LineBreaker.lines(of: Line(String($0), theme.faint), width: width)
      }.map { Row(line: $0, step: step) }
    }
  }

  private var quoting: Theme {
    var theme = theme
    theme.text = theme.quote
    return theme
  }

  private func wrapped(_ text: [Inline], _ style: Style, _ width: Int, _ step: Int) -> [Row] {
    LineBreaker.lines(of: inlines.line(of: text, style), width: width)
      .map { Row(line: $0, step: step) }
  }

  // MARK: Lists

  private func rows(of list: List, width: Int, depth: Int, _ step: Int) -> [Row] {
    let labels = list.items.indices.map { label(of: $0, in: list, depth: depth) }
    let indent = (labels.map(\.columns).max() ?? 1) + 1
    var rows: [Row] = []
    for (label, item) in zip(labels, list.items) {
      let isTight = list.isTight || isCompact
      var own = self.rows(
        of: item.blocks, width: max(4, width - indent), depth: depth + 1, isTight: isTight)
      if own.isEmpty { own = [.blank(step)] }
      if !rows.isEmpty, !isTight { rows.append(.blank(own[0].step)) }
      let first = Line(label.rightAligned(to: indent - 1) + " ", theme.bullet)
      let blank = Line(String(repeating: " ", count: indent))
      rows += own.enumerated().map { $1.indented(by: $0 == 0 ? first : blank) }
    }
    return rows
  }

  private func label(of index: Int, in list: List, depth: Int) -> String {
    if let isDone = list.items[index].isDone { return isDone ? "[✓]" : "[ ]" }
    switch list.marker {
    case .bullet: return ["•", "◦", "▪"][min(depth, 2)]
    case .ordered(let start, let delimiter): return "\(start + index)\(delimiter)"
    }
  }
}
