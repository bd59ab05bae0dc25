/// A slide set for one size: placed pieces, which can be drawn as far as a step shows them.

import Screen

package struct Page: Equatable, Sendable {
  /// What stands at a place: a line, or a picture of so many cells.
  package enum Content: Equatable, Sendable {
    case line(Line)
    case picture(Raster, Size)

    package var columns: Int {
      switch self {
      case .line(let line): line.width
      case .picture(_, let size): size.columns
      }
    }

    package var rows: Int {
      switch self {
      case .line: 1
      case .picture(_, let size): size.rows
      }
    }
  }

  /// Something at its place; the row counts from the top of the body, before scrolling.
  package struct Piece: Equatable, Sendable {
    package var origin: Point
    package var content: Content
    package var steps: Range<Int>
  }

  /// Rows of the body that are to be seen at these steps.
  package struct Focus: Equatable, Sendable {
    package var steps: Range<Int>
    package var rows: Range<Int>
  }

  /// The rows of the screen above the body: what stands over every slide, the title.
  package var header: [Line]
  /// A rule parts the header from the body.
  package var hasRule = true
  /// Where on the screen the body is seen.
  package var body: Rect
  /// Lies under everything between title and foot, two pixels a cell.
  package var background: Raster?
  package var pieces: [Piece]
  package var focus: [Focus] = []
  /// So many columns the widest code is wider than there is room for.
  package var codeOverhang = 0
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
    pieces.lazy.filter { $0.steps.contains(step) && $0.content.columns > 0 }
      .map { $0.origin.row + $0.content.rows }.max() ?? 0
  }

  /// The rows to be seen at a step before all others; nil where all are alike.
  package func focusRows(atStep step: Int) -> Range<Int>? {
    let rows = focus.filter { $0.steps.contains(step) }.map(\.rows)
    guard let first = rows.map(\.lowerBound).min(), let last = rows.map(\.upperBound).max() else {
      return nil
    }
    return first..<last
  }

  /// The rows of what a step brings, where nothing stood before; nil where that is nothing.
  package func newRows(atStep step: Int) -> Range<Int>? {
    let before = Set(
      pieces.lazy.filter { $0.steps.contains(step - 1) && $0.content.columns > 0 }.map(\.origin))
    let new = pieces.filter {
      $0.steps.contains(step) && $0.content.columns > 0 && !before.contains($0.origin)
    }
    guard let first = new.map(\.origin.row).min(),
      let last = new.map({ $0.origin.row + $0.content.rows }).max()
    else { return nil }
    return first..<last
  }

  /// Draws header and body on a canvas of the whole screen.
  package func draw(
    on canvas: inout Canvas, step: Int, scroll: Int, _ theme: Theme, hasColors: Bool = true
  ) {
    for (row, line) in header.enumerated() { canvas.put(line, at: Point(row: row, column: 1)) }
    if hasRule, !header.isEmpty { canvas.rule(row: header.count, theme.rule) }
    let mosaic = Mosaic(hasColors: hasColors, ascii: canvas.ascii)
    canvas.within(body) { canvas in
      for piece in pieces where piece.steps.contains(step) {
        let row = piece.origin.row - scroll
        guard row + piece.content.rows > 0, row < canvas.size.rows else { continue }
        let place = Point(row: row, column: piece.origin.column)
        switch piece.content {
        case .line(let line): canvas.put(line, at: place)
        case .picture(let raster, let size):
          canvas.put(raster, in: Rect(place, size), as: mosaic)
        }
      }
    }
    drawMarks(on: &canvas, step: step, scroll: scroll, theme)
    if let background {
      canvas.underlay(background, in: area(in: canvas.size))
    }
  }

  /// The screen between title and foot.
  func area(in size: Size) -> Rect {
    let first = header.count + (hasRule && !header.isEmpty ? 1 : 0)
    return Rect(rows: first..<max(first, size.rows - 1), columns: 0..<size.columns)
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
