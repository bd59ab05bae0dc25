/// How long the control group has been held back by its quota of CPU time (cpu.stat).

/// The group, or one above it, that has a quota; there is none on most machines.
package struct Throttling: Sendable {
  private let files: [(path: String, key: String, unit: Double)]

  /// Nil where no quota holds us back.
  package init?() {
    let folders = ControlGroups(files: FileTree()).limitedFolders
    guard !folders.isEmpty else { return nil }
    // version 2 counts microseconds, version 1 nanoseconds
    files = folders.flatMap { folder in
      [
        (folder + "/cpu.stat", "throttled_usec", 1e-6),
        (folder + "/cpu.stat", "throttled_time", 1e-9),
      ]
    }
  }

  /// Seconds since the group was made.
  package var seconds: Double { files.reduce(0) { $0 + Self.value($1.path, $1.key) * $1.unit } }

  private static func value(_ path: String, _ key: String) -> Double {
    for line in String(decoding: SmallFile.bytes(path), as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      if words.count == 2, words[0] == key { return Double(words[1]) ?? 0 }
    }
    return 0
  }
}
