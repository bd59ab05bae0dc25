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
    var sum = PixelSum()
    for y in row * side..<(row + 1) * side {
      let line = pixels + y * stride + column * side
      side % PixelSum.lanes == 0 ? sum.addVectors(line, side) : sum.add(line, side)
    }
    return sum.mean(over: UInt32(side * side))
  }
}

/// Channels of many pixels, eight pixels at a time where they come by eight.
private struct PixelSum {
  static let lanes = 8
  /// Red above 2¹⁶ and blue below: a square has at most 32 × 32 pixels, a lane 128 of them.
  private var redBlue = SIMD8<UInt32>()
  private var green = SIMD8<UInt32>()
  private var covered = SIMD8<UInt32>()

  @inline(__always)
  mutating func addVectors(_ line: UnsafePointer<UInt32>, _ count: Int) {
    var x = 0
    while x < count {
      let pixels = UnsafeRawPointer(line + x).loadUnaligned(as: SIMD8<UInt32>.self)
      redBlue &+= pixels & 0xFF_00FF
      green &+= (pixels &>> 8) & 0xFF
      // A number or its negative has the highest bit set, unless it is 0.
      covered &+= (pixels | (0 &- pixels)) &>> 31
      x &+= Self.lanes
    }
  }

  mutating func add(_ line: UnsafePointer<UInt32>, _ count: Int) {
    for x in 0..<count {
      redBlue[x % Self.lanes] &+= line[x] & 0xFF_00FF
      green[x % Self.lanes] &+= line[x] >> 8 & 0xFF
      covered[x % Self.lanes] &+= line[x] == 0 ? 0 : 1
    }
  }

  func mean(over count: UInt32) -> UInt32 {
    let covered = covered.wrappedSum()
    guard covered > 0 else { return 0 }
    let (red, blue) = ((redBlue &>> 16).wrappedSum(), (redBlue & 0xFFFF).wrappedSum())
    return max(1, covered * 255 / count) << 24 | (red / covered) << 16
      | (green.wrappedSum() / covered) << 8 | (blue / covered)
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
