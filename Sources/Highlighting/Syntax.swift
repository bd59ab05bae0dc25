/// A language that can be highlighted, found by any name that is usual for it.

package struct Syntax: Sendable {
  private let language: Language

  /// The name that is shown to people.
  package var name: String { language.name }

  /// By name, alias or file extension (`py`, `.py`, `main.py`), in whatever case.
  package static func named(_ name: String) -> Syntax? {
    let word = name.utf8.map(\.lowercased)
    if let language = language(word) { return Syntax(language: language) }
    guard let dot = word.lastIndex(of: .dot) else { return nil }
    return language(Array(word[(dot + 1)...])).map(Syntax.init)
  }

  /// The canonical names.
  package static var names: [String] { Language.all.map(\.name) }

  private static func language(_ word: [UInt8]) -> Language? {
    guard !word.isEmpty else { return nil }
    return Language.all.first { $0.isCalled(word) }
  }

  func engine() -> Engine { language.engine() }
}
