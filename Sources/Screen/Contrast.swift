/// How well one colour is read on another, as the Web Content Accessibility Guidelines 2.2 measure it.

package enum Contrast {
  /// From 1 to 21; text wants 4.5. Colours are 0xRRGGBB.
  package static func ratio(_ color: UInt32, on ground: UInt32) -> Double {
    let (one, other) = (luminance(color), luminance(ground))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  package static let ofText = 4.5

  /// Whether black is read better on a ground than white.
  package static func isLight(_ ground: UInt32) -> Bool { luminance(ground) > 0.18 }

  /// Relative luminance of sRGB, from 0 to 1.
  package static func luminance(_ color: UInt32) -> Double {
    0.2126 * light(color >> 16 & 255) + 0.7152 * light(color >> 8 & 255) + 0.0722
      * light(color & 255)
  }

  /// sRGB's curve, by a polynomial that is nowhere off by more than 0.003.
  private static func light(_ code: UInt32) -> Double {
    let share = Double(code) / 255
    return share * (share * (share * 0.305306011 + 0.682171111) + 0.012522878)
  }

  /// So much of a colour, the rest of another.
  package static func mixed(_ color: UInt32, _ share: Double, into ground: UInt32) -> UInt32 {
    [16, 8, 0].reduce(0) { mixed, shift in
      let own = Double(color >> shift & 255) * share
      let other = Double(ground >> shift & 255) * (1 - share)
      return mixed | UInt32((own + other).rounded()) << shift
    }
  }
}

extension Canvas {
  /// Lays a picture of two pixels a cell under what has been drawn: blank cells show it, glyphs get
  /// its colour behind them as far as they can be read on it. What has a ground of its own keeps it.
  package mutating func underlay(_ raster: Raster, in rect: Rect) {
    guard let ground = ground.background.rgbValue else { return }
    within(rect) { canvas in
      for row in 0..<min(canvas.size.rows, raster.height / 2) {
        for column in 0..<min(canvas.size.columns, raster.width) {
          let upper = raster.pixels[2 * row * raster.width + column] & 0xFF_FFFF
          let lower = raster.pixels[(2 * row + 1) * raster.width + column] & 0xFF_FFFF
          canvas.underlay(upper, lower, ground, at: Point(row: row, column: column))
        }
      }
    }
  }

  private mutating func underlay(_ upper: UInt32, _ lower: UInt32, _ below: UInt32, at point: Point)
  {
    let ground = self.ground.background
    change(at: point) { cell in
      guard cell.style.background == ground else { return }
      if cell.glyph == .blank, cell.style.attributes.isDisjoint(with: [.underline, .reverse]) {
        cell = Cell(Glyph("▀"), Style(.rgb(upper), on: .rgb(lower)))
      } else if let color = cell.style.foreground.rgbValue {
        let mean = Contrast.mixed(upper, 0.5, into: lower)
        let isLineArt = (0x2500..<0x2580).contains(cell.glyph.base.value)
        let wanted = isLineArt ? Self.ofLines : Contrast.ofText
        cell.style.background = .rgb(Self.readable(color, wanted, on: mean, below))
      }
    }
  }

  /// Rules only part.
  private static let ofLines = 1.25

  /// As much of a colour as text, and what is fainter than text on purpose, can be read on.
  private static func readable(
    _ text: UInt32, _ contrast: Double, on color: UInt32, _ ground: UInt32
  ) -> UInt32 {
    let most = Contrast.ratio(text, on: ground)
    let wanted = most < contrast ? most * 0.8 : contrast
    let shares = stride(from: 1, to: 0, by: -0.125)
    return shares.lazy.map { Contrast.mixed(color, $0, into: ground) }
      .first { Contrast.ratio(text, on: $0) >= wanted } ?? ground
  }
}
