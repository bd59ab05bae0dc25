/// What stands on a slide to rows: blocks one below the other, columns side by side, space where it
/// was asked for.

import Decks
import Markup
import Screen

struct FlowSetter {
  var setter: BlockSetter
  /// What stands in the place of a demo; none where the demo is live.
  let standIn: (DemoRequest) -> [Block]
  /// The columns that words begin behind where pictures stand among them, each in the middle.
  var indent = 0
  /// Sizes that some block has no letters of: then none has.
  private var plainSizes: Set<Int> = []

  init(
    setter: BlockSetter, standIn: @escaping (DemoRequest) -> [Block], indent: Int = 0
  ) {
    self.setter = setter
    self.standIn = standIn
    self.indent = indent
  }

  /// Columns narrower than this stand below each other.
  private static let narrowestColumn = 14
  static let gap = 3

  func rows(of items: [Item], width: Int) -> [Row] {
    var rows: [Row] = []
    var previous: Block?
    for (index, item) in items.enumerated() {
      switch item.content {
      case .block(let block):
        let next = index + 1 < items.count ? items[index + 1].block : nil
        let above = index > 0 ? items[index - 1].block : nil
        var flow = self
        flow.setter = setter.bracketing(block, between: above, and: next)
        if let gap = item.itemGap { flow.setter.itemGap = gap - 1 }
        flow.add([block], item, width, &rows, &previous)
      case .demo(let request): add(standIn(request), item, width, &rows, &previous)
      case .columns(let columns):
        if !rows.isEmpty, previous != nil, !setter.density.isCompact { rows.append(.gap) }
        rows += self.rows(of: columns, width: width)
        previous = Block(.html(""), 0..<0)
      case .sequence(let blocks):
        if previous != nil, !setter.density.isCompact { rows.append(.gap) }
        rows += sequence(blocks, width: width)
        previous = blocks.last
      case .space(let count):
        // The first of them is the one that stands between blocks anyway.
        rows += Array(repeating: setter.density.isCompact ? .gap : .blank, count: max(0, count))
        previous = nil
      case .middle:
        rows.append(.middle)
        previous = nil
      }
    }
    return rows
  }

  private func add(
    _ blocks: [Block], _ item: Item, _ width: Int, _ rows: inout [Row], _ previous: inout Block?
  ) {
    for block in blocks {
      let own = self.rows(of: block, item, width: width)
      guard !own.isEmpty else { continue }
      if let previous, setter.needsGap(previous, block) { rows.append(.gap) }
      rows += own
      previous = block
    }
  }

  private func rows(of block: Block, _ item: Item, width: Int) -> [Row] {
    if block.isHeading || !plainSizes.contains(item.size),
      let rows = largeRows(of: block, size: item.size, width: width)
    {
      return rows.aligned(item.alignment, in: width, together: block.text == nil)
    }
    var setter = setter
    // What was to be large and cannot be is strong.
    if item.size > 1, !block.isTabular {
      setter.theme.text = setter.theme.text.merging(setter.theme.strong)
    }
    var room = block.isPicture || block.isTabular ? width : min(width, Typesetter.measure)
    if item.alignment == .center, let text = block.text {
      room = setter.balancedWidth(of: text, within: room)
    }
    let isPicture = block.isPicture
    let rows = setter.rows(of: block, width: room, depth: 0)
      .aligned(
        item.alignment ?? (isPicture ? .center : nil), in: width,
        together: block.text == nil && !isPicture)
    return indent == 0 || isPicture || item.alignment != nil
      ? rows : rows.map { $0.shifted(by: indent) }
  }

  // MARK: Large letters

  /// Looks which sizes do not suit all that has them: letters beside words of the same size would look
  /// like a mistake.
  mutating func findPlainSizes(of items: [Item], width: Int) {
    for item in items where item.largestSize > 1 {
      switch item.content {
      case .block(let block):
        // A heading is larger than its text anyway.
        let isText = block.text != nil && !block.isHeading || block.isList
        if isText, largeRows(of: block, size: item.size, width: width) == nil {
          plainSizes.insert(item.size)
        }
      case .columns(let columns):
        let widths = widths(of: columns, in: width) ?? columns.columns.map { _ in width }
        for (items, width) in zip(columns.columns, widths) {
          findPlainSizes(of: items, width: width)
        }
      default: break
      }
    }
  }

