/// The right column of a wide window: every task in numbers, and what a task does.

import Screen

package struct Sidebar {
  /// The least width of a window that has one, and how many columns it takes.
  package static let leastColumns = 120
  package static let columns = 40

  private let palette: DemoPalette
  private var rows: [RowStack.Drawing] = [{ _ in }]

  package init(_ palette: DemoPalette) { self.palette = palette }

  /// What a window leaves for the picture.
  package static func picture(in size: Size) -> Size {
    Size(rows: size.rows, columns: size.columns - (size.columns >= leastColumns ? columns : 0))
  }

  /// A task's name, its colour and its numbers, under the same titles for all tasks.
  package typealias Task = (name: String, style: Style, cells: [String])

  private static let edges = [16, 26, 35]

  /// Up to three titles with the numbers of each task below them; what the table is of stands
  /// before the titles.
  package mutating func addTable(of name: String = "", _ titles: [String], _ tasks: [Task]) {
    guard !tasks.isEmpty else { return }
    let heading: Task = (name, palette.faint, titles)
    for (index, task) in ([heading] + tasks).enumerated() {
      let style = index == 0 ? palette.faint : palette.text
      rows.append { canvas in
        canvas.put(task.name, at: .zero, task.style)
        for (text, edge) in zip(task.cells, Self.edges) {
          canvas.put(text, at: Point(row: 0, column: max(0, edge - text.columns)), style)
        }
      }
    }
    rows.append { _ in }
  }

  package mutating func addCode(_ title: String, _ lines: [String], note: String? = nil) {
    let all = [(title, palette.faint)] + lines.map { ("  " + $0, palette.text) }
    for (text, style) in all + (note.map { [($0, palette.faint)] } ?? []) {
      rows.append { $0.put(text, at: .zero, style) }
    }
    rows.append { _ in }
  }

  package func draw(on canvas: inout Canvas) {
    // The last row is but a distance to what could follow.
    for (row, draw) in rows.dropLast().prefix(canvas.size.rows).enumerated() {
      canvas.put("│", at: Point(row: row, column: 1), palette.faint)
      let place = Rect(
        Point(row: row, column: 4), Size(rows: 1, columns: canvas.size.columns - 4))
      canvas.within(place) { draw(&$0) }
    }
  }
}

extension RowStack {
  /// Draws what fits, and the column beside it where the window is wide enough for one.
  package func draw(on canvas: inout Canvas, beside sidebar: @autoclosure () -> Sidebar) {
    let picture = Sidebar.picture(in: canvas.size)
    canvas.within(Rect(.zero, picture)) { draw(on: &$0) }
    guard picture.columns < canvas.size.columns else { return }
    let place = Rect(
      rows: top(in: picture.rows)..<picture.rows, columns: picture.columns..<canvas.size.columns)
    let sidebar = sidebar()
    canvas.within(place) { sidebar.draw(on: &$0) }
  }
}
