/// A deck that comes through a pipe, keys where standard input is something else, and decks with names
/// that are hardly any.

import Glibc
import TemporaryFiles
import TerminalHarness
import Testing

private let deck = """
  # First

  words

  <!-- include: part.md -->

  ---

  # Last

  end
  """

private let program = builtProgram(named: "lectern")

/// A line of the shell, in the folder of a deck.
private func run(
  _ line: String, _ body: (PseudoTerminal, _ folder: String) throws -> Void
) throws {
  let stage = try Stage()
  stage.folder.write("included\n", as: "part.md")
  stage.folder.write(deck, as: "deck.md")
  let script = "cd '\(stage.folder.path)'; lectern() { '\(program)' \"$@\"; }; \(line)"
  let shell = try stage.start(["-c", script], program: "/bin/bash")
  try withExtendedLifetime(stage) { try body(shell, stage.folder.path) }
}

@Suite(.serialized) struct `A deck through a pipe` {
  @Test func `is presented, with keys from the terminal`() throws {
    try run("cat deck.md | lectern -; echo [$?]") { shell, _ in
      try shell.wait { $0.contains("words") && $0.contains("included") && $0.contains("1/2") }
      try shell.send("rG")
      try shell.wait { $0.contains("end") && $0.contains("2/2") }
      try shell.send("q")
      try shell.wait(forText: "[0]")
      let modes = try shell.modes
      #expect(modes == shell.modesBefore)
    }
  }

  @Test(arguments: ["dump", "linear", "check --json"])
  func `is read by whatever reads decks`(command: String) throws {
    try run("cat deck.md | lectern \(command) -; echo [$?]") { shell, _ in
      try shell.wait(forText: "[0]")
      #expect(shell.log.text.contains(command.hasPrefix("check") ? "\"-\"" : "included"))
    }
  }

  @Test(arguments: [
    ("head -c 16777217 /dev/zero", "-: larger than 16 MiB", 65), ("true", "no slides", 65),
    ("printf '\\377\\376a\\0'", "-: looks like UTF-16", 65),
  ])
  func `is told of where it is none`(source: String, words: String, status: Int) throws {
    try run("\(source) | lectern -; echo [$?]") { shell, _ in
      let screen = try shell.wait(forText: "[\(status)]")
      #expect(screen.contains(words))
      #expect(shell.log.count(of: "\u{1B}[?1049h") == 0)
    }
  }

  @Test func `is nothing for a console`() throws {
    try run("lectern console -; echo [$?]") { shell, _ in
      let screen = try shell.wait(forText: "[64]")
      #expect(screen.contains("standard input: name the file"))
    }
  }

  @Test func `is not where there is nothing`() throws {
    try run("lectern - <&-; echo [$?]") { shell, _ in
      let screen = try shell.wait(forText: "[66]")
      #expect(screen.contains("-: Bad file descriptor"))
    }
  }

  @Test func `and no terminal at all is told so`() throws {
    try run("setsid -w '\(program)' deck.md </dev/null; echo [$?]") { shell, _ in
      let screen = try shell.wait(forText: "[69]")
      #expect(screen.contains("lectern dump"))
    }
  }
}

@Suite(.serialized) struct `A deck's name` {
  /// In the shell's words.
  private static let names = [
    "$'\\xff\\xe9.md'", "$'a\\nb.md'", "$'\\x1b]0;x\\x07\\xc2\\x9b7h.md'", "'%s%n.md'",
    "'$(q)`q`.md'",
    "\(String(repeating: "x", count: 247)).md", "-rf.md", "--help.md", "-",
  ]

  @Test(arguments: names) func `may be any`(name: String) throws {
    let line = "f=./\(name); mv deck.md \"$f\"; lectern \"$f\"; echo [$?]"
    try run(line + "; mv \"$f\" deck.md") { shell, _ in
      try shell.wait { $0.contains("words") && $0.contains("included") }
      try shell.send("rG")
      try shell.wait { $0.contains("end") && $0.contains("2/2") }
      try shell.send("q")
      try shell.wait(forText: "[0]")
      #expect(!shell.log.text.contains("\u{1B}]0;x"))
    }
  }

  @Test func `is heard of when its file is edited, and told in letters where there is none`() throws
  {
    let edit = "(while ! test -e go; do :; done; sed s/words/letters/ $f >t; mv t $f) &"
    let line =
      "f=$'\\xff.md'; mv deck.md $f; \(edit) lectern $f; mv $f deck.md; rm go; lectern $f; echo [$?]"
    try run(line) { shell, folder in
      try shell.wait { $0.contains("words") && $0.contains("included") }
      close(open(folder + "/go", O_CREAT | O_WRONLY, 0o600))
      try shell.wait(forText: "letters")
      try shell.send("q")
      let screen = try shell.wait(forText: "[66]")
      #expect(screen.contains("\\x{ff}.md: No such file"))
    }
  }
}
