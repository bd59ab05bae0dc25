/// However a show ends, and whatever it is doing at that moment: the terminal is as it was found and
/// no process is left.

import Glibc
import TemporaryFiles
import TerminalHarness
import Testing

private let deck = """
  # First

  words

  ---

  # Demo

  ```demo gil engine=python time=2s
  ---
  instead
  ```

  ---

  # Last

  end
  """

/// What the show does when it happens.
enum Business: CaseIterable, CustomTestStringConvertible {
  case waiting, running, heard

  var testDescription: String {
    switch self {
    case .waiting: "a slide"
    case .running: "a demo that runs"
    case .heard: "a console that listens"
    }
  }
}

@Suite(.serialized) struct `However it ends` {
  private static let deadly: [(Business, Int32)] =
    [
      SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU, SIGSEGV, SIGABRT, SIGILL, SIGBUS, SIGFPE, SIGTRAP,
      SIGSYS,
    ].map { (.waiting, $0) }
    + [SIGTERM, SIGHUP, SIGSEGV, SIGABRT].map { (.running, $0) }
    + [SIGINT, SIGSEGV].map { (.heard, $0) }

  @Test(arguments: deadly)
  func `a signal ends the show as signals do and nothing is left behind`(
    business: Business, signal: Int32
  ) throws {
    let hall = try Stage()
    let show = try hall.show(deck)
    let console = try hall.begin(business, show)
    let family = family(of: show.process)
    try show.signal(signal)
    #expect(try show.waitForExit() == .killed(by: signal))
    try show.expectLeftAsFound()
    try waitForEnd(of: family)
    // A crash leaves its socket to whoever finds it.
    if [SIGINT, SIGTERM, SIGHUP, SIGQUIT].contains(signal) { #expect(hall.sockets.isEmpty) }
    guard let console else { return }
    try console.send("q")
    #expect(try console.waitForExit() == .exited(0))
    try console.expectLeftAsFound()
  }

  private static let harmless = [
    SIGPIPE, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO, SIGPWR, SIGXFSZ, SIGURG, SIGCHLD,
    SIGWINCH, 40, 64,
  ]

  @Test(arguments: Business.allCases)
  func `signals that nobody sends on purpose change nothing`(business: Business) throws {
    let hall = try Stage()
    let show = try hall.show(deck)
    let console = try hall.begin(business, show)
    for signal in Self.harmless { try show.signal(signal) }
    try show.send("G")
    try show.wait(forText: "end")
    try show.send("q")
    #expect(try show.waitForExit() == .exited(0))
    try show.expectLeftAsFound()
    _ = console
  }

  @Test func `several at once end it once`() throws {
    let show = try Stage().show(deck)
    for signal in [SIGTERM, SIGHUP, SIGINT] { kill(show.process, signal) }
    guard case .killed = try show.waitForExit() else {
      Issue.record("not by a signal")
      return
    }
    try show.expectLeftAsFound()
    #expect(show.log.count(of: "\u{1B}[?1049l") == 1)
  }

  @Test func `many at once have asked once, and the socket goes with the show`() throws {
    for _ in 0..<5 {
      let hall = try Stage()
      let show = try hall.show(deck)
      for signal in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] { kill(show.process, signal) }
      guard case .killed = try show.waitForExit() else {
        Issue.record("not by a signal")
        return
      }
      try show.expectLeftAsFound()
      #expect(hall.sockets.isEmpty)
    }
  }

  /// In the first milliseconds the modes are set one after another.
  @Test func `at any moment of its start`() throws {
    let folder = TemporaryFolder()
    let path = folder.write(deck, as: "deck.md")
    for step in 0..<10 {
      let show = try PseudoTerminal(builtProgram(named: "lectern"), [path])
      // So many bytes into its output, and before there are any.
      if step > 0 { try show.waitForOutput { $0.bytes.count > step * 40 } }
      try show.signal(SIGTERM)
      #expect(try show.waitForExit() == .killed(by: SIGTERM))
      try show.expectLeftAsFound()
    }
  }

  @Test(arguments: [Business.waiting, .running])
  func `a terminal that is gone ends it, and its children`(business: Business) throws {
    let hall = try Stage()
    let show = try hall.show(deck)
    _ = try hall.begin(business, show)
    let family = family(of: show.process)
    show.hangUp()
    #expect(try show.waitForExit() == .killed(by: SIGHUP))
    try waitForEnd(of: family)
  }

  @Test func `stopped and continued five times, in other sizes, it goes on`() throws {
    let hall = try Stage()
    let show = try hall.show(deck, role: .job)
    for columns in [80, 60, 100, 40, 80] {
      try show.signal(SIGTSTP)
      #expect(try show.waitForStop() == SIGTSTP)
      try show.expectLeftAsFound()
      try show.resize(rows: 24, columns: columns)
      try show.resume()
      try show.wait { $0.isAlternate && $0.contains("words") && $0.lines[23].contains("1/3") }
    }
    try show.send("q")
    #expect(try show.waitForExit() == .exited(0))
  }

