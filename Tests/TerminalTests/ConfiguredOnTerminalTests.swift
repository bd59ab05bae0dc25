/// The built program with a configuration, with themes, and with a terminal that answers questions.

import Glibc
import TemporaryFiles
import TerminalHarness
import Testing

private let deck =
  "# Первый слайд\n\nСлова на нём.\n\n---\n\n# Второй\n\n- там\n\n---\n\n# Третий\n"

/// Runs a command to its end; its output as the emulator shows it.
private func output(
  _ arguments: [String], environment: [String: String] = [:]
) throws -> (text: String, end: ProcessEnd) {
  var text = ""
  let terminal = try PseudoTerminal(
    builtProgram(named: "lectern"), arguments, rows: 60, columns: 120, environment: environment)
  let end = try terminal.waitForExit()
  text = terminal.screen.lines.joined(separator: "\n")
  return (text, end)
}

@Suite(.serialized) struct `The program with a configuration` {
  /// A folder with a configuration, as `XDG_CONFIG_HOME` names it.
  private func configured(
    _ text: String, _ body: (TemporaryFolder, [String: String]) throws -> Void
  ) throws {
    let folder = TemporaryFolder()
    let path = folder.write(text, as: "config.yaml")
    try body(folder, ["LECTERN_CONFIG": path])
  }

  @Test func `keys, theme and language are those of the file`() throws {
    try configured("theme: paper\nlang: ru\nkeys: {next: [x], first: [\"g g\", home]}\n") {
      folder, environment in
      let own = environment.merging(["COLORTERM": "truecolor"]) { $1 }
      try present(text: deck, environment: own) { terminal in
        try terminal.wait { $0.contains("Слова на нём.") && $0.contains("1/3") }
        #expect(terminal.screen[10, 10].background == .rgb(0xF6, 0xF1, 0xE4))
        try terminal.send("xx")
        try terminal.wait(forText: "3/3")
        try terminal.send("g")
        try terminal.wait(forText: "g …")
        try terminal.send("g")
        try terminal.wait(forText: "1/3")
        try terminal.send("?")
        try terminal.wait { $0.contains("Клавиши") && $0.contains("g g") }
        try terminal.send("qq")
        #expect(try terminal.waitForExit() == .exited(0))
      }
    }
  }

  @Test func `an option comes before the file, the file before what is built in`() throws {
    try configured("theme: paper\nascii: true\n") { _, environment in
      let own = environment.merging(["COLORTERM": "truecolor"]) { $1 }
      try present(["--theme", "dark", "--no-ascii"], text: deck, environment: own) { terminal in
        let screen = try terminal.wait { $0.contains("Слова на нём.") && $0.contains("1/3") }
        #expect(screen[10, 10].background == .rgb(0x14, 0x18, 0x1F))
        #expect(screen.contains("──"))
        try terminal.send("q")
        _ = try terminal.waitForExit()
      }
    }
  }

  @Test func `what is wrong is a quiet remark and a list, the talk goes on`() throws {
    try configured("lang: en\nthme: dark\ntimer: lef\n") { _, environment in
      try present(text: deck, columns: 160, environment: environment) { terminal in
        try terminal.wait {
          $0.contains("Слова") && $0.contains("2 remarks on the configuration: e")
        }
        try terminal.send("e")
        try terminal.wait {
          $0.contains("config.yaml:2:1: warning") && $0.contains("did you mean theme?")
        }
        try terminal.send("e ")
        try terminal.wait(forText: "2/3")
        try terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
      }
    }
  }

  @Test func `an edit of it holds at once, a broken one does not`() throws {
    try configured("theme: paper\nlang: en\n") { folder, environment in
      let own = environment.merging(["COLORTERM": "truecolor"]) { $1 }
      try present(text: deck, environment: own) { terminal in
        try terminal.wait { $0.contains("Слова на нём.") && $0.contains("1/3") }
        folder.write("theme: dark\nlang: en\nkeys: {next: [w]}\n", as: "config.yaml")
        try terminal.wait { $0[10, 10].background == .rgb(0x14, 0x18, 0x1F) }
        try terminal.send("w")
        try terminal.wait(forText: "2/3")
        folder.write("thme: paper\n", as: "config.yaml")
        try terminal.wait(forText: "old settings hold, 1 remark on the new ones: e")
        #expect(terminal.screen[10, 10].background == .rgb(0x14, 0x18, 0x1F))
        try terminal.send("w")
        try terminal.wait(forText: "3/3")
        try terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
      }
    }
  }

