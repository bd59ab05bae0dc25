/// A scripted terminal that keeps every frame: the twin of the real one.

package final class InMemoryTerminal: SuspendableTerminal {
  package private(set) var size: Size
  package private(set) var frames: [Grid] = []
  package private(set) var suspensions = 0
  private var script: ArraySlice<TerminalEvent>

  package init(size: Size, script: [TerminalEvent]) {
    self.size = size
    self.script = script[...]
  }

  /// The next line of the script; when it has run out the terminal is gone, so that no test hangs.
  /// Every event comes alone, so that each makes a frame.
  package func next(within patience: Duration?) -> TerminalEvent? {
    if patience == .zero { return nil }
    let event = script.popFirst() ?? .terminated(signal: 1)
    if case .resized(let newer) = event { size = newer }
    return event
  }

  package func show(_ frame: Grid) { frames.append(frame) }
  package func suspend() { suspensions += 1 }
  package func invalidate() {}
  package private(set) var questions = 0
  package func askGround() { questions += 1 }
  package private(set) var watched: [Int32] = []
  package func watch(_ descriptors: [Int32]) { watched = descriptors }
  package private(set) var clipboard: String?
  package func copy(_ text: String) { clipboard = text }
}
