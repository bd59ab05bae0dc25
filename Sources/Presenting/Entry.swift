/// What is being typed into the foot line: a number, a place, words to look for, a link's number.

import Decks
import Markup
import Screen
import Typesetting
import Wording

enum Entry: Equatable, Sendable {
  /// Digits alone, before `G` or Enter.
  case number(String)
  /// After a colon: a number or letters of a title, and which of the slides they mean is chosen.
  case place(String, choice: Int)
  case search(String)
  case link(String, [LinkTarget])

  var text: String {
    switch self {
    case .number(let text), .place(let text, _), .search(let text), .link(let text, _): text
    }
  }

  /// Nobody means to type more: letters, and letters with all the signs on them.
  static let longest = 200
  static let mostSigns = 4 * longest
}

extension PresenterState {
  /// The key in the layout it was typed in: words may be in any.
  mutating func type(_ key: Key, into entry: Entry) -> [PresenterEffect] {
    switch entry {
    case .number(let digits): typeNumber(key.latin, digits)
    case .place(let text, let choice): typePlace(key, text, choice)
    case .search(let text): typeSearch(key, text)
    case .link(let digits, let targets): chooseLink(key, digits, among: targets)
    }
  }

  /// Ends what is being typed; the key does what it always does, Esc has done it.
  mutating func leaveEntry(with key: Key) -> [PresenterEffect] {
    entry = nil
    return key == .escape ? [] : press(key)
  }

  /// Whether there is a prompt for words: what is pasted elsewhere does nothing.
  package var takesText: Bool {
    switch entry {
    case .search, .place: mode == .slides
    case .number, .link, nil: false
    }
  }

  mutating func paste(_ pasted: String) {
    guard takesText, let entry else { return }
    let text = (entry.text + pasted).asTyped
    if case .search = entry { change(search: text) } else { self.entry = .place(text, choice: 0) }
  }

  // MARK: Numbers and places

  mutating func typeNumber(_ key: Key, _ digits: String) -> [PresenterEffect] {
    if let digit = key.digit {
      entry = .number(String((digits + String(digit)).suffix(6)))
    } else if key == .enter || key == .character("G") {
      entry = nil
      if let number = Int(digits) { go(to: number) }
    } else {
      return leaveEntry(with: key)
    }
    return []
  }

  /// The titles are read once, not for every letter.
  mutating func beginPlace() {
    guard mode == .slides else { return entry = nil }
    _ = index()
    entry = .place("", choice: 0)
  }

  private mutating func typePlace(_ key: Key, _ text: String, _ choice: Int) -> [PresenterEffect] {
    switch key {
    case .enter:
      entry = nil
      let places = places(called: text)
      if places.indices.contains(choice) { go(to: places[choice] + 1) }
    case .up: entry = .place(text, choice: max(0, choice - 1))
    case .down, .tab:
      entry = .place(text, choice: min(choice + 1, max(0, places(called: text).count - 1)))
    default:
      guard let edited = text.edited(by: key) else { return leaveEntry(with: key) }
      entry = edited.map { .place($0, choice: 0) }
    }
    return []
  }

  /// The slides that what was typed after the colon means.
  private func places(called text: String) -> [Int] {
    guard !deck.slides.isEmpty else { return [] }
    if let number = Int(text) { return [max(1, min(number, deck.slides.count)) - 1] }
    return text.isEmpty ? [] : deckIndex?.slides(called: text) ?? []
  }

  /// What was typed, as the slide it means: `  → 16 Треугольник (1/3)`.
  func placePrompt(_ text: String, _ choice: Int) -> String {
    let places = places(called: text)
    guard places.indices.contains(choice) else {
      return text.isEmpty ? "" : "   " + Phrase("no such title", "нет такого заголовка")(language)
    }
    let title = deck.slides[places[choice]].title?.plainText ?? ""
    let arrow = medium.ascii ? "   -> " : "   → "
    let count = places.count > 1 ? "   \(choice + 1)/\(places.count)" : ""
    return arrow + "\(places[choice] + 1) " + title.fitted(to: 40) + count
  }
}

extension Key {
  /// A digit of the keyboard.
  var digit: Character? {
    guard case .character(let digit) = self, digit.isASCII, digit.isWholeNumber else { return nil }
    return digit
  }
}

extension String {
  /// The text after a key: `.some(nil)` where there is none left to take away, nil for a key that
  /// edits nothing.
  func edited(by key: Key) -> String?? {
    switch key {
    case .character(let letter):
      return .some((self + String(letter)).asTyped)
    case .backspace, .delete: return .some(isEmpty ? nil : String(dropLast()))
    case .control("u"): return .some("")
    case .control("w"):
      let words = reversed().drop { $0 == " " }.drop { $0 != " " }
      return .some(String(words.reversed()))
    default: return nil
    }
  }
}

extension String {
  /// As far as an entry takes it: a letter may have any number of accents.
  fileprivate var asTyped: String {
    String(String(unicodeScalars.prefix(Entry.mostSigns)).prefix(Entry.longest))
  }
}
