/// From what the files say of each CPU to the groups it belongs to.

/// Who is with whom. The kernel's numbers of packages and cores repeat, miss or say nothing on some
/// machines, so that groups are made of several files; see the functions.
struct CPUPlacing {
  /// How the kernel tells a package from another.
  private enum PackageKey: Hashable {
    case numbered(drawer: Int?, book: Int?, package: Int)
    case startingAt(Int)
  }

  private struct CoreKey: Hashable {
    let package: Int?
    let die: Int?
    let core: Int
  }

  private let facts: [CPUFacts]
  private let byCPU: [Int: CPUFacts]

  init(_ facts: [CPUFacts]) {
    self.facts = facts
    byCPU = Dictionary(facts.map { ($0.cpu, $0) }) { first, _ in first }
  }

  /// The CPUs with dense keys of their packages, and CPU numbers as keys of cores and L3 groups.
  func placed(
    kinds: [Int: Topology.CoreKind], isAllowed: (Int) -> Bool
  ) -> [PlacedPU] {
    let packages = packages()
    let cores = cores(in: packages)
    return facts.indices.map { place in
      let facts = facts[place]
      return PlacedPU(
        pu: Topology.PU(
          osIndex: facts.cpu, isOnline: facts.isOnline, isAllowed: isAllowed(facts.cpu)),
        package: packages[place], numaNode: facts.numaNode, l3: facts.l3?.cpus?.first,
        core: cores[place], kind: kinds[facts.cpu] ?? .unknown, l2Bytes: facts.l2?.bytes,
        l3Bytes: facts.l3?.bytes)
    }
  }

  /// The packages' keys; a CPU that tells none is in the only one there can be, if so.
  private func packages() -> [Int?] {
    let keys = packageKeys()
    var numbers: [PackageKey: Int] = [:]
    for case let key? in keys where numbers[key] == nil { numbers[key] = numbers.count }
    guard !numbers.isEmpty else { return facts.map { _ in 0 } }
    let numbered = keys.map { $0.flatMap { numbers[$0] } }
    var byNode: [Int: Set<Int>] = [:]
    for case (let node?, let package?) in zip(facts.map(\.numaNode), numbered) {
      byNode[node, default: []].insert(package)
    }
    return zip(facts, numbered).map { facts, package in
      if let package { return package }
      let candidates = facts.numaNode.flatMap { byNode[$0] } ?? Set(numbers.values)
      return candidates.count == 1 ? candidates.first : nil
    }
  }

  /// Packages by the CPUs they list, as on old kernels several share a number or none has one; where
  /// the lists contradict each other or are missing, by number within s390's books and drawers.
  private func packageKeys() -> [PackageKey?] {
    let listed = facts.map { facts in
      agreeingList(of: facts).map { PackageKey.startingAt($0.first) }
    }
    let numbers = facts.map { facts in
      facts.packageID.map {
        PackageKey.numbered(drawer: facts.drawerID, book: facts.bookID, package: $0)
      }
    }
    var lists: [PackageKey: Set<PackageKey>] = [:]
    for case (let number?, let list?) in zip(numbers, listed) {
      lists[number, default: []].insert(list)
    }
    return zip(listed, numbers).map { list, number in
      if let list { return list }
      let known = number.flatMap { lists[$0] } ?? []
      return known.count == 1 ? known.first : number
    }
  }

  /// The CPUs of the package, if all of them that tell say the same.
  private func agreeingList(of facts: CPUFacts) -> CPUList? {
    guard let list = facts.packageCPUs else { return nil }
    let agree = list.numbers.allSatisfy { cpu in
      guard let said = byCPU[cpu]?.packageCPUs else { return true }
      return said == list
    }
    return agree ? list : nil
  }

  /// The cores' keys: the first CPU that shares the core, found by the list of its hardware threads,
  /// else by the core's number in its package and die. Without either a CPU is a core of its own,
  /// unless it is offline: then the kernel has only forgotten. Two that share much but have numbers
  /// of their own are two cores (AMD's modules on old kernels).
  private func cores(in packages: [Int?]) -> [Int?] {
    var byNumber: [CoreKey: Int] = [:]
    let listed = zip(facts, packages).map { facts, package -> Int? in
      let first = facts.coreCPUs?.numbers.first { byCPU[$0]?.coreID == facts.coreID }
      guard let first else { return nil }
      if let key = key(of: facts, package) { byNumber[key] = byNumber[key] ?? first }
      return first
    }
    return facts.indices.map { place in
      if let first = listed[place] { return first }
      guard let key = key(of: facts[place], packages[place]) else {
        return facts[place].isOnline ? facts[place].cpu : nil
      }
      let first = byNumber[key] ?? facts[place].cpu
      byNumber[key] = first
      return first
    }
  }

  private func key(of facts: CPUFacts, _ package: Int?) -> CoreKey? {
    facts.coreID.map { CoreKey(package: package, die: facts.dieID, core: $0) }
  }
}
