/// A window on a picture that is taller than its room: the arrows move it, marks say that there is more.

import Screen

struct TallWindow {
  /// Rows of the picture that are scrolled away.
  private var scroll = 0
  /// As many as can be, at the last look.
  private(set) var overflow = 0

  var hasAbove: Bool { scroll > 0 }
  var hasBelow: Bool { scroll < overflow }

  /// Draws a picture of so many rows, as much of it as there is room for.
  mutating func draw(
    _ height: Int, on canvas: inout Canvas, _ marks: Style, _ picture: (inout Canvas) -> Void
  ) {
    overflow = max(0, height - canvas.size.rows)
    scroll = min(scroll, overflow)
    guard overflow > 0 else { return picture(&canvas) }
    var whole = Canvas(
      Size(rows: height, columns: canvas.size.columns), ascii: canvas.ascii, ground: canvas.ground)
    picture(&whole)
    canvas.put(whole.grid, from: scroll)
    drawMarks(on: &canvas, marks)
  }

  private func drawMarks(on canvas: inout Canvas, _ style: Style) {
    let (bottom, right) = (canvas.size.rows - 1, canvas.size.columns - 1)
    if hasAbove { canvas.put("▲", at: Point(row: 0, column: right), style) }
    if hasBelow { canvas.put("▼", at: Point(row: bottom, column: right), style) }
  }

  /// Whether the key was one that moves the window.
  mutating func takes(_ key: Key) -> Bool {
    guard overflow > 0 else { return false }
    switch key {
    case .up: scroll = max(0, scroll - 1)
    case .down: scroll = min(overflow, scroll + 1)
    default: return false
    }
    return true
  }
}
