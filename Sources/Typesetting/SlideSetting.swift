/// One slide being set: its flow, its notes at the bottom, and where all of it stands.

import Decks
import Markup
import Screen

struct SlideSetting {
  let typesetter: Typesetter
  let slide: Slide
  let frame: PageFrame
  let density: Density
  let isLive: Bool
  private let labels: InlineLabels

  init(
    typesetter: Typesetter, slide: Slide, frame: PageFrame, density: Density, isLive: Bool
  ) {
    self.typesetter = typesetter
    self.slide = slide
    self.frame = frame
    self.density = density
    self.isLive = isLive
    labels = InlineLabels(
      addresses: typesetter.medium.hasHyperlinks ? [] : slide.addresses,
      footnotes: slide.footnotes.map(\.label))
  }

  private var theme: Theme { typesetter.theme }
  private var size: Size { frame.size }

  private func flow(room: Int) -> FlowSetter {
    let setter = BlockSetter(
      theme: theme, medium: typesetter.medium, step: slide.step(ofOffset:), density: density,
      itemGap: (typesetter.settings.itemGap ?? 1) - 1, labels: labels,
      room: min(room, density.pictureRows ?? room),
      pan: typesetter.pan, gutter: CodeSetter.gutter(of: slide.blocks),
      sharesGutter: slide.columnCount == 1,
      widestCode: slide.columnCount == 1 ? CodeSetter.widest(of: slide.blocks) : nil)
    return FlowSetter(setter: setter, standIn: isLive ? { _ in [] } : typesetter.standIn)
  }

  // MARK: Pages

  func page() -> Page {
    let header = header()
    let body = frame.body(
      below: header.isEmpty ? 0 : header.count + 1, density, atLeast: slide.longestKeptLine)
    let room = body.size.columns
    var flow = flow(room: body.size.rows)
    let width = narrowed(flow, width(in: room))
    flow.findPlainSizes(of: slide.items, width: width)
    let notes = notes(flow, min(width, Typesetter.measure))
    let isPlaced = slide.items.contains { item in
      item.isWide && (item.size > 1 || room <= Typesetter.measure) || item.alignment != nil
    }
    let margin = (room - width) / 2
    if !isPlaced, slide.columnCount == 1, slide.items.contains(where: \.isPicture) {
      let words = flow.rows(of: slide.items.filter { !$0.isPicture }, width: width)
      flow.indent = max(0, left(of: words, in: room) - margin)
    }
    let rows = flow.rows(of: slide.items, width: width)
    let keepsPlace = isPlaced || slide.items.contains { $0.isPicture || $0.hasEmptyColumn }
    let left = keepsPlace ? margin : left(of: rows, in: room)
    return placed(
      rows.map { $0.shifted(by: left) }, notes, left: left + flow.indent, in: body, header)
  }

  /// Prose keeps to its measure, columns to two of them; large letters take all the room there is,
  /// and so may tables and listings that need it.
  private func width(in room: Int) -> Int {
    if slide.items.contains(where: { $0.size > 1 }) { return room }
    if slide.items.contains(where: \.isWide) {
      return min(room, 2 * Typesetter.measure + FlowSetter.gap)
    }
    let isPlaced = slide.items.contains { $0.alignment != nil || $0.isPicture }
    let mayBeWide = !isPlaced && slide.items.contains { $0.isTabular }
    return mayBeWide ? room : min(room, Typesetter.measure)
  }

  /// Columns with few words in them do not stand at the ends of a wide screen: the narrowest width
  /// in which no row has to change, down to the measure of prose. Pictures and demos take all.
  private func narrowed(_ flow: FlowSetter, _ width: Int) -> Int {
    let isPictured = slide.blocks.contains(where: \.isPicture) || !slide.demos.isEmpty
    guard width > Typesetter.measure, slide.columnCount > 1, !isPictured else { return width }
    let height = flow.rows(of: slide.items, width: width).shape
    var (low, high) = (Typesetter.measure, width)
    while low < high {
      let middle = (low + high) / 2
      if flow.rows(of: slide.items, width: middle).shape == height {
        high = middle
      } else {
        low = middle + 1
      }
    }
    return high
  }

