/// Files that are edited between two events of a terminal.

import Glibc
import Screen

/// A terminal on which something is done to the files between two events.
final class EditingTerminal: SuspendableTerminal {
  let size = Size(rows: 12, columns: 60)
  private(set) var frames: [String] = []
  private(set) var grids: [Grid] = []
  private var steps: ArraySlice<() -> TerminalEvent?>
  var watched: [Int32] = []

  init(_ steps: [() -> TerminalEvent?]) { self.steps = steps[...] }

  func next(within patience: Duration?) -> TerminalEvent? {
    if let event = heard(within: .zero) { return event }
    if patience == .zero { return nil }
    guard let step = steps.popFirst() else { return .terminated(signal: 1) }
    return step() ?? heard(within: min(patience ?? .seconds(1), .milliseconds(100)))
  }

  /// Waits as a terminal does: for what is watched, as long as the loop has patience.
  private func heard(within patience: Duration) -> TerminalEvent? {
    var polled = watched.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let wait = Int32(patience.components.attoseconds / 1_000_000_000_000_000) + 1
    let found = poll(&polled, nfds_t(polled.count), patience == .zero ? 0 : wait)
    return found > 0 ? .descriptor(polled[0].fd) : nil
  }

  func show(_ frame: Grid) {
    frames.append(frame.text)
    grids.append(frame)
  }
  func suspend() {}
  func invalidate() {}
  func watch(_ descriptors: [Int32]) { watched = descriptors }
  func copy(_ text: String) {}
}

/// Nobody does anything: the loop's patience ends.
func nothing() -> TerminalEvent? { nil }
