/// Days as decks write them in advance: `YYYY-MM-DD` of slides, `today %d.%m.%Y` of tpp.

import Markup

package struct CalendarDay: Equatable, Sendable {
  package var year: Int
  package var month: Int
  package var day: Int

  package init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private var monthName: String { (1...12).contains(month) ? Self.months[month - 1] : "" }

  private static func two(_ number: Int) -> String {
    (number < 10 ? "0" : "") + String(number)
  }

  /// A pattern of slides: `YYYY`, `YY`, `MMMM`, `MMM`, `MM`, `mm`, `DD`, `dd` among other words, or Go's
  /// layout, the day `January 2, 2006`. Nil for a text with nothing of it.
  package func text(pattern: String) -> String? {
    if pattern.holds("2006") { return text(of: pattern[...], layoutOfGo) }
    var text = ""
    var rest = pattern[...]
    while let first = rest.first {
      let word = rest.prefix { $0.isLetter == first.isLetter }
      text += first.isLetter ? self.text(of: word, fields) ?? String(word) : String(word)
      rest = rest.dropFirst(word.count)
    }
    return text == pattern ? nil : text
  }

  /// Nil where there are other letters, or no field at all.
  private func text(of pattern: Substring, _ fields: [(String, String)]) -> String? {
    var text = ""
    var rest = pattern
    while let first = rest.first {
      if let (name, value) = fields.first(where: { rest.hasPrefix($0.0) }) {
        text += value
        rest = rest.dropFirst(name.count)
      } else if first.isLetter {
        return nil
      } else {
        text.append(first)
        rest = rest.dropFirst()
      }
    }
    return text == pattern ? nil : text
  }

  private var fields: [(String, String)] {
    [
      ("YYYY", String(year)), ("YY", Self.two(year % 100)), ("MMMM", monthName),
      ("MMM", String(monthName.prefix(3))), ("MM", Self.two(month)), ("mm", String(month)),
      ("DD", Self.two(day)), ("dd", String(day)),
    ]
  }

  private var layoutOfGo: [(String, String)] {
    [
      ("2006", String(year)), ("January", monthName), ("Jan", String(monthName.prefix(3))),
      ("01", Self.two(month)), ("02", Self.two(day)), ("06", Self.two(year % 100)),
      ("1", String(month)), ("2", String(day)),
    ]
  }

  /// `2026-10-14` (ISO 8601).
  var iso: String { "\(year)-\(Self.two(month))-\(Self.two(day))" }

  /// What tpp makes of `today` and a format of strftime(3).
  package func text(today format: String) -> String {
    guard !format.isEmpty else { return text(today: "%b %d %Y") }
    var text = ""
    var isField = false
    for character in format {
      if isField {
        text += field(character)
        isField = false
      } else if character == "%" {
        isField = true
      } else {
        text.append(character)
      }
    }
    return text
  }

  private func field(_ letter: Character) -> String {
    switch letter {
    case "Y": String(year)
    case "y": Self.two(year % 100)
    case "m": Self.two(month)
    case "d": Self.two(day)
    case "B": monthName
    case "b", "h": String(monthName.prefix(3))
    case "F": iso
    case "%": "%"
    default: "%" + String(letter)
    }
  }
}
