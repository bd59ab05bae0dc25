/// Rows of cells: a picture as a value, equal to another when it looks and leads the same.

/// Cells side by side that lead to an address.
package struct GridLink: Equatable, Sendable {
  package var row: Int
  package var columns: Range<Int>
  package var address: String
}

package struct Grid: Equatable, Sendable {
  package private(set) var size: Size
  private var cells: [Cell]
  /// What leads somewhere, in the order in which it was put.
  package var links: [GridLink] = []

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

  package func cells(_ row: Int, _ columns: Range<Int>) -> ArraySlice<Cell> {
    let start = row * size.columns
    return cells[start + columns.lowerBound..<start + columns.upperBound]
  }

  /// Where a row differs from that of an older grid, from the first difference to the last, no wide
  /// glyph cut in half; nil where it doesn't.
  package func changedColumns(ofRow row: Int, since older: Grid?) -> Range<Int>? {
    guard let older, older.size == size else { return 0..<size.columns }
    return changedColumns(ofRow: row) { older.cells[$0] }
  }

  /// Where a row differs from a screen full of one cell.
  package func changedColumns(ofRow row: Int, sinceFilledWith cell: Cell) -> Range<Int>? {
    changedColumns(ofRow: row) { _ in cell }
  }

  @inline(__always)
  private func changedColumns(ofRow row: Int, since older: (Int) -> Cell) -> Range<Int>? {
    let start = row * size.columns
    func differ(_ column: Int) -> Bool { cells[start + column] != older(start + column) }
    func isHalf(_ column: Int) -> Bool {
      cells[start + column].isContinuation || older(start + column).isContinuation
    }
    var (first, end) = (0, size.columns)
    while first < end, !differ(first) { first += 1 }
    guard first < end else { return nil }
    while !differ(end - 1) { end -= 1 }
    while first > 0, isHalf(first) { first -= 1 }
    while end < size.columns, isHalf(end) { end += 1 }
    return first..<end
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
