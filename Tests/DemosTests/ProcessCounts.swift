/// What a process has open and running, as the kernel counts it.

import Glibc

/// Threads of this process, as the kernel counts them.
func threadCount() -> Int { names(in: "/proc/self/task").count }

/// Open files of the kinds that demos open: sockets, switch records, files without a name. Other
/// tests, which open pipes and terminals meanwhile, have none of these.
func demoFileCount() -> Int {
  names(in: "/proc/self/fd").count { name in
    var target = [CChar](repeating: 0, count: 256)
    let count = max(0, readlink("/proc/self/fd/" + name, &target, target.count))
    let text = String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return text.hasPrefix("socket:") || text.contains("perf_event") || text.hasSuffix("(deleted)")
  }
}

/// Children of this process that are alive: `/proc/PID/stat` tells state and parent (proc(5)).
func childCount() -> Int {
  names(in: "/proc").count { name in
    guard Int(name) != nil, let file = fopen("/proc/\(name)/stat", "r") else { return false }
    defer { fclose(file) }
    var text = [CChar](repeating: 0, count: 512)
    guard fgets(&text, 512, file) != nil else { return false }
    let bytes = text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    let words = String(decoding: bytes, as: UTF8.self).split(separator: ")").last ?? ""
    let state = words.split(separator: " ").prefix(2)
    return state.first != "Z" && state.last == "\(getpid())"
  }
}

private func names(in path: String) -> [String] {
  guard let folder = opendir(path) else { return [] }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if !name.hasPrefix(".") { names.append(name) }
  }
  return names
}

/// The count once it is no more than this: the kernel lists a thread for a moment after it was joined.
func settled(_ count: () -> Int, to most: Int) -> Int {
  var looks = 0
  while count() > most, looks < 200 {
    poll(nil, 0, 1)
    looks += 1
  }
  return count()
}
