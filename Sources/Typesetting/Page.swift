/// A slide set for one size: placed pieces, which can be drawn as far as a step shows them.

import Screen

/// A line of text at its place; the row counts from the top of the body, before scrolling.
package struct Piece: Equatable, Sendable {
  package var origin: Point
  package var line: Line
  package var step: Int
}

package struct Page: Equatable, Sendable {
  /// The rows of the screen above the body: the title and the rule under it.
  package var header: [Line]
  /// Where on the screen the body is seen.
  package var body: Rect
  package var pieces: [Piece]
  /// The rows the body takes; more than there are in `body` means that it scrolls.
  package var height: Int

  package init(
    header: [Line] = [], body: Rect = Rect(.zero, .zero), pieces: [Piece] = [], height: Int = 0
  ) {
    self.header = header
    self.body = body
    self.pieces = pieces
    self.height = height
  }

  package var overflow: Int { max(0, height - body.size.rows) }

  /// The last row that is to be seen at a step, counted from 1.
  package func height(atStep step: Int) -> Int {
    pieces.lazy.filter { $0.step <= step && $0.line.width > 0 }.map { $0.origin.row + 1 }.max() ?? 0
  }

  /// Draws header and body on a canvas of the whole screen.
  package func draw(on canvas: inout Canvas, step: Int, scroll: Int, _ theme: Theme) {
    for (row, line) in header.enumerated() { canvas.put(line, at: Point(row: row, column: 1)) }
    if !header.isEmpty {
      canvas.rule(row: header.count, theme.rule)
    }
    canvas.within(body) { canvas in
      for piece in pieces where piece.step <= step {
        let row = piece.origin.row - scroll
        if row >= 0, row < canvas.size.rows {
          canvas.put(piece.line, at: Point(row: row, column: piece.origin.column))
        }
      }
    }
    drawMarks(on: &canvas, step: step, scroll: scroll, theme)
  }

  /// What is above and below, in the right margin: `▲` and `▼`.
  private func drawMarks(on canvas: inout Canvas, step: Int, scroll: Int, _ theme: Theme) {
    let column = canvas.size.columns - 1
    if scroll > 0 { canvas.put("▲", at: Point(row: body.origin.row, column: column), theme.accent) }
    if height(atStep: step) - scroll > body.size.rows {
      canvas.put("▼", at: Point(row: body.rows.upperBound - 1, column: column), theme.accent)
    }
  }
}
