/// Crashes on whatever thread: the terminal is as it was found, and one line tells how to go on.

import Glibc
import TemporaryFiles
import TerminalHarness
import Testing

private let deck = "# First\n\nwords\n\n---\n\n# Second\n\nthe end\n"

@Suite(.serialized) struct `A crash` {
  /// Eight workers crash at the same moment.
  @Test(arguments: ["endless", "endlesslook", "trap", "traplook"])
  func `of any thread leaves the terminal as it was`(sabotage: String) throws {
    let show = try Stage().start([
      "demo", "timeline", "mode=par", "tasks=8", "work=1s", "--sabotage", sabotage,
    ])
    try show.wait(forText: "Space start")
    try show.send(" ")
    let isStack = sabotage.hasPrefix("endless")
    let possible = (isStack ? [SIGSEGV] : [SIGILL, SIGTRAP]).map { ProcessEnd.killed(by: $0) }
    #expect(possible.contains(try show.waitForExit()))
    try show.expectLeftAsFound()
    #expect(show.log.count(of: "lectern: crashed (SIG") == 1)
    #expect(show.log.count(of: "\u{1B}[?1049l") == 1)
  }

  @Test(arguments: [
    "deck.md", "my deck.md", "the speaker's.md", "$(rm) `x`.md", "доклад.md",
  ])
  func `says in one line how the talk goes on`(name: String) throws {
    let stage = try Stage()
    let path = stage.folder.write(deck, as: name)
    let show = try stage.start([path])
    try show.send("G")
    try show.wait(forText: "the end")
    // The place is kept once its slide is shown, so it is when the next key has been heard.
    try show.send("b")
    try show.wait { !$0.contains("the end") }
    try show.signal(SIGSEGV)
    #expect(try show.waitForExit() == .killed(by: SIGSEGV))
    try show.expectLeftAsFound()
    let note = try #require(show.log.text.rest(after: "lectern: crashed (SIGSEGV)"))
    let lines = note.split(whereSeparator: \.isNewline)
    let words = try #require(lines.first.flatMap { String($0).rest(after: "lectern ") })
    #expect(lines.count == 1)
    let again = try stage.start(
      ["-c", "exec '\(builtProgram(named: "lectern"))' " + words], program: "/bin/sh")
    try again.wait(forText: "the end")
    withExtendedLifetime(stage) {}
  }

  @Test func `that somebody has asked for is none`() throws {
    let show = try Stage().show(deck)
    try show.signal(SIGTERM)
    #expect(try show.waitForExit() == .killed(by: SIGTERM))
    #expect(show.log.count(of: "crashed") == 0)
  }
}

extension String {
  /// What follows the first place with these words.
  fileprivate func rest(after words: String) -> String? {
    let parts = split(separator: words, maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 ? String(parts[1]) : nil
  }
}
