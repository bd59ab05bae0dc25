/// What a process has open and running, as the kernel counts it.

import Glibc

/// Threads of this process, as the kernel counts them.
func threadCount() -> Int { names(in: "/proc/self/task").count }

/// Open files of the kinds that demos open: pairs of sockets, switch records, shared memory. Other
/// tests, which open pipes, terminals and the sockets of consoles meanwhile, have none of these.
func demoFileCount() -> Int {
  names(in: "/proc/self/fd").count { name in
    var target = [CChar](repeating: 0, count: 256)
    let count = max(0, readlink("/proc/self/fd/" + name, &target, target.count))
    let text = String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    if text.hasPrefix("socket:") { return Int32(name).map(isOfPair) ?? false }
    return text.contains("perf_event") || text.hasPrefix("/memfd:lectern")
  }
}

/// Neither end of a pair (socketpair(2)) has a name; one end of a console's always has.
private func isOfPair(_ file: Int32) -> Bool {
  [getsockname, getpeername].allSatisfy { ask in
    var (address, length) = (sockaddr_un(), socklen_t(MemoryLayout<sockaddr_un>.size))
    let found = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { ask(file, $0, &length) }
    }
    return found == 0 && Int(length) <= MemoryLayout<sa_family_t>.size
  }
}

/// Pythons that run a demo's script: `/proc/PID/cmdline` has it (proc(5)); that of a dead one is empty.
/// Other tests have children of other kinds meanwhile.
func childCount() -> Int {
  names(in: "/proc").count { name in
    guard Int(name) != nil, let file = fopen("/proc/\(name)/cmdline", "r") else { return false }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes[..<count], as: UTF8.self).contains("import hashlib, json, mmap")
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
