/// The languages the program speaks: English and Russian where things are said, others by a table.

package struct Language: Equatable, Sendable {
  /// Two are written beside each other wherever something is said; the rest follow in the order of
  /// their tables.
  private let number: UInt8

  private init(number: UInt8) { self.number = number }

  package static var english: Language { Language(number: 0) }
  package static var russian: Language { Language(number: 1) }

  /// A language and a line: what it says stands in a file of its own.
  private static let added: [(tag: String, table: @Sendable () -> PhraseTable)] = [
    ("de", { .german })
  ]

  package static var all: [Language] { (0..<added.count + 2).map { Language(number: UInt8($0)) } }

  /// The language of a tag or a locale name: `ru`, `ru-RU`, `ru_RU.UTF-8` are Russian.
  package init?(tag: String) {
    // By bytes: tables of all the world's letters are not needed for this.
    let primary = tag.utf8.prefix { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }
      .map { $0 | 0x20 }
    if primary.elementsEqual("en".utf8) {
      self = .english
    } else if primary.elementsEqual("ru".utf8) {
      self = .russian
    } else if let place = Self.added.firstIndex(where: { $0.tag.utf8.elementsEqual(primary) }) {
      self.init(number: UInt8(place + 2))
    } else {
      return nil
    }
  }

  package var tag: String {
    switch number {
    case 0: "en"
    case 1: "ru"
    default: Self.added[Int(number) - 2].tag
    }
  }

  /// What a language says that is written nowhere else; read when it is first spoken.
  package var table: PhraseTable? { number < 2 ? nil : added }

  /// Apart from the rest, which is on the way of every phrase.
  @inline(never) private var added: PhraseTable { Self.added[Int(number) - 2].table() }

  /// `ru, en, de`: what may be asked for.
  package static var tags: String { all.map(\.tag).joined(separator: ", ") }
}
