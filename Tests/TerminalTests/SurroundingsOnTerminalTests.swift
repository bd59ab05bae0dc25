/// Terminals of every kind and size, and machines where something is missing: the slide is shown, or
/// one line says why not.

import Glibc
import TemporaryFiles
import TerminalHarness
import Testing

private let deck = "# First\n\nwords\n\n---\n\n# Second\n\n```demo timeline\n---\ninstead\n```\n"

/// Goes to the second slide, ends the show, and looks whether all is as it was.
private func stepAndQuit(_ show: PseudoTerminal, shows text: String = "2/2") throws {
  try show.send("G")
  try show.wait(forText: text)
  try show.send("q")
  #expect(try show.waitForExit() == .exited(0))
  #expect(try show.modes == show.modesBefore)
}

@Suite(.serialized) struct `Wherever it runs` {
  @Test(arguments: [
    "", "no-such-type", "../../../etc/passwd", "x\u{1B}]0;x\u{7}",
    String(repeating: "x", count: 4000),
    "vt100", "vt220", "linux", "screen", "tmux-256color", "xterm", "xterm-direct", "rxvt",
    "st-256color",
  ])
  func `whatever the terminal is called`(type: String) throws {
    let stage = try Stage()
    let path = stage.folder.write(deck, as: "deck.md")
    let show = try stage.start([path], environment: ["TERM": type])
    try show.wait(forText: "words")
    try stepAndQuit(show)
    #expect(!show.log.text.contains("\u{1B}]0;"))
  }

  @Test(arguments: ["dumb"])
  func `a terminal without a cursor to move is told so`(type: String) throws {
    let stage = try Stage()
    let path = stage.folder.write(deck, as: "deck.md")
    let show = try stage.start([path], environment: ["TERM": type])
    #expect(try show.waitForExit() == .exited(69))
    #expect(show.log.text.contains("lectern dump"))
    #expect(!show.log.bytes.contains(0x1B))
  }

  @Test(arguments: [
    (1, 1), (2, 2), (1, 80), (24, 1), (5, 20), (3, 200), (60, 3), (120, 300), (200, 500),
  ])
  func `whatever size it has, and when that changes`(rows: Int, columns: Int) throws {
    let stage = try Stage()
    let path = stage.folder.write(deck, as: "deck.md")
    let show = try stage.start([path], rows: rows, columns: columns)
    try show.waitForOutput { $0.count(of: "\u{1B}[?1049h") == 1 }
    try show.resize(rows: 24, columns: 80)
    try show.wait { $0.contains("words") && $0.lines[23].contains("1/2") }
    try show.resize(rows: rows, columns: columns)
    try show.resize(rows: 24, columns: 80)
    try stepAndQuit(show)
  }

  @Test(arguments: ["o", "?", "e", "S", "/words", ":2", "b", "x", "v", "z", "t", "G "])
  func `whatever is shown while its size changes like a storm`(keys: String) throws {
    let stage = try Stage()
    let show = try stage.show(deck)
    try show.send(keys)
    for step in 0..<60 { try show.resize(rows: 1 + step * 7 % 60, columns: 1 + step * 13 % 200) }
    try show.resize(rows: 24, columns: 80)
    try show.send("\u{1B}")
    // Esc by itself: the next key is one of its own once the screen has been drawn again.
    try show.wait { $0.lines.count == 24 && !$0.text.isEmpty }
    try show.signal(SIGTERM)
    #expect(try show.waitForExit() == .killed(by: SIGTERM))
    try show.expectLeftAsFound()
  }

  @Test(arguments: [
    ["LANG": "C"], ["LANG": "POSIX"], ["LANG": ""], ["LANG": "xx_YY.UTF-8"], ["LC_ALL": "C"],
    ["LANG": "x\u{1B}]0;x\u{7}"], ["HOME": ""], ["HOME": "/dev/null/x"], ["HOME": "relative"],
    ["XDG_RUNTIME_DIR": "/nonexistent"], ["XDG_RUNTIME_DIR": "/proc"],
    ["XDG_RUNTIME_DIR": "/" + String(repeating: "x", count: 300)],
    ["XDG_RUNTIME_DIR": "\u{1B}]0;x\u{7}"],
    ["XDG_STATE_HOME": "/proc"], ["XDG_STATE_HOME": "/dev/full"], ["XDG_CONFIG_HOME": "/dev"],
    ["LECTERN_CONFIG": "/dev/zero"], ["LECTERN_THEME": "\u{1B}]0;x\u{7}"],
    ["TZ": "../../etc/passwd"], ["TZ": "/dev/tty"], ["TZ": ":../../../dev/zero"],
    ["COLORTERM": "\u{1B}]0;x\u{7}"], ["LINES": "-5", "COLUMNS": "1e9"], ["LINES": "1000000"],
  ])
  func `whatever the environment says`(variables: [String: String]) throws {
    let stage = try Stage()
    let path = stage.folder.write(deck, as: "deck.md")
    let show = try stage.start([path], environment: variables)
    try show.wait(forText: "words")
    try show.send("e")
    try show.wait { !$0.contains("words") }
    try show.send("\u{1B}")
    try show.wait(forText: "words")
    try stepAndQuit(show)
    #expect(!show.log.text.contains("\u{1B}]0;"))
  }

