/// A picture of pixels with transparency, and means over parts of it.

/// Rows of pixels from the top, each 0xAARRGGBB; the colours are not multiplied by the alpha.
package struct Raster: Equatable, Sendable {
  package var width: Int
  package var height: Int
  package var pixels: [UInt32]

  package init(width: Int, height: Int, pixels: [UInt32]) {
    (self.width, self.height, self.pixels) = (width, height, pixels)
  }

  /// A picture with nothing on it.
  package init(width: Int, height: Int) {
    self.init(
      width: width, height: height, pixels: Array(repeating: 0, count: width * height))
  }

  /// The same picture with no more than so many pixels in a row.
  package func reduced(to most: Int) -> Raster {
    guard width > most else { return self }
    let rows = max(1, height * most / width)
    var small = Raster(width: most, height: rows)
    for row in 0..<rows {
      for column in 0..<most {
        small.pixels[row * most + column] = mean(part: column, of: most, row, of: rows).pixel
      }
    }
    return small
  }

  /// The mean over the pixels that lie in one of so many equal parts (at least one pixel of them).
  package func mean(part column: Int, of columns: Int, _ row: Int, of rows: Int) -> Mean {
    let (left, right) = Self.bounds(column, columns, width)
    let (top, bottom) = Self.bounds(row, rows, height)
    var sum = Mean()
    for y in top..<bottom {
      for x in left..<right { sum.add(pixels[y * width + x]) }
    }
    return sum.divided(by: Double((bottom - top) * (right - left)))
  }

  private static func bounds(_ part: Int, _ parts: Int, _ length: Int) -> (Int, Int) {
    let low = min(length - 1, part * length / parts)
    return (low, max(low + 1, min(length, (part + 1) * length / parts)))
  }

  /// Channels from 0 to 255 multiplied by the alpha, and the alpha from 0 to 1.
  package struct Mean: Equatable {
    package var red = 0.0
    package var green = 0.0
    package var blue = 0.0
    package var alpha = 0.0

    fileprivate mutating func add(_ pixel: UInt32) {
      let own = Double(pixel >> 24) / 255
      red += Double(pixel >> 16 & 255) * own
      green += Double(pixel >> 8 & 255) * own
      blue += Double(pixel & 255) * own
      alpha += own
    }

    fileprivate func divided(by count: Double) -> Mean {
      Mean(red: red / count, green: green / count, blue: blue / count, alpha: alpha / count)
    }

    /// How bright it looks, from 0 to 1 (Rec. 709); nothing is dark.
    package var luma: Double { (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255 }

    /// 0xAARRGGBB.
    var pixel: UInt32 {
      guard alpha > 0 else { return 0 }
      let channel = { (value: Double) in UInt32(max(0, min(255, value.rounded()))) }
      return channel(alpha * 255) << 24 | channel(red / alpha) << 16 | channel(green / alpha) << 8
        | channel(blue / alpha)
    }

    /// Laid over a colour, 0xRRGGBB.
    func over(_ ground: UInt32) -> UInt32 {
      let channel = { (own: Double, shift: UInt32) -> UInt32 in
        let below = Double(ground >> shift & 255) * (1 - alpha)
        return UInt32(max(0, min(255, (own + below).rounded()))) << shift
      }
      return channel(red, 16) | channel(green, 8) | channel(blue, 0)
    }
  }
}
