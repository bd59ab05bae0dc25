/// The built program on a real pseudo terminal with a real emulator behind it.

import Glibc
import TemporaryFiles
import TerminalHarness
import Testing

private let deck = """
  # Первый слайд

  Слова на нём.

  ---

  # Второй

  - раз
  - два

  ---

  # Демо

  ```demo timeline mode=par tasks=2 work=300ms
  ---
  вместо
  ```
  """

private let triangle = "# Triangle\n\n```demo triangle size=256\n---\ninstead\n```\n"

/// The program presenting a deck; the folder lives as long as the terminal is used.
func present(
  _ options: [String] = [], text: String = deck, rows: Int = 24, columns: Int = 80,
  environment: [String: String] = [:], role: ProgramRole = .sessionLeader,
  _ body: (PseudoTerminal) throws -> Void
) throws {
  let folder = TemporaryFolder()
  let path = folder.write(text, as: "deck.md")
  var own = environment
  own["SWIFT_BACKTRACE"] = "enable=no"
  let terminal = try PseudoTerminal(
    builtProgram(named: "lectern"), [path] + options, rows: rows, columns: columns,
    environment: own, role: role)
  try body(terminal)
}

@Suite(.serialized) struct `The program on a terminal` {
  @Test func `slides are shown and stepped through, and the terminal is left as it was`() throws {
    try present { terminal in
      try terminal.wait { $0.contains("Слова на нём.") && $0.contains("1/3") }
      #expect(terminal.isAlternateScreen)
      #expect(!terminal.isCursorVisible)
      try terminal.send(" ")
      try terminal.wait(forText: "• раз")
      terminal.press(.left)
      try terminal.wait(forText: "Слова на нём.")
      try terminal.send("q")
      #expect(try terminal.waitForExit() == .exited(0))
      try expectRestored(terminal)
    }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGABRT])
  func `a signal ends it as signals do, and the terminal is left as it was`(signal: Int32) throws {
    try present { terminal in
      try terminal.wait(forText: "Слова на нём.")
      try terminal.signal(signal)
      #expect(try terminal.waitForExit() == .killed(by: signal))
      try expectRestored(terminal)
    }
  }

  @Test func `Ctrl-Z gives the terminal to the shell, fg takes it back`() throws {
    try present(role: .job) { terminal in
      try terminal.wait(forText: "Слова на нём.")
      try terminal.send("\u{1A}")
      _ = try terminal.waitForStop()
      #expect(!terminal.isAlternateScreen)
      #expect(try terminal.modes == terminal.modesBefore)
      try terminal.resume()
      try terminal.wait { $0.contains("Слова на нём.") }
      try terminal.send(" ")
      try terminal.wait(forText: "• раз")
      try terminal.send("q")
      #expect(try terminal.waitForExit() == .exited(0))
    }
  }

  @Test func `a new size sets the slide anew at once`() throws {
    try present { terminal in
      try terminal.wait(forText: "Слова на нём.")
      try terminal.resize(rows: 30, columns: 100)
      try terminal.wait { $0.lines.count == 30 && $0.lines[29].contains("1/3") }
      try terminal.resize(rows: 12, columns: 40)
      try terminal.wait { $0.lines.count == 12 && $0.lines[11].contains("1/3") }
      try terminal.send("q")
      _ = try terminal.waitForExit()
    }
  }

  @Test(arguments: ["", "no-such-terminal", "xterm", "vt100", "linux", "screen", "xterm-mono"])
  func `whatever the terminal is called, the slide is shown`(term: String) throws {
    try present(environment: ["TERM": term]) { terminal in
      try terminal.wait(forText: "Слова на нём.")
      try terminal.send("q")
      #expect(try terminal.waitForExit() == .exited(0))
    }
  }

  @Test func `true colour where the terminal says so, none with NO_COLOR`() throws {
    try present(environment: ["COLORTERM": "truecolor"]) { terminal in
      try terminal.wait { $0.contains("Слова на нём.") && $0.contains("1/3") }
      #expect(terminal.screen[10, 10].background == .rgb(0x14, 0x18, 0x1F))
      try terminal.send("q")
      _ = try terminal.waitForExit()
    }
    try present(environment: ["NO_COLOR": "1"]) { terminal in
      try terminal.wait { $0.contains("Слова на нём.") && $0.contains("1/3") }
      #expect(terminal.screen[10, 10].background == .standard)
      try terminal.send("q")
      _ = try terminal.waitForExit()
    }
  }

  @Test func `a computed picture is half blocks in true colour, and braille without colours`()
    throws
  {
    // In the middle of the third layer all three functions agree: all three channels are lit.
    let (row, column) = (12, 20)
    try present(text: triangle, environment: ["COLORTERM": "truecolor"]) { terminal in
      try terminal.wait(forText: "layer by layer")
      try terminal.send("3")
      try terminal.wait { $0[row, column].foreground == .rgb(232, 232, 232) }
      #expect(terminal.screen[row, column].glyph == "▀")
      #expect(terminal.screen[row, column].background == .rgb(232, 232, 232))
      try terminal.send("q")
      _ = try terminal.waitForExit()
    }
    try present(text: triangle, environment: ["NO_COLOR": "1"]) { terminal in
      try terminal.wait(forText: "layer by layer")
      try terminal.send("3")
      let screen = try terminal.wait {
        let scalar = $0[row, column].glyph.unicodeScalars.first?.value ?? 0
        return (0x2800...0x28FF).contains(scalar)
      }
      #expect(screen[row, column].foreground == .standard)
      try terminal.send("q")
      _ = try terminal.waitForExit()
    }
  }

  @Test func `a picture that moves for long keeps its colours`() throws {
    // More pairs of colours than curses has: 65 536, of which every frame takes a thousand or so.
    try present(
      text: triangle, rows: 60, columns: 160, environment: ["COLORTERM": "truecolor"]
    ) { terminal in
      try terminal.wait(forText: "layer by layer")
      try terminal.send("s")
      try terminal.waitForOutput(deadline: .seconds(90)) { $0.bytes.count > 8_000_000 }
      let screen = terminal.screen
      let blocks = (0..<60).flatMap { row in (0..<160).map { screen[row, $0] } }
        .filter { $0.glyph == "▀" }
      #expect(blocks.count > 100)
      // What has no pair is shown in the terminal's own colours.
      #expect(blocks.allSatisfy { $0.foreground != .standard && $0.background != .standard })
      try terminal.send("q")
      _ = try terminal.waitForExit()
    }
  }

  @Test(arguments: ["truecolor", ""])
  func `the ground is painted up to the last cell of the last row`(colors: String) throws {
    try present(environment: ["COLORTERM": colors]) { terminal in
      try terminal.wait { $0.lines[23].contains("1/3") && $0[23, 79].background != .standard }
      #expect(terminal.screen[23, 79].background == terminal.screen[22, 0].background)
      try terminal.send("q")
      _ = try terminal.waitForExit()
    }
  }

  @Test func `without a UTF-8 locale line art is ASCII, letters stay`() throws {
    try present(environment: ["LANG": "C", "LC_ALL": "C"]) { terminal in
      let screen = try terminal.wait { $0.contains("Слова на нём.") && $0.contains("1/3") }
      #expect(screen.contains("----"))
      #expect(!screen.contains("─"))
      try terminal.send("q")
      _ = try terminal.waitForExit()
    }
  }

  @Test func `a locale that only names its character set is taken at its word`() throws {
    let environment = ["LANG": "", "LC_ALL": "", "LC_CTYPE": "UTF-8"]
    try present(environment: environment) { terminal in
      let screen = try terminal.wait { $0.contains("Слова на нём.") && $0.contains("1/3") }
      #expect(screen.contains("──"))
      try terminal.send("q")
      _ = try terminal.waitForExit()
    }
  }

  @Test func `a demo runs, is judged, and its threads end with the slide`() throws {
    try present(["--from", "3", "--lang", "ru"]) { terminal in
      try terminal.wait(forText: "пробел — пуск")
      try terminal.send(" ")
      try terminal.wait(for: "a verdict", deadline: .seconds(60)) { $0.contains("готово") }
      terminal.press(.left)
      try terminal.wait(forText: "• раз")
      try terminal.send("q")
      #expect(try terminal.waitForExit() == .exited(0))
      try expectRestored(terminal)
    }
  }

  /// Alternate screen left, cursor on, tty modes as before.
  private func expectRestored(_ terminal: PseudoTerminal) throws {
    #expect(!terminal.isAlternateScreen)
    #expect(terminal.isCursorVisible)
    #expect(try terminal.modes == terminal.modesBefore)
  }
}
