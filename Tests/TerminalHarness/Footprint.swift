/// What a process holds at one moment: memory, files, threads.

import Glibc

package struct Footprint: Equatable, Sendable {
  /// The resident set in KiB (VmRSS).
  package let memory: Int
  package let descriptors: Int
  package let threads: Int

  /// Reads `/proc/PID`; zeros where there is nothing to read.
  package init(of process: pid_t) {
    memory = Self.field("VmRSS:", of: process)
    threads = Self.field("Threads:", of: process)
    descriptors = Self.count(of: "/proc/\(process)/fd")
  }

  private static func field(_ name: String, of process: pid_t) -> Int {
    guard let file = fopen("/proc/\(process)/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 512)
    while fgets(&line, Int32(line.count), file) != nil {
      let bytes = line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
      let text = String(decoding: bytes, as: UTF8.self)
      if text.hasPrefix(name) { return Int(text.filter(\.isNumber)) ?? 0 }
    }
    return 0
  }

  private static func count(of folder: String) -> Int {
    guard let entries = opendir(folder) else { return 0 }
    defer { closedir(entries) }
    var count = -2  // itself and the folder above
    while readdir(entries) != nil { count += 1 }
    return count
  }
}
