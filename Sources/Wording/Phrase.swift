/// What the program says: English and Russian side by side, any other language by its table.

/// A sentence in every language; which one is heard is decided where it is shown.
package struct Phrase: Equatable, Sendable {
  private let key: PhraseKey
  package let russian: String

  package var english: String { key.text }

  package init(_ english: PhraseKey, _ russian: String) {
    key = english
    self.russian = russian
  }

  /// The same in every language.
  package init(_ name: String) { self.init(PhraseKey(verbatim: name), name) }

  package func callAsFunction(_ language: Language) -> String {
    language == .russian ? russian : language.words(of: key)
  }

  package static func + (left: Phrase, right: Phrase) -> Phrase {
    Phrase("\(left)\(right)", left.russian + right.russian)
  }
}

extension Language {
  /// A phrase that is shown at once: only the words of this language are put together.
  package func words(
    _ english: @autoclosure () -> PhraseKey, _ russian: @autoclosure () -> String
  ) -> String {
    self == .russian ? russian() : words(of: english())
  }

  func words(of key: PhraseKey) -> String {
    self == .english ? key.text : table?.text(of: key, in: self) ?? key.text
  }

  /// The word that goes with a number: `1 задача`, `2 задачи`, `5 задач`, `1 024 задачи`.
  package func counted(
    _ number: Int, one: Phrase, few: String, many: Phrase
  ) -> String {
    grouped(number) + " " + form(number, one: one, few: few, many: many)
  }

  /// The plural form alone, by the rules of CLDR.
  package func form(_ number: Int, one: Phrase, few: String, many: Phrase) -> String {
    let english = number == 1 ? one.english : many.english
    guard self == .russian else {
      return table?.form(number, of: one.english, many.english) ?? english
    }
    let (tens, units) = (abs(number) % 100, abs(number) % 10)
    if (11...14).contains(tens) { return many.russian }
    switch units {
    case 1: return one.russian
    case 2...4: return few
    default: return many.russian
    }
  }
}
