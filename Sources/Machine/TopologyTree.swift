/// From a list of hardware threads that know their groups to the tree.

/// A hardware thread with the keys of the groups around it; equal keys are one group, `nil` is not
/// known. Keys of cores, L3 groups and packages are any numbers, of NUMA nodes the kernel's.
struct PlacedPU: Equatable, Sendable {
  var pu: Topology.PU
  var package: Int?
  var numaNode: Int?
  var l3: Int?
  var core: Int?
  var kind = Topology.CoreKind.unknown
  var l2Bytes: Int?
  var l3Bytes: Int?

  fileprivate func key(_ level: Topology.Level) -> Int? {
    switch level {
    case .machine: nil
    case .package: package
    case .numaNode: numaNode
    case .l3: l3
    case .core: core
    case .pu: pu.osIndex
    }
  }
}

extension Topology {
  /// Nests the hardware threads in their groups; a group stands where its first member stands.
  init(placing pus: [PlacedPU], model: String? = nil, quota: Double? = nil) {
    var tree = Tree()
    let levels = Tree.levels(of: pus)
    self.init(
      root: Node(.machine, children: tree.nodes(of: pus, by: levels[...])), model: model,
      quota: quota)
  }
}

/// The growing tree: which numbers have been given.
private struct Tree {
  private var given: [Topology.Level: Int] = [:]

  /// The levels below the machine that are worth a row.
  static func levels(of pus: [PlacedPU]) -> [Topology.Level] {
    var levels: [Topology.Level] = [.package]
    for level in [Topology.Level.numaNode, .l3] where isShared(pus, at: level, below: levels[...]) {
      levels.append(level)
    }
    return levels + [.core, .pu]
  }

  /// Whether some parent has more than one group of this level.
  private static func isShared(
    _ pus: [PlacedPU], at level: Topology.Level, below parents: ArraySlice<Topology.Level>
  ) -> Bool {
    guard let parent = parents.first else { return Set(pus.compactMap { $0.key(level) }).count > 1 }
    return groups(of: pus, at: parent).contains {
      isShared($0, at: level, below: parents.dropFirst())
    }
  }

  private static func groups(of pus: [PlacedPU], at level: Topology.Level) -> [[PlacedPU]] {
    var places: [Int?: Int] = [:]
    var groups: [[PlacedPU]] = []
    for pu in pus {
      let place = places[pu.key(level), default: groups.count]
      if place == groups.count {
        places[pu.key(level)] = place
        groups.append([])
      }
      groups[place].append(pu)
    }
    return groups
  }

  mutating func nodes(
    of pus: [PlacedPU], by levels: ArraySlice<Topology.Level>
  ) -> [Topology.Node] {
    guard let level = levels.first else { return [] }
    return Self.groups(of: pus, at: level).map { group in
      Topology.Node(
        object(of: group, at: level), children: nodes(of: group, by: levels.dropFirst()))
    }
  }

  private mutating func object(
    of group: [PlacedPU], at level: Topology.Level
  ) -> Topology.Object {
    let key = group.first?.key(level)
    switch level {
    case .machine: return .machine
    case .package: return .package(next(level, for: key))
    case .numaNode: return .numaNode(key)
    case .l3: return .l3(next(level, for: key), bytes: Self.known(group.map(\.l3Bytes)))
    case .core: return .core(core(of: group, number: next(level, for: key)))
    case .pu: return .pu(group.first?.pu ?? Topology.PU(osIndex: 0))
    }
  }

  private func core(of group: [PlacedPU], number: Int?) -> Topology.Core {
    Topology.Core(
      number: number, kind: group.map(\.kind).first { $0 != .unknown } ?? .unknown,
      l2Bytes: Self.known(group.map(\.l2Bytes)), l3Bytes: Self.known(group.map(\.l3Bytes)))
  }

  /// The next free number of a level, for a group that is known.
  private mutating func next(_ level: Topology.Level, for key: Int?) -> Int? {
    guard key != nil else { return nil }
    defer { given[level, default: 0] += 1 }
    return given[level, default: 0]
  }

  private static func known(_ values: [Int?]) -> Int? { values.lazy.compactMap { $0 }.first }
}
