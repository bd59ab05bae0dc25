/// Tiles by the thread that computed them, and a picture in those threads' colours.

import DemoKit
import Screen

struct OwnerMap {
  private let owners: [UInt8]
  private let perRow: Int

  /// Nil where nobody has been written down.
  init?(_ owners: [UInt8]) {
    perRow = Int(Double(owners.count).squareRoot().rounded())
    self.owners = owners
    guard perRow > 0, perRow * perRow == owners.count else { return nil }
  }

  /// At a place, from 0 to 1 right and down.
  func owner(_ x: Double, _ y: Double) -> Int {
    let place = { (share: Double) in max(0, min(perRow - 1, Int(share * Double(perRow)))) }
    return Int(owners[place(y) * perRow + place(x)])
  }

  var counts: [Int] {
    var counts = Array(repeating: 0, count: Int(owners.max() ?? 0) + 1)
    for owner in owners { counts[Int(owner)] += 1 }
    return counts
  }

  /// A picture in its owners' colours, as bright as it is.
  func colored(_ raster: Raster, _ palette: DemoPalette) -> Raster {
    let colors = counts.indices.map { palette.task($0).foreground.rgbValue ?? 0xFF_FFFF }
    var colored = raster
    for row in 0..<raster.height {
      for column in 0..<raster.width {
        let place = row * raster.width + column
        let pixel = raster.pixels[place]
        guard pixel >> 24 > 0 else { continue }
        let most = max(pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255)
        let own = colors[
          owner(Double(column) / Double(raster.width), Double(row) / Double(raster.height))]
        let brightness = 80 + most * 175 / 255
        let channel = { (shift: UInt32) in ((own >> shift & 255) * brightness / 255) << shift }
        colored.pixels[place] = pixel & 0xFF00_0000 | channel(16) | channel(8) | channel(0)
      }
    }
    return colored
  }
}
