/// What the emulator shows of the escape sequences that programs write.

import TerminalHarness
import Testing

/// Runs a line of shell on a terminal of 6 × 24 cells and returns its screen at the end.
private func screen(after script: String) throws -> TerminalScreen {
  let terminal = try shell(script)
  #expect(try terminal.waitForExit() == .exited(0))
  return terminal.screen
}

@Suite struct ScreenTests {
  @Test func `text stands where it was put`() throws {
    let screen = try screen(after: #"printf 'one\n  two\033[4;10Hthree'"#)
    #expect(screen.text == "one\n  two\n\n         three")
    #expect(screen.cursorRow == 3 && screen.cursorColumn == 14)
  }

  @Test func `a wide glyph takes two cells, a combining mark none`() throws {
    let screen = try screen(after: #"printf '日本e\314\201!'"#)
    #expect(screen.text == "日本e\u{301}!")
    #expect((0..<6).map { screen[0, $0].width } == [2, 0, 2, 0, 1, 1])
    #expect(screen[0, 1].glyph == "" && screen[0, 4].glyph == "e\u{301}")
  }

  @Test func `colours come from the palette, from RGB, or are the terminal's own`() throws {
    let script = #"printf '\033[31;48;5;200mred\033[0m own \033[38;2;16;32;48mdeep'"#
    let screen = try screen(after: script)
    let red = screen.cells(of: "red")?.first
    #expect(red?.foreground == .palette(1) && red?.background == .palette(200))
    let own = screen.cells(of: "own")?.first
    #expect(own?.foreground == .standard && own?.background == .standard)
    #expect(screen.cells(of: "deep")?.allSatisfy { $0.foreground == .rgb(16, 32, 48) } == true)
  }

  @Test func `attributes add up and end`() throws {
    let screen = try screen(after: #"printf '\033[1;3;4mall\033[0;7;9mrest\033[0mnone'"#)
    #expect(screen.cells(of: "all")?.first?.attributes == [.bold, .italic, .underlined])
    #expect(screen.cells(of: "rest")?.first?.attributes == [.reversed, .struckThrough])
    #expect(screen.cells(of: "none")?.first?.attributes == [])
  }

  @Test func `leaving the alternate screen brings the shell's words back`() throws {
    let terminal = try shell(
      #"printf 'history'; printf '\033[?1049h\033[?25l\033[2J\033[Hslide'; read key"#
        + #"; printf '\033[?25h\033[?1049l'"#)
    let slide = try terminal.wait(forText: "slide")
    #expect(slide.isAlternate && !slide.isCursorVisible && !slide.contains("history"))
    #expect(terminal.log.privateModesOn == [1049])

    try terminal.send("\n")
    try terminal.waitForExit()
    #expect(!terminal.isAlternateScreen && terminal.isCursorVisible)
    #expect(terminal.screen.contains("history") && !terminal.screen.contains("slide"))
    #expect(terminal.log.privateModesOn == [25])
  }

  @Test func `the log keeps what no screen shows`() throws {
    let terminal = try shell(#"printf '\033[?2026h\033[?2004;1000hx\033[?2026l'"#)
    try terminal.waitForExit()
    #expect(terminal.log.privateModesOn == [1000, 2004])
    #expect(terminal.log.count(of: "\u{1B}[?2026") == 2)
  }

  @Test func `output that leaves no trace on the screen can be awaited`() throws {
    let terminal = try shell(#"printf '\033[?2004h'; read key"#)
    try terminal.waitForOutput { $0.privateModesOn == [2004] }
    #expect(terminal.screen.text == "")
  }

  @Test func `a query is answered`() throws {
    let terminal = try shell(#"stty -icanon -echo; printf '\033[5n'; head -c 4 | od -c"#)
    try terminal.waitForExit()
    #expect(terminal.screen.contains("033   [   0   n"))
  }
}
