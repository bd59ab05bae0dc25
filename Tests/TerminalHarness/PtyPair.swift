/// The two ends of a pseudo terminal.

import CVterm
import Glibc

struct PtyPair {
  /// The emulator's end; reads and writes never block.
  let master: Descriptor
  /// The program's end. Held open, so that the terminal outlives the program.
  let slave: Descriptor
  let slavePath: String

  init(rows: Int, columns: Int) throws(HarnessError) {
    let flags = O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK
    master = try Descriptor(posix_openpt(flags), from: "posix_openpt")
    guard grantpt(master.number) == 0 else { throw .failed("grantpt") }
    guard unlockpt(master.number) == 0 else { throw .failed("unlockpt") }
    slavePath = try Self.slavePath(of: master)
    slave = try Descriptor(open(slavePath, O_RDWR | O_NOCTTY | O_CLOEXEC), from: slavePath)
    try resize(rows: rows, columns: columns)
  }

  private static func slavePath(of master: Descriptor) throws(HarnessError) -> String {
    var path = [CChar](repeating: 0, count: 64)
    let code = ptsname_r(master.number, &path, path.count)
    guard code == 0 else { throw .system(call: "ptsname_r", code: code) }
    return String(decoding: path.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Gives the terminal a new size; the kernel tells the foreground program by SIGWINCH.
  func resize(rows: Int, columns: Int) throws(HarnessError) {
    var size = winsize()
    size.ws_row = UInt16(clamping: rows)
    size.ws_col = UInt16(clamping: columns)
    guard ioctl(slave.number, UInt(TIOCSWINSZ), &size) == 0 else { throw .failed("TIOCSWINSZ") }
  }

  func modes() throws(HarnessError) -> TerminalModes {
    var modes = termios()
    guard tcgetattr(slave.number, &modes) == 0 else { throw .failed("tcgetattr") }
    return TerminalModes(modes)
  }
}
