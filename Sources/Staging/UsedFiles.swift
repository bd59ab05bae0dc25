/// The files that a talk was made of so far: the deck, what it includes, its pictures.

import Machine

package final class UsedFiles: Sendable {
  private let paths: Lock<Set<String>>

  package init(deck: String) { paths = Lock([deck]) }

  package func add(_ path: String) { paths.withLock { _ = $0.insert(path) } }

  package var all: Set<String> { paths.withLock { $0 } }

  var count: Int { paths.withLock { $0.count } }
}
