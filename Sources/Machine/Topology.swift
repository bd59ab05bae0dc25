/// The machine's topology as a value: a tree of packages, cores and hardware threads.

/// What the machine is made of, and which of it is ours to use.
///
/// Every hardware thread (PU) lies at the same depth, in tree order below `root`: machine, package,
/// NUMA node, L3 group, core, PU. NUMA nodes and L3 groups are levels only where some parent has
/// more than one. A `nil` number is a group the kernel tells nothing of (mostly the core of an
/// offline CPU); hardware threads in a core without a number are nobody's siblings.
package struct Topology: Equatable, Sendable {
  package let root: Node
  /// The processor's name, free of control characters; from `/proc/cpuinfo`.
  package var model: String?
  /// How many cores' worth of CPU time the control groups allow us, where they limit it.
  package var quota: Double?

  // Asked for in every frame of a demo, and the tree may have hundreds of leaves: gathered once.

  package let pus: [PU]
  /// The hardware threads that are online and allowed, in tree order.
  package let allowedPUs: [PU]
  /// One hardware thread of each core that we may use: performance cores first, efficiency cores
  /// last, else in tree order.
  package let firstPUOfEachCore: [PU]
  /// The hardware threads that we may use, one of each core before any second one.
  package let cpusByCore: [Int]

  package init(root: Node, model: String? = nil, quota: Double? = nil) {
    self.root = root
    self.model = model
    self.quota = quota
    pus = root.pus
    allowedPUs = pus.filter(\.isUsable)
    firstPUOfEachCore = Self.firstPUs(of: root.nodes(at: .core))
    let firsts = firstPUOfEachCore.map(\.osIndex)
    cpusByCore = firsts + allowedPUs.map(\.osIndex).filter { !firsts.contains($0) }
  }

  private static func firstPUs(of cores: [Node]) -> [PU] {
    let kinds: [CoreKind] = [.performance, .unknown, .efficiency]
    return kinds.flatMap { kind in
      cores.filter { core($0)?.kind == kind }.compactMap { $0.pus.first(where: \.isUsable) }
    }
  }

  /// The levels from the top down; `<` is "above".
  package enum Level: Int, CaseIterable, Comparable, Sendable {
    case machine, package, numaNode, l3, core, pu

    package static func < (one: Level, other: Level) -> Bool { one.rawValue < other.rawValue }
  }

  /// A place in the tree and what is below it.
  package struct Node: Equatable, Sendable {
    package var object: Object
    package var children: [Node]

    package init(_ object: Object, children: [Node] = []) {
      self.object = object
      self.children = children
    }
  }

  /// What stands at a place. Packages, L3 groups and cores are numbered from 0 in tree order over
  /// the whole machine; NUMA nodes and PUs have the kernel's numbers. Sizes are in bytes.
  package enum Object: Equatable, Sendable {
    case machine
    case package(Int?)
    case numaNode(Int?)
    case l3(Int?, bytes: Int?)
    case core(Core)
    case pu(PU)
  }

  /// A core: its number, its kind, the caches that serve it.
  package struct Core: Equatable, Sendable {
    package var number: Int?
    package var kind: CoreKind
    package var l2Bytes: Int?
    package var l3Bytes: Int?

    package init(
      number: Int?, kind: CoreKind = .unknown, l2Bytes: Int? = nil, l3Bytes: Int? = nil
    ) {
      self.number = number
      self.kind = kind
      self.l2Bytes = l2Bytes
      self.l3Bytes = l3Bytes
    }
  }

  /// What a core is built for, on machines that have two kinds.
  package enum CoreKind: Equatable, Sendable {
    case performance, efficiency, unknown

    /// "P", "E" or nothing.
    package var name: String? {
      switch self {
      case .performance: "P"
      case .efficiency: "E"
      case .unknown: nil
      }
    }
  }

  /// A hardware thread, known to the kernel as a CPU with a number.
  package struct PU: Hashable, Sendable {
    package var osIndex: Int
    package var isOnline: Bool
    /// Whether affinity and cpusets let us run there, were it online.
    package var isAllowed: Bool

    package init(osIndex: Int, isOnline: Bool = true, isAllowed: Bool = true) {
      self.osIndex = osIndex
      self.isOnline = isOnline
      self.isAllowed = isAllowed
    }

    package var isUsable: Bool { isOnline && isAllowed }
  }
}

extension Topology.Node {
  package var level: Topology.Level {
    switch object {
    case .machine: .machine
    case .package: .package
    case .numaNode: .numaNode
    case .l3: .l3
    case .core: .core
    case .pu: .pu
    }
  }

  /// The number to show; `nil` for the machine and for what has none.
  package var index: Int? {
    switch object {
    case .machine: nil
    case .package(let number), .numaNode(let number), .l3(let number, _): number
    case .core(let core): core.number
    case .pu(let pu): pu.osIndex
    }
  }

  /// The hardware threads here and below, in tree order.
  package var pus: [Topology.PU] {
    if case .pu(let pu) = object { return [pu] }
    return children.flatMap(\.pus)
  }

  /// The nodes of one level here and below, in tree order.
  package func nodes(at level: Topology.Level) -> [Topology.Node] {
    self.level == level ? [self] : children.flatMap { $0.nodes(at: level) }
  }
}

extension Topology {
  /// The levels that the tree has, from the machine down.
  package var levels: [Level] { Level.allCases.filter { !root.nodes(at: $0).isEmpty } }

  /// How many packages, cores and hardware threads are online and allowed, at least in part.
  package var packages: Int { usable(.package) }
  package var cores: Int { usable(.core) }
  package var hardwareThreads: Int { usable(.pu) }

  /// Whether some core has two hardware threads online, be they allowed to us or not: what others
  /// run on the second one slows the first.
  package var isSMT: Bool { coreNodes.contains { $0.pus.count(where: \.isOnline) > 1 } }

  /// The core of a CPU, or `nil` if there is no such CPU.
  package func core(of cpu: Int) -> Core? { coreNode(of: cpu).flatMap(Self.core) }

  /// The other hardware threads of the CPU's core, online or not.
  package func siblings(of cpu: Int) -> [PU] {
    guard let node = coreNode(of: cpu), node.index != nil else { return [] }
    return node.pus.filter { $0.osIndex != cpu }
  }

  /// The hardware threads that we may use by the kind of their core, the kind of `first` first; empty
  /// where all are of one kind.
  package func cpusByKind(from first: Int?) -> [[Int]] {
    let groups = [CoreKind.performance, .efficiency, .unknown].map { kind in
      allowedPUs.map(\.osIndex).filter { core(of: $0)?.kind == kind }
    }.filter { !$0.isEmpty }
    guard groups.count > 1, let first else { return [] }
    return groups.filter { $0.contains(first) } + groups.filter { !$0.contains(first) }
  }

  private var coreNodes: [Node] { root.nodes(at: .core) }

  private func usable(_ level: Level) -> Int {
    root.nodes(at: level).count { $0.pus.contains(where: \.isUsable) }
  }

  private func coreNode(of cpu: Int) -> Node? {
    coreNodes.first { $0.pus.contains { $0.osIndex == cpu } }
  }

  private static func core(_ node: Node) -> Core? {
    if case .core(let core) = node.object { core } else { nil }
  }
}