  /// Title, a rule of its width and the rest, each line in the middle; above them nothing but what
  /// stands over every slide.
  func cover() -> Page {
    let header = runningHeader.map { [$0] } ?? []
    let body = frame.body(below: header.count, density)
    let width = min(body.size.columns, Typesetter.measure)
    var flow = flow(room: body.size.rows)
    flow.findPlainSizes(of: slide.items, width: width)
    let left = (body.size.columns - width) / 2
    let lines = coverLines(flow, width).map { $0.shifted(by: left) }
    let notes = notes(flow, width)
    let taken = lines.count + (notes.isEmpty ? 0 : notes.count + 1)
    // Letters leave air around them; those of ASCII are so high that they take what there is.
    let most = typesetter.medium.ascii ? body.size.rows : body.size.rows * 3 / 5
    var rows = coverHead(columns: body.size.columns, rows: min(body.size.rows - taken - 2, most))
    if !rows.isEmpty, !lines.isEmpty { rows.append(.gap) }
    return placed(rows + lines, notes, left: left, in: body, header, hasRule: false)
  }

  /// The title and its rule, in the middle of so many columns.
  private func coverHead(columns: Int, rows: Int) -> [Row] {
    var head = coverTitle(width: columns, rows: rows).map { Row($0, from: 0) }
    if let title = head.map(\.width).max() {
      let rule = String(repeating: "─", count: min(columns, title + 4))
      head.append(Row(Line(rule, theme.rule), from: 0))
    }
    return head.aligned(.center, in: columns, together: false)
  }

  /// What stands below the title.
  private func coverLines(_ flow: FlowSetter, _ width: Int) -> [Row] {
    if slide.items.contains(where: \.isReadDown), !slide.items.contains(where: \.isPicture) {
      // Each in the middle for itself, items of one list would stand apart.
      return flow.rows(of: slide.items.filter { $0.content != .middle }, width: width)
        .aligned(.center, in: width, together: true)
    }
    var rows: [Row] = []
    for (index, item) in slide.items.enumerated() where item.content != .middle {
      // Lines of a title slide that the front matter made stand close together.
      if index > 0, !density.isCompact, !slide.range.isEmpty { rows.append(.gap) }
      rows += flow.rows(of: [item.centered], width: width)
    }
    return rows
  }

  private var letters: BigText { BigText(medium: typesetter.medium, smaller: density.smaller) }

  private func coverTitle(width: Int, rows: Int) -> [Line] {
    guard let title = slide.title, !title.isEmpty else { return [] }
    let asked = BigText.scales(ofSize: slide.titleSize)
    // On many rows letters are small: a title is as large for the hall as on few.
    let standard: [BlockScale] =
      size.rows >= 36 ? [.full, .halves, .quarters] : [.halves, .quarters]
    let big = letters.lines(
      of: title.plainText, theme.title, width: width, rows: max(4, rows),
      most: asked.isEmpty ? standard : asked)
    return big
      ?? titleLines(title, width: min(width, Typesetter.measure), isBalanced: true)
  }

  private func titleLines(_ title: [Inline], width: Int, isBalanced: Bool = false) -> [Line] {
    let setter = InlineSetter(
      theme: theme, medium: typesetter.medium, labels: labels, step: slide.step(ofOffset:))
    let line = setter.line(of: title, theme.title)
    let width = isBalanced ? LineBreaker.balancedWidth(of: line, within: width) : width
    return LineBreaker.lines(of: line, width: max(1, width))
  }

  /// What stands over every slide, and the title.
  private func header() -> [Line] {
    let running = runningHeader.map { [$0] } ?? []
    guard let title = slide.title, !title.isEmpty else { return running }
    let width = size.columns - 2
    let big = letters.lines(
      of: title.plainText, theme.title, width: width, rows: size.rows / 3,
      most: BigText.scales(ofSize: slide.titleSize))
    return running + (big ?? titleLines(title, width: width))
  }

  private var runningHeader: Line? {
    let width = size.columns - 2
    if let own = slide.style.header {
      return own.isEmpty ? nil : Line(own.fitted(to: width), theme.faint)
    }
    guard let template = typesetter.settings.header else { return nil }
    return template.line(width: width, theme.faint) { typesetter.settings.value(of: $0) }
  }

  // MARK: Places

  /// Few words stand in the middle; what fills the width begins at the margin.
  private func left(of rows: [Row], in room: Int) -> Int {
    let natural = rows.columns
    let isSparse = natural * 10 <= room * 8
    return isSparse || room > Typesetter.measure ? max(0, (room - natural) / 2) : 0
  }

