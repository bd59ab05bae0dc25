/// The small files the kernel speaks through, on this machine or in a copied tree.

import Glibc

/// Files below a root. Whatever cannot be read as what was asked for is `nil`: nothing throws,
/// nothing waits, nothing grows.
struct FileTree: Sendable {
  /// In front of every path; empty for this machine's own files.
  var root = ""

  /// The file as text, `nil` if it is longer than the limit in bytes.
  func text(_ path: String, limit: Int = 64 << 10) -> String? {
    bytes(path, limit: limit).map { String(decoding: $0, as: UTF8.self) }
  }

  /// A file that holds nothing but a number.
  func number(_ path: String) -> Int? { text(path).flatMap { Int($0.trimmed) } }

  /// A file that holds a list of CPUs.
  func cpus(_ path: String) -> CPUList? { text(path).flatMap { CPUList(list: $0) } }

  /// CPUs from a list or, on old kernels, from a mask.
  func cpus(list: String, mask: String) -> CPUList? {
    cpus(list) ?? text(mask).flatMap { CPUList(mask: $0) }
  }

  /// The names in a folder, in no order; `nil` if it is none.
  func names(in path: String) -> [String]? { Folder.names(in: root + path) }

  /// The numbers N of the names "prefixN" in a folder, sorted.
  func numbers(in path: String, prefix: String) -> [Int] {
    let names = (names(in: path) ?? []).filter { $0.hasPrefix(prefix) }
    return names.compactMap { Int($0.dropFirst(prefix.count)) }
      .filter { (0..<CPUList.limit).contains($0) }.sorted()
  }

  private func bytes(_ path: String, limit: Int) -> [UInt8]? {
    // a pipe in a copied tree must not keep us waiting for its writer
    let file = open(root + path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4096)
    while bytes.count <= limit {
      let count = read(file, &chunk, chunk.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return nil }
      guard count > 0 else { return bytes }
      bytes += chunk[..<count]
    }
    return nil
  }
}
