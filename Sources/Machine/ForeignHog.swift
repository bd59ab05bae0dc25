/// A foreign process that burns a CPU: for tests of what is said when the machine is disturbed.

import Glibc

package final class ForeignHog: @unchecked Sendable {
  private let process: pid_t

  /// Starts a shell that loops on one CPU; nil where it cannot be started.
  package init?(cpu: Int) {
    // A child inherits the affinity of the thread that starts it.
    CurrentThread.pin(to: [cpu])
    var child: pid_t = 0
    let words = ["sh", "-c", "while :; do :; done"]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    guard posix_spawn(&child, "/bin/sh", nil, nil, &arguments, nil) == 0 else { return nil }
    process = child
  }

  package func stop() {
    kill(process, SIGKILL)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }
}