  /// In the shell's words; what is run after them is the show.
  @Test(arguments: [
    "ulimit -n 8", "ulimit -f 0", "ulimit -s 256", "ulimit -v 300000", "ulimit -l 0", "ulimit -u 1",
    "trap '' HUP INT QUIT TERM", "nice -n 19 true",
  ])
  func `whatever there is little of`(scarcity: String) throws {
    let stage = try Stage()
    let path = stage.folder.write(deck, as: "deck.md")
    let line = scarcity + "; exec \(builtProgram(named: "lectern")) \(path)"
    let show = try PseudoTerminal(
      "/bin/sh", ["-c", line], environment: ["HOME": stage.folder.path])
    try show.wait(forText: "words")
    try stepAndQuit(show)
  }

  /// Every thread is to have a stack that no address space has room for.
  @Test(arguments: [
    "tree", "share view=count", "timeline mode=par", "scale", "wait", "gil", "triangle",
  ])
  func `a demo without a screen ends where no thread can be started`(demo: String) throws {
    let line =
      "ulimit -s 100000000000; exec \(builtProgram(named: "lectern")) demo \(demo) --headless"
    let shell = try PseudoTerminal("/bin/sh", ["-c", line])
    #expect(try shell.waitForExit() == .exited(71))
    #expect(shell.log.text.contains("lectern: Resource temporarily unavailable"))
  }

  @Test func `a deck has as many frames as it likes: they are printed one by one`() throws {
    let stage = try Stage()
    let path = stage.folder.write(String(repeating: "a\n\n---\n\n", count: 150), as: "deck.md")
    let dump = "\(builtProgram(named: "lectern")) dump --size 500x200 \(path)"
    let shell = try PseudoTerminal(
      "/bin/sh", ["-c", "ulimit -v 450000; \(dump) | tail -n 1; echo [end]"])
    try shell.wait(forText: "[end]")
    #expect(shell.log.text.contains("150/150"))
  }

  @Test(arguments: [4, 5, 6]) func `too few descriptors are told of as such`(most: Int) throws {
    let stage = try Stage()
    let path = stage.folder.write(deck, as: "deck.md")
    let line = "ulimit -n \(most); exec \(builtProgram(named: "lectern")) \(path)"
    let show = try PseudoTerminal("/bin/sh", ["-c", line])
    #expect(try show.waitForExit() == .exited(71))
    #expect(show.log.text.contains("lectern: the terminal: Too many open files"))
    #expect(try show.modes == show.modesBefore)
  }

