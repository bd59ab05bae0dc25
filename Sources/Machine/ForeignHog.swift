/// A foreign process that burns a CPU: for tests of what is said when the machine is disturbed.

package final class ForeignHog: Sendable {
  private let child: ChildProcess

  /// Starts a shell that loops on one CPU; nil where it cannot be started.
  package init?(cpu: Int) {
    // A child inherits the affinity of the thread that starts it.
    CurrentThread.pin(to: [cpu])
    guard let child = ChildProcess("/bin/sh", ["-c", "while :; do :; done"]) else { return nil }
    self.child = child
  }

  package func stop() { child.stop() }
}
