/// How programs on a pseudo terminal are started, told things, stopped and ended.

import Glibc
import TerminalHarness
import Testing

@Suite struct ProcessTests {
  @Test(arguments: [ProgramRole.sessionLeader, .job])
  func `an exit status arrives`(role: ProgramRole) throws {
    #expect(try shell("exit 7", role: role).waitForExit() == .exited(7))
  }

  @Test(arguments: [ProgramRole.sessionLeader, .job])
  func `a signal that kills arrives`(role: ProgramRole) throws {
    let terminal = try shell("printf ready; read key", role: role)
    try terminal.wait(forText: "ready")
    try terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == .killed(by: SIGTERM))
  }

  @Test(arguments: [ProgramRole.sessionLeader, .job])
  func `the terminal controls its program`(role: ProgramRole) throws {
    let terminal = try shell("printf ready >/dev/tty; read key", role: role)
    try terminal.wait(forText: "ready")
    try terminal.send("\u{3}")
    #expect(try terminal.waitForExit() == .killed(by: SIGINT))
  }

  @Test(arguments: [ProgramRole.sessionLeader, .job])
  func `closing the terminal hangs the program up`(role: ProgramRole) throws {
    let terminal = try shell("printf ready; exec tail -f /dev/null", role: role)
    try terminal.wait(forText: "ready")
    terminal.hangUp()
    #expect(try terminal.waitForExit() == .killed(by: SIGHUP))
  }

  @Test func `Ctrl-Z stops a job, and it goes on in the foreground`() throws {
    let terminal = try shell(
      #"stty -echo; printf ready; while read word; do printf " got-$word"; done"#, role: .job)
    for turn in ["a", "b"] {
      try terminal.wait(forText: "ready")
      try terminal.send("\u{1A}")
      #expect(try terminal.waitForStop() == SIGTSTP)
      try terminal.resume()
      try terminal.send("\(turn)\n")
      try terminal.wait(forText: "got-\(turn)")
    }
  }

  @Test(arguments: [ProgramRole.sessionLeader, .job])
  func `a new size reaches the program`(role: ProgramRole) throws {
    let terminal = try shell(
      #"trap 'printf "now "; stty size' WINCH; stty size; while :; do read key; done"#, role: role)
    try terminal.wait(forText: "6 24")
    try terminal.resize(rows: 10, columns: 40)
    let screen = try terminal.wait(forText: "now 10 40")
    #expect(screen.rows == 10 && screen.columns == 40)
  }

  @Test func `line settings are seen, also after the end`() throws {
    let terminal = try shell("stty -icanon -echo; printf raw; read key; stty icanon echo")
    try terminal.wait(forText: "raw")
    #expect(try !terminal.modes.isCanonical && !terminal.modes.echoes)
    try terminal.send("\n")
    try terminal.waitForExit()
    #expect(try terminal.modes == terminal.modesBefore)
  }

  @Test func `an arrow is spelled as the keypad mode asks`() throws {
    let terminal = try shell(
      #"stty -icanon -echo; printf '\033[?1hon'; head -c 3 | od -c; printf '\033[?1loff'"#
        + "; head -c 3 | od -c")
    try terminal.wait(forText: "on")
    terminal.press(.up)
    try terminal.wait(forText: "033   O   A")
    try terminal.wait(forText: "off")
    terminal.press(.up)
    try terminal.wait(forText: "033   [   A")
  }

  @Test func `more keys than the program's input holds arrive`() throws {
    let terminal = try shell("stty -icanon -echo; printf ready; head -c 100000 | wc -c")
    try terminal.wait(forText: "ready")
    try terminal.send(String(repeating: "x", count: 100_000))
    try terminal.wait(forText: "100000")
  }

  @Test func `counters grow with work`() throws {
    let terminal = try shell(
      "printf ready; read key; i=0; while [ $i -lt 20000 ]; do i=$((i+1)); done"
        + "; printf done; read key")
    try terminal.wait(forText: "ready")
    let before = try terminal.counters
    try terminal.send("\n")
    try terminal.wait(forText: "done")
    let used = try terminal.counters - before
    #expect(used.cpu > .zero && used.switches > 0 && used.peakMemory > 0 && used.threads == 1)
  }

  @Test func `a program that ends instead says so with its screen`() {
    let error = #expect(throws: HarnessError.self) {
      try shell("printf oops; exit 3").wait(forText: "slide")
    }
    let report = error?.description ?? ""
    #expect(report.contains("ended before “slide”: exit status 3"))
    #expect(report.contains("|oops                    |"))
  }

  @Test func `a deadline that passes shows the screen`() throws {
    let terminal = try shell("printf waiting; read key")
    try terminal.wait(forText: "waiting")
    let error = #expect(throws: HarnessError.self) {
      try terminal.wait(forText: "slide", deadline: .zero)
    }
    #expect(error?.description.contains("|waiting                 |") == true)
  }

  @Test func `a program that is not there cannot be started`() {
    #expect(throws: HarnessError.system(call: "/no/such", code: ENOENT)) {
      try PseudoTerminal("/no/such")
    }
  }
}
