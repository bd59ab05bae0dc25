/// A line of code that is wider than there is room for: continued below, or cut at both edges.

import Screen

struct LongLine {
  private let line: Line
  private let glyphs: [(glyph: Glyph, style: Style)]
  /// Of the signs that more is at the left or at the right.
  private let mark: Style
  private let continuation: Style

  init(_ line: Line, mark: Style, continuation: Style) {
    self.line = line
    self.mark = mark
    self.continuation = continuation
    glyphs = line.spans.flatMap { span in Glyphs(span.text).map { ($0, span.style) } }
  }

  // MARK: Cut

  /// So many columns from a column on. A wide glyph that an edge would halve leaves blanks, so that
  /// what is below one another stays so.
  func cut(from first: Int, to width: Int) -> Line {
    let hasLeft = hasInk(before: first)
    let hasRight = line.width > first + width
    let seen = first + (hasLeft ? 1 : 0)..<max(first + 1, first + width - (hasRight ? 1 : 0))
    var part = hasLeft ? Line("‹", mark) : Line()
    var column = 0
    for (glyph, style) in glyphs {
      let columns = (column..<column + glyph.columns).clamped(to: seen)
      if columns.count == glyph.columns {
        part.append(glyph.text, style)
      } else {
        part.append(String(repeating: " ", count: columns.count), style)
      }
      column += glyph.columns
    }
    guard hasRight else { return part }
    part.append(String(repeating: " ", count: max(0, width - 1 - part.width)))
    return part + Line("›", mark)
  }

  private func hasInk(before end: Int) -> Bool {
    var column = 0
    for (glyph, _) in glyphs where column < end {
      if glyph != .blank { return true }
      column += glyph.columns
    }
    return false
  }

  // MARK: Continued

  /// All of it in rows of a width, those below the first with a mark.
  func continued(to width: Int) -> [Line] {
    guard line.width > width else { return [line] }
    var rows: [Line] = []
    var rest = glyphs[...]
    // What goes on stands no further left than what it goes on from.
    let indent = String(
      repeating: " ", count: min(glyphs.prefix { $0.glyph == .blank }.count, width / 3))
    while !rest.isEmpty {
      var row = rows.isEmpty ? Line() : Line(indent + "↪ ", continuation)
      let part = Self.head(of: rest, room: width - row.width)
      for (glyph, style) in part { row.append(glyph.text, style) }
      rows.append(row)
      rest = rest.dropFirst(part.count)
      // The blank between two words stands for the end of the row.
      if rest.first?.glyph == .blank, part.last?.glyph != .blank { rest = rest.dropFirst() }
    }
    return rows
  }

  /// As much as there is room for: up to a blank wherever there is one, or to another sign where that
  /// leaves no more than a third blank.
  private static func head(
    of glyphs: ArraySlice<(glyph: Glyph, style: Style)>, room: Int
  ) -> ArraySlice<(glyph: Glyph, style: Style)> {
    var used = 0
    let fitting = glyphs.prefix {
      used += $0.glyph.columns
      return used <= room
    }
    guard fitting.count < glyphs.count else { return glyphs }
    if glyphs[fitting.endIndex].glyph == .blank { return fitting }
    for (signs, least) in [(" ", room / 3), (",;", room * 2 / 3), ("([{=/.", room * 2 / 3)] {
      let place = fitting.lastIndex { signs.unicodeScalars.contains($0.glyph.base) }
      if let place, place - glyphs.startIndex >= least { return glyphs[...place] }
    }
    // A glyph wider than the row stands there all the same.
    return fitting.isEmpty ? glyphs.prefix(1) : fitting
  }
}
