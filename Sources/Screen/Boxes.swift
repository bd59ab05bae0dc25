/// Frames and text that wraps by characters, for boxes that say something in passing.

extension Canvas {
  /// A frame along the edges of this canvas.
  package mutating func frame(_ style: Style = .plain) {
    let (bottom, right) = (size.rows - 1, size.columns - 1)
    guard bottom > 0, right > 0 else { return }
    for row in [0, bottom] { fill("─", row: row, columns: 1..<right, style) }
    for row in 1..<max(1, bottom) {
      put("│", at: Point(row: row, column: 0), style)
      put("│", at: Point(row: row, column: right), style)
    }
    for (corner, row, column) in [("┌", 0, 0), ("┐", 0, right), ("└", bottom, 0)] {
      put(corner, at: Point(row: row, column: column), style)
    }
    put("┘", at: Point(row: bottom, column: right), style)
  }

  /// Text over as many rows as it needs, broken at the edge; returns how many.
  @discardableResult
  package mutating func putWrapped(_ text: String, row: Int = 0, _ style: Style = .plain) -> Int {
    let lines = text.boxed(to: max(1, size.columns))
    for (index, line) in lines.enumerated() {
      put(line, at: Point(row: row + index, column: 0), style)
    }
    return lines.count
  }
}

extension String {
  /// Lines of at most so many columns: broken between words, and within those that are longer.
  package func boxed(to columns: Int) -> [String] {
    let words = split(separator: " ", omittingEmptySubsequences: false)
      .flatMap { String($0).cut(to: columns) }
    return words.dropFirst().reduce(into: [words.first ?? ""]) { lines, word in
      let longer = lines[lines.count - 1] + " " + word
      if longer.columns <= columns { lines[lines.count - 1] = longer } else { lines.append(word) }
    }
  }
}
