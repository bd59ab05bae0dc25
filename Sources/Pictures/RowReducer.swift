/// Makes a picture smaller while its rows come, so that it is never in memory as a whole.

import Screen

/// What comes of it is what `Raster.reduced` would make of the whole.
struct RowReducer {
  private let width: Int
  private let height: Int
  /// Where each pixel of a row that is kept ends in those that come.
  private let ends: [Int]
  private var light: [Light]
  private var rowsTaken = 0
  private(set) var raster: Raster

  /// Rows of one size become a picture of another one, which is larger in neither direction.
  init(_ size: (width: Int, height: Int), to kept: (width: Int, height: Int)) {
    (width, height) = size
    let isReducing = kept != size
    ends = isReducing ? (1...kept.width).map { $0 * size.width / kept.width } : []
    light = Array(repeating: Light(), count: ends.count)
    raster = Raster(width: kept.width, height: kept.height, pixels: [])
    raster.pixels.reserveCapacity(kept.width * kept.height)
  }

  var isComplete: Bool { raster.pixels.count == raster.width * raster.height }

  /// Takes the next row, all of it.
  mutating func add(_ row: UnsafePointer<UInt32>, areInks: Bool) {
    guard rowsTaken < height else { return }
    rowsTaken += 1
    if areInks {
      (0..<width).map { Self.color(ofInks: row[$0]) }.withUnsafeBufferPointer { add($0) }
    } else {
      add(UnsafeBufferPointer(start: row, count: width))
    }
  }

  private mutating func add(_ row: UnsafeBufferPointer<UInt32>) {
    if ends.isEmpty {
      raster.pixels.append(contentsOf: row)
    } else {
      sum(row)
      keepRow()
    }
  }

  /// Cyan comes in the lowest byte, black in the highest: each as what it leaves of the light.
  private static func color(ofInks inks: UInt32) -> UInt32 {
    let black = inks >> 24
    func mixed(_ shift: UInt32) -> UInt32 { ((inks >> shift & 255) * black + 127) / 255 }
    return 0xFF00_0000 | mixed(0) << 16 | mixed(8) << 8 | mixed(16)
  }

  private mutating func sum(_ row: UnsafeBufferPointer<UInt32>) {
    light.withUnsafeMutableBufferPointer { light in
      var x = 0
      for column in light.indices {
        var sum = light[column]
        while x < ends[column] {
          sum.add(row[x])
          x &+= 1
        }
        light[column] = sum
      }
    }
  }

  /// When the last of the rows has come that make one.
  private mutating func keepRow() {
    let row = raster.pixels.count / raster.width
    guard rowsTaken == (row + 1) * height / raster.height else { return }
    let rows = rowsTaken - row * height / raster.height
    var start = 0
    for (column, end) in ends.enumerated() {
      raster.pixels.append(light[column].mean(over: rows * (end - start)))
      light[column] = Light()
      start = end
    }
  }

  /// Light adds up and its codes do not: as in `Raster`, channels are squared before they are
  /// added, and weighed by the alpha.
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

    func mean(over count: Int) -> UInt32 {
      guard alpha > 0 else { return 0 }
      let code = { (sum: UInt64) in
        UInt32((Double(sum) / Double(alpha)).squareRoot().rounded())
      }
      let opacity = UInt32((Double(alpha) / Double(count)).rounded())
      return opacity << 24 | code(red) << 16 | code(green) << 8 | code(blue)
    }
  }
}
