/// Waiting on a pseudo terminal: for a picture, a stop, an end. Nothing here sleeps.

import Glibc

extension PseudoTerminal {
  /// Takes in output until the screen is as wanted, and returns that screen.
  ///
  /// Throws at once when the program ends with another picture, and when the deadline passes.
  @discardableResult
  package func wait(
    for wanted: String = "the awaited screen", deadline: Duration = patience,
    until holds: (TerminalScreen) -> Bool
  ) throws(HarnessError) -> TerminalScreen {
    var picture = screen
    try listen(for: wanted, deadline: deadline) {
      picture = screen
      return holds(picture)
    }
    return picture
  }

  /// Takes in output until a row of the screen holds this text.
  @discardableResult
  package func wait(
    forText text: String, deadline: Duration = patience
  ) throws(HarnessError) -> TerminalScreen {
    try wait(for: "“\(text)”", deadline: deadline) { $0.contains(text) }
  }

  /// Takes in output until the log is as wanted, for what no emulator shows.
  package func waitForOutput(
    _ wanted: String = "the awaited output", deadline: Duration = patience,
    until holds: (OutputLog) -> Bool
  ) throws(HarnessError) {
    try listen(for: wanted, deadline: deadline) { holds(log) }
  }

  /// Waits for the end of the program; its last output is on the screen then.
  @discardableResult
  package func waitForExit(deadline: Duration = patience) throws(HarnessError) -> ProcessEnd {
    var end = ProcessEnd.exited(0)
    try listen(for: "the end of the program", deadline: deadline) {
      guard let found = state.end else { return false }
      end = found
      return true
    }
    return end
  }

  /// Waits until a `.job` is stopped, and returns the signal that did it.
  @discardableResult
  package func waitForStop(deadline: Duration = patience) throws(HarnessError) -> Int32 {
    var number: Int32 = 0
    try listen(for: "a stop", deadline: deadline) {
      guard case .stopped(let signal) = state else { return false }
      number = signal
      return true
    }
    return number
  }

  /// Writes what was typed, taking in output when the program's input is full.
  package func send(_ keys: String, deadline: Duration = patience) throws(HarnessError) {
    var rest = ArraySlice(keys.utf8)
    let limit = ContinuousClock.now + deadline
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(ends.master.number, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EAGAIN && errno != EINTR {
        throw .failed("write to the terminal")
      } else if ContinuousClock.now >= limit {
        throw .missed("room in the program's input", within: deadline, state, screen)
      } else {
        ends.master.awaitRoom(for: limit - .now)
        takeOutput()
      }
    }
  }

  /// Presses a key, with the bytes that its keypad mode asks for.
  package func press(_ key: TerminalKey) {
    takeOutput()
    emulator.type(key)
    reply()
  }

  private func listen(
    for wanted: String, deadline: Duration, _ holds: () -> Bool
  ) throws(HarnessError) {
    let limit = ContinuousClock.now + deadline
    while true {
      // The news first: what a program wrote before it ended is then among the output.
      takeNews()
      takeOutput()
      if holds() { return }
      if let end = state.end { throw .ended(before: wanted, end, screen) }
      let rest = limit - ContinuousClock.now
      if rest <= .zero { throw .missed(wanted, within: deadline, state, screen) }
      Descriptor.awaitInput(on: [ends.master, watch.bell], for: rest)
    }
  }
}
