/// Days as decks write them in advance: `YYYY-MM-DD` of slides, `today %d.%m.%Y` of tpp.

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

  /// A pattern of slides: `YYYY`, `YY`, `MMMM`, `MMM`, `MM`, `mm`, `DD`, `dd`. nil for a text that
  /// is more than that.
  package func text(pattern: String) -> String? {
    var text = ""
    var rest = pattern[...]
    var isPattern = false
    while let first = rest.first {
      if let (length, value) = field(rest) {
        text += value
        rest = rest.dropFirst(length)
        isPattern = true
      } else if first.isLetter {
        return nil
      } else {
        text.append(first)
        rest = rest.dropFirst()
      }
    }
    return isPattern ? text : nil
  }

  private func field(_ rest: Substring) -> (Int, String)? {
    let fields: [(String, String)] = [
      ("YYYY", String(year)), ("YY", Self.two(year % 100)), ("MMMM", monthName),
      ("MMM", String(monthName.prefix(3))), ("MM", Self.two(month)), ("mm", Self.two(month)),
      ("DD", Self.two(day)), ("dd", Self.two(day)),
    ]
    return fields.first { rest.hasPrefix($0.0) }.map { ($0.0.count, $0.1) }
  }

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
    case "F": "\(year)-\(Self.two(month))-\(Self.two(day))"
    case "%": "%"
    default: "%" + String(letter)
    }
  }
}
