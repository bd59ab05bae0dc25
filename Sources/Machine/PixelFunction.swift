/// The function that a triangle is: three edge functions over a plane of pixels, layer by layer.

import CMachine

/// A linear function over pixels in fixed point, where `one` is 1: its value at the first pixel, and
/// what a step right and a step down add (Pineda 1988).
package struct EdgeFunction: Equatable, Sendable {
  package static let one = Int32(MACHINE_TRIANGLE_ONE)
  /// How far `one` is from the last bit.
  package static let bits = Int(MACHINE_TRIANGLE_BITS)

  package var start: Int32
  package var right: Int32
  package var down: Int32

  package init(start: Int32, right: Int32, down: Int32) {
    (self.start, self.right, self.down) = (start, right, down)
  }

  package func value(row: Int, column: Int) -> Int32 {
    start &+ Int32(truncatingIfNeeded: row) &* down
      &+ Int32(truncatingIfNeeded: column) &* right
  }

  /// The same function for a reader who begins at another pixel.
  func starting(row: Int, column: Int) -> EdgeFunction {
    EdgeFunction(start: value(row: row, column: column), right: right, down: down)
  }
}

/// What is computed of every pixel. Each layer takes in those before it: 1 to 3 ask on which side of
/// an edge the pixel lies, 4 takes twice the three values, at most one, as red, green and blue, 5
/// folds the triangle into itself and leaves holes, 6 lights the folds.
package struct PixelFunction: Equatable, Sendable {
  package static let layers = 6

  package var a: EdgeFunction
  package var b: EdgeFunction
  package var c: EdgeFunction
  package var layer: Int
  package var folds: Int

  package init(_ a: EdgeFunction, _ b: EdgeFunction, _ c: EdgeFunction, layer: Int, folds: Int) {
    (self.a, self.b, self.c) = (a, b, c)
    (self.layer, self.folds) = (layer, folds)
  }

  /// Additions, comparisons, selections and shifts of 32 bits that a pixel costs, counted in the
  /// instructions of the AVX-512 kernels; other instruction sets need more of them.
  package static func operations(layer: Int, folds: Int) -> Int {
    switch layer {
    case 1: 5
    case 2: 11
    case 3: 14
    case 4: 25
    case 5: 24 + 12 * folds
    default: 34 + 12 * folds
    }
  }

  /// A pixel, 0xRRGGBB, has four bytes.
  package static let bytes = 4
}
