/// A topology for people: an indented tree, with what may be used of it in the last line.

extension Topology {
  /// The tree with a line for each group and core, then the counts of what we may use. A core's
  /// line ends with its hardware threads: `-` is offline, `×` (`x` in ASCII) not allowed.
  package func drawing(ascii: Bool) -> String {
    let drawing = TopologyDrawing(ascii: ascii, levels: levels)
    let lines = [title] + drawing.lines(below: root) + [counts] + drawing.legend(of: pus)
    return lines.joined(separator: "\n") + "\n"
  }

  private var title: String {
    let quota = quota.map { "quota " + Self.plural(($0 * 100).rounded() / 100, "core") }
    return ["machine", model, quota].compactMap { $0 }.joined(separator: ", ")
  }

  private var counts: String {
    let counts = [(packages, "package"), (cores, "core"), (hardwareThreads, "hardware thread")]
    return counts.map { Self.plural(Double($0.0), $0.1) }.joined(separator: ", ")
  }

  private static func plural(_ count: Double, _ noun: String) -> String {
    let number = Int(exactly: count).map { "\($0)" } ?? "\(count)"
    return "\(number) \(noun)\(count == 1 ? "" : "s")"
  }
}

/// The strokes and marks of one drawing.
private struct TopologyDrawing {
  let fork: String
  let lastFork: String
  let trunk: String
  let forbidden: String
  /// The level whose lines tell the size of the L3 cache below.
  let cacheLevel: Topology.Level?

  init(ascii: Bool, levels: [Topology.Level]) {
    fork = ascii ? "|- " : "├─ "
    lastFork = ascii ? "`- " : "└─ "
    trunk = ascii ? "|  " : "│  "
    forbidden = ascii ? "x" : "×"
    cacheLevel = levels.last { $0 < .core }
  }

  func lines(below node: Topology.Node, indent: String = "") -> [String] {
    node.children.indices.flatMap { place in
      let child = node.children[place]
      let isLast = place == node.children.indices.last
      let line = indent + (isLast ? lastFork : fork) + label(of: child)
      guard child.level < .core else { return [line] }
      return [line] + lines(below: child, indent: indent + (isLast ? "   " : trunk))
    }
  }

  func legend(of pus: [Topology.PU]) -> [String] {
    var marks: [String] = []
    if pus.contains(where: { !$0.isOnline }) { marks.append("- offline") }
    if pus.contains(where: { $0.isOnline && !$0.isAllowed }) {
      marks.append("\(forbidden) not allowed")
    }
    return marks.isEmpty ? [] : [marks.joined(separator: ", ")]
  }

  private func label(of node: Topology.Node) -> String {
    let number = node.index.map { "\($0)" } ?? "?"
    return switch node.object {
    case .machine: "machine"
    case .package: "package \(number)" + note([cache(of: node)])
    case .numaNode: "NUMA node \(number)" + note([cache(of: node)])
    case .l3(_, let bytes): "L3 \(number)" + note([bytes.map(size)])
    case .core(let core): "core \(number)" + note(facts(of: core)) + ": " + threads(of: node)
    case .pu(let pu): mark(pu)
    }
  }

  private func note(_ facts: [String?]) -> String {
    let known = facts.compactMap { $0 }
    return known.isEmpty ? "" : " (" + known.joined(separator: ", ") + ")"
  }

  private func cache(of node: Topology.Node) -> String? {
    guard node.level == cacheLevel else { return nil }
    let sizes = node.nodes(at: .core).lazy.compactMap { core -> Int? in
      if case .core(let core) = core.object { core.l3Bytes } else { nil }
    }
    return sizes.first.map { "L3 " + size($0) }
  }

  private func facts(of core: Topology.Core) -> [String?] {
    [core.kind.name, core.l2Bytes.map { "L2 " + size($0) }]
  }

  private func threads(of core: Topology.Node) -> String {
    core.pus.map(mark).joined(separator: ", ")
  }

  private func mark(_ pu: Topology.PU) -> String {
    "PU \(pu.osIndex)" + (!pu.isOnline ? " -" : pu.isAllowed ? "" : " " + forbidden)
  }

  private func size(_ bytes: Int) -> String {
    if bytes.isMultiple(of: 1 << 20) { return "\(bytes >> 20) MiB" }
    return bytes.isMultiple(of: 1 << 10) ? "\(bytes >> 10) KiB" : "\(bytes) B"
  }
}
