/// Rows and columns, always in that order: points, sizes, rectangles.

/// A cell of a grid; row 0, column 0 is the upper left corner.
package struct Point: Hashable, Sendable {
  package var row: Int
  package var column: Int

  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  package static let zero = Point(row: 0, column: 0)

  package static func + (point: Point, offset: Point) -> Point {
    Point(row: point.row + offset.row, column: point.column + offset.column)
  }
}

/// So many rows of so many columns; never negative.
package struct Size: Hashable, Sendable {
  package var rows: Int
  package var columns: Int

  package init(rows: Int, columns: Int) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  package static let zero = Size(rows: 0, columns: 0)
}

/// A rectangle of cells.
package struct Rect: Hashable, Sendable {
  package var origin: Point
  package var size: Size

  package init(_ origin: Point, _ size: Size) {
    self.origin = origin
    self.size = size
  }

  /// Rows and columns as half-open ranges; a range that runs backwards is empty.
  package init(rows: Range<Int>, columns: Range<Int>) {
    origin = Point(row: rows.lowerBound, column: columns.lowerBound)
    size = Size(rows: rows.count, columns: columns.count)
  }

  package var rows: Range<Int> { origin.row..<origin.row + size.rows }
  package var columns: Range<Int> { origin.column..<origin.column + size.columns }
  package var isEmpty: Bool { size.rows == 0 || size.columns == 0 }

  package func contains(_ point: Point) -> Bool {
    rows.contains(point.row) && columns.contains(point.column)
  }

  package func intersection(_ other: Rect) -> Rect {
    Rect(
      rows: rows.clamped(to: other.rows), columns: columns.clamped(to: other.columns))
  }

  package func offset(by point: Point) -> Rect { Rect(origin + point, size) }

  /// The rectangle with so many rows and columns taken away at each edge.
  package func inset(rows: Int = 0, columns: Int = 0) -> Rect {
    Rect(
      Point(row: origin.row + rows, column: origin.column + columns),
      Size(rows: size.rows - 2 * rows, columns: size.columns - 2 * columns))
  }
}
