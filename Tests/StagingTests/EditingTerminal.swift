/// A terminal between two events of which files are edited.

import Glibc
import Machine
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
    let end = MonotonicClock.now + Self.nanoseconds(patience ?? .seconds(3600))
    repeat {
      let left = stepEnd > MonotonicClock.now ? stepEnd - MonotonicClock.now : 0
      let most = end > MonotonicClock.now ? end - MonotonicClock.now : 0
      if let event = heard(within: min(left, most)) {
        stepEnd = 0
        return event
      }
      if patience == .zero || MonotonicClock.now < stepEnd { continue }
      guard let step = steps.popFirst() else { return .terminated(signal: 1) }
      if let event = step() { return event }
      stepEnd = MonotonicClock.now + Self.stepTime
    } while MonotonicClock.now < end
    return nil
  }

  /// Until when a step that does nothing to the terminal lasts, if nothing is heard of it: as long as
  /// it does, however often the loop looks at the clock.
  private var stepEnd: UInt64 = 0
  private static let stepTime: UInt64 = 100_000_000

  private static func nanoseconds(_ duration: Duration) -> UInt64 {
    UInt64(duration / .nanoseconds(1))
  }

  /// Waits as a terminal does: for what is watched, as long as the loop has patience.
  private func heard(within patience: UInt64) -> TerminalEvent? {
    var polled = watched.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let found = poll(&polled, nfds_t(polled.count), Int32((patience + 999_999) / 1_000_000))
    return found > 0 ? polled.first { $0.revents != 0 }.map { .descriptor($0.fd) } : nil
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
