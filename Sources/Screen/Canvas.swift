/// A grid seen through a clip: the only thing one draws on.

/// Coordinates start at row 0, column 0 of the part one was given; what falls outside is not drawn.
package struct Canvas {
  package private(set) var grid: Grid
  private var origin: Point
  private var clip: Rect
  /// Line art and signs in ASCII only: `Strokes` and views that have words for signs ask.
  package let ascii: Bool
  /// What lies under everything: text without a background of its own gets this one.
  package var ground: Style

  package init(_ size: Size, ascii: Bool = false, ground: Style = .plain) {
    grid = Grid(size, filledWith: Cell(.blank, ground))
    origin = .zero
    clip = Rect(.zero, size)
    self.ascii = ascii
    self.ground = ground
  }

  /// How much room there is here.
  package var size: Size { clip.size }

  /// Lends a part of this canvas: the drawing inside starts at its corner and stays in it.
  package mutating func within<Result>(
    _ rect: Rect, _ draw: (inout Canvas) throws -> Result
  ) rethrows -> Result {
    let (outerOrigin, outerClip) = (origin, clip)
    defer { (origin, clip) = (outerOrigin, outerClip) }
    let place = rect.offset(by: origin)
    clip = place.intersection(outerClip)
    origin = place.origin
    return try draw(&self)
  }

  /// Draws text on one row; returns the column after it.
  @discardableResult
  package mutating func put(_ text: String, at point: Point, _ style: Style = .plain) -> Int {
    let style = ground.merging(style)
    var column = point.column
    for glyph in Glyphs(text) {
      put(glyph, at: Point(row: point.row, column: column), style)
      column += glyph.columns
    }
    return column
  }

  package mutating func put(_ line: Line, at point: Point) {
    var column = point.column
    for span in line.spans {
      let start = column
      column = put(span.text, at: Point(row: point.row, column: column), span.style)
      if let address = span.link { link(row: point.row, columns: start..<column, to: address) }
    }
  }

  /// Makes cells lead somewhere, as far as they are seen here.
  private mutating func link(row: Int, columns: Range<Int>, to address: String) {
    let place = Rect(rows: row..<row + 1, columns: columns).offset(by: origin).intersection(clip)
    guard !place.isEmpty else { return }
    grid.links.append(
      GridLink(row: place.origin.row, columns: place.columns, address: address))
  }

  /// Draws text so that it ends at the right edge of this canvas.
  package mutating func putRight(_ text: String, row: Int, inset: Int = 0, _ style: Style = .plain)
  {
    put(text, at: Point(row: row, column: size.columns - inset - text.columns), style)
  }

  package mutating func put(_ glyph: Character, at point: Point, _ style: Style = .plain) {
    guard let glyph = Glyph(showing: glyph) else { return }
    put(glyph, at: point, ground.merging(style))
  }

  /// Repeats a narrow glyph along a row.
  package mutating func fill(
    _ glyph: Character, row: Int, columns: Range<Int>, _ style: Style = .plain
  ) {
    guard let glyph = Glyph(showing: glyph) else { return }
    let style = ground.merging(style)
    for column in columns { put(glyph, at: Point(row: row, column: column), style) }
  }

  /// Blanks everything, in the ground's style.
  package mutating func clear() {
    for row in clip.rows {
      for column in clip.columns { grid[row, column] = Cell(.blank, ground) }
    }
  }

  /// Changes the style of cells already drawn, for a selection or a fading.
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let place = rect.offset(by: origin).intersection(clip)
    for row in place.rows {
      for column in place.columns {
        grid[row, column].style = change(grid[row, column].style)
      }
    }
  }

  /// Shows another picture's cells, from one of its rows on.
  package mutating func put(_ picture: Grid, from first: Int) {
    for row in 0..<min(size.rows, picture.size.rows - first) {
      for column in 0..<min(size.columns, picture.size.columns) {
        change(at: Point(row: row, column: column)) { $0 = picture[first + row, column] }
      }
    }
  }

  /// Changes a cell already drawn, if it is seen here.
  mutating func change(at point: Point, _ change: (inout Cell) -> Void) {
    let place = point + origin
    if clip.contains(place) { change(&grid[place.row, place.column]) }
  }

  private mutating func put(_ glyph: Glyph, at point: Point, _ style: Style) {
    let place = point + origin
    guard clip.rows.contains(place.row), place.column >= clip.origin.column,
      place.column + glyph.columns <= clip.columns.upperBound
    else { return }
    grid.put(glyph, style, row: place.row, column: place.column)
  }
}
