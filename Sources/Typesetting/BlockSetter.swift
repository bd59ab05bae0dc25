/// Blocks to rows of a width: the heart of the setting, one function a kind of block.

import Decks
import Markup
import Screen
import Wording

struct BlockSetter {
  var theme: Theme
  let medium: Medium
  /// Which step something at a byte of the source belongs to.
  var step: (Int) -> Int
  /// Closer for slides that would not fit otherwise.
  let density: Density
  /// Blank rows between the items of lists, if the slide asks for them.
  var itemGap = 0
  var labels = InlineLabels()
  /// The rows the page has.
  var room = 24
  /// The columns of code that have been panned away; nil where long lines go on below.
  var pan: Int?
  /// The margin that listings of this slide have in common.
  var gutter: Int?
  var sharesGutter = false
  /// The columns of the widest listing that stands below others.
  var widestCode: Int?
  /// Whether the listing that is set touches another.
  var isBracketed = false

  var inlines: InlineSetter {
    InlineSetter(theme: theme, medium: medium, labels: labels, step: step)
  }

  func rows(of blocks: [Block], width: Int, depth: Int = 0, isTight: Bool = false) -> [Row] {
    var rows: [Row] = []
    var previous: Block?
    for (index, block) in blocks.enumerated() {
      let next = index + 1 < blocks.count ? blocks[index + 1] : nil
      let setter = bracketing(block, between: previous, and: next, isTight: isTight)
      let own = setter.rows(of: block, width: width, depth: depth)
      if let previous, !own.isEmpty, !isTight, needsGap(previous, block) { rows.append(.gap) }
      rows += own
      previous = block
    }
    return rows
  }

  /// Listings that touch each other are bracketed.
  func bracketing(
    _ block: Block, between upper: Block?, and lower: Block?, isTight: Bool = false
  ) -> BlockSetter {
    var setter = self
    setter.isBracketed =
      (isTight || density.isCompact) && block.isCode
      && (upper?.isCode == true || lower?.isCode == true)
    return setter
  }

  /// Two lists with only a pause between them are one list to the eye.
  func needsGap(_ upper: Block, _ lower: Block) -> Bool {
    switch density.air {
    case .none: return false
    case .betweenAlike: return upper.runsTogether(with: lower)
    default: break
    }
    guard case .list(let above) = upper.kind, case .list(let below) = lower.kind else {
      return true
    }
    return itemGap > 0 || !(above.isTight && below.isTight && above.goesOn(with: below))
  }

  func rows(of block: Block, width: Int, depth: Int) -> [Row] {
    let step = step(block.range.lowerBound)
    switch block.kind {
    case .heading(let level, let text):
      return HeadingSetter(setter: self).rows(of: text, level: level, width: width, step)
    case .paragraph(let text): return paragraph(text, width: width, step)
    case .code(let code):
      return CodeSetter(
        theme: theme, medium: medium, pan: pan, gutterOfSlide: gutter, sharesGutter: sharesGutter,
        widestOfSlide: widestCode, isBracketed: isBracketed
      ).rows(of: code, width: width, step: step)
    case .list(let list): return rows(of: list, width: width, depth: depth, step)
    case .quote(let inner): return barred(inner, theme.quote, theme.accent, width, depth, step)
    case .alert(let alert): return rows(of: alert, width: width, depth: depth, step)
    case .thematicBreak:
      return [Row(Line(String(repeating: "─", count: width), theme.rule), from: step)]
    case .table(let table):
      return TableSetter(setter: self, isClose: density.isClose).rows(of: table, width: width, step)
    case .html(let html):
      return html.split(separator: "\n").flatMap {
        LineBreaker.lines(of: Line(String($0), theme.faint), width: width)
      }.map { Row($0, from: step) }
    }
  }

  // MARK: Text

  private func paragraph(_ text: [Inline], width: Int, _ step: Int) -> [Row] {
    guard text.contains(where: \.isPicture) else {
      return wrapped(text, theme.text, width, step)
    }
    return PictureSetter(setter: self).rows(of: text, width: width, step)
  }

  /// The narrowest width that takes no more lines: lines in the middle are about equally long.
  func balancedWidth(of text: [Inline], within width: Int) -> Int {
    LineBreaker.balancedWidth(of: inlines.line(of: text, theme.text), within: width)
  }

  func wrapped(_ text: [Inline], _ style: Style, _ width: Int, _ step: Int) -> [Row] {
    var inlines = inlines
    (inlines.room, inlines.isLow) = (width, density.isCompact)
    let line = inlines.line(of: text, style)
    var lines = LineBreaker.lines(of: line, width: width, ordersBidi: medium.ordersBidi)[...]
    // A formula at an end of the paragraph brings an empty line with it.
    while lines.count > 1, lines.first?.isBlank == true { lines.removeFirst() }
    while lines.count > 1, lines.last?.isBlank == true { lines.removeLast() }
    let rows = lines.map { Row($0, from: step) }
    // Text from right to left begins at the right.
    guard line.spans.contains(where: { BidiOrder.isNeeded($0.text) }),
      BidiOrder.runsLeft(line.text)
    else { return rows }
    return rows.aligned(.right, in: width, together: false)
  }

  // MARK: Quotes and alerts

