/// What `/proc/cpuinfo` says: the processor's name and, where sysfs is silent, who is whose core.

struct CPUInfo: Equatable {
  /// One record, which is one online CPU.
  struct Record: Equatable {
    var packageID: Int?
    var coreID: Int?
    /// Hardware threads and cores of its package.
    var siblings: Int?
    var cores: Int?

    /// The core's number in its package, unless the counts say that cores have one thread: some
    /// virtual machines give all their CPUs the same number.
    var sharedCoreID: Int? { siblings != nil && siblings == cores ? nil : coreID }
  }

  private(set) var model: String?
  private(set) var records: [Int: Record] = [:]

  init(_ text: String = "") {
    var cpu: Int?
    for line in text.lines {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let value = parts[1].trimmed
      switch parts[0].trimmed {
      case "processor":
        cpu = Int(value).flatMap { (0..<CPUList.limit).contains($0) ? $0 : nil }
        if let cpu { records[cpu] = Record() }
      case "model name", "cpu model", "cpu": model = model ?? Self.printable(value)
      case let key: note(key, Int(value), of: cpu)
      }
    }
  }

  private mutating func note(_ key: Substring, _ value: Int?, of cpu: Int?) {
    guard let cpu, let value, value >= 0 else { return }
    switch key {
    case "physical id": records[cpu]?.packageID = value
    case "core id": records[cpu]?.coreID = value
    case "siblings": records[cpu]?.siblings = value
    case "cpu cores": records[cpu]?.cores = value
    default: break
    }
  }

  /// A name fit for a terminal: no commands, single spaces, not too long.
  private static func printable(_ name: Substring) -> String? {
    let safe = String(String.UnicodeScalarView(name.unicodeScalars.filter { !$0.isCommand }))
    let words = safe.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(80)
    return words.isEmpty ? nil : String(words)
  }
}
