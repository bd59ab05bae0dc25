/// How long a talk and its slides are to take.

import Markup

extension String {
  /// `10`, `10s`, `1m30s` as seconds: for what is rather counted in them.
  var seconds: Int? {
    let number = Double(trimmedBlanks) ?? minutes.map { $0 * 60 }
    return number.flatMap { (0...86_400).contains($0) ? Int($0) : nil }
  }

  /// `2`, `1.5`, `90s`, `2m`, `1m30s`, `1:30` as minutes; nil for anything else.
  package var minutes: Double? {
    let text = trimmedBlanks
    if let number = Double(text) { return number.isFinite && number >= 0 ? number : nil }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 2, let minutes = Int(parts[0]), let seconds = Int(parts[1]),
      minutes >= 0, (0..<60).contains(seconds)
    {
      return Double(minutes) + Double(seconds) / 60
    }
    return withUnits
  }

  private var withUnits: Double? {
    var (total, digits, hasUnit) = (0.0, "", false)
    for sign in self where sign != " " {
      switch sign {
      case "0"..."9", ".": digits.append(sign)
      case "m", "м", "s", "с", "h", "ч":
        guard let number = Double(digits), number.isFinite else { return nil }
        total += number * ("hч".contains(sign) ? 60 : "mм".contains(sign) ? 1 : 1 / 60)
        (digits, hasUnit) = ("", true)
      default: return nil
      }
    }
    return hasUnit && digits.isEmpty ? total : nil
  }
}

/// The targets of all slides: what some say of themselves, the rest of the time shared out among the
/// others.
package struct TalkPlan: Equatable, Sendable {
  /// Minutes by slides; empty where nobody knows how long the talk is to be.
  package let targets: [Double]

  /// Reads all the slides.
  package init(of deck: Deck, minutes: Double? = nil) {
    let own = deck.slides.map(\.minutes)
    let said = own.compactMap { $0 }.reduce(0, +)
    guard let total = minutes ?? deck.settings.minutes ?? (said > 0 ? said : nil) else {
      targets = []
      return
    }
    let others = own.count { $0 == nil }
    let share = others > 0 ? max(0, total - said) / Double(others) : 0
    targets = own.map { $0 ?? share }
  }

  package var total: Double { targets.reduce(0, +) }

  /// The minutes after which one should have left a slide.
  package func end(of slide: Int) -> Double { targets.prefix(slide + 1).reduce(0, +) }
}
