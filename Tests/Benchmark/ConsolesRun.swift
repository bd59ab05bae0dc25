/// lectern with consoles: how soon keys and edits are seen, with all of them listening, with one that
/// does not read, and beside a live demo.

import Glibc
import TemporaryFiles
import TerminalHarness

struct ConsolesRun {
  private let folder = TemporaryFolder()
  private let show: PseudoTerminal
  private var consoles: [PseudoTerminal] = []
  private var samples = Samples()

  private static let slides = 200
  private static let keys = 40
  private static let edits = 20
  /// Longer than what follows a key, and than a key that sticks would be let wait.
  private static let pause = Duration.milliseconds(150)

  static func measure(
    _ presenter: Presenter, consoles count: Int, rest: Int, _ rows: Int, _ columns: Int,
    _ environment: [String: String]
  ) throws -> Samples {
    var run = try ConsolesRun(presenter, rows, columns, environment, consoles: count)
    for edit in 1...edits { try run.edit(edit) }
    try run.pressKeys(.consoleStep, .consoleStepCPU)
    if rest > 0 { try run.rest(seconds: rest) }
    if let console = run.consoles.first {
      try console.signal(SIGSTOP)
      try run.pressKeys(.stoppedConsoleStep, .stoppedConsoleStepCPU)
      try console.signal(SIGCONT)
    }
    try run.pressKeysBesideDemo()
    for terminal in run.consoles + [run.show] {
      try terminal.send("q")
      try terminal.waitForExit()
    }
    return run.samples
  }

  private init(
    _ presenter: Presenter, _ rows: Int, _ columns: Int, _ environment: [String: String],
    consoles count: Int
  ) throws {
    folder.makeFolder("run", mode: 0o700)
    folder.write(Self.deck(edit: 0), as: "deck.md")
    let own = environment.merging([
      "XDG_RUNTIME_DIR": folder.place("run"), "XDG_STATE_HOME": folder.place("state"),
    ]) { $1 }
    let start = { (arguments: [String]) in
      try PseudoTerminal(
        presenter.program, arguments, rows: rows, columns: columns, environment: own)
    }
    show = try start([folder.place("deck.md")])
    try show.wait(forText: Self.edition(0))
    for _ in 0..<count {
      consoles.append(try start(["console"]))
      try consoles.last?.wait(forText: "1/\(Self.slides)")
    }
    listen()
  }

  /// The first slide tells the edition, the second has a demo, the others are as in the other runs.
  private static func deck(edit: Int) -> String {
    "---\nlang: en\n---\n\n# One\n\n\(edition(edit))\n\n---\n\n# Live\n\n"
      + "```demo timeline mode=par tasks=9 work=20s place=os ask=off\n```\n\n---\n\n"
      + BenchmarkDeck(slides: slides - 2).commonMark
  }

  private static func edition(_ number: Int) -> String { "edition \(number) of it" }

  /// As editors save; counted from the moment the new file has the old one's name.
  private mutating func edit(_ number: Int) throws {
    folder.write(Self.deck(edit: number), as: "new.md")
    let saved = ContinuousClock.now
    folder.move("new.md", to: "deck.md")
    try show.wait(forText: Self.edition(number))
    samples.add((ContinuousClock.now - saved).milliseconds, to: .reload)
    listen()
  }

  /// Two keys by turns, there and back; each from being pressed to the slide being there, and the CPU
  /// time that it takes the show altogether.
  private mutating func pressKeys(_ time: Figure, _ cpu: Figure) throws {
    try show.send("3G")
    try show.wait(forText: BenchmarkDeck.marker(of: 0))
    for key in 0..<Self.keys {
      listen()
      let before = try show.counters
      let pressed = ContinuousClock.now
      try show.send(key % 2 == 0 ? "l" : "h")
      try show.wait(forText: BenchmarkDeck.marker(of: key % 2 == 0 ? 1 : 0))
      samples.add((ContinuousClock.now - pressed).milliseconds, to: time)
      listen()
      samples.add((try show.counters - before).cpu.milliseconds, to: cpu)
    }
  }

  private mutating func rest(seconds: Int) throws {
    listen()
    let left = 60 - time(nil) % 60
    if left <= seconds + 1 { listen(for: .seconds(left + 1)) }
    let before = try show.counters
    listen(for: .seconds(seconds))
    samples.add(Double((try show.counters - before).voluntarySwitches), to: .consoleSwitches)
  }

  /// Help, which covers the slide while the demo goes on, and back. What follows the frame, such as what
  /// the consoles are told, is counted too, and now and then a frame of the demo.
  private mutating func pressKeysBesideDemo() throws {
    try show.send("2G")
    try show.wait(forText: "Space start")
    try show.send(" ")
    try show.wait(forText: "running")
    for key in 0..<Self.keys {
      listen()
      let before = try ProcessCounters(ofMainThreadOf: show.process)
      let pressed = ContinuousClock.now
      try show.send(key % 2 == 0 ? "?" : "q")
      try show.wait { $0.contains("Keys") == (key % 2 == 0) }
      samples.add((ContinuousClock.now - pressed).milliseconds, to: .consoleDemoKey)
      show.record(until: .now + .milliseconds(3)).forEach(show.show)
      let used = try ProcessCounters(ofMainThreadOf: show.process) - before
      samples.add(used.cpu.milliseconds, to: .consoleDemoKeyCPU)
    }
  }

  /// Lets everybody come to rest, and takes what they have written.
  private func listen(for duration: Duration = pause) {
    let end = ContinuousClock.now + duration
    while ContinuousClock.now < end {
      for terminal in [show] + consoles {
        terminal.record(until: .now + .milliseconds(10)).forEach(terminal.show)
      }
    }
  }
}
