/// Topologies written down: "pack:2 core:4 pu:2".

/// Machines that have a name of their own in descriptions.
package enum TopologyPreset: String, CaseIterable, Sendable {
  case laptop, hybrid, server, server128, vm

  /// The preset's description.
  package var text: String {
    switch self {
    case .laptop: "pack:1 core:4 pu:2"
    case .hybrid: "pack:1 {core:6 pu:2 kind:P} {core:8 pu:1 kind:E}"
    case .server: "pack:2 core:4 pu:2"
    case .server128: "pack:2 core:64 pu:2"
    case .vm: "pack:1 core:2 pu:1"
    }
  }
}

extension Topology {
  /// Hardware threads that a description may have in all.
  package static let describedPUs = 4096

  /// Makes the machine of a description: a preset's name, or levels from the top down, each with
  /// how many there are in each parent.
  ///
  ///     pack:2 numa:2 l3:2 core:4 pu:2
  ///
  /// Only `core` is required. Unlike parts stand in braces side by side, as the last thing, and
  /// `kind:P` or `kind:E` is the kind of the cores before it:
  ///
  ///     pack:1 {core:6 pu:2 kind:P} {core:8 pu:1 kind:E}
  ///
  /// Everything is online and allowed, and numbered in tree order.
  package init(text: String) throws(TopologyTextError) {
    var parser = TopologyTextParser(TopologyPreset(rawValue: text)?.text ?? text)
    let part = try parser.part()
    var growing = DescribedPUs()
    growing.add(part)
    self.init(placing: growing.pus)
  }

  /// A description of the tree's shape; numbers, sizes and what is offline or forbidden are lost.
  package var text: String { Self.text(of: root) }

  private static func text(of node: Node) -> String {
    var runs: [(text: String, level: Level, count: Int)] = []
    for child in node.children {
      let text = text(of: child)
      if runs.last?.text == text {
        runs[runs.count - 1].count += 1
      } else {
        runs.append((text, child.level, 1))
      }
    }
    var words = runs.map { run in
      (["\(run.level.word):\(run.count)", run.text].filter { !$0.isEmpty }).joined(separator: " ")
    }
    if words.count > 1 { words = words.map { "{\($0)}" } }
    if case .core(let core) = node.object, let kind = core.kind.name {
      words.append("kind:\(kind)")
    }
    return words.joined(separator: " ")
  }
}

extension Topology.Level {
  /// The level's word in descriptions.
  package var word: String {
    switch self {
    case .machine: "machine"
    case .package: "pack"
    case .numaNode: "numa"
    case .l3: "l3"
    case .core: "core"
    case .pu: "pu"
    }
  }
}

/// The hardware threads of a description, one by one.
private struct DescribedPUs {
  private(set) var pus: [PlacedPU] = []
  private var made = 0
  /// NUMA nodes have the kernel's numbers, which here are those of a new machine.
  private var numaNodes = 0

  /// Adds what a part describes, inside the groups of the given place.
  mutating func add(
    _ part: TopologyTextParser.Part,
    at place: PlacedPU = PlacedPU(pu: Topology.PU(osIndex: 0), package: 0)
  ) {
    var place = place
    if let kind = part.kind { place.kind = kind }
    add(part.levels[...], of: part, at: place)
  }

  private mutating func add(
    _ levels: ArraySlice<TopologyTextParser.Multiple>, of part: TopologyTextParser.Part,
    at place: PlacedPU
  ) {
    guard let level = levels.first else { return finish(part, at: place) }
    for _ in 0..<level.count {
      add(levels.dropFirst(), of: part, at: inside(level.level, of: place))
    }
  }

  private mutating func finish(_ part: TopologyTextParser.Part, at place: PlacedPU) {
    for group in part.groups { add(group, at: place) }
    guard part.groups.isEmpty else { return }
    var place = place
    place.pu = Topology.PU(osIndex: pus.count)
    pus.append(place)
  }

  /// The place in a new group of a level.
  private mutating func inside(_ level: Topology.Level, of place: PlacedPU) -> PlacedPU {
    var place = place
    switch level {
    case .machine, .pu: return place
    case .package: place.package = made
    case .numaNode:
      place.numaNode = numaNodes
      numaNodes += 1
    case .l3: place.l3 = made
    case .core: place.core = made
    }
    made += 1
    return place
  }
}
