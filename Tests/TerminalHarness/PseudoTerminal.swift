/// A program on a pseudo terminal, with an emulator at the other end.

import Glibc

package final class PseudoTerminal {
  /// How long a scenario waits for what must come: far longer than any healthy program takes.
  package static let patience = Duration.seconds(10)

  /// The moment just before the program was started.
  package let start: ContinuousClock.Instant
  /// The line settings before the program was started.
  package let modesBefore: TerminalModes
  package private(set) var log = OutputLog()
  package private(set) var state = ProcessState.running

  let ends: PtyPair
  let emulator: Emulator
  let watch: any ProgramWatch
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 65_536, alignment: 1)

  /// Starts a program, given by its path, on a terminal of its own.
  ///
  /// Its environment is `plainEnvironment` with the given changes.
  package init(
    _ program: String, _ arguments: [String] = [], rows: Int = 24, columns: Int = 80,
    environment: [String: String] = [:], folder: String = "/", role: ProgramRole = .sessionLeader
  ) throws(HarnessError) {
    guard access(program, X_OK) == 0 else { throw .failed(program) }
    let launch = ProgramLaunch(
      program: program, arguments: arguments,
      environment: Self.plainEnvironment.merging(environment) { $1 }, folder: folder)
    ends = try PtyPair(rows: rows, columns: columns)
    emulator = try Emulator(rows: rows, columns: columns)
    modesBefore = try ends.modes()
    start = .now
    watch =
      switch role {
      case .sessionLeader: try SessionLeader(launch, on: ends.slavePath)
      case .job: try ShellJob(launch, on: ends.slavePath)
      }
  }

  deinit {
    watch.finish()
    buffer.deallocate()
  }

  /// The same on every machine, but for where programs are found, and what sanitizers are told: what they
  /// are to find in tests they are to find in programs that tests start.
  package static var plainEnvironment: [String: String] {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    var inherited: [String: String] = [:]
    for name in ["ASAN_OPTIONS", "LSAN_OPTIONS", "TSAN_OPTIONS"] {
      inherited[name] = getenv(name).map { String(cString: $0) }
    }
    let own = [
      "PATH": path, "HOME": "/", "TERM": "xterm-256color", "LANG": "C.UTF-8",
      // The backtracer would hold the terminal open for minutes after a crash.
      "SWIFT_BACKTRACE": "enable=no",
    ]
    return own.merging(inherited) { $1 }
  }

  package var process: Int32 { watch.process }

  /// The screen as far as output has been taken in; `wait` is what takes it in.
  package var screen: TerminalScreen { emulator.picture() }

  package var isAlternateScreen: Bool { emulator.isAlternate }
  package var isCursorVisible: Bool { emulator.isCursorVisible }

  /// The line settings now; they can be read after the program has ended, too.
  package var modes: TerminalModes {
    get throws(HarnessError) { try ends.modes() }
  }

  package var counters: ProcessCounters {
    get throws(HarnessError) { try ProcessCounters(of: process) }
  }

  package func resize(rows: Int, columns: Int) throws(HarnessError) {
    takeOutput()
    emulator.resize(rows: rows, columns: columns)
    try ends.resize(rows: rows, columns: columns)
  }

  package func signal(_ number: Int32) throws(HarnessError) {
    if let end = state.end { throw .ended(before: "signal \(number)", end, screen) }
    guard kill(process, number) == 0 else { throw .failed("kill") }
  }

  /// Closes the terminal, as when its window is closed: the program gets SIGHUP, its terminal is
  /// gone. Afterwards only `waitForExit` makes sense.
  package func hangUp() {
    takeOutput()
    ends.master.close()
    watch.hangUp()
  }

  /// Continues a stopped program in the foreground, as the shell's `fg` does.
  package func resume() throws(HarnessError) {
    state = .running
    try watch.resume()
  }

  /// Takes everything that has been written so far; true if there was something.
  @discardableResult
  func takeOutput() -> Bool {
    var found = false
    while let bytes = readOnce() {
      found = true
      emulator.feed(bytes)
      // What does not fit into the program's input is lost, as on a real terminal.
      reply()
    }
    return found
  }

  /// One read of what the program wrote, logged but not shown yet.
  func readOnce() -> UnsafeRawBufferPointer? {
    guard ends.master.number >= 0 else { return nil }
    let bytes = ends.master.read(into: buffer)
    if bytes.isEmpty { return nil }
    log.append(bytes)
    return bytes
  }

  /// Sends the program what the emulator answers.
  func reply() {
    let replies = emulator.takeReplies()
    if !replies.isEmpty { _ = write(ends.master.number, replies, replies.count) }
  }

  /// Learns whether the program has stopped or ended.
  func takeNews() {
    if let news = watch.takeNews() { state = news }
  }
}
