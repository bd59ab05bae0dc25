/// Tables to rows: columns as wide as they need or as there is room for, cells wrapped.

import Markup
import Screen

struct TableSetter {
  let setter: BlockSetter
  let isClose: Bool

  private var theme: Theme { setter.theme }

  /// Columns narrower than this are unreadable: then each row is told as a list of its cells.
  private static let narrowest = 5

  /// Tables with more cells are not tried in several widths.
  private static let most = 400

  func rows(of table: Table, width: Int, _ step: Int) -> [Row] {
    let head = table.head.map { setter.inlines.line(of: $0, theme.strong) }
    let body = table.rows.map { row in
      row.cells.map { setter.inlines.line(of: $0, theme.text) }
    }
    let steps = table.rows.map { max(step, setter.step($0.offset)) }
    guard let columns = columns(of: [head] + body, in: width) else {
      return told(head, body, steps, width: width)
    }
    return drawn(table, head, body, columns, step, steps)
  }

  // MARK: Widths

  /// How wide the columns are, and the bar between two of them.
  private struct Columns {
    var widths: [Int]
    var bar = " │ "

    var crossing: String { bar == " │ " ? "─┼─" : "┼─" }
    /// The bar beside lines with which a row goes on, where no row of air tells rows apart.
    var goingOn: String { bar == " │ " ? " ┊ " : "┊ " }
  }

  /// Natural widths, or the widest columns narrowed until all fit: first as far as no word is cut,
  /// if need be with bars that stand closer, then as far as a column can be read; nil where they
  /// cannot.
  private func columns(of rows: [[Line]], in width: Int) -> Columns? {
    let count = rows.map { $0.count }.max() ?? 0
    let natural = (0..<count).map { column in
      rows.compactMap { $0.indices.contains(column) ? Self.width(of: $0[column]) : nil }.max() ?? 0
    }
    let words = (0..<count).map { column in
      rows.map { $0.indices.contains(column) ? Self.longestWord(of: $0[column]) : 0 }.max() ?? 0
    }
    let narrow = Array(repeating: Self.narrowest, count: count)
    for (least, bar) in [(words, " │ "), (words, "│ "), (narrow, " │ ")] {
      let room = width - bar.columns * (count - 1)
      let widths = Self.narrowed(natural, to: least, room)
      guard widths.reduce(0, +) <= room else { continue }
      return Columns(widths: Self.shared(widths, natural, rows, room), bar: bar)
    }
    return nil
  }

  /// What wrapped cells leave of their columns goes to those that wrap most; a table is no wider
  /// than its lines.
  private static func shared(
    _ widths: [Int], _ natural: [Int], _ rows: [[Line]], _ room: Int
  ) -> [Int] {
    guard widths != natural, rows.count * widths.count <= most else { return widths }
    var widths = used(widths, rows)
    var heights = heights(widths, rows)
    // Each turn makes the table lower, by a row at least.
    while let wider = widths.indices.compactMap({ (column) -> ([Int], Int)? in
      guard widths[column] < natural[column] else { return nil }
      var wider = widths
      wider[column] += room - widths.reduce(0, +)
      wider = used(wider, rows)
      return wider == widths ? nil : (wider, self.heights(wider, rows))
    }).min(by: { $0.1 < $1.1 }), wider.1 < heights { (widths, heights) = wider }
    return widths
  }

  /// The widths of the lines that there are in columns so wide.
  private static func used(_ widths: [Int], _ rows: [[Line]]) -> [Int] {
    widths.indices.map { column in
      rows.compactMap { row in
        row.indices.contains(column)
          ? LineBreaker.lines(of: row[column], width: widths[column]).map(\.width).max() : nil
      }.max() ?? widths[column]
    }
  }

  /// How many lines all rows take together.
  private static func heights(_ widths: [Int], _ rows: [[Line]]) -> Int {
    rows.reduce(0) { sum, row in
      sum + (zip(row, widths).map { LineBreaker.lines(of: $0, width: $1).count }.max() ?? 1)
    }
  }

  private static func narrowed(_ natural: [Int], to least: [Int], _ room: Int) -> [Int] {
    var widths = natural
    while widths.reduce(0, +) > room {
      let wide = widths.indices.filter { widths[$0] > max(least[$0], narrowest) }
      guard let column = wide.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[column] -= 1
    }
    return widths
  }

  /// The longest of the lines that hard breaks make of a cell.
  private static func width(of cell: Line) -> Int {
    let text = cell.text
    guard text.utf8.contains(0x0A) else { return cell.width }
    return text.split(separator: "\n").map { String($0).columns }.max() ?? 0
  }

