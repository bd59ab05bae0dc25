/// What an emulator shows at one moment: cells with colours, and where the cursor is.

package struct TerminalScreen: Equatable, Sendable {
  package let rows: Int
  package let columns: Int
  /// Row by row.
  package let cells: [TerminalCell]
  package let cursorRow: Int
  package let cursorColumn: Int
  package let isCursorVisible: Bool
  /// Whether the program's own screen is up instead of the one with the shell's history.
  package let isAlternate: Bool

  /// A cell; a blank outside the screen.
  package subscript(row: Int, column: Int) -> TerminalCell {
    guard (0..<rows).contains(row), (0..<columns).contains(column) else { return .blank }
    return cells[row * columns + column]
  }

  /// The rows as text, without blanks at their ends.
  package var lines: [String] { (0..<rows).map(line) }

  /// All rows, without the empty ones at the bottom.
  package var text: String {
    var lines = lines
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// Whether a row holds this text.
  package func contains(_ text: String) -> Bool { lines.contains { $0.contains(text) } }

  /// The cells of the first place where this text stands; a wide glyph counts once.
  package func cells(of text: String) -> [TerminalCell]? {
    let glyphs = text.map(String.init)
    for row in 0..<rows {
      let cells = (0..<columns).map { self[row, $0] }.filter { $0.width > 0 }
      for start in cells.indices.dropLast(max(glyphs.count - 1, 0)) {
        let found = cells[start..<start + glyphs.count]
        if found.map(\.glyph) == glyphs { return Array(found) }
      }
    }
    return nil
  }

  private func line(_ row: Int) -> String {
    var line = (0..<columns).map { self[row, $0].glyph }.joined()
    while line.last == " " { line.removeLast() }
    return line
  }

  /// The picture in a frame, for people to read.
  package var framed: String {
    let edge = "+" + String(repeating: "-", count: columns) + "+"
    let rows = (0..<rows).map { row in
      "|" + (0..<columns).map { self[row, $0].glyph }.joined() + "|"
    }
    return ([edge] + rows + [edge]).joined(separator: "\n")
  }
}
