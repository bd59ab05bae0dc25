/// Where the nodes of a topology stand on the screen: leaves side by side, parents over the middle.

import DemoKit
import Machine

/// A node at its column; children are on the level below.
struct PlacedNode: Equatable {
  var node: Topology.Node
  var column: Int
  var children: [PlacedNode]

  /// Numbers of the hardware threads below.
  var cpus: [Int] { node.pus.map(\.osIndex) }
}

struct TreeLayout: Equatable {
  let root: PlacedNode
  /// Columns from one leaf to the next.
  let pitch: Int
  let levels: [Topology.Level]

  /// Lays the tree out in some columns; nil where leaves would stand on each other.
  init?(_ topology: Topology, columns: Int) {
    let leaves = topology.pus.count
    guard leaves > 0, columns / leaves >= 1 else { return nil }
    pitch = min(12, columns / leaves)
    levels = topology.levels
    var next = 0
    let margin = (columns - pitch * (leaves - 1) - 1) / 2
    root = Self.placed(topology.root, pitch, margin, &next)
  }

  private static func placed(
    _ node: Topology.Node, _ pitch: Int, _ margin: Int, _ next: inout Int
  ) -> PlacedNode {
    if node.children.isEmpty {
      defer { next += 1 }
      return PlacedNode(node: node, column: margin + next * pitch, children: [])
    }
    let children = node.children.map { placed($0, pitch, margin, &next) }
    let column = (children[0].column + children[children.count - 1].column) / 2
    return PlacedNode(node: node, column: column, children: children)
  }

  /// The nodes of a level, from left to right.
  func nodes(at level: Topology.Level) -> [PlacedNode] { Self.nodes(at: level, below: root) }

  private static func nodes(at level: Topology.Level, below node: PlacedNode) -> [PlacedNode] {
    node.node.level == level ? [node] : node.children.flatMap { nodes(at: level, below: $0) }
  }
}