  private func largeRows(of block: Block, size: Int, width: Int) -> [Row]? {
    guard size > 1, !setter.density.isTextPlain else { return nil }
    if case .list(let list) = block.kind {
      return LargeListSetter(setter: setter).rows(of: list, size: size, width: width)
    }
    guard let text = block.text else { return nil }
    let style = block.isHeading ? setter.theme.heading : setter.theme.text
    let big = BigText(medium: setter.medium, smaller: setter.density.smaller)
    let step = setter.step(block.range.lowerBound)
    return big.lines(
      of: text.plainText, style, width: width, most: BigText.scales(ofSize: size)
    ).map { $0.map { Row($0, from: step) } }
  }

  /// Blocks that follow each other in one place, which is as high as the highest of them.
  private func sequence(_ blocks: [Block], width: Int) -> [Row] {
    let steps = blocks.map { setter.step($0.range.lowerBound) } + [Int.max]
    var rows: [Row] = []
    for (index, block) in blocks.enumerated() {
      let own = setter.rows(of: block, width: width, depth: 0)
      for (place, row) in own.enumerated() {
        if place == rows.count { rows.append(Row()) }
        rows[place].pieces += row.pieces.compactMap { $0.clamped(to: steps[index + 1]) }
        rows[place].focus += row.focus
        rows[place].codeOverhang = max(rows[place].codeOverhang, row.codeOverhang)
      }
    }
    return rows
  }

  // MARK: Columns

  private func rows(of columns: Columns, width: Int) -> [Row] {
    guard let widths = widths(of: columns, in: width) else {
      return stacked(columns, width: width)
    }
    let parts = zip(columns.columns, widths).map { rows(of: $0, width: $1) }
    let height = parts.map { $0.count }.max() ?? 0
    return (0..<height).map { index in
      var row = Row()
      var left = 0
      for (part, width) in zip(parts, widths) {
        if part.indices.contains(index) {
          row.pieces += part[index].shifted(by: left).pieces
          row.focus += part[index].focus
          row.codeOverhang = max(row.codeOverhang, part[index].codeOverhang)
        }
        left += width + Self.gap
      }
      return row
    }
  }

  private func widths(of columns: Columns, in width: Int) -> [Int]? {
    let count = columns.columns.count
    guard count > 0 else { return nil }
    let room = width - Self.gap * (count - 1)
    let shares = Self.completed(columns.shares)
    let whole = max(1, shares.reduce(0, +))
    let widths = shares.map { room * $0 / whole }
    let isEmpty = columns.columns.map(\.isEmpty)
    return Self.widened(widths, isEmpty)
  }

  /// A column without anything in it may be as narrow as it likes: it is a margin, and others have of it
  /// what they need. Nil where that is not enough.
  private static func widened(_ widths: [Int], _ isEmpty: [Bool]) -> [Int]? {
    var widths = widths
    for column in widths.indices where !isEmpty[column] {
      while widths[column] < narrowestColumn {
        guard
          let widest = widths.indices.filter({ isEmpty[$0] && widths[$0] > 0 })
            .max(by: { widths[$0] < widths[$1] })
        else { return nil }
        widths[widest] -= 1
        widths[column] += 1
      }
    }
    return widths
  }

  /// Columns that do not say how wide they are share what the others leave.
  private static func completed(_ shares: [Int]) -> [Int] {
    let silent = shares.count { $0 == 0 }
    guard silent > 0 else { return shares }
    let rest = max(silent, 100 - shares.reduce(0, +))
    return shares.map { $0 == 0 ? rest / silent : $0 }
  }

  private func stacked(_ columns: Columns, width: Int) -> [Row] {
    var all: [Row] = []
    for items in columns.columns where !items.isEmpty {
      let own = rows(of: items, width: width)
      if !all.isEmpty, !own.isEmpty, !setter.density.isCompact { all.append(.gap) }
      all += own
    }
    return all
  }
}

extension Item {
  fileprivate var block: Block? { if case .block(let block) = content { block } else { nil } }
}

extension Block {
  /// The text of a paragraph without pictures or of a heading.
  var text: [Inline]? {
    switch kind {
    case .heading(_, let text): text
    case .paragraph(let text): text.contains(where: \.isPicture) ? nil : text
    default: nil
    }
  }

  /// A paragraph that holds pictures, and mostly nothing else.
  var isPicture: Bool {
    if case .paragraph(let text) = kind { text.contains(where: \.isPicture) } else { false }
  }

  /// What is looked through rather than read line by line.
  var isTabular: Bool {
    switch kind {
    case .table, .code: true
    default: false
    }
  }

  var isList: Bool { if case .list = kind { true } else { false } }

  var isHeading: Bool { if case .heading = kind { true } else { false } }
}
