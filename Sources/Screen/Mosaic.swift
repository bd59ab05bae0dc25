/// Pictures in cells: half blocks where there are colours, braille where there are none, and in
/// ASCII signs that are as dense as the picture is bright.

package enum Mosaic: Equatable, Sendable {
  /// Two pixels in a cell, one above the other, in true colour.
  case halfBlocks
  /// Eight dots in a cell, set where the picture is brighter than a pattern of thresholds.
  case braille
  case ramp

  /// The best that a canvas can show.
  package init(hasColors: Bool, ascii: Bool) {
    self = ascii ? .ramp : hasColors ? .halfBlocks : .braille
  }
}

extension Canvas {
  /// Draws a picture so that it fills a rectangle; where nothing is on it the canvas stays as it is.
  package mutating func put(_ raster: Raster, in rect: Rect, as mosaic: Mosaic) {
    guard raster.width > 0, raster.height > 0, !rect.isEmpty else { return }
    within(rect) { canvas in
      for row in 0..<rect.size.rows {
        for column in 0..<rect.size.columns {
          let place = Point(row: row, column: column)
          switch mosaic {
          case .halfBlocks: canvas.putHalves(raster, rect.size, at: place)
          case .braille: canvas.putDots(raster, rect.size, at: place)
          case .ramp: canvas.putDensity(raster, rect.size, at: place)
          }
        }
      }
    }
  }

  private mutating func putHalves(_ raster: Raster, _ size: Size, at place: Point) {
    let half = { (row: Int) in
      raster.mean(part: place.column, of: size.columns, place.row * 2 + row, of: size.rows * 2)
    }
    let (upper, lower) = (half(0), half(1))
    let ground = ground.background.rgbValue ?? 0
    let color = { (mean: Raster.Mean) in Color.rgb(mean.over(ground)) }
    // What is hardly there is left out, so that the ground shows through in any terminal.
    switch (upper.alpha > 0.02, lower.alpha > 0.02) {
    case (false, false): break
    case (true, false): put("▀", at: place, Style(color(upper)))
    case (false, true): put("▄", at: place, Style(color(lower)))
    case (true, true): put("▀", at: place, Style(color(upper), on: color(lower)))
    }
  }

  private mutating func putDots(_ raster: Raster, _ size: Size, at place: Point) {
    var dots: UInt8 = 0
    for row in 0..<4 {
      for column in 0..<2 {
        let (x, y) = (place.column * 2 + column, place.row * 4 + row)
        let mean = raster.mean(part: x, of: size.columns * 2, y, of: size.rows * 4)
        let threshold = (Double(Self.thresholds[y % 4][x % 4]) + 0.5) / 16
        if mean.luma > threshold { dots |= Braille.bit(row: row, column: column) }
      }
    }
    if dots != 0 { put(Braille.glyph(dots), at: place) }
  }

  /// Bayer's pattern (1973): thresholds of neighbours as far from each other as can be.
  private static let thresholds = [
    [0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5],
  ]

  private mutating func putDensity(_ raster: Raster, _ size: Size, at place: Point) {
    let mean = raster.mean(part: place.column, of: size.columns, place.row, of: size.rows)
    let ramp = Array(" .:-=+*#%@")
    let step = Int((mean.luma * Double(ramp.count - 1)).rounded())
    if step > 0 { put(ramp[min(step, ramp.count - 1)], at: place) }
  }
}

/// Cells of two columns and four rows of dots (Unicode, chapter 21.1).
package enum Braille {
  private static let bits: [[UInt8]] = [[0x01, 0x02, 0x04, 0x40], [0x08, 0x10, 0x20, 0x80]]

  /// What a dot adds to U+2800.
  package static func bit(row: Int, column: Int) -> UInt8 { bits[column][row] }

  package static func glyph(_ dots: UInt8) -> Character {
    Character(Unicode.Scalar(UInt32(0x2800) + UInt32(dots)) ?? " ")
  }
}
