/// Rows of cells: a picture as a value, equal to another when it looks the same.

package struct Grid: Equatable, Sendable {
  package private(set) var size: Size
  private var cells: [Cell]

  package init(_ size: Size, filledWith cell: Cell = .blank) {
    self.size = size
    cells = Array(repeating: cell, count: size.rows * size.columns)
  }

  package subscript(row: Int, column: Int) -> Cell {
    get { cells[row * size.columns + column] }
    set { cells[row * size.columns + column] = newValue }
  }

  package func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Puts a glyph where it fits whole; a wide glyph cut in half by another leaves a blank.
  package mutating func put(_ glyph: Glyph, _ style: Style, row: Int, column: Int) {
    guard column + glyph.columns <= size.columns else { return }
    mendHalves(row: row, columns: column..<column + glyph.columns)
    self[row, column] = Cell(glyph, style)
    if glyph.width == 2 { self[row, column + 1] = Cell(Cell.continuationGlyph, style) }
  }

  /// What is left of wide glyphs when these columns are about to be overwritten: a blank.
  private mutating func mendHalves(row: Int, columns: Range<Int>) {
    if self[row, columns.lowerBound].isContinuation, columns.lowerBound > 0 {
      self[row, columns.lowerBound - 1].glyph = .blank
    }
    if columns.upperBound < size.columns, self[row, columns.upperBound].isContinuation {
      self[row, columns.upperBound].glyph = .blank
    }
  }

  /// Every cell changed in place, as an ASCII twin or a monochrome one needs it.
  package func mapped(_ change: (Cell) -> Cell) -> Grid {
    var copy = self
    for index in copy.cells.indices { copy.cells[index] = change(copy.cells[index]) }
    return copy
  }

  /// The glyphs alone, a line a row, trailing blanks dropped.
  package var text: String {
    (0..<size.rows).map { text(ofRow: $0) }.joined(separator: "\n")
  }

  package func text(ofRow row: Int) -> String {
    var line = ""
    var blanks = 0
    for cell in self.row(row) where !cell.isContinuation {
      if cell.glyph == .blank {
        blanks += 1
      } else {
        line += String(repeating: " ", count: blanks)
        cell.glyph.append(to: &line)
        blanks = 0
      }
    }
    return line
  }
}
