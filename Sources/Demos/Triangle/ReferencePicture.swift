/// The picture that all executions are compared with, made here and by nobody who is compared.

import Machine

/// Drawn pixel by pixel and band by band, so that a large one takes no memory.
struct ReferencePicture {
  let function: PixelFunction
  let size: Int

  private static let band = 16

  /// The largest difference of a channel from a picture whose rows somebody gives, 0 to 255; 255, too,
  /// where rows are missing; nil where somebody has had enough of comparing.
  func difference(
    until isCancelled: () -> Bool, from rows: (Range<Int>) -> [UInt32]
  ) -> Int? {
    var most = 0
    var own = [UInt32](repeating: 0, count: Self.band * size)
    for first in stride(from: 0, to: size, by: Self.band) {
      if isCancelled() { return nil }
      let band = first..<min(size, first + Self.band)
      draw(band, into: &own)
      let their = rows(band)
      guard their.count == band.count * size else { return 255 }
      most = max(most, Self.difference(own, their))
    }
    return most
  }

  private func draw(_ band: Range<Int>, into pixels: inout [UInt32]) {
    pixels.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      // The kernel finds its rows from the first one of the picture.
      _ = PixelKernel.perPixel.draw(
        function, rows: band, columns: 0..<size, into: start - band.lowerBound * size,
        stride: size)
    }
  }

  private static func difference(_ one: [UInt32], _ other: [UInt32]) -> Int {
    var most = 0
    for (own, their) in zip(one, other) where own != their {
      for shift in [0, 8, 16] {
        most = max(most, abs(Int(own >> shift & 255) - Int(their >> shift & 255)))
      }
    }
    return most
  }
}