  private func placed(
    _ rows: [Row], _ notes: [Row], left: Int, in body: Rect, _ header: [Line],
    hasRule: Bool = true
  ) -> Page {
    var page = Page(header: header, body: body)
    page.hasRule = hasRule
    let room = body.size.rows - (notes.isEmpty ? 0 : notes.count + 1)
    let tops = tops(of: rows, in: room, below: body.origin.row)
    for (row, top) in zip(rows, tops) { page.put(row, at: top, last: slide.lastStep) }
    page.height = (tops.last ?? -1) + 1
    guard !notes.isEmpty else { return page }
    let first = max(page.height + 1, body.size.rows - notes.count)
    // They begin where the text does, as far as they fit there.
    let indent = max(0, min(left, body.size.columns - notes.columns))
    for (index, row) in notes.map({ $0.shifted(by: indent) }).enumerated() {
      page.put(row, at: first + index, last: slide.lastStep)
    }
    page.height = first + notes.count
    return page
  }

  /// The row of every row: two fifths of the free rows above is the optical middle; what was pushed
  /// down begins in the middle of the screen.
  private func tops(of rows: [Row], in room: Int, below top: Int) -> [Int] {
    if let middle = rows.firstIndex(where: { $0.kind == .middle }) {
      let after = rows.count - middle - 1
      let half = max(middle, min(size.rows / 2 - top, room - after))
      return rows.indices.map { $0 <= middle ? $0 : half + $0 - middle - 1 }
    }
    let first = max(0, (room - rows.count) * 2 / 5)
    return rows.indices.map { first + $0 }
  }

  // MARK: At the bottom

  /// Footnotes and addresses, each behind its number.
  private func notes(_ flow: FlowSetter, _ width: Int) -> [Row] {
    var rows: [Row] = []
    guard !slide.footnotes.isEmpty || !labels.addresses.isEmpty else { return rows }
    let steps = MarkSteps(slide)
    for (index, note) in slide.footnotes.enumerated() {
      var setter = flow.setter
      setter.theme.text = theme.faint
      let mark =
        typesetter.medium.ascii ? "[^\(index + 1)] " : Scripts.raised(String(index + 1)) + " "
      // A note is there as soon as its mark is.
      let step = steps.footnotes[note.label] ?? 0
      setter.step = { _ in step }
      let own = setter.rows(of: note.blocks, width: max(4, width - mark.columns), isTight: true)
      rows += own.enumerated().map {
        $1.indented(
          by: Line($0 == 0 ? mark : String(repeating: " ", count: mark.columns), theme.accent),
          from: step)
      }
    }
    for (index, address) in labels.addresses.enumerated() {
      let line = Line([
        Span("[\(index + 1)] ", theme.faint), Span(address, theme.faint, link: address),
      ])
      let step = steps.addresses[address] ?? 0
      rows += LineBreaker.lines(of: line, width: width).map { Row($0, from: step) }
    }
    return rows
  }
}

extension [Row] {
  /// How much stands on each, margins of code included, and how much of the code is not seen.
  fileprivate var shape: [Int] {
    [map(\.codeOverhang).max() ?? 0] + map { $0.pieces.reduce(0) { $0 + $1.width } }
  }
}

extension Page {
  /// Puts a row's pieces at a row of the body.
  fileprivate mutating func put(_ row: Row, at top: Int, last step: Int) {
    for piece in row.pieces {
      pieces.append(
        Piece(
          origin: Point(row: top, column: piece.column), content: piece.content, steps: piece.steps)
      )
    }
    codeOverhang = max(codeOverhang, row.codeOverhang)
    focus += row.focus.map { Focus(steps: $0, rows: top..<top + 1) }
  }
}

extension Item {
  fileprivate var isPicture: Bool {
    if case .block(let block) = content { block.isPicture } else { false }
  }

  /// A column with nothing in it is a margin: the others stand where it leaves them.
  fileprivate var hasEmptyColumn: Bool {
    if case .columns(let columns) = content {
      columns.columns.contains(where: \.isEmpty)
    } else {
      false
    }
  }

  /// What has an edge that the eye goes down along: a list, a listing.
  fileprivate var isReadDown: Bool {
    guard case .block(let block) = content, alignment == nil else { return false }
    return switch block.kind {
    case .list, .code: true
    default: false
    }
  }

  /// What is not read line by line: a table, a listing.
  fileprivate var isTabular: Bool {
    if case .block(let block) = content { block.isTabular } else { false }
  }

  /// Columns and large letters take all the width there is.
  fileprivate var isWide: Bool {
    if case .columns = content { return true }
    return size > 1
  }

  fileprivate var centered: Item {
    var item = self
    item.alignment = item.alignment ?? .center
    return item
  }
}
