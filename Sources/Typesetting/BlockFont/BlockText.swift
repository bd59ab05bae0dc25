/// Headings in big letters: a text as a bitmap, and the bitmap as cells of a terminal.

/// How large a pixel is drawn.
package enum BlockScale: CaseIterable, Sendable {
  /// Four pixels in a cell.
  case quarters
  /// Two pixels in a cell, one above the other: about square on most terminals.
  case halves
  /// A pixel as two cells, side by side.
  case full

  /// The columns of the terminal that pixels side by side take.
  package func cells(ofPixels count: Int) -> Int {
    switch self {
    case .quarters: (count + 1) / 2
    case .halves: count
    case .full: count * 2
    }
  }
}

/// A line of text in the block font.
package struct BlockText: Equatable, Sendable {
  /// A mask for every column of pixels, bit 0 at the top.
  private let columns: [UInt16]

  /// Nothing when a character has no picture.
  package init?(_ text: String) {
    var columns: [UInt16] = []
    for character in text {
      guard let glyph = BlockGlyph(character) else { return nil }
      if !columns.isEmpty, !Self.leavesHole(columns, glyph.columns) { columns.append(0) }
      columns += glyph.columns
    }
    self.columns = columns
  }

  /// Words side by side, as if blanks had stood between them.
  package init(joining words: [BlockText]) {
    columns = Array(
      words.map(\.columns).joined(separator: Array(repeating: 0, count: Self.blank)))
  }

  /// The text as an item of a list, behind its label or below what stands behind it: it begins so many
  /// pixels to the right.
  package func indented(by pixels: Int, behind label: BlockText?) -> BlockText {
    let mark = label?.columns ?? []
    // Labels end where the others do.
    let left = max(0, pixels - Self.blank - mark.count)
    let right = max(0, pixels - left - mark.count)
    return BlockText(
      columns: Array(repeating: 0, count: left) + mark + Array(repeating: 0, count: right) + columns
    )
  }

  /// Pixels that a text is indented by behind a label.
  package var indent: Int { (columns.count + Self.blank + 1) / 2 * 2 }

  private init(columns: [UInt16]) { self.columns = columns }

  /// The columns of pixels of a blank.
  private static let blank = 4

  /// Whether a blank column between the two would tear a hole, as between a Т and a small letter:
  /// even without it no pixels come near each other.
  private static func leavesHole(_ left: [UInt16], _ right: [UInt16]) -> Bool {
    let (last, first) = (left.last ?? 0, right.first ?? 0)
    let (secondLast, second) = (left.dropLast().last ?? 0, right.dropFirst().first ?? 0)
    let near = { (a: UInt16, b: UInt16) in (a << 1 | a | a >> 1) & b != 0 }
    return last != 0 && first != 0
      && !near(last, first) && !near(secondLast, first) && !near(last, second)
  }

  /// Columns of the terminal.
  package func width(_ scale: BlockScale) -> Int { scale.cells(ofPixels: columns.count) }

  /// Rows of equal width, without those that are empty all along at the top and at the bottom.
  /// Cells are cut from the whole grid, so that the baseline is always the lower edge of a cell.
  package func rows(_ scale: BlockScale) -> [String] { rows(Pen.of(scale)) }

  /// A column and a row a pixel, for terminals without block elements.
  package func asciiRows() -> [String] { rows(.ascii) }

  /// Two pixels of a column in a sign, where those would be too high.
  package func lowASCIIRows() -> [String] { rows(.lowASCII) }

  private func rows(_ pen: Pen) -> [String] {
    let ink = columns.reduce(0, |)
    let bands = stride(from: 0, to: BlockGrid.height, by: pen.height)
      .filter { ink >> UInt16($0) & pen.mask != 0 }
    guard let first = bands.first, let last = bands.last else { return [] }
    return stride(from: first, through: last, by: pen.height).map { row(from: $0, pen) }
  }

  private func row(from top: Int, _ pen: Pen) -> String {
    stride(from: 0, to: columns.count, by: pen.width).reduce(into: "") { row, left in
      var cell = 0
      for (place, column) in columns[left...].prefix(pen.width).enumerated() {
        for y in 0..<pen.height where column >> UInt16(top + y) & 1 != 0 {
          cell |= 1 << (y * pen.width + place)
        }
      }
      row += pen.pictures[cell]
    }
  }
}

/// Draws as many pixels as fit into a cell.
private struct Pen {
  let width: Int
  let height: Int
  /// By the bits of the pixels, row by row.
  let pictures: [String]

  static let ascii = Pen(width: 1, height: 1, pictures: [" ", "#"])
  static let lowASCII = Pen(width: 1, height: 2, pictures: [" ", "\"", "m", "#"])

  /// As many rows of a column as are drawn at once.
  var mask: UInt16 { 1 << UInt16(height) - 1 }

  static func of(_ scale: BlockScale) -> Pen {
    switch scale {
    case .quarters: Pen(width: 2, height: 2, pictures: " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█".map { String($0) })
    case .halves: Pen(width: 1, height: 2, pictures: [" ", "▀", "▄", "█"])
    case .full: Pen(width: 1, height: 1, pictures: ["  ", "██"])
    }
  }
}
