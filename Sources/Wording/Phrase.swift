/// What the program says, in the two languages it speaks.

package enum Language: String, Equatable, Sendable {
  case english = "en"
  case russian = "ru"

  /// The language of a tag or a locale name: `ru`, `ru-RU`, `ru_RU.UTF-8` are Russian.
  package init?(tag: String) {
    // By bytes: tables of all the world's letters are not needed for this.
    let primary = tag.utf8.prefix { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }
    switch primary.map({ $0 | 0x20 }) {
    case Array("en".utf8): self = .english
    case Array("ru".utf8): self = .russian
    default: return nil
    }
  }
}

/// A sentence in both languages; which one is heard is decided where it is shown.
package struct Phrase: Equatable, Sendable {
  package let english: String
  package let russian: String

  package init(_ english: String, _ russian: String) {
    self.english = english
    self.russian = russian
  }

  /// The same in every language.
  package init(_ name: String) { self.init(name, name) }

  package func callAsFunction(_ language: Language) -> String {
    language == .russian ? russian : english
  }

  package static func + (left: Phrase, right: Phrase) -> Phrase {
    Phrase(left.english + right.english, left.russian + right.russian)
  }
}

extension Language {
  /// The word that goes with a number: `1 задача`, `2 задачи`, `5 задач`, `1 024 задачи`.
  package func counted(
    _ number: Int, one: Phrase, few: String, many: Phrase
  ) -> String {
    grouped(number) + " " + form(number, one: one, few: few, many: many)
  }

  /// The plural form alone (CLDR rules of both languages).
  package func form(_ number: Int, one: Phrase, few: String, many: Phrase) -> String {
    guard self == .russian else { return number == 1 ? one.english : many.english }
    let (tens, units) = (abs(number) % 100, abs(number) % 10)
    if (11...14).contains(tens) { return many.russian }
    switch units {
    case 1: return one.russian
    case 2...4: return few
    default: return many.russian
    }
  }
}
