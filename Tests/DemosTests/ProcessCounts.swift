/// What a process has open and running, as the kernel counts it.

import Glibc

/// Threads that were started to work: other tests have threads of other kinds meanwhile.
func workerCount() -> Int {
  names(in: "/proc/self/task").count { start(of: "/proc/self/task/\($0)/comm") == "worker\n" }
}

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

/// Pythons that are children of this process, also such that have ended and are not waited for: their
/// `/proc/PID/stat` begins with number, name, state and parent (proc_pid_stat(5)).
func pythonCount() -> Int {
  let parent = String(getpid())
  return names(in: "/proc").count { name in
    guard name.first?.isNumber == true else { return false }
    let words = start(of: "/proc/\(name)/stat").split(separator: " ")
    return words.count > 3 && words[1].hasPrefix("(python") && words[3] == parent
  }
}

/// The first bytes of a file, or nothing.
private func start(of path: String) -> String {
  guard let file = fopen(path, "re") else { return "" }
  defer { fclose(file) }
  var bytes = [UInt8](repeating: 0, count: 128)
  let count = fread(&bytes, 1, bytes.count, file)
  return String(decoding: bytes[..<count], as: UTF8.self)
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
