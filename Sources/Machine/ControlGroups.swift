/// What our control groups, of version 1 and 2, leave us: CPUs and CPU time.

/// The control groups of the process whose `/proc/self` the files show.
///
/// Group paths are resolved against the mounts, as a container sees only part of the hierarchy. A
/// group whose folder cannot be seen is taken to be the one at the mount point.
struct ControlGroups {
  private let files: FileTree
  private let mounts: [ControlGroupMount]
  /// The group's path by controller; version 2 has no name, which is "".
  private let paths: [Substring: Substring]

  init(files: FileTree) {
    self.files = files
    mounts = ControlGroupMount.all(in: files)
    paths = Self.paths(in: files)
  }

  /// The CPUs of the group, one list for each hierarchy that limits them.
  var cpuLists: [CPUList] {
    chains(of: "cpuset").compactMap { folders in
      folders.firstResult { cpus(of: $0) }
    }
  }

  /// The cores' worth of time that the strictest of the group and its ancestors allows.
  var quota: Double? {
    chains(of: "cpu").joined().compactMap { quota(of: $0) }.min()
  }

  /// The folders of the group and its ancestors that have a quota.
  var limitedFolders: [String] { chains(of: "cpu").joined().filter { quota(of: $0) != nil } }

  private func cpus(of folder: String) -> CPUList? {
    let names = [
      "cpuset.cpus.effective", "cpuset.effective_cpus", "cpuset.cpus", "effective_cpus", "cpus",
    ]
    return names.firstResult { files.cpus(folder + "/" + $0) }
  }

  private func quota(of folder: String) -> Double? {
    let words = (files.text(folder + "/cpu.max") ?? "").split(whereSeparator: \.isWhitespace)
    if let quota = words.first.flatMap({ Int($0) }) {
      return cores(quota, per: words.count > 1 ? Int(words[1]) : 100_000)
    }
    guard let quota = files.number(folder + "/cpu.cfs_quota_us") else { return nil }
    return cores(quota, per: files.number(folder + "/cpu.cfs_period_us"))
  }

  private func cores(_ quota: Int, per period: Int?) -> Double? {
    guard let period, quota > 0, period > 0 else { return nil }
    return Double(quota) / Double(period)
  }

  /// The folders of our group and its ancestors, innermost first, in each hierarchy that may hold
  /// the controller.
  private func chains(of controller: Substring) -> [[String]] {
    [controller, ""].compactMap { chain(in: $0) }
  }

  private func chain(in hierarchy: Substring) -> [String]? {
    let mounts = mounts.filter { $0.controllers.contains(hierarchy) }
    let path = paths[hierarchy] ?? "/"
    let visible = mounts.firstResult { mount in
      mount.folders(of: path).flatMap { chain in
        chain.first.flatMap { files.names(in: $0) } == nil ? nil : chain
      }
    }
    return visible ?? mounts.first.map { [$0.point] }
  }

  private static func paths(in files: FileTree) -> [Substring: Substring] {
    var paths: [Substring: Substring] = [:]
    for line in (files.text("/proc/self/cgroup") ?? "").lines {
      let parts = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard parts.count == 3 else { continue }
      for controller in parts[1].split(separator: ",", omittingEmptySubsequences: false) {
        paths[controller] = parts[2]
      }
    }
    // the file system that was there before control groups, and what is left where a copy has no
    // list of groups
    let cpuset = files.text("/proc/self/cpuset").map { $0.trimmed }
    paths["cpuset"] = paths["cpuset"] ?? cpuset
    if paths[""] == nil { paths[""] = cpuset }
    return paths
  }
}

/// Where a hierarchy of control groups is mounted, and which part of it.
private struct ControlGroupMount {
  let point: String
  /// The group at the mount point.
  let root: Substring
  let controllers: Set<Substring>

  /// The mounts from the best list there is: only `mountinfo` knows the roots.
  static func all(in files: FileTree) -> [ControlGroupMount] {
    let lists: [(path: String, parse: (Substring) -> ControlGroupMount?)] = [
      ("/proc/self/mountinfo", { Self(mountinfo: $0) }),
      ("/proc/self/mounts", { Self(mounts: $0) }),
      ("/proc/mounts", { Self(mounts: $0) }),
    ]
    let found = lists.firstResult { list in
      let mounts = (files.text(list.path, limit: 4 << 20) ?? "").lines.compactMap(list.parse)
      return mounts.isEmpty ? nil : mounts
    }
    return found ?? []
  }

  /// Reads "36 35 98:0 ROOT POINT OPTIONS … - TYPE SOURCE OPTIONS".
  private init?(mountinfo line: Substring) {
    let fields = line.split(separator: " ")
    guard let dash = fields.dropFirst(6).firstIndex(of: "-"), dash + 3 < fields.count else {
      return nil
    }
    self.init(type: fields[dash + 1], root: fields[3], point: fields[4], options: fields[dash + 3])
  }

  /// Reads "SOURCE POINT TYPE OPTIONS 0 0".
  private init?(mounts line: Substring) {
    let fields = line.split(separator: " ")
    guard fields.count >= 4 else { return nil }
    self.init(type: fields[2], root: "/", point: fields[1], options: fields[3])
  }

  private init?(type: Substring, root: Substring, point: Substring, options: Substring) {
    switch type {
    case "cgroup2": controllers = [""]
    case "cgroup": controllers = Set(options.split(separator: ","))
    case "cpuset": controllers = ["cpuset"]
    default: return nil
    }
    self.point = Self.unescaped(point)
    self.root = Substring(Self.unescaped(root))
  }

  /// The folders of a group and its ancestors up to the mount point; `nil` if it lies elsewhere.
  func folders(of path: Substring) -> [String]? {
    let steps = path.split(separator: "/")
    let rootSteps = root.split(separator: "/")
    guard steps.starts(with: rootSteps), !steps.contains("..") else { return nil }
    let inside = steps.dropFirst(rootSteps.count)
    // deeper than any real path: not worth building
    guard inside.count <= 1024 else { return nil }
    return (0...inside.count).reversed().map { depth in
      ([point] + inside.prefix(depth).map(String.init)).joined(separator: "/")
    }
  }

  /// Undoes the kernel's `\040` for a blank.
  private static func unescaped(_ field: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = Array(field.utf8)[...]
    while let byte = rest.popFirst() {
      let code = String(decoding: rest.prefix(3), as: UTF8.self)
      if byte == UInt8(ascii: "\\"), code.utf8.count == 3, let escaped = UInt8(code, radix: 8) {
        bytes.append(escaped)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
