/// Lines of theory in braille: two columns and four rows of dots in every cell.

import Screen

package struct BraillePlot {
  private let size: Size
  private var cells: [UInt8]

  /// So many cells, with eight times as many dots.
  package init(_ size: Size) {
    self.size = size
    cells = Array(repeating: 0, count: size.rows * size.columns)
  }

  /// A line as a function: for each column of dots, a place from 0 (left) to 1, the height from 0
  /// (bottom) to 1; nil and what lies outside is not drawn.
  package mutating func draw(_ height: (Double) -> Double?) {
    let (columns, rows) = (size.columns * 2, size.rows * 4)
    for column in 0..<columns {
      let place = (Double(column) + 0.5) / Double(columns)
      guard let value = height(place), (0...1).contains(value) else { continue }
      set(row: rows - 1 - min(rows - 1, Int(value * Double(rows))), column: column)
    }
  }

  private mutating func set(row: Int, column: Int) {
    cells[row / 4 * size.columns + column / 2] |= Braille.bit(row: row % 4, column: column % 2)
  }

  /// Draws the cells that have dots.
  package func draw(on canvas: inout Canvas, _ style: Style) {
    for row in 0..<size.rows {
      for column in 0..<size.columns where cells[row * size.columns + column] != 0 {
        let glyph = Braille.glyph(cells[row * size.columns + column])
        canvas.put(glyph, at: Point(row: row, column: column), style)
      }
    }
  }
}
