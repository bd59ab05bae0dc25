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
    width > most ? reduced(toColumns: most, rows: max(1, height * most / width)) : self
  }

  /// The same picture with so many pixels in a row and so many rows, where it has more.
  package func reduced(toColumns columns: Int, rows: Int) -> Raster {
    let (columns, rows) = (min(columns, width), min(rows, height))
    guard columns < width || rows < height else { return self }
    var small = Raster(width: columns, height: rows)
    for row in 0..<rows {
      for column in 0..<columns {
        small.pixels[row * columns + column] =
          mean(part: column, of: columns, row, of: rows).pixel
      }
    }
    return small
  }

  /// The mean over the pixels that lie in one of so many equal parts (at least one pixel of them).
  package func mean(part column: Int, of columns: Int, _ row: Int, of rows: Int) -> Mean {
    let (left, right) = Self.bounds(column, columns, width)
    let (top, bottom) = Self.bounds(row, rows, height)
    var sum = Light()
    pixels.withUnsafeBufferPointer { pixels in
      for y in top..<bottom {
        for x in left..<right { sum.add(pixels[y &* width &+ x]) }
      }
    }
    return sum.mean(over: (bottom - top) * (right - left))
  }

  private static func bounds(_ part: Int, _ parts: Int, _ length: Int) -> (Int, Int) {
    let low = min(length - 1, part * length / parts)
    return (low, max(low + 1, min(length, (part + 1) * length / parts)))
  }

  /// Light adds up and its codes do not: channels are squared before they are added (gamma 2, near
  /// enough to sRGB's), and weighed by the alpha.
  private struct Light {
    private var red: UInt64 = 0
    private var green: UInt64 = 0
    private var blue: UInt64 = 0
    private var alpha: UInt64 = 0

    @inline(__always)
    mutating func add(_ pixel: UInt32) {
      let (a, r) = (UInt64(pixel >> 24), UInt64(pixel >> 16 & 255))
      let (g, b) = (UInt64(pixel >> 8 & 255), UInt64(pixel & 255))
      red &+= r &* r &* a
      green &+= g &* g &* a
      blue &+= b &* b &* a
      alpha &+= a
    }

    func mean(over count: Int) -> Mean {
      let share = { (sum: UInt64) in Double(sum) / (Double(count) * 255 * 255 * 255) }
      return Mean(
        red: share(red), green: share(green), blue: share(blue),
        alpha: Double(alpha) / (Double(count) * 255))
    }
  }

  /// Light from 0 to 1, multiplied by the alpha.
  package struct Mean: Equatable {
    package var red: Double
    package var green: Double
    package var blue: Double
    package var alpha: Double

    fileprivate static func light(_ code: UInt32) -> Double {
      let share = Double(code) / 255
      return share * share
    }

    /// How bright it looks, from 0 to 1 (Rec. 709); nothing is dark.
    package var luma: Double { (0.2126 * red + 0.7152 * green + 0.0722 * blue).squareRoot() }

    /// 0xAARRGGBB.
    var pixel: UInt32 {
      guard alpha > 0 else { return 0 }
      return UInt32((alpha * 255).rounded()) << 24
        | Self.code(red / alpha, 16) | Self.code(green / alpha, 8) | Self.code(blue / alpha, 0)
    }

    /// Laid over a colour, 0xRRGGBB. Light from a light ground would drown what is thin: there codes
    /// are mixed, which is darker.
    package func over(_ ground: UInt32) -> UInt32 {
      let channels = [(red, UInt32(16)), (green, 8), (blue, 0)]
      let isLight = channels.reduce(0) { $0 + (ground >> $1.1 & 255) } > 384
      return channels.reduce(0) { color, channel in
        let (own, shift) = channel
        let below = Self.light(ground >> shift & 255)
        let mixed =
          isLight && alpha > 0
          ? (own / alpha).squareRoot() * alpha + below.squareRoot() * (1 - alpha)
          : (own + below * (1 - alpha)).squareRoot()
        return color | Self.code(mixed * mixed, shift)
      }
    }

    private static func code(_ light: Double, _ shift: UInt32) -> UInt32 {
      UInt32((max(0, min(1, light)).squareRoot() * 255).rounded()) << shift
    }
  }
}
