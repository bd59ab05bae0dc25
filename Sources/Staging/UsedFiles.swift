/// The files that a talk was made of so far: the deck, what it includes, its pictures.

import Machine

package final class UsedFiles: Sendable {
  private let deck: String
  private let others = Lock(Others())

  /// Sets are made when there is something to put into them: the runtime takes its time over the first.
  private struct Others { var paths: Set<String>? }

  package init(deck: String) { self.deck = deck }

  package func add(_ path: String) {
    guard path != deck else { return }
    others.withLock { if $0.paths?.insert(path) == nil { $0.paths = [path] } }
  }

  package var all: Set<String> { others.withLock { ($0.paths ?? []).union([deck]) } }

  var count: Int { others.withLock { 1 + ($0.paths?.count ?? 0) } }
}
