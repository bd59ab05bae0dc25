/// A deck, a show of it, its consoles, and the folders they share.

import Glibc
import TemporaryFiles
import TerminalHarness
import Testing

final class Stage {
  let folder: TemporaryFolder
  private let runtime: String

  init() throws {
    folder = TemporaryFolder()
    runtime = folder.path + "/run"
    folder.makeFolder("run", mode: 0o700)
  }

  /// Starts the program, or another one, on a terminal of its own.
  func start(
    _ arguments: [String], program: String = builtProgram(named: "lectern"), rows: Int = 24,
    columns: Int = 80, environment: [String: String] = [:],
    role: ProgramRole = .sessionLeader
  ) throws -> PseudoTerminal {
    let own = [
      "XDG_RUNTIME_DIR": runtime, "XDG_STATE_HOME": folder.path + "/state", "HOME": folder.path,
    ]
    return try PseudoTerminal(
      program, arguments, rows: rows, columns: columns,
      environment: own.merging(environment) { $1 },
      role: role)
  }

  /// Where shows wait for consoles.
  var sockets: [String] {
    folder.names(in: "run/lectern").filter { $0.hasSuffix(".sock") }
  }

  /// A show of a deck whose first slide says "words".
  func show(_ deck: String, role: ProgramRole = .sessionLeader) throws -> PseudoTerminal {
    let show = try start([folder.write(deck, as: "deck.md")], role: role)
    try show.wait(forText: "words")
    return show
  }

  /// Brings a show to what it is to do; returns the console, if that is it.
  func begin(_ business: Business, _ show: PseudoTerminal) throws -> PseudoTerminal? {
    switch business {
    case .waiting: return nil
    case .running:
      try show.send("2G")
      try show.wait(forText: "Space start")
      try show.send(" ")
      try show.wait(forText: "running")
      return nil
    case .heard:
      let console = try start(["console"])
      try console.wait(forText: "words")
      return console
    }
  }
}

extension PseudoTerminal {
  /// Alternate screen left, cursor on, no mode left on but those that are on anyway (7: lines wrap,
  /// 25: the cursor), tty modes as before.
  func expectLeftAsFound() throws {
    #expect(!isAlternateScreen)
    #expect(isCursorVisible)
    #expect(log.privateModesOn.subtracting([7, 25]).isEmpty, "\(log.privateModesOn)")
    #expect(try modes == modesBefore)
  }
}
