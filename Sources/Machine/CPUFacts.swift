/// What sysfs says of each CPU, as it says it.

/// One CPU's files; `nil` is what they do not tell.
struct CPUFacts: Equatable {
  /// A cache, the CPUs it serves.
  struct Cache: Equatable {
    var bytes: Int?
    var cpus: CPUList?
  }

  let cpu: Int
  var isOnline = true
  var drawerID: Int?
  var bookID: Int?
  var packageID: Int?
  var dieID: Int?
  var coreID: Int?
  var packageCPUs: CPUList?
  var coreCPUs: CPUList?
  var numaNode: Int?
  var capacity: Int?
  var l2: Cache?
  var l3: Cache?
}

/// Reads the facts of all CPUs that are there, be they online or not.
struct CPUFactsReader {
  private static let folder = "/sys/devices/system/cpu"

  let files: FileTree
  let info: CPUInfo
  private let online: CPUList?
  private let nodes: [(number: Int, cpus: CPUList)]

  init(files: FileTree, info: CPUInfo) {
    self.files = files
    self.info = info
    online = files.cpus(Self.folder + "/online")
    nodes = files.numbers(in: "/sys/devices/system/node", prefix: "node").compactMap { number in
      let folder = "/sys/devices/system/node/node\(number)"
      return files.cpus(list: folder + "/cpulist", mask: folder + "/cpumap").map { (number, $0) }
    }
  }

  /// The facts in the order of the CPUs' numbers, also of those said to be running: a container may
  /// be shown fewer than it runs on.
  func facts(running: Set<Int>) -> [CPUFacts] {
    let present = files.cpus(Self.folder + "/present")?.numbers
    let listed = present ?? files.numbers(in: Self.folder, prefix: "cpu")
    let named = Set(listed).union(online?.numbers ?? [])
    let cpus = named.isEmpty ? Set(info.records.keys) : named
    return cpus.union(running).sorted().map { facts(of: $0, isRunning: running.contains($0)) }
  }

  private func facts(of cpu: Int, isRunning: Bool) -> CPUFacts {
    let folder = Self.folder + "/cpu\(cpu)"
    var facts = CPUFacts(cpu: cpu)
    facts.isOnline =
      isRunning || online?.contains(cpu) ?? (files.number(folder + "/online") != 0)
    facts.capacity = files.number(folder + "/cpu_capacity")
    facts.numaNode = numaNode(of: cpu)
    readTopology(folder + "/topology", into: &facts)
    readCaches(folder + "/cache", into: &facts)
    return facts
  }

  private func readTopology(_ folder: String, into facts: inout CPUFacts) {
    facts.drawerID = identity(folder + "/drawer_id")
    facts.bookID = identity(folder + "/book_id")
    facts.packageID = identity(folder + "/physical_package_id")
    facts.dieID = identity(folder + "/die_id")
    facts.coreID = identity(folder + "/core_id")
    facts.packageCPUs = cpus(folder, ["package_cpus", "core_siblings"], around: facts.cpu)
    facts.coreCPUs = cpus(folder, ["core_cpus", "thread_siblings"], around: facts.cpu)
    if facts.packageID == nil, facts.coreID == nil, facts.coreCPUs == nil {
      facts.packageID = info.records[facts.cpu]?.packageID
      facts.coreID = info.records[facts.cpu]?.sharedCoreID
    }
  }

  private func readCaches(_ folder: String, into facts: inout CPUFacts) {
    for index in files.numbers(in: folder, prefix: "index") {
      let path = folder + "/index\(index)"
      guard files.text(path + "/type")?.trimmed != "Instruction" else { continue }
      switch files.number(path + "/level") {
      case 2: facts.l2 = facts.l2 ?? cache(path, of: facts.cpu)
      case 3: facts.l3 = facts.l3 ?? cache(path, of: facts.cpu)
      default: break
      }
    }
  }

  private func cache(_ folder: String, of cpu: Int) -> CPUFacts.Cache {
    CPUFacts.Cache(
      bytes: files.text(folder + "/size").flatMap(Self.bytes),
      cpus: cpus(folder, ["shared_cpu"], around: cpu, mask: "_map"))
  }

  /// The first of the sets that can be read and holds the CPU itself: one without it is no set of
  /// its neighbours.
  private func cpus(
    _ folder: String, _ names: [String], around cpu: Int, mask: String = ""
  ) -> CPUList? {
    names.firstResult { name in
      let list = files.cpus(list: folder + "/\(name)_list", mask: folder + "/" + name + mask)
      return list?.contains(cpu) == true ? list : nil
    }
  }

  /// A group's number; the kernel says -1 where it knows none.
  private func identity(_ path: String) -> Int? { files.number(path).flatMap { $0 < 0 ? nil : $0 } }

  /// The node that lists the CPU or, as nodes do not list offline ones, the link in its folder.
  private func numaNode(of cpu: Int) -> Int? {
    if let node = nodes.first(where: { $0.cpus.contains(cpu) }) { return node.number }
    return files.numbers(in: Self.folder + "/cpu\(cpu)", prefix: "node").first
  }

  /// Reads "512K".
  private static func bytes(_ text: String) -> Int? {
    let text = text.trimmed
    let factor = ["K": 1 << 10, "M": 1 << 20, "G": 1 << 30][text.suffix(1)]
    guard let count = Int(factor == nil ? text : text.dropLast()), count > 0 else { return nil }
    let (bytes, isTooBig) = count.multipliedReportingOverflow(by: factor ?? 1)
    return isTooBig ? nil : bytes
  }
}