  @Test func `a language nobody knows is told of, and the talk begins`() throws {
    try present(text: deck, environment: ["LECTERN_LANG": "klingon"]) { terminal in
      try terminal.wait(forText: "1/3")
      try terminal.send("e")
      try terminal.wait { $0.contains("LECTERN_LANG") && $0.contains("klingon") }
      try terminal.send("qq")
      #expect(try terminal.waitForExit() == .exited(0))
    }
  }

  @Test func `only strictly is it a reason not to begin`() throws {
    try configured("thme: dark\n") { folder, environment in
      let path = folder.write(deck, as: "deck.md")
      let (text, end) = try output([path, "--strict-config"], environment: environment)
      #expect(end == .exited(78))
      #expect(text.contains("did you mean theme?"))
      let checked = try output(["config", "--check"], environment: environment)
      #expect(checked.end == .exited(78))
    }
    try configured("theme: dark\n") { _, environment in
      let (silence, end) = try output(["config", "--check"], environment: environment)
      #expect(silence.split(separator: "\n").isEmpty && end == .exited(0))
    }
  }

  @Test func `a theme that there is not is told of before anything is shown`() throws {
    let (text, end) = try output(["tour", "--theme", "midnigt"])
    #expect(end == .exited(64))
    #expect(text.contains("did you mean midnight?"))
  }

  @Test(arguments: ["xterm-256color", "xterm-16color", "linux", "vt100"])
  func `themes are shown on terminals with few colours, too`(term: String) throws {
    for theme in ["high-contrast", "amber", "terminal", "mono"] {
      try present(["--theme", theme], text: deck, environment: ["TERM": term]) { terminal in
        try terminal.wait { $0.contains("Слова на нём.") && $0.contains("1/3") }
        try terminal.send("q")
        #expect(try terminal.waitForExit() == .exited(0))
      }
    }
  }
}

@Suite(.serialized) struct `A terminal that answers` {
  private let question = "\u{1B}]11;?"

  @Test func `it is asked for its ground after the first slide, and only if nobody chose`() throws {
    try present(text: deck) { terminal in
      try terminal.waitForOutput { $0.text.contains(question) }
      let text = terminal.log.text
      let slide = try #require(text.firstRange(of: "Слова"))
      let asked = try #require(text.firstRange(of: question))
      #expect(slide.lowerBound < asked.lowerBound)
      try terminal.send("q")
      _ = try terminal.waitForExit()
    }
    for (options, environment) in [
      (["--theme", "dark"], [:]), (["--mono"], [:]), ([], ["COLORFGBG": "15;0"]),
      ([], ["TERM": "linux"]), ([], ["NO_COLOR": "1"]),
    ] {
      try present(options, text: deck, environment: environment) { terminal in
        try terminal.wait { $0.contains("Слова на нём.") && $0.contains("1/3") }
        try terminal.send("q")
        _ = try terminal.waitForExit()
        #expect(!terminal.log.text.contains(question))
      }
    }
  }

  @Test(arguments: [
    ["\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\"],
    ["\u{1B}]11;rgb:ff", "ff/ffff/ffff\u{07}"],
    ["\u{1B}]11;rgb:1414/1818/1f1f\u{1B}", "\\"],
  ])
  func `its answer is no key, whole and in pieces, early and late`(pieces: [String]) throws {
    try present(text: deck) { terminal in
      try terminal.waitForOutput { $0.text.contains(question) }
      for piece in pieces { try terminal.send(piece) }
      // `r`, `g` and `b` of it would read again, go to the start and blank the screen.
      try terminal.send(" ")
      try terminal.wait(forText: "2/3")
      #expect(terminal.screen.contains("• там"))
      try terminal.send("q")
      #expect(try terminal.waitForExit() == .exited(0))
    }
  }

  @Test func `Esc is a key while the answer is waited for`() throws {
    try present(text: deck) { terminal in
      try terminal.waitForOutput { $0.text.contains(question) }
      try terminal.send("?")
      try terminal.wait(forText: "Keys")
      try terminal.send("\u{1B}")
      try terminal.wait(forText: "Слова на нём.")
      try terminal.send("q")
      #expect(try terminal.waitForExit() == .exited(0))
    }
  }
}
