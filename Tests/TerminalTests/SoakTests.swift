/// A long day in little time: steps, demos, sizes, edits and consoles, round after round. What a show
/// holds of memory, files and threads must not grow with them.
///
/// Twenty seconds, or as many as `LECTERN_SOAK` says: `LECTERN_SOAK=14400 swift test --filter Soak`.

import Glibc
import OwnThread
import TemporaryFiles
import TerminalHarness
import Testing

@Suite(.serialized, .ownThread) struct `Soak` {
  @Test func `a long day leaves the show as light as it was in the morning`() throws {
    let day = try LongDay()
    let end = ContinuousClock.now + .seconds(LongDay.seconds)
    while ContinuousClock.now < end || day.rounds.count < 2 * LongDay.morning { try day.round() }
    try day.end()
    let morning = Array(day.rounds[LongDay.morning..<2 * LongDay.morning])
    let evening = Array(day.rounds.suffix(LongDay.morning))
    let about = Comment(rawValue: "after \(day.rounds.count) rounds")
    #expect(Set(evening.map(\.descriptors)) == Set(morning.map(\.descriptors)), about)
    #expect(Set(evening.map(\.threads)) == Set(morning.map(\.threads)), about)
    // Whatever one moment needs: the least of several.
    let least = { (rounds: [Footprint]) in rounds.map(\.memory).min() ?? 0 }
    #expect(least(evening) - least(morning) < 4096, about)
  }
}

private final class LongDay {
  private let stage: Stage
  private let show: PseudoTerminal
  private(set) var rounds: [Footprint] = []

  /// Rounds after which everything has been used once: what a library keeps is there.
  static let morning = 4

  static var seconds: Int { getenv("LECTERN_SOAK").flatMap { Int(String(cString: $0)) } ?? 20 }

  private static let demos = [
    "timeline mode=par tasks=2 work=100ms", "share time=100ms", "tree", "wait wait=100ms",
    "gil engine=mini time=100ms", "triangle size=256",
  ]

  init() throws {
    stage = try Stage()
    show = try stage.show(Self.deck(edition: 0))
  }

  private static func deck(edition: Int) -> String {
    let demos = demos.map { "# Live\n\n```demo \($0)\n---\ninstead\n```\n" }
    let slides = ["# First\n\nwords of edition \(edition)\n"] + demos + ["# Last\n\nend\n"]
    return "---\nlang: en\n---\n" + slides.joined(separator: "\n---\n\n")
  }

  func round() throws {
    let number = rounds.count + 1
    try step(number)
    try play(number)
    try resize(number)
    try edit(number)
    try listen(number)
    rounds.append(Footprint(of: show.process))
  }

  func end() throws {
    try show.send("q")
    #expect(try show.waitForExit() == .exited(0))
    try show.expectLeftAsFound()
  }

  /// To the end and back, and whatever can be opened on the way.
  private func step(_ number: Int) throws {
    for _ in 0...Self.demos.count { try show.send(" n") }
    try show.send("G")
    try show.wait(forText: "end")
    for key in ["o", "?", "e", "S"] {
      try show.send(key)
      try show.send(key == "S" ? "S" : "\u{1B}")
      try show.wait(forText: "end")
    }
    try show.send("/words\r")
    try show.wait(forText: "words")
    try show.send("\u{1B}")
  }

  /// One of the demos is started, and left in its midst.
  private func play(_ number: Int) throws {
    let slide = 2 + number % Self.demos.count
    try show.send("\(slide)G")
    try show.wait(forText: "\(slide)/\(Self.demos.count + 2)")
    try show.send(" G")
    try show.wait(forText: "end")
  }

  private func resize(_ number: Int) throws {
    for size in [(10 + number % 30, 20 + number % 90), (1, 1), (24, 80)] {
      try show.resize(rows: size.0, columns: size.1)
    }
    try show.wait { $0.lines.count == 24 && $0.contains("end") }
  }

  private func edit(_ number: Int) throws {
    try show.send("1G")
    try show.wait(forText: "words")
    stage.folder.write(Self.deck(edition: number), as: "deck.md")
    try show.wait { $0.lines.contains { $0.hasSuffix("edition \(number)") } }
  }

  /// A console comes and leaves, or dies.
  private func listen(_ number: Int) throws {
    let console = try stage.start(["console"])
    try console.wait(forText: "words")
    if number % 2 == 0 { try console.send("q") } else { try console.signal(SIGKILL) }
    _ = try console.waitForExit()
    // The show hears of it before it does what comes next.
    try show.send("G")
    try show.wait(forText: "end")
    try show.send("1G")
    try show.wait(forText: "words")
  }
}