  /// As a shell does it that kills a stopped job: the terminal is the shell's.
  @Test(arguments: [SIGTERM, SIGHUP])
  func `a stopped show ends without the terminal`(signal: Int32) throws {
    let show = try Stage().show(deck, role: .job)
    try show.signal(SIGTSTP)
    #expect(try show.waitForStop() == SIGTSTP)
    try show.signal(signal)
    try show.signal(SIGCONT)
    let limit = ContinuousClock.now + PseudoTerminal.patience
    while !hasEnded(show.process), ContinuousClock.now < limit { sched_yield() }
    #expect(hasEnded(show.process))
    // The shell looks what has become of it.
    try show.resume()
    #expect(try show.waitForExit() == .killed(by: signal))
    try show.expectLeftAsFound()
  }

  /// Whether nothing is left of a process but its status (proc(5)).
  private func hasEnded(_ process: pid_t) -> Bool {
    guard let file = fopen("/proc/\(process)/stat", "r") else { return true }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 512)
    guard fgets(&line, 512, file) != nil else { return true }
    return line.contains { $0 == 0x29 } && line.drop { $0 != 0x29 }.dropFirst(2).first == 0x5A
  }

  /// A terminal that takes nothing holds up the loop like any fault would that makes it stand still.
  @Test(arguments: ["Ctrl-C", "SIGTERM", "one SIGTERM"])
  func `a show that is held up can be ended all the same`(how: String) throws {
    let stage = try Stage()
    let text = "# First\n\nwords\n\n" + String(repeating: "日本語 ", count: 1700)
    let show = try stage.start(
      [stage.folder.write(text, as: "deck.md")], rows: 60, columns: 200)
    try show.wait(forText: "words")
    try show.send(String(repeating: "\u{0C}", count: 1000))
    if how == "SIGTERM" {
      let limit = ContinuousClock.now + PseudoTerminal.patience
      while isThere(show.process), ContinuousClock.now < limit {
        try show.signal(SIGTERM)
        sched_yield()
      }
    } else if how == "one SIGTERM" {
      try show.signal(SIGTERM)
    } else {
      let limit = ContinuousClock.now + PseudoTerminal.patience
      while try !show.modes.raisesSignals, ContinuousClock.now < limit { sched_yield() }
      try show.send("\u{3}")
    }
    #expect(try show.waitForExit() == .killed(by: how == "Ctrl-C" ? SIGINT : SIGTERM))
    try show.expectLeftAsFound()
  }

  /// Its first byte cannot go out: what was asked for then is done all the same.
  @Test func `a show on a terminal that has taken nothing yet can be ended`() throws {
    let stage = try Stage()
    let path = stage.folder.write(deck, as: "deck.md")
    let line = "read x; exec \(builtProgram(named: "lectern")) \(path)"
    let show = try stage.start(["-c", line], program: "/bin/sh")
    let terminal = open("/proc/\(show.process)/fd/0", O_RDWR | O_NOCTTY)
    defer { close(terminal) }
    try #require(tcflow(terminal, TCOOFF) == 0)
    try show.send("\n")
    let limit = ContinuousClock.now + PseudoTerminal.patience
    while try show.modes == show.modesBefore, ContinuousClock.now < limit { sched_yield() }
    try show.signal(SIGTERM)
    #expect(try show.waitForExit() == .killed(by: SIGTERM))
    #expect(try show.modes == show.modesBefore)
    #expect(show.log.bytes.isEmpty)
  }

  @Test(arguments: [SIGKILL, SIGSTOP])
  func `a console that dies or hangs does not hold up the show`(signal: Int32) throws {
    let hall = try Stage()
    let show = try hall.show(deck)
    let console = try #require(try hall.begin(.heard, show))
    try console.signal(signal)
    for _ in 0..<200 { try show.send("G1G") }
    try show.send("G")
    try show.wait(forText: "end")
    try show.send("q")
    #expect(try show.waitForExit() == .exited(0))
  }
}

/// The processes that a process has started and those that they have.
private func family(of process: pid_t) -> [pid_t] {
  let path = "/proc/\(process)/task/\(process)/children"
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 4096)
  guard fgets(&line, Int32(line.count), file) != nil else { return [] }
  let children = String(
    decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self
  )
  .split(separator: " ").compactMap { pid_t($0) }
  return children + children.flatMap(family)
}

/// Orphans end a moment after the one whose children they were.
private func waitForEnd(of processes: [pid_t]) throws {
  let limit = ContinuousClock.now + PseudoTerminal.patience
  for process in processes {
    while isThere(process), ContinuousClock.now < limit { sched_yield() }
    #expect(!isThere(process), "\(process) is still there")
  }
}

/// One that has ended and is not waited for yet counts as gone.
private func isThere(_ process: pid_t) -> Bool {
  guard kill(process, 0) == 0, let file = fopen("/proc/\(process)/stat", "r") else { return false }
  defer { fclose(file) }
  var line = [CChar](repeating: 0, count: 512)
  guard fgets(&line, Int32(line.count), file) != nil else { return false }
  let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  return text.split(separator: ")").last?.hasPrefix(" Z") != true
}
