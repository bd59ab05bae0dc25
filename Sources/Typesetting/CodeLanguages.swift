/// The languages code can be in, for those who check decks.

import Highlighting

package enum CodeLanguages {
  package static var names: [String] { Syntax.names }

  /// Known to the highlighter, or known to have nothing to be highlighted.
  package static func isKnown(_ name: String) -> Bool {
    plain.contains(name.lowercased()) || Syntax.named(name) != nil
  }

  private static let plain: Set<String> = [
    "text", "plain", "plaintext", "txt", "output", "ascii", "none", "nohighlight", "mermaid", "d2",
    "dot", "typst", "plantuml", "demo", "log", "csv", "file",
  ]
}
