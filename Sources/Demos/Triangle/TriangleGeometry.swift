/// The triangle on its plane of pixels: corners, edge functions, and the area of every layer.

import Glibc
import Machine

/// A triangle with equal sides in a square picture; coordinates in pixels, rows from the top.
package struct TriangleGeometry: Equatable {
  /// How it lies in the picture.
  package enum Pose: Equatable {
    /// On its base, which like the horizontal edges of all its folds lies between two rows of pixels.
    case standing
    /// Turned by so many radians about the middle; no corner leaves the picture.
    case turned(Double)
  }

  struct Corner: Equatable {
    var x: Double
    var y: Double
  }

  /// Pixels of a side of the picture.
  let size: Int
  let folds: Int
  /// Rows of a standing triangle.
  let height: Int
  let corners: [Corner]

  package init(size: Int, folds: Int, _ pose: Pose = .standing) {
    (self.size, self.folds) = (size, folds)
    height = Self.height(size: size, folds: folds) ?? Self.mostRows(size)
    let middle = Double(size) / 2
    let (radius, centre, angle) =
      switch pose {
      case .standing:
        (
          Double(height) / 1.5,
          Corner(x: middle, y: Double((size - height) / 2) + Double(height) / 1.5), 0.0
        )
      case .turned(let angle): (0.48 * Double(size), Corner(x: middle, y: middle), angle)
      }
    corners = (0..<3).map { corner in
      let direction = angle + Double(corner) * 2 * .pi / 3 - .pi / 2
      return Corner(
        x: centre.x + radius * cos(direction), y: centre.y + radius * sin(direction))
    }
  }

  /// With more rows it would be wider than the picture.
  private static func mostRows(_ size: Int) -> Int { size * 21 / 25 }

  /// Rows that can be halved so many times: the most that the picture has, or nil where it has but few.
  /// An edge through the middles of pixels would be on both sides of itself.
  package static func height(size: Int, folds: Int) -> Int? {
    let height = (mostRows(size) >> folds) << folds
    return height * 10 >= size * 7 ? height : nil
  }

  /// By how much of itself the coverage may be off: where the smallest triangles have but few rows
  /// pixels are coarse samples of them.
  package func tolerance(layer: Int) -> Double {
    let rows = Double(height >> (layer > 4 ? folds : 0))
    return max(0.001, 0.04 / max(1, rows))
  }

  // MARK: Functions

  /// Of a corner the function that is 1 there and 0 on the edge opposite: a x + b y + c.
  private func function(of corner: Int) -> (a: Double, b: Double, c: Double) {
    let (one, two) = (corners[(corner + 1) % 3], corners[(corner + 2) % 3])
    let (a, b) = (one.y - two.y, two.x - one.x)
    let c = -(a * one.x + b * one.y)
    let own = a * corners[corner].x + b * corners[corner].y + c
    return (a / own, b / own, c / own)
  }

  /// Looked at in the middles of pixels; exact in the middle of the picture, so that what rounding
  /// does to the slopes is smallest where it is seen. The three add up to one everywhere.
  package func function(layer: Int) -> PixelFunction {
    let edges = (0..<2).map { edge(function(of: $0)) }
    let last = EdgeFunction(
      start: EdgeFunction.one &- edges[0].start &- edges[1].start,
      right: 0 &- edges[0].right &- edges[1].right, down: 0 &- edges[0].down &- edges[1].down)
    return PixelFunction(edges[0], edges[1], last, layer: layer, folds: folds)
  }

  private func edge(_ function: (a: Double, b: Double, c: Double)) -> EdgeFunction {
    let fixed = { (value: Double) in Int((value * Double(EdgeFunction.one)).rounded()) }
    let middle = size / 2
    let place = Double(middle) + 0.5
    let (right, down) = (fixed(function.a), fixed(function.b))
    let value = fixed(function.a * place + function.b * place + function.c)
    return EdgeFunction(
      start: Int32(truncatingIfNeeded: value - (right + down) * middle),
      right: Int32(truncatingIfNeeded: right), down: Int32(truncatingIfNeeded: down))
  }

  // MARK: Areas

  /// How much of the picture a layer covers by geometry, in pixels: the part of the square on the
  /// right side of so many edges, of which every fold leaves three quarters.
  package func coverage(layer: Int) -> Double {
    var polygon = [
      Corner(x: 0, y: 0), Corner(x: Double(size), y: 0), Corner(x: Double(size), y: Double(size)),
      Corner(x: 0, y: Double(size)),
    ]
    for edge in 0..<min(layer, 3) { polygon = Self.clip(polygon, by: function(of: edge)) }
    return Self.area(polygon) * (layer > 4 ? pow(0.75, Double(folds)) : 1)
  }

  /// What of a convex polygon lies where a function is positive (Sutherland and Hodgman 1974).
  private static func clip(
    _ polygon: [Corner], by function: (a: Double, b: Double, c: Double)
  ) -> [Corner] {
    let value = { (corner: Corner) in function.a * corner.x + function.b * corner.y + function.c }
    var kept: [Corner] = []
    for (place, corner) in polygon.enumerated() {
      let next = polygon[(place + 1) % polygon.count]
      let (here, there) = (value(corner), value(next))
      if here >= 0 { kept.append(corner) }
      if (here >= 0) != (there >= 0) {
        let share = here / (here - there)
        kept.append(
          Corner(
            x: corner.x + share * (next.x - corner.x), y: corner.y + share * (next.y - corner.y)))
      }
    }
    return kept
  }

  /// Gauss's area formula.
  private static func area(_ polygon: [Corner]) -> Double {
    var sum = 0.0
    for (place, corner) in polygon.enumerated() {
      let next = polygon[(place + 1) % polygon.count]
      sum += corner.x * next.y - next.x * corner.y
    }
    return abs(sum) / 2
  }
}
