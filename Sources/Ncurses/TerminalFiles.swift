/// The files that a terminal needs: where keys come from, and whether any can be opened at all.

import Glibc

enum TerminalFiles {
  static var hasScreen: Bool { isTerminal(STDOUT_FILENO, openFor: O_WRONLY) }

  /// A shell may have opened it the wrong way round.
  private static func isTerminal(_ file: Int32, openFor mode: Int32) -> Bool {
    isatty(file) == 1 && [mode, O_RDWR].contains(fcntl(file, F_GETFL) & O_ACCMODE)
  }

  /// Where standard input is something else, keys come from the terminal that controls the process, and
  /// standard input becomes it.
  static var hasKeyboard: Bool {
    if isTerminal(STDIN_FILENO, openFor: O_RDONLY) { return true }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return false }
    defer { close(terminal) }
    return dup2(terminal, STDIN_FILENO) >= 0
  }

  /// The next byte of a pipe; nil where there is none so far.
  static func byte(of file: Int32) -> UInt8? {
    var byte: UInt8 = 0
    return read(file, &byte, 1) == 1 ? byte : nil
  }

  /// Where no file can be opened, it is not for want of an entry in the terminal database.
  static var scarcity: Int32? {
    let file = open("/dev/null", O_RDONLY | O_CLOEXEC)
    let problem = errno
    guard file >= 0 else { return [EMFILE, ENFILE, ENOMEM].contains(problem) ? problem : nil }
    close(file)
    return nil
  }
}
