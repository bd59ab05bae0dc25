/// The vector kernels against the same function written down pixel by pixel.

import CMachine
import Machine
import Testing

/// One pixel of a layer, and whether it is covered: what the kernels compute for sixteen at once.
private func pixel(_ layer: Int32, folds: Int32, _ a: Int32, _ b: Int32, _ c: Int32)
  -> (color: UInt32, isCovered: Bool)
{
  let one = Int32(MACHINE_TRIANGLE_ONE)
  if layer <= 3 {
    let inside: [Bool] = [a >= 0, layer < 2 || b >= 0, layer < 3 || c >= 0]
    let lit: [Bool] = [a >= 0, layer > 1 && b >= 0, layer > 2 && c >= 0]
    var color: UInt32 = 0
    for isLit in lit {
      color = color << 8 | UInt32(isLit ? MACHINE_TRIANGLE_HIGH : MACHINE_TRIANGLE_LOW)
    }
    return (color, !inside.contains(false))
  }
  guard a >= 0, b >= 0, c >= 0 else { return (0, false) }
  var colors = [a, b, c].map { UInt32(min($0 + $0, one) >> (EdgeFunction.bits - 8)) }.map {
    $0 - ($0 >> 8)
  }
  var parts = [a, b, c]
  for _ in 0..<(layer > 4 ? folds : 0) {
    parts = parts.map { $0 &+ $0 }
    guard parts.contains(where: { $0 >= one }) else { return (0, false) }
    parts = parts.map { $0 >= one ? $0 - one : $0 }
  }
  if layer > 5 {
    let light: UInt32 =
      parts[0] <= parts[1] && parts[0] <= parts[2] ? 256 : parts[1] <= parts[2] ? 200 : 144
    colors = colors.map { ($0 * light) >> 8 }
  }
  return (colors[0] << 16 | colors[1] << 8 | colors[2], true)
}

@Suite struct `Triangle kernels` {
  private static let (rows, columns) = (48, 64)

  /// A triangle over most of the tile, its functions adding up to one everywhere.
  private static func tile(_ layer: Int32, folds: Int32) -> machine_triangle {
    let one = Int32(MACHINE_TRIANGLE_ONE)
    var tile = machine_triangle()
    tile.a = machine_edge(start: -one / 8, right: one / 60, down: one / 97)
    tile.b = machine_edge(start: one, right: -one / 50, down: -one / 211)
    tile.c = machine_edge(
      start: one - tile.a.start - tile.b.start, right: -tile.a.right - tile.b.right,
      down: -tile.a.down - tile.b.down)
    (tile.stride, tile.rows, tile.columns) = (Int32(columns), Int32(rows), Int32(columns))
    (tile.layer, tile.folds) = (layer, folds)
    return tile
  }

  private static func computed(_ level: Int32, _ layer: Int32, folds: Int32)
    -> (pixels: [UInt32], covered: Int64)
  {
    var pixels = [UInt32](repeating: 0xFFFF_FFFF, count: rows * columns)
    let covered = pixels.withUnsafeMutableBufferPointer { buffer in
      var tile = tile(layer, folds: folds)
      tile.pixels = buffer.baseAddress
      return machine_triangle_tile(level, &tile)
    }
    return (pixels, covered)
  }

  @Test(arguments: 1...6)
  func `every instruction set draws every layer to the last bit as one pixel after another does`(
    layer: Int
  ) {
    let layer = Int32(layer)
    let tile = Self.tile(layer, folds: 4)
    var expected: [UInt32] = []
    var covered: Int64 = 0
    for row in 0..<Int32(Self.rows) {
      for column in 0..<Int32(Self.columns) {
        let at = { (edge: machine_edge) in
          edge.start &+ row &* edge.down &+ column &* edge.right
        }
        let own = pixel(layer, folds: 4, at(tile.a), at(tile.b), at(tile.c))
        expected.append(own.color)
        covered += own.isCovered ? 1 : 0
      }
    }
    #expect(covered > 0 && covered < Int64(expected.count))
    let best = machine_triangle_level()
    // NEON has no lower level of its own.
    for level in best == Int32(MACHINE_LEVEL_NEON) ? best...best : 0...best {
      let found = Self.computed(level, layer, folds: 4)
      #expect(found.pixels == expected, "level \(level)")
      #expect(found.covered == covered, "level \(level)")
    }
  }

  @Test(arguments: 1...6)
  func `parts of a picture come out as the whole does, one pixel after another and many at once`(
    layer: Int
  ) {
    let tile = Self.tile(Int32(layer), folds: 4)
    let edge = { (own: machine_edge) in
      EdgeFunction(start: own.start, right: own.right, down: own.down)
    }
    let function = PixelFunction(
      edge(tile.a), edge(tile.b), edge(tile.c), layer: layer, folds: 4)
    let whole = Self.computed(machine_triangle_level(), Int32(layer), folds: 4)
    let kernels = [PixelKernel.perPixel] + InstructionSet.usable.map(PixelKernel.vector)
    for kernel in kernels {
      var pixels = [UInt32](repeating: 0xFFFF_FFFF, count: Self.rows * Self.columns)
      let covered = pixels.withUnsafeMutableBufferPointer { buffer in
        var covered = 0
        for rows in [0..<17, 17..<Self.rows] {
          for columns in [0..<16, 16..<Self.columns] {
            guard let start = buffer.baseAddress else { continue }
            covered += kernel.draw(
              function, rows: rows, columns: columns, into: start, stride: Self.columns)
          }
        }
        return covered
      }
      #expect(pixels == whole.pixels, "\(kernel)")
      #expect(covered == Int(whole.covered), "\(kernel)")
    }
  }
}