  @Test(arguments: [
    ("<&-", 0), ("</dev/null", 0), (">&-", 69), (">/dev/null", 69), ("2>&-", 0), ("| cat", 69),
    ("<&- 2>&-", 0), ("<&- >&- 2>&-", 69), ("0>/dev/tty", 0), ("1</dev/tty", 69),
    ("0>/dev/tty 1</dev/tty", 69),
  ])
  func `whatever its standard files are`(redirection: String, status: Int32) throws {
    let stage = try Stage()
    let path = stage.folder.write(deck, as: "deck.md")
    let line = "\(builtProgram(named: "lectern")) \(path) \(redirection); echo [${PIPESTATUS[0]}]"
    let shell = try PseudoTerminal("/bin/bash", ["-c", line])
    if status == 0 {
      try shell.wait(forText: "words")
      try shell.send("q")
    }
    try shell.wait(forText: "[\(status)]")
    if status != 0 { #expect(!shell.log.text.contains("\u{1B}[?1049h")) }
    #expect(try shell.modes == shell.modesBefore)
  }

  @Test func `signals that whoever started it had blocked`() throws {
    let stage = try Stage()
    let path = stage.folder.write(deck, as: "deck.md")
    let show = try PseudoTerminal(
      "/usr/bin/env", ["--block-signal", builtProgram(named: "lectern"), path])
    try show.wait(forText: "words")
    try show.resize(rows: 10, columns: 40)
    try show.wait { $0.rows == 10 && $0.lines[9].contains("1/") }
    try show.signal(SIGTERM)
    #expect(try show.waitForExit() == .killed(by: SIGTERM))
    #expect(try show.modes == show.modesBefore)
  }

  @Test(arguments: [
    "dump", "linear", "check --json", "themes", "topology", "config --print-default",
  ])
  func `a result that cannot be written is told of, and ends with 74`(command: String) throws {
    let stage = try Stage()
    let path = stage.folder.write(deck, as: "deck.md")
    let takesDeck = ["dump", "linear", "check --json"].contains(command)
    let line = "\(builtProgram(named: "lectern")) \(command) \(takesDeck ? path : "")"
    for (redirection, reason) in [(">/dev/full", "No space left"), (">&-", "Bad file descriptor")] {
      let shell = try PseudoTerminal("/bin/bash", ["-c", line + redirection + "; echo [$?]"])
      let screen = try shell.wait(forText: "[74]")
      #expect(screen.contains("lectern: standard output: \(reason)"))
    }
  }

  @Test(arguments: [
    "topology", "check", "dump", "demo", "themes", "--theme", "--lang", "--frobnicate",
  ])
  func `what a message quotes of the command line drives no terminal`(command: String) throws {
    let evil = "x\u{1B}]0;x\u{7}\u{9B}7h.md"
    let program = try PseudoTerminal(
      builtProgram(named: "lectern"), [command, evil, "/nonexistent"],
      environment: ["HOME": "/dev/null"])
    _ = try program.waitForExit()
    #expect(!program.log.bytes.contains(0x1B) && !program.log.text.contains("\u{9B}"))
  }
}

@Suite(.serialized) struct `Whatever the terminal says` {
  /// Answers to questions of others, late, in pieces or broken, and what a mouse or a paste would send.
  private static let rubbish = [
    "\u{1B}]11;rgb:1414/1818/1f1f\u{7}", "\u{1B}]11;rgb:zz\u{1B}\\", "\u{1B}[?62;22c",
    "\u{1B}[24;80R",
    "\u{1B}P1$r0m\u{1B}\\", "\u{1B}]52;c;cXFx\u{7}", "\u{1B}]0;q\u{1B}\\", "\u{1B}[<0;9999;9999M",
    "\u{1B}[M\u{FF}\u{FF}\u{FF}", "\u{1B}[I\u{1B}[O", "\u{1B}[200~q:!rm\r\u{1B}[201~", "\u{1B}[",
    "\u{1B}]11;", "\u{1B}P", "\u{9B}31m\u{80}\u{0}", "\u{1B}[99999999999999999999;1H",
    "\u{1B}[?2026;2$y",
    "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}[57399u", "\u{1B}[27;5;113~", "\u{1B}\u{1B}\u{1B}", "\u{1B}O",
  ]

  @Test(arguments: rubbish)
  func `ends nothing and leaves nothing behind`(answer: String) throws {
    let stage = try Stage()
    let show = try stage.show(deck)
    try show.send(answer)
    // Whatever was opened by it: two Esc close it, and the show can be driven.
    try show.send("\u{1B}")
    try show.send("\u{1B}")
    try show.signal(SIGWINCH)
    try show.signal(SIGTERM)
    #expect(try show.waitForExit() == .killed(by: SIGTERM))
    try show.expectLeftAsFound()
    #expect(!show.log.text.contains("rm\r"))
  }

  @Test func `random bytes end it by q alone`() throws {
    let stage = try Stage()
    let show = try stage.show(deck)
    var seed: UInt64 = 7
    var text = ""
    for _ in 0..<4000 {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let scalar = Unicode.Scalar(UInt8(truncatingIfNeeded: seed >> 33))
      // Without what quits (q, й in other layouts cannot come out of Latin-1) and what stops.
      if !"qQ\u{3}\u{1A}\u{1C}\u{13}".unicodeScalars.contains(scalar) {
        text.unicodeScalars.append(scalar)
      }
    }
    try show.send(text)
    try show.signal(SIGTERM)
    #expect(try show.waitForExit() == .killed(by: SIGTERM))
    try show.expectLeftAsFound()
  }
}
