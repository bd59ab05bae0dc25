/// The time of a talk on a terminal: rehearsals, the short form, talks that broke off.

import Glibc
import TemporaryFiles
import TerminalHarness
import Testing

private let deck = """
  ---
  lang: en
  minutes: 4
  ---
  # One

  words

  ---

  # Two

  <!-- skip: short -->

  ---

  # Three

  the end
  """

extension PseudoTerminal {
  /// Its rows that are rows of a table.
  fileprivate var table: [String] { screen.lines.filter { $0.hasPrefix("|") } }
}

@Suite(.serialized) struct `The time of a talk` {
  /// A rehearsal of the deck, and the file its table goes to.
  private func rehearsal() throws -> (Stage, show: PseudoTerminal, file: String) {
    let stage = try Stage()
    let path = stage.folder.write(deck, as: "deck.md")
    let file = stage.folder.path + "/times.md"
    let show = try stage.start(["rehearse", path, "--output", file])
    try show.wait(forText: "words")
    return (stage, show, file)
  }

  @Test func `is taken by a rehearsal, which prints a table and keeps it`() throws {
    let (stage, show, file) = try rehearsal()
    defer { withExtendedLifetime(stage) {} }
    try show.send("lq")
    #expect(try show.waitForExit() == .exited(0))
    let table = show.table
    try #require(table.count == 6)
    #expect(table[0].contains("target") && table[0].contains("difference"))
    for (row, slide) in zip(table[2...], ["One", "Two", "Three", "together"]) {
      #expect(row.contains(slide))
    }
    #expect(try String(contentsOf: file).split(separator: "\n").count == 6)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `is told by a rehearsal that a signal ends, too`(signal: Int32) throws {
    let (stage, show, file) = try rehearsal()
    defer { withExtendedLifetime(stage) {} }
    try show.send("l")
    try show.wait(forText: "2/3")
    try show.signal(signal)
    #expect(try show.waitForExit() == .killed(by: signal))
    #expect(try String(contentsOf: file).contains("| together"))
  }

  @Test func `is less without the slides that the short form leaves out`() throws {
    try present(["--short"], text: deck) { terminal in
      try terminal.wait(forText: "1/2")
      try terminal.send("l")
      try terminal.wait { $0.contains("the end") && $0.contains("2/2") }
      try terminal.send("q")
      #expect(try terminal.waitForExit() == .exited(0))
    }
  }

  @Test(arguments: ["0", "-1", "1441", "1e30", "nan", "soon"])
  func `is more than none and no more than a day`(minutes: String) throws {
    try present(["--minutes=" + minutes], text: deck) { terminal in
      #expect(try terminal.waitForExit() == .exited(64))
      #expect(terminal.screen.contains("minutes"))
      try terminal.expectLeftAsFound()
    }
  }

  /// A show of the deck that was killed on its last slide.
  private func brokenOff() throws -> (Stage, deck: String) {
    let stage = try Stage()
    let path = stage.folder.write(deck, as: "deck.md")
    let show = try stage.start([path])
    try show.wait(forText: "words")
    try show.send("G")
    try show.wait(forText: "3/3")
    // A place is kept once its slide is shown: what is shown next comes after that.
    try show.send("/")
    try show.wait(forText: "/▏")
    try show.signal(SIGKILL)
    #expect(try show.waitForExit() == .killed(by: SIGKILL))
    return (stage, path)
  }

  @Test func `of a talk that broke off is not lost: it is offered, and U takes it up`() throws {
    let (stage, path) = try brokenOff()
    let show = try stage.start([path])
    try show.wait { $0.contains("1/3") && $0.contains("U") && $0.contains("3") }
    try show.send("U")
    try show.wait(forText: "3/3")
    try show.send("q")
    #expect(try show.waitForExit() == .exited(0))
    // It came to its end: there is nothing more to be offered.
    let next = try stage.start([path, "--resume"])
    try next.wait(forText: "1/3")
    try next.send("q")
    #expect(try next.waitForExit() == .exited(0))
  }

  @Test func `of a talk that broke off goes on where it was with --resume`() throws {
    let (stage, path) = try brokenOff()
    let show = try stage.start([path, "--resume"])
    try show.wait(forText: "3/3")
    try show.send("q")
    #expect(try show.waitForExit() == .exited(0))
  }
}

extension String {
  fileprivate init(contentsOf path: String) throws {
    let file = try #require(fopen(path, "r"), "\(path) is not there")
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = fread(&bytes, 1, bytes.count, file)
    self = String(decoding: bytes[..<count], as: UTF8.self)
  }
}
