/// What the kernel counts of a process, summed over its threads.

import Glibc

package struct ProcessCounters: Equatable, Sendable {
  package var threads = 0
  /// How often threads went to sleep by themselves: each is a wake-up to come.
  package var voluntarySwitches = 0
  package var involuntarySwitches = 0
  package var cpu = Duration.zero
  /// The peak of the resident set in KiB (VmHWM).
  package var peakMemory = 0

  package var switches: Int { voluntarySwitches + involuntarySwitches }

  /// Reads `/proc/PID`. Throws when the process has ended.
  package init(of process: pid_t) throws(HarnessError) {
    let folder = "/proc/\(process)"
    peakMemory = Self.field("VmHWM", of: try Self.text(of: "\(folder)/status"))
    for thread in try Self.entries(of: "\(folder)/task") {
      try count(thread: "\(folder)/task/\(thread)")
    }
  }

  /// Of the thread that `main` runs on alone.
  package init(ofMainThreadOf process: pid_t) throws(HarnessError) {
    try count(thread: "/proc/\(process)/task/\(process)")
  }

  private mutating func count(thread: String) throws(HarnessError) {
    // A thread may end between the listing and the look: what it used is not in the sum then.
    guard let status = try? Self.text(of: "\(thread)/status") else { return }
    let times = try Self.text(of: "\(thread)/schedstat").split(separator: " ")
    threads += 1
    voluntarySwitches += Self.field("voluntary_ctxt_switches", of: status)
    involuntarySwitches += Self.field("nonvoluntary_ctxt_switches", of: status)
    cpu += .nanoseconds(times.first.flatMap { Int($0) } ?? 0)
  }

  private static func field(_ name: String, of status: String) -> Int {
    for line in status.split(separator: "\n") where line.hasPrefix("\(name):") {
      return Int(line.filter(\.isNumber)) ?? 0
    }
    return 0
  }

  private static func text(of path: String) throws(HarnessError) -> String {
    let file = try Descriptor(open(path, O_RDONLY | O_CLOEXEC), from: path)
    return withUnsafeTemporaryAllocation(byteCount: 8192, alignment: 1) { buffer in
      String(decoding: file.read(into: buffer), as: UTF8.self)
    }
  }

  private static func entries(of path: String) throws(HarnessError) -> [String] {
    guard let folder = opendir(path) else { throw .failed(path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}

extension ProcessCounters {
  /// What was counted between two looks; the peak of memory is the later one's.
  package static func - (later: ProcessCounters, earlier: ProcessCounters) -> ProcessCounters {
    var difference = later
    difference.voluntarySwitches -= earlier.voluntarySwitches
    difference.involuntarySwitches -= earlier.involuntarySwitches
    difference.cpu -= earlier.cpu
    return difference
  }
}