  /// Blocks behind a bar; the bar is there as soon as what it stands beside.
  private func barred(
    _ blocks: [Block], _ text: Style, _ bar: Style, _ width: Int, _ depth: Int, _ step: Int
  ) -> [Row] {
    var setter = self
    setter.theme.text = text
    let rows = setter.rows(of: blocks, width: max(1, width - 2), depth: depth)
    return barred(rows, bar, step)
  }

  private func barred(_ rows: [Row], _ bar: Style, _ step: Int) -> [Row] {
    let mark = medium.ascii ? "| " : "▎ "
    // A line under the words would go on under the bar.
    let bar = bar.without(.underline)
    var last = step
    return rows.map { row in
      last = row.firstStep ?? last
      var row = row.indented(by: Line(mark, bar), from: last)
      row.kind = .text
      return row
    }
  }

  private func rows(of alert: Alert, width: Int, depth: Int, _ step: Int) -> [Row] {
    let (sign, style) = alert.kind.face(theme, ascii: medium.ascii)
    let name = Line(alert.kind.name(medium.language), style)
    let own = inlines.line(of: alert.title, style)
    // Without colours a title of its own does not tell what kind it is.
    let title =
      alert.title.isEmpty ? name : medium.hasColors ? own : name + Line(": ", style) + own
    let face = style.without(.underline)
    let head = LineBreaker.lines(of: Line(sign + " ", face) + title, width: max(1, width - 2))
    let rows =
      head.map { Row($0, from: step) }
      + self.rows(of: alert.blocks, width: max(1, width - 2), depth: depth)
    return barred(rows, style, step)
  }

  // MARK: Lists

  private func rows(of list: List, width: Int, depth: Int, _ step: Int) -> [Row] {
    let labels = list.items.indices.map { label(of: $0, in: list, depth: depth) }
    let indent = (labels.map(\.columns).max() ?? 1) + 1
    var rows: [Row] = []
    for (label, item) in zip(labels, list.items) {
      let isTight = list.isTight || density.isClose
      let own = self.rows(
        of: item.blocks, width: max(4, width - indent), depth: depth + 1, isTight: isTight)
      let step = item.offset.map(self.step) ?? step
      if !rows.isEmpty { rows += gaps(isTight, depth) }
      rows += labelled(own, list.placed(label, in: indent - 1) + " ", step, indent)
    }
    return rows
  }

  private func gaps(_ isTight: Bool, _ depth: Int) -> [Row] {
    let asked = depth == 0 && !density.isClose ? itemGap : 0
    return Array(repeating: .gap, count: max(isTight ? 0 : 1, asked))
  }

  private func labelled(_ rows: [Row], _ label: String, _ step: Int, _ indent: Int) -> [Row] {
    let first = Line(label, theme.bullet)
    guard !rows.isEmpty else { return [Row(first, from: step)] }
    return rows.enumerated().map { index, row in
      index == 0 ? row.indented(by: first, from: step) : row.shifted(by: indent)
    }
  }

  private func label(of index: Int, in list: List, depth: Int) -> String {
    if let isDone = list.items[index].isDone {
      return isDone ? (medium.ascii ? "[x]" : "[✓]") : "[ ]"
    }
    return list.number(ofItem: index) ?? ["•", "◦", "▪"][min(depth, 2)]
  }
}

extension List {
  /// Numbers end where the others do, bullets stand in the middle of boxes.
  fileprivate func placed(_ label: String, in columns: Int) -> String {
    if case .ordered = marker { return label.rightAligned(to: columns) }
    let left = (columns - label.columns + 1) / 2
    return String(repeating: " ", count: left) + label.padded(to: columns - left)
  }

  /// Whether another that follows is one list with this to the eye.
  fileprivate func goesOn(with next: List) -> Bool {
    let isTask = { (list: List) in list.items.contains { $0.isDone != nil } }
    guard isTask(self) == isTask(next) else { return false }
    switch (marker, next.marker) {
    case (.bullet, .bullet): return true
    case (.ordered(let first, let sign), .ordered(let start, let other)):
      return sign == other && start == first + items.count
    default: return false
    }
  }
}

extension Block {
  var isCode: Bool { if case .code = kind { true } else { false } }

  /// Whether one would be taken for a part of the other without a blank row.
  fileprivate func runsTogether(with other: Block) -> Bool {
    switch (kind, other.kind) {
    case (.paragraph, .paragraph), (.code, .code), (.table, .table), (.quote, .quote): true
    case (.table, .paragraph), (.alert, .alert), (.html, .html): true
    default: false
    }
  }
}

extension Alert.Kind {
  package var name: Phrase {
    switch self {
    case .note: Phrase("Note", "Заметка")
    case .tip: Phrase("Tip", "Совет")
    case .important: Phrase("Important", "Важно")
    case .warning: Phrase("Warning", "Внимание")
    case .caution: Phrase("Caution", "Осторожно")
    }
  }

  /// Its sign and its colour.
  fileprivate func face(_ theme: Theme, ascii: Bool) -> (String, Style) {
    switch self {
    case .note: ("i", theme.accent.adding(.bold))
    case .tip: (ascii ? "+" : "✓", theme.good)
    case .important: (ascii ? "*" : "!", theme.important)
    case .warning: (ascii ? "!" : "▲", theme.doubtful)
    case .caution: (ascii ? "x" : "✗", theme.bad)
    }
  }
}
