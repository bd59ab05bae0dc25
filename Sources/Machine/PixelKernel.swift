/// Executions of the same pixel function: one pixel after another, or as many at once as a
/// register holds.

import CMachine

/// What the vector kernels are written for.
package enum InstructionSet: Int32, CaseIterable, Sendable {
  case baseline, avx2, avx512, neon

  /// The best that this CPU has.
  package static let best = InstructionSet(rawValue: machine_triangle_level()) ?? .baseline

  /// All that this CPU has kernels for, the best last.
  package static let usable: [InstructionSet] =
    best == .neon
    ? [.neon]
    : allCases.prefix {
      $0.rawValue <= best.rawValue
    }.map { $0 }

  package var name: String {
    switch self {
    #if arch(x86_64)
      case .baseline: "SSE2"
    #else
      case .baseline: "SIMD"
    #endif
    case .avx2: "AVX2"
    case .avx512: "AVX-512"
    case .neon: "NEON"
    }
  }

  /// Pixels in a register.
  package var lanes: Int {
    switch self {
    case .baseline, .neon: 4
    case .avx2: 8
    case .avx512: 16
    }
  }
}

package enum PixelKernel: Equatable, Sendable {
  case perPixel
  case vector(InstructionSet)

  /// Vector kernels take columns by so many.
  package static let columns = 16

  /// Computes a part of a picture, whose columns are a multiple of `columns`; returns how many of
  /// its pixels are covered.
  package func draw(
    _ function: PixelFunction, rows: Range<Int>, columns: Range<Int>,
    into pixels: UnsafeMutablePointer<UInt32>, stride: Int
  ) -> Int {
    let first = pixels + rows.lowerBound * stride + columns.lowerBound
    let start = { (edge: EdgeFunction) in
      edge.starting(row: rows.lowerBound, column: columns.lowerBound)
    }
    var part = PixelPart(function, first, stride: stride, rows.count, columns.count)
    (part.function.a, part.function.b) = (start(function.a), start(function.b))
    part.function.c = start(function.c)
    switch self {
    case .perPixel: return part.drawPerPixel()
    case .vector(let set): return part.draw(by: set)
    }
  }
}

/// Rows and columns of a picture, and the function as it is over them.
private struct PixelPart {
  var function: PixelFunction
  let pixels: UnsafeMutablePointer<UInt32>
  let stride: Int
  let rows: Int
  let columns: Int

  init(
    _ function: PixelFunction, _ pixels: UnsafeMutablePointer<UInt32>, stride: Int, _ rows: Int,
    _ columns: Int
  ) {
    (self.function, self.pixels, self.stride) = (function, pixels, stride)
    (self.rows, self.columns) = (rows, columns)
  }

  // MARK: As many as a register holds

  func draw(by set: InstructionSet) -> Int {
    var tile = machine_triangle()
    tile.pixels = pixels
    (tile.stride, tile.rows, tile.columns) = (Int32(stride), Int32(rows), Int32(columns))
    (tile.layer, tile.folds) = (Int32(function.layer), Int32(function.folds))
    (tile.a, tile.b, tile.c) = (edge(function.a), edge(function.b), edge(function.c))
    return Int(machine_triangle_tile(set.rawValue, &tile))
  }

  private func edge(_ edge: EdgeFunction) -> machine_edge {
    machine_edge(start: edge.start, right: edge.right, down: edge.down)
  }

  // MARK: One after another

  func drawPerPixel() -> Int {
    switch function.layer {
    case 1: draw(layer: 1)
    case 2: draw(layer: 2)
    case 3: draw(layer: 3)
    case 4: draw(layer: 4)
    case 5: draw(layer: 5)
    default: draw(layer: 6)
    }
  }

  /// Inlined with its layer, so that none of the others is asked about in the loop.
  @inline(__always)
  private func draw(layer: Int) -> Int {
    var covered = 0
    for row in 0..<rows {
      let out = pixels + row * stride
      let down = Int32(truncatingIfNeeded: row)
      var a = function.a.start &+ down &* function.a.down
      var b = function.b.start &+ down &* function.b.down
      var c = function.c.start &+ down &* function.c.down
      for column in 0..<columns {
        out[column] = Self.shade(layer, function.folds, a, b, c, &covered)
        a &+= function.a.right
        b &+= function.b.right
        c &+= function.c.right
      }
    }
    return covered
  }

  /// The colour of a pixel; counted where it is covered.
  @inline(__always)
  private static func shade(
    _ layer: Int, _ folds: Int, _ a: Int32, _ b: Int32, _ c: Int32, _ covered: inout Int
  ) -> UInt32 {
    if layer <= 3 {
      let isInside = a >= 0 && (layer < 2 || b >= 0) && (layer < 3 || c >= 0)
      covered &+= isInside ? 1 : 0
      return color(side(a), layer > 1 ? side(b) : low, layer > 2 ? side(c) : low)
    }
    guard a | b | c >= 0 else { return 0 }
    var (red, green, blue) = (byte(a), byte(b), byte(c))
    var (a, b, c) = (a, b, c)
    if layer > 4 {
      for _ in 0..<folds {
        (a, b, c) = (a &+ a, b &+ b, c &+ c)
        guard a >= one || b >= one || c >= one else { return 0 }
        if a >= one { a &-= one }
        if b >= one { b &-= one }
        if c >= one { c &-= one }
      }
    }
    if layer > 5 {
      let light: UInt32 = a <= b && a <= c ? 256 : b <= c ? 200 : 144
      (red, green, blue) = ((red &* light) >> 8, (green &* light) >> 8, (blue &* light) >> 8)
    }
    covered &+= 1
    return color(red, green, blue)
  }

  private static let one = EdgeFunction.one
  private static let low = UInt32(MACHINE_TRIANGLE_LOW)
  private static let high = UInt32(MACHINE_TRIANGLE_HIGH)

  @inline(__always)
  private static func side(_ value: Int32) -> UInt32 { value >= 0 ? high : low }

  /// 0 … one half to 0 … 255; where a function is larger its colour is full.
  @inline(__always)
  private static func byte(_ part: Int32) -> UInt32 {
    let value = UInt32(truncatingIfNeeded: min(part &+ part, one) >> (Int32(EdgeFunction.bits) - 8))
    return value &- (value >> 8)
  }

  @inline(__always)
  private static func color(_ red: UInt32, _ green: UInt32, _ blue: UInt32) -> UInt32 {
    red << 16 | green << 8 | blue
  }
}

/// What a CPU can do at most, whatever it computes.
package enum MachineLimit {
  /// Operations on 32 bits in a round of `arithmetic`.
  package static let operationsPerRound = 256

  /// So many rounds of additions and exclusive ors that wait for nobody; the result keeps them from
  /// being left out.
  @discardableResult
  package static func arithmetic(_ set: InstructionSet, rounds: Int) -> Int32 {
    machine_triangle_arithmetic(set.rawValue, Int64(rounds))
  }

  /// Fills memory as fast as stores go; the count is a multiple of `PixelKernel.columns`.
  package static func fill(
    _ set: InstructionSet, _ pixels: UnsafeMutablePointer<UInt32>, count: Int
  ) {
    machine_triangle_fill(set.rawValue, pixels, Int64(count), 0x20_20_20)
  }
}
