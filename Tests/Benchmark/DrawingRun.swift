/// What drawing costs those who are measured: the same run with and without a screen.

import TerminalHarness

/// Pairs of runs in which every CPU is taken by a task, so that whoever draws takes its time from one
/// of them. The terminal's end is read on the same CPUs and not emulated meanwhile.
struct DrawingRun {
  let lectern: String
  let environment: [String: String]

  private static let work = 4
  private static let demo = ["demo", "timeline", "mode=par", "tasks=2", "work=\(work)s"]
  private static let english = ["--lang", "en"]

  /// A line a pair, and the median of the ratios.
  func table(pairs: Int) throws -> String {
    var text = "seconds from the first start to the last end, \(Self.demo.joined(separator: " "))\n"
    text += "without a screen   drawn at 120 × 40   slower by\n"
    var slowdowns: [Double] = []
    for pair in 0..<pairs {
      // Who goes first takes turns, as a machine warms up.
      let drawnFirst = pair % 2 == 1 ? try drawn() : nil
      let bare = try self.bare()
      let drawn = try drawnFirst ?? self.drawn()
      slowdowns.append((drawn / bare - 1) * 100)
      let cells = [bare.text(decimals: 3), drawn.text(decimals: 3)]
      text += cells.joined(separator: "              ") + "              "
      text += (drawn / bare * 100 - 100).text(decimals: 2) + " %\n"
    }
    guard let summary = Summary(slowdowns) else { return text }
    return text + "median " + summary.median.text(decimals: 2) + " %"
  }

  private func bare() throws -> Double {
    try makespan(
      in: Spawned.output(of: lectern, Self.demo + ["--headless"] + Self.english))
  }

  private func drawn() throws -> Double {
    let terminal = try PseudoTerminal(
      lectern, Self.demo + Self.english, rows: 40, columns: 120, environment: environment)
    try terminal.wait(forText: "Space start")
    try terminal.send(" ")
    let end = ContinuousClock.now + .seconds(Self.work + 2)
    terminal.record(until: end).forEach(terminal.show)
    try terminal.wait(forText: "done")
    try terminal.send("x")
    try terminal.wait(forText: Self.claim)
    let panel = terminal.screen.text
    try terminal.send("q")
    try terminal.waitForExit()
    return try makespan(in: panel)
  }

  private static let claim = "time between both bounds"

  /// The number between the claim's bounds: `3.600 ≤ 4.012 ≤ 4.400`.
  private func makespan(in text: String) throws -> Double {
    let line = text.split(separator: "\n").first { $0.contains(Self.claim) }
    let parts = line?.split(separator: "≤") ?? []
    guard parts.count == 3, let value = Double(parts[1].filter { !$0.isWhitespace }) else {
      throw UnreadableRun(text: text)
    }
    return value
  }
}

struct UnreadableRun: Error, CustomStringConvertible {
  let text: String
  var description: String { "no measured time in:\n" + text }
}
