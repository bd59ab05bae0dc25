/// A started program as its parent sees it.

import Glibc

/// Where a program stands on its terminal.
package enum ProgramRole: Sendable {
  /// It leads the session itself, as when a terminal emulator starts it with `-e`. It gets the
  /// SIGHUP of a closed terminal; the kernel lets nobody stop it with Ctrl-Z.
  case sessionLeader
  /// It is the foreground job of a stand-in for the shell: Ctrl-Z stops it.
  case job
}

protocol ProgramWatch: AnyObject {
  var process: pid_t { get }
  /// Readable when there is news.
  var bell: Descriptor { get }
  /// What has happened since the last call; nil if nothing has.
  func takeNews() -> ProcessState?
  /// What the shell's `fg` does.
  func resume() throws(HarnessError)
  /// Passes on that the terminal was closed, where the kernel does not.
  func hangUp()
  /// Ends the program, if it has not ended yet, and releases its process.
  func finish()
}