  private static func longestWord(of cell: Line) -> Int {
    cell.text.split { $0 == " " || $0 == "\n" }.map { String($0).columns }.max() ?? 0
  }

  // MARK: Columns

  private func drawn(
    _ table: Table, _ head: [Line], _ body: [[Line]], _ columns: Columns, _ step: Int,
    _ steps: [Int]
  ) -> [Row] {
    let rule = Line(
      columns.widths.map { String(repeating: "─", count: $0) }.joined(separator: columns.crossing),
      theme.rule)
    var rows = body.map { lines(of: $0, table.alignments, columns, isBody: true) }
    let isWrapped = rows.contains { $0.count > 1 }
    if isWrapped, isClose { rows = shaded(rows) }
    let isHeadless = head.allSatisfy { $0.width == 0 }
    var all = (isHeadless ? [] : lines(of: head, table.alignments, columns, isBody: false)).map {
      Row($0, from: step)
    }
    if !isHeadless { all.append(Row(rule, from: step)) }
    for (index, row) in rows.enumerated() {
      // Where cells wrap, a row of air tells one row from the next.
      if index > 0, isWrapped, !isClose { all.append(Row(separator(columns), from: steps[index])) }
      all += row.map { Row($0, from: steps[index]) }
    }
    return all
  }

  /// Every other row on a ground of its own, where the theme has one.
  private func shaded(_ rows: [[Line]]) -> [[Line]] {
    rows.enumerated().map { index, lines in
      guard index % 2 == 1 else { return lines }
      return lines.map { line in
        Line(
          line.spans.map { span in
            var span = span
            span.style = theme.panel.merging(span.style)
            return span
          })
      }
    }
  }

  private func separator(_ columns: Columns) -> Line {
    Line(
      columns.widths.map { String(repeating: " ", count: $0) }.joined(separator: columns.bar),
      theme.rule)
  }

  private func lines(
    of cells: [Line], _ alignments: [Table.Alignment], _ columns: Columns, isBody: Bool
  ) -> [Line] {
    let wrapped = zip(cells, columns.widths).map { cell, width in
      // Without bars only an indent tells where a row begins.
      isBody && isClose && columns.widths.count == 1
        ? hanging(cell, width) : LineBreaker.lines(of: cell, width: width)
    }
    let height = wrapped.map { $0.count }.max() ?? 1
    return (0..<height).map { row in
      var line = Line()
      for (column, width) in columns.widths.enumerated() {
        let goesOn = row > 0 && isBody && isClose
        if column > 0 { line.append(goesOn ? columns.goingOn : columns.bar, theme.rule) }
        let cell = wrapped.indices.contains(column) ? wrapped[column] : []
        let part = cell.indices.contains(row) ? cell[row] : Line()
        let alignment = alignments.indices.contains(column) ? alignments[column] : .standard
        line = line + aligned(part, alignment, width)
      }
      return line
    }
  }

  private func hanging(_ cell: Line, _ width: Int) -> [Line] {
    let lines = LineBreaker.lines(of: cell, width: width)
    guard lines.count > 1, width > 2 * Self.narrowest else { return lines }
    return LineBreaker.lines(of: cell, width: width - 2).enumerated().map { index, line in
      index == 0 ? line : Line("  ") + line
    }
  }

  private func aligned(_ part: Line, _ alignment: Table.Alignment, _ width: Int) -> Line {
    let free = max(0, width - part.width)
    let before =
      switch alignment {
      case .standard, .left: 0
      case .center: free / 2
      case .right: free
      }
    let blank = { (count: Int) in Line(String(repeating: " ", count: count)) }
    return blank(before) + part + blank(free - before)
  }

  // MARK: Too narrow

  /// Each row as its cells below each other, named by the head.
  private func told(_ head: [Line], _ body: [[Line]], _ steps: [Int], width: Int) -> [Row] {
    var rows: [Row] = []
    for (index, cells) in body.enumerated() {
      if index > 0 {
        let rule = Line(String(repeating: "─", count: min(width, 12)), theme.rule)
        rows.append(Row(rule, from: steps[index]))
      }
      for (column, cell) in cells.enumerated() where cell.width > 0 {
        let name = head.indices.contains(column) ? head[column] : Line()
        let text = name.width > 0 ? name + Line(": ", theme.faint) + cell : cell
        rows += LineBreaker.lines(of: text, width: width).map { Row($0, from: steps[index]) }
      }
    }
    if body.isEmpty { rows = head.map { Row($0, from: 0) } }
    return rows
  }
}
