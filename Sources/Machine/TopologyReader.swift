/// The topology of this machine, or of a copied tree of its files.

import CMachine

/// Reads `/sys` and `/proc`; what cannot be read is left out, never guessed, never an error.
package struct TopologyReader: Sendable {
  private let root: String?
  private let files: FileTree

  /// With a root, reads `ROOT/sys`, `ROOT/proc` and the control groups below ROOT where its mounts
  /// say they are; this process then plays no part.
  package init(root: String? = nil) {
    self.root = root
    files = FileTree(root: root ?? "")
  }

  /// The topology now. Of this machine it has one CPU at least; a root that names no CPU gives a
  /// tree without any. On this machine, what is allowed is what the calling thread may use: read
  /// before pinning it.
  package func read() -> Topology {
    let info = CPUInfo(files.text("/proc/cpuinfo", limit: 4 << 20) ?? "")
    let groups = ControlGroups(files: files)
    let affinity = root == nil ? Self.affinity() : recordedAffinity()
    let facts = facts(CPUFactsReader(files: files, info: info), affinity)
    let lists = [affinity].compactMap { $0 } + groups.cpuLists
    let allowed = Self.allowed(facts, by: lists)
    let pus = CPUPlacing(facts).placed(kinds: kinds(of: facts)) { allowed.contains($0) }
    return Topology(placing: pus, model: info.model, quota: groups.quota)
  }

  /// On this machine a CPU that we may run on is there, whatever the files say.
  private func facts(_ reader: CPUFactsReader, _ affinity: CPUList?) -> [CPUFacts] {
    guard root == nil else { return reader.facts(running: []) }
    let facts = reader.facts(running: Set(affinity?.numbers ?? []))
    return facts.isEmpty ? [CPUFacts(cpu: 0)] : facts
  }

  /// The CPUs that are in all the lists. A list that leaves nothing online is not about us, as a
  /// running task always has a CPU.
  private static func allowed(_ facts: [CPUFacts], by lists: [CPUList]) -> Set<Int> {
    let allowed = lists.reduce(facts) { allowed, list in
      let left = allowed.filter { list.contains($0.cpu) }
      return left.contains(where: \.isOnline) ? left : allowed
    }
    return Set(allowed.map(\.cpu))
  }

  private static func affinity() -> CPUList? {
    var allowed = [UInt8](repeating: 0, count: CPUList.limit)
    guard machine_allowed_cpus(&allowed, CInt(allowed.count)) == 0 else { return nil }
    return CPUList(allowed.indices.filter { allowed[$0] == 1 }.map { $0...$0 })
  }

  private func recordedAffinity() -> CPUList? {
    let lines = (files.text("/proc/self/status") ?? "").lines
    func value(_ key: String) -> Substring? {
      lines.first { $0.hasPrefix(key) }?.dropFirst(key.count)
    }
    return value("Cpus_allowed_list:").flatMap { CPUList(list: $0) }
      ?? value("Cpus_allowed:").flatMap { CPUList(mask: $0) }
  }

  /// The kinds of the CPUs: as the kernel's performance counters list them on x86, else by capacity
  /// where there are unlike ones (ARM).
  private func kinds(of facts: [CPUFacts]) -> [Int: Topology.CoreKind] {
    let listed =
      listed("cpu_core", as: .performance) + listed("cpu_atom", as: .efficiency)
      + listed("cpu_lowpower", as: .efficiency)
    guard listed.isEmpty else { return Dictionary(listed) { first, _ in first } }
    let capacities = facts.compactMap { facts in facts.capacity.map { (facts.cpu, $0) } }
    guard let least = capacities.map(\.1).min(), let most = capacities.map(\.1).max(),
      0 <= least, least < most
    else { return [:] }
    // with three sizes, the middle one counts as what it is nearer to
    let middle = least + (most - least) / 2
    return Dictionary(
      capacities.map { ($0, $1 > middle ? .performance : .efficiency) }
    ) { first, _ in first }
  }

  private func listed(
    _ device: String, as kind: Topology.CoreKind
  ) -> [(Int, Topology.CoreKind)] {
    (files.cpus("/sys/devices/\(device)/cpus")?.numbers ?? []).map { ($0, kind) }
  }
}
