/// The files that a talk was made of so far: the deck, what it includes, its pictures.

import Glibc
import Machine

package final class UsedFiles: Sendable {
  private let deck: String
  private let others = Lock(Others())

  /// Sets are made when there is something to put into them: the runtime takes its time over the first.
  private struct Others { var paths: Set<String>? }

  /// Before anything was read, by the clock that files are stamped with: seconds and nanoseconds.
  private let beginning: (Int, Int)

  package init(deck: String) {
    self.deck = deck
    var now = timespec()
    clock_gettime(CLOCK_REALTIME_COARSE, &now)
    beginning = (now.tv_sec, now.tv_nsec)
  }

  /// Whether one of them may be another file by now than the one that was read first.
  var areEdited: Bool {
    all.contains { path in
      var status = stat()
      guard stat(path.fileName, &status) == 0 else { return false }
      return (status.st_ctim.tv_sec, status.st_ctim.tv_nsec) > beginning
    }
  }

  package func add(_ path: String) {
    guard path != deck else { return }
    others.withLock { if $0.paths?.insert(path) == nil { $0.paths = [path] } }
  }

  package var all: Set<String> { others.withLock { ($0.paths ?? []).union([deck]) } }

  var count: Int { others.withLock { 1 + ($0.paths?.count ?? 0) } }
}
