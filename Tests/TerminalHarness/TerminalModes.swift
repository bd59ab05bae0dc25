/// The line settings of a terminal (termios) as a value, to compare before with after.

import Glibc

package struct TerminalModes: Equatable, Sendable {
  package let input: UInt32
  package let output: UInt32
  package let control: UInt32
  package let local: UInt32
  package let characters: [UInt8]

  init(_ modes: termios) {
    input = modes.c_iflag
    output = modes.c_oflag
    control = modes.c_cflag
    local = modes.c_lflag
    characters = withUnsafeBytes(of: modes.c_cc) { Array($0) }
  }

  /// Whether input comes in whole lines.
  package var isCanonical: Bool { local & UInt32(ICANON) != 0 }
  package var echoes: Bool { local & UInt32(ECHO) != 0 }
  /// Whether Ctrl-C and Ctrl-Z are signals instead of characters.
  package var raisesSignals: Bool { local & UInt32(ISIG) != 0 }
}
