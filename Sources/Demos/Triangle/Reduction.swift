/// A frame buffer made small enough to be looked at: means over squares of pixels, and its checksum.

import Screen

/// One part of a small picture stands for a square of so many pixels.
struct Reduction: Equatable {
  /// Pixels of a square's side, a power of two.
  let side: Int
  /// Parts of a row.
  let width: Int

  /// No screen shows more parts in a row.
  private static let most = 256

  init(size: Int, tile: Int) {
    var side = 1
    while side < tile, size / side > Self.most { side *= 2 }
    self.side = side
    width = size / side
  }

  /// The mean of a square: colours over what is covered, and the share of that as alpha.
  func pixel(
    row: Int, column: Int, in pixels: UnsafePointer<UInt32>, stride: Int
  ) -> UInt32 {
    var (red, green, blue, covered) = (UInt32(0), UInt32(0), UInt32(0), UInt32(0))
    for y in row * side..<(row + 1) * side {
      let line = pixels + y * stride + column * side
      for x in 0..<side {
        let pixel = line[x]
        red &+= pixel >> 16 & 255
        green &+= pixel >> 8 & 255
        blue &+= pixel & 255
        covered &+= pixel == 0 ? 0 : 1
      }
    }
    guard covered > 0 else { return 0 }
    let alpha = covered * 255 / UInt32(side * side)
    return max(1, alpha) << 24 | (red / covered) << 16 | (green / covered) << 8
      | (blue / covered)
  }
}

/// A sum that tells pictures apart, to whatever pieces and in whatever order it is taken: every pixel
/// times an odd number of its place's own.
struct PictureSum {
  static func sum(of pixels: UnsafePointer<UInt32>, count: Int, from place: Int) -> UInt64 {
    var sum: UInt64 = 0
    for index in 0..<count {
      let weight = UInt64(truncatingIfNeeded: place &+ index) &* 0x9E37_79B9_7F4A_7C15 | 1
      sum &+= (UInt64(pixels[index]) &+ 1) &* weight
    }
    return sum
  }
}
