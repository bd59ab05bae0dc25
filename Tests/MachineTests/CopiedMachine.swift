/// A copied tree of a machine's files, made from a compact description, for as long as one test.

import TemporaryFiles
import Testing

@testable import Machine

/// Each line of a description is a file and what is in it, `\n` being a line feed, `\t` a tab:
///
///     proc/self/status: Cpus_allowed_list: 0-3\n
///     online: 0-3                 (a word without a slash is in sys/devices/system/cpu)
///     cpu0-3: package=0 core=%    (facts of CPUs, % being the CPU's own number)
struct CopiedMachine {
  private let root = TemporaryFolder()

  /// Writes the files, reads the topology, and removes the files.
  static func topology(_ description: String) throws -> Topology {
    try read(description) { TopologyReader(root: $0).read() }
  }

  /// Writes the files, does something with their folder, and removes it.
  static func read<Result>(_ description: String, _ body: (String) throws -> Result) throws
    -> Result
  {
    let machine = CopiedMachine()
    for line in description.split(separator: "\n") {
      let sides = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      machine.write(String(sides[0]), String(sides.last?.drop { $0 == " " } ?? ""))
    }
    return try withExtendedLifetime(machine) { try body(machine.root.path) }
  }

  private func write(_ name: String, _ text: String) {
    if name.contains("/") {
      put(name, text.replacing("\\n", with: "\n").replacing("\\t", with: "\t"))
    } else if let cpus = name.wholeMatch(of: /cpu(\d.*)/).flatMap({ CPUList(list: $0.1) }) {
      for cpu in cpus.numbers {
        for fact in text.replacing("%", with: "\(cpu)").split(separator: " ") {
          let sides = fact.split(separator: "=", maxSplits: 1)
          put(cpu: cpu, sides[0], sides.count > 1 ? sides[1] : "")
        }
      }
    } else {
      put("sys/devices/system/cpu/\(name)", text + "\n")
    }
  }

  private static let files: [Substring: String] = [
    "package": "topology/physical_package_id", "core": "topology/core_id",
    "die": "topology/die_id", "book": "topology/book_id", "drawer": "topology/drawer_id",
    "threads": "topology/thread_siblings_list", "threadmask": "topology/thread_siblings",
    "packagecpus": "topology/core_siblings_list", "packagemask": "topology/core_siblings",
    "capacity": "cpu_capacity", "online": "online",
  ]

  private func put(cpu: Int, _ fact: Substring, _ value: Substring) {
    let folder = "sys/devices/system/cpu/cpu\(cpu)/"
    if let file = Self.files[fact] {
      put(folder + file, value + "\n")
    } else if let level = fact.wholeMatch(of: /l(\d)/)?.1 {
      let sides = value.split(separator: "@")
      put(folder + "cache/index\(level)/level", level + "\n")
      put(folder + "cache/index\(level)/type", "Unified\n")
      put(folder + "cache/index\(level)/size", sides[0] + "\n")
      if sides.count > 1 { put(folder + "cache/index\(level)/shared_cpu_list", sides[1] + "\n") }
    } else {
      put(folder + "\(fact)\(value)/link", "")
    }
  }

  private func put(_ path: String, _ text: some StringProtocol) {
    root.write(String(text), as: path)
  }
}
