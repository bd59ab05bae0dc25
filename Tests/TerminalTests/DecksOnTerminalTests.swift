/// What of a deck only a terminal can show: clickable links, the clipboard, large letters, pictures.

import TerminalHarness
import Testing

private func quit(_ terminal: PseudoTerminal) throws {
  try terminal.send("q")
  #expect(try terminal.waitForExit() == .exited(0))
}

private let links = """
  # Links

  See [the docs](https://example.org/docs) and [the other slide](#other).

  ---

  # Other

  here
  """

@Suite(.serialized) struct `Decks on a terminal` {
  @Test func `links are clickable where the emulator is known to make them so`() throws {
    try present(text: links, environment: ["FORCE_HYPERLINK": "1"]) { terminal in
      try terminal.wait(forText: "See the docs and the other slide.")
      try terminal.waitForOutput { $0.count(of: "\u{1B}]8;;https://example.org/docs\u{1B}\\") > 0 }
      #expect(terminal.log.count(of: "]8;;#other") == 0)
      try quit(terminal)
    }
  }

  @Test func `elsewhere they have numbers, and a list below`() throws {
    try present(text: links) { terminal in
      try terminal.wait(forText: "See the docs[1] and the other slide.")
      try terminal.wait(forText: "[1] https://example.org/docs")
      #expect(terminal.log.count(of: "]8;;") == 0)
      try quit(terminal)
    }
  }

  @Test func `a link is copied or followed by its number`() throws {
    try present(text: links) { terminal in
      try terminal.wait(forText: "the docs[1]")
      try terminal.send("f")
      try terminal.wait(forText: "2 → Other")
      try terminal.send("1")
      // "https://example.org/docs" in base 64
      try terminal.waitForOutput {
        $0.count(of: "\u{1B}]52;c;aHR0cHM6Ly9leGFtcGxlLm9yZy9kb2Nz\u{1B}\\") == 1
      }
      try terminal.send("f2")
      try terminal.wait(forText: "here")
      try quit(terminal)
    }
  }

  @Test func `no byte of an address or a text reaches the terminal as a control`() throws {
    let text = "# A\n\n[x](<https://example.org/\u{1B}]0;owned\u{7}>) &#27;[31m &#155;2J\n"
    try present(text: text, environment: ["FORCE_HYPERLINK": "1"]) { terminal in
      try terminal.wait(forText: "2J")
      #expect(terminal.log.count(of: "\u{1B}]0;owned") == 0)
      #expect(terminal.log.count(of: "\u{1B}[31m") == 0)
      try quit(terminal)
    }
  }
}
