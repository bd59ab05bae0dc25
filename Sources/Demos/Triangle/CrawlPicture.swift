/// The picture that Python has so far, made small as its rows come.

import Screen

struct CrawlPicture {
  private let size: Int
  private let reduction: Reduction
  private var raster: Raster
  private var rows = 0

  init(size: Int) {
    self.size = size
    reduction = Reduction(size: size, tile: 64)
    raster = Raster(width: reduction.width, height: reduction.width)
  }

  /// Takes over what is new; false where that is not a whole row of the small picture.
  mutating func take(from child: TriangleChild) -> Bool {
    let side = reduction.side
    let (first, last) = (rows / side, min(size, child.rows) / side)
    guard last > first else { return false }
    let pixels = child.pixels(rows: first * side..<last * side, size: size)
    guard pixels.count == (last - first) * side * size else { return false }
    pixels.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      for row in first..<last {
        for column in 0..<reduction.width {
          raster.pixels[row * reduction.width + column] = reduction.pixel(
            row: row - first, column: column, in: start, stride: size)
        }
      }
    }
    rows = last * side
    return true
  }

  func report(_ runner: Runner, seconds: Double) -> Crawl {
    Crawl(runner: runner, rows: rows, size: size, seconds: seconds, raster: raster)
  }
}
