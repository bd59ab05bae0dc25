/// What is pasted into the window: asked for in brackets for as long as the show has the terminal.

import Glibc
import TemporaryFiles
import TerminalHarness
import Testing

private let deck = "# First\n\nwords\n\n---\n\n# Second\n\nthe needle\n\n---\n\n# Third\n\nend\n"

private func pasted(_ text: String) -> String { "\u{1B}[200~" + text + "\u{1B}[201~" }

@Suite(.serialized) struct `What is pasted into a terminal` {
  @Test func `comes in brackets until the shell has its terminal back`() throws {
    let show = try Stage().show(deck, role: .job)
    #expect(show.log.privateModesOn.contains(2004))
    try show.signal(SIGTSTP)
    _ = try show.waitForStop()
    try show.expectLeftAsFound()
    try show.resume()
    try show.wait { $0.isAlternate && $0.contains("words") }
    #expect(show.log.privateModesOn.contains(2004))
    try show.send("q")
    #expect(try show.waitForExit() == .exited(0))
    try show.expectLeftAsFound()
  }

  @Test(arguments: ["vt52", "wy50", "vt100"])
  func `is asked for only where the question is not shown`(type: String) throws {
    let stage = try Stage()
    let path = stage.folder.write(deck, as: "deck.md")
    let show = try stage.start([path], environment: ["TERM": type])
    try show.waitForOutput { $0.text.contains("words") || $0.text.contains("lectern") }
    #expect(show.log.count(of: "2004") == (type == "vt100" ? 1 : 0))
  }

  @Test(arguments: [
    "q", "q\r", "l\r\n \r\u{1B}[C\u{1B}OC\u{1B}[6~", ":!rm\r", "\u{3}\u{1A}\u{1C}", "G", "3G",
    String(repeating: "lq\r", count: 300_000),
  ])
  func `steps nothing and ends nothing`(text: String) throws {
    let show = try Stage().show(deck)
    try show.send(pasted(text))
    // The search shows that all of it has been heard.
    try show.send("/")
    try show.wait { $0.contains("/▏") && $0.contains("words") }
    try show.send("\u{1B}")
    try show.wait { $0.contains("1/3") && $0.contains("words") }
    try show.send("q")
    #expect(try show.waitForExit() == .exited(0))
  }

  /// A device control string that comes for more than a second.
  @Test func `is not the only long thing that a terminal says, and none of it is a key`() throws {
    let show = try Stage().show(deck)
    try show.send("\u{1B}P" + String(repeating: "q", count: 1_500_000) + "\u{1B}\\" + "/")
    try show.wait { $0.contains("/▏") && $0.contains("words") }
    try show.send("\u{1B}")
    try show.wait { $0.contains("1/3") && $0.contains("words") }
    try show.send("q")
    #expect(try show.waitForExit() == .exited(0))
  }

  @Test func `is typed where words are looked for`() throws {
    let show = try Stage().show(deck)
    // An arrow among it is neither obeyed nor shown.
    try show.send("/" + pasted("the\r\nneedle\u{1B}[A\u{7}"))
    try show.wait { $0.contains("/the needle▏") && $0.contains("Second") }
    try show.send("\u{1B}")
    try show.wait(forText: "words")
    try show.send(":" + pasted("Third") + "\r")
    try show.wait(forText: "end")
  }
}
