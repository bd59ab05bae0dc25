/// How a camera was held: read from EXIF data, undone in the picture.

import Screen

/// Where the first row and the first column of a file are seen (EXIF 2.3, tag 0x0112).
enum Orientation: Int, Sendable {
  case upright = 1
  case mirrored
  case upsideDown
  case flipped
  case transposed
  case turnedRight
  case transversed
  case turnedLeft

  var swapsSides: Bool { rawValue >= 5 }

  /// From a segment APP1; nil where it says nothing of this, or nothing sensible.
  init?(exif segment: ArraySlice<UInt8>) {
    guard segment.starts(with: [0x45, 0x78, 0x69, 0x66, 0, 0]) else { return nil }
    var tiff = ByteReader(bytes: segment.dropFirst(6))
    tiff.isLittleEndian = tiff.short(at: 0) == 0x4949
    guard
      tiff.isLittleEndian || tiff.short(at: 0) == 0x4D4D, tiff.short(at: 2) == 42,
      let start = tiff.long(at: 4), let count = tiff.short(at: start)
    else { return nil }
    // What is searched ends with the segment, whatever the count says.
    let entries = (0..<count).lazy.map { start + 2 + $0 * 12 }.prefix { $0 < segment.count }
    guard
      let entry = entries.first(where: { tiff.short(at: $0) == 0x0112 }),
      tiff.short(at: entry + 2) == 3, tiff.long(at: entry + 4) == 1,
      let value = tiff.short(at: entry + 8)
    else { return nil }
    self.init(rawValue: value)
  }
}

extension Raster {
  /// As it is seen.
  func turned(_ orientation: Orientation) -> Raster {
    guard orientation != .upright else { return self }
    let (first, across, down) = path(orientation)
    let (columns, rows) = orientation.swapsSides ? (height, width) : (width, height)
    var turned = Raster(width: columns, height: rows)
    for row in 0..<rows {
      for column in 0..<columns {
        turned.pixels[row * columns + column] = pixels[first + column * across + row * down]
      }
    }
    return turned
  }

  /// The index of the pixel that comes first, and the steps to those at its right and below it.
  private func path(_ orientation: Orientation) -> (first: Int, across: Int, down: Int) {
    let (right, below, last) = (width - 1, width * (height - 1), width * height - 1)
    return switch orientation {
    case .upright: (0, 1, width)
    case .mirrored: (right, -1, width)
    case .upsideDown: (last, -1, -width)
    case .flipped: (below, 1, -width)
    case .transposed: (0, width, 1)
    case .turnedRight: (below, -width, 1)
    case .transversed: (last, -width, -1)
    case .turnedLeft: (right, width, -1)
    }
  }
}
