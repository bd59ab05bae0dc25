/// Files that are edited between two events of a terminal.

import Glibc
import Screen

/// A folder of its own that is gone with its test.
final class Folder {
  let path: String

  init() {
    var name = Array("/tmp/lectern-XXXXXX".utf8CString)
    path = String(cString: mkdtemp(&name))
  }

  deinit {
    for file in [
      "a.md", "b.md", "new", "inner/c.md", "p.png", "lectern/config.yaml",
      "lectern/themes/mine.yaml",
    ] {
      remove(path + "/" + file)
    }
    for folder in ["inner", "lectern/themes", "lectern"] { rmdir(path + "/" + folder) }
    rmdir(path)
  }

  func file(_ name: String) -> String { path + "/" + name }

  func write(_ text: String, to name: String) {
    let file = fopen(self.file(name), "w")
    fputs(text, file)
    fclose(file)
  }

  /// As most editors save.
  func replace(_ name: String, by text: String) {
    write(text, to: "new")
    rename(file("new"), file(name))
  }
}

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
