/// Marks the words one looks for where they are seen.

import Screen
import Wording

extension Canvas {
  /// Restyles every place where a text stands within a row.
  mutating func mark(_ text: String, rows: Range<Int>, _ change: (Style) -> Style) {
    let wanted = text.folded
    guard !wanted.isEmpty else { return }
    for row in rows {
      let (bytes, columns) = folded(row: row)
      var place = 0
      while let found = bytes.firstPlace(of: wanted, from: place) {
        let end = found + wanted.count
        let cells = columns[found]..<(columns[end - 1] + 1)
        restyle(Rect(rows: row..<row + 1, columns: cells), change)
        place = end
      }
    }
  }

  /// The folded bytes of a row, and the column each of them comes from.
  private func folded(row: Int) -> (bytes: [UInt8], columns: [Int]) {
    var bytes: [UInt8] = []
    var columns: [Int] = []
    for (column, cell) in grid.row(row).enumerated() where !cell.isContinuation {
      cell.glyph.base.fold(into: &bytes)
      for mark in cell.glyph.marks { mark.fold(into: &bytes) }
      while columns.count < bytes.count { columns.append(column) }
    }
    return (bytes, columns)
  }
}
