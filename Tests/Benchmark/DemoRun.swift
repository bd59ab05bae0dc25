/// lectern with a live demo that keeps every CPU busy: does the screen keep up, and is it left at once?

import TemporaryFiles
import TerminalHarness

struct DemoRun {
  private let terminal: PseudoTerminal
  private static let watched = 4.0

  /// Watched: a demo that takes every CPU, once with the system's quanta and once with tiny ones.
  private static let busy = [
    "timeline mode=par tasks=9 work=4s place=os",
    "timeline mode=conc tasks=3 work=4s quantum=100us",
  ]
  /// Left in the midst of what they do: a race, a ladder, a wait, locks and chains.
  private static let others = [
    "compare", "wait", "wait ladder=off", "share", "share view=chart", "scale", "gil", "triangle",
    "triangle view=race",
  ]

  static func measure(
    _ presenter: Presenter, _ rows: Int, _ columns: Int, _ environment: [String: String]
  ) throws -> Samples {
    let folder = TemporaryFolder()
    var samples = Samples()
    for demo in busy + others {
      let deck = folder.write(
        "---\nlang: en\n---\n\n# Live\n\n```demo \(demo)\n```\n\n---\n\n# After\n\nall of it\n",
        as: "demo.md")
      let run = DemoRun(
        terminal: try PseudoTerminal(
          presenter.program, [deck], rows: rows, columns: columns, environment: environment))
      try run.start()
      if busy.contains(demo) {
        try run.watch(&samples, takesEveryCPU: demo == busy[0])
      } else {
        run.wait()
      }
      try run.leave(&samples)
    }
    return samples
  }

  private func start() throws {
    try terminal.wait(forText: "Space start")
    try terminal.send(" ")
    try terminal.wait(forText: "running")
  }

  /// Long enough to be in the midst of something.
  private func wait() {
    terminal.record(until: .now + .milliseconds(700)).forEach(terminal.show)
  }

  private func watch(_ samples: inout Samples, takesEveryCPU: Bool) throws {
    let before = try ProcessCounters(ofMainThreadOf: terminal.process)
    let reads = terminal.record(until: .now + .seconds(Self.watched))
    let used = try ProcessCounters(ofMainThreadOf: terminal.process) - before
    reads.forEach(terminal.show)
    // One sleep a frame; not every frame has something new to write. Where every CPU is measured,
    // one more after every eighth, when the drawing thread moves to the next CPU.
    let sleeps = Double(used.voluntarySwitches)
    let frames = takesEveryCPU ? sleeps * 8 / 9 : sleeps
    samples.add(frames / Self.watched, to: .demoFrames)
    samples.add(used.cpu / .seconds(Self.watched) * 100, to: .demoDrawing)
    samples.add(Double(reads.reduce(0) { $0 + $1.bytes.count }) / max(1, frames), to: .demoBytes)
  }

  private func leave(_ samples: inout Samples) throws {
    let pressed = ContinuousClock.now
    try terminal.send("\u{1B}[C")
    try terminal.wait(forText: "all of it")
    samples.add((ContinuousClock.now - pressed).milliseconds, to: .demoLeaving)
    while try terminal.counters.threads > 1 {
      terminal.record(until: .now + .microseconds(500)).forEach(terminal.show)
    }
    samples.add((ContinuousClock.now - pressed).milliseconds, to: .demoEnding)
    try terminal.send("q")
    try terminal.waitForExit()
  }
}
