/// Demo fences against the catalogue: diagnostics with the place of what is wrong.

import Decks
import DemoKit
import Markup
import Wording

package struct DemoCheck: Sendable {
  /// Asked for by fences only: a deck without demos starts without their cards.
  private let lazyCatalog: @Sendable () -> DemoCatalog

  package init(catalog: @autoclosure @escaping @Sendable () -> DemoCatalog) {
    lazyCatalog = catalog
  }

  package var catalog: DemoCatalog { lazyCatalog() }

  func diagnostics(of request: DemoRequest) -> [Diagnostic] {
    let (errors, warnings) = catalog.problems(request.name, request.pairs)
    return errors.map { .error($0.message, at: request.offset(of: $0)) }
      + warnings.map { .warning($0.message, at: request.offset(of: $0)) }
  }
}

extension DemoRequest {
  package var pairs: [(key: String, value: String)] { arguments.map { ($0.key, $0.value) } }

  fileprivate func offset(of error: DemoError) -> Int {
    arguments.last { $0.key == error.key }?.offset ?? offset
  }
}
