/// How often every claim of every demo holds: on the machine as it is, and with a CPU taken away.

import Glibc

/// Runs demos without a screen and counts verdicts, claim by claim.
struct ClaimsRun {
  let lectern: String

  /// What a lecture would show, with the demos' own defaults.
  private static let demos = [
    ["compare"], ["wait"], ["share"], ["share", "view=chart"], ["scale"],
    ["gil"], ["triangle"], ["triangle", "view=race"],
  ]

  /// How a verdict begins in words.
  private static let endings = ["confirmed", "refuted", "interference", "not judged"]

  private struct Count {
    var signs: [Character: Int] = [:]
  }

  /// A table for so many runs of each demo, quiet and beside a process that burns the first CPU.
  func tables(runs: Int) throws -> String {
    let quiet = try table(runs, title: "as the machine is")
    let hog = try Hog()
    defer { hog.stop() }
    return quiet + "\n" + (try table(runs, title: "beside a process that burns CPU \(hog.cpu)"))
  }

  private func table(_ runs: Int, title: String) throws -> String {
    var text = "\(runs) runs, \(title):   ✓ confirmed  ~ disturbed  ✗ refuted  · not judged\n"
    for demo in Self.demos {
      var order: [String] = []
      var counts: [String: Count] = [:]
      for _ in 0..<runs {
        for (claim, sign) in try verdicts(of: demo) {
          if counts[claim] == nil { order.append(claim) }
          counts[claim, default: Count()].signs[sign, default: 0] += 1
        }
      }
      text += demo.joined(separator: " ") + "\n"
      for claim in order {
        let signs = counts[claim]?.signs ?? [:]
        let cells = "✓~✗·".map { "\($0) " + pad(signs[$0] ?? 0) }.joined(separator: "  ")
        text += "  " + cells + "  " + claim + "\n"
      }
    }
    return text
  }

  private func pad(_ number: Int) -> String { number < 10 ? " \(number)" : "\(number)" }

  /// Claims and their signs, from the lines that a headless run prints.
  private func verdicts(of demo: [String]) throws -> [(claim: String, sign: Character)] {
    let arguments = ["demo"] + demo + ["--headless", "--lang", "en"]
    let output = try Spawned.output(of: lectern, arguments)
    return output.split(separator: "\n").compactMap { line in
      guard let sign = line.first, "✓~✗·".contains(sign) else { return nil }
      // Sign and inequality take 32 columns, then come the claim's words and what came of it.
      let words = line.dropFirst(32)
      let end = words.indices.first { place in
        Self.endings.contains { words[place...].hasPrefix(": " + $0) }
      }
      return (String(words[..<(end ?? words.endIndex)]), sign)
    }
  }
}

/// A shell that loops on the first CPU we may use, until it is stopped.
private final class Hog {
  let cpu: Int
  private let shell: Spawned

  init() throws {
    cpu = 0
    shell = try Spawned(
      "/usr/bin/taskset", ["-c", "\(cpu)", "/bin/sh", "-c", "while :; do :; done"])
  }

  func stop() {
    kill(shell.process, SIGKILL)
    shell.wait()
  }
}
