/// The device: something of a size that can be heard and shown to.

package enum TerminalEvent: Equatable, Sendable {
  case key(Key)
  case mouse(Mouse)
  /// Text from the clipboard, without control characters: none of it was typed.
  case pasted(String)
  case resized(Size)
  /// The process was asked to end (SIGTERM, SIGHUP, SIGINT from outside, or the terminal is gone).
  case terminated(signal: Int32)
  /// The process was asked to stop (SIGTSTP from outside).
  case stopRequested
  /// The terminal has told what colour its ground has (0xRRGGBB).
  case ground(UInt32)
  /// One of the descriptors that were watched has something to say.
  case descriptor(Int32)
}

/// The three members a terminal needs; its twin in memory has the same.
package protocol Terminal: AnyObject {
  var size: Size { get }
  /// Waits for an event; nil patience waits for ever, nil answer means the patience is over.
  func next(within patience: Duration?) -> TerminalEvent?
  func show(_ frame: Grid)
}

/// What only a real terminal can do besides: lend itself back to the shell.
package protocol SuspendableTerminal: Terminal {
  /// Gives the terminal back, stops the process until it is continued, takes the terminal again.
  func suspend()
  /// Paints everything anew at the next frame.
  func invalidate()
  /// Descriptors whose readiness is an event, besides the keyboard and signals.
  func watch(_ descriptors: [Int32])
  /// Asks what colour the ground has; the answer, if there is one in time, is an event.
  func askGround()
  /// Puts text on the clipboard of whoever sits at the terminal, if it lets us.
  func copy(_ text: String)
}

extension SuspendableTerminal {
  /// One that nobody can ask.
  package func askGround() {}
}
