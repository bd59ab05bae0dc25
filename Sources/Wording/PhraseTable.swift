/// What a further language says: a line of text for each phrase, found by the English words.

/// The lines are `English => translation`. Values are `{1}`, `{2}` in both, in any order. Words that
/// go with a number have all their forms: `error | errors => …`, as many as the plural rules have
/// categories. Blanks at either end are those of the English text; lines without an arrow are remarks.
package final class PhraseTable: Sendable {
  package let plurals: PluralRules
  let decimalSign: String
  let thousandsSign: String
  let beforePercent: String
  /// `D.M.Y`
  let date: String
  package let entries: [String: String]

  package init(
    plurals: String, decimalSign: String, thousandsSign: String, beforePercent: String,
    date: String, _ lines: String
  ) {
    self.plurals = PluralRules(plurals)
    self.decimalSign = decimalSign
    self.thousandsSign = thousandsSign
    self.beforePercent = beforePercent
    self.date = date
    entries = Self.entries(lines)
  }

  private static func entries(_ lines: String) -> [String: String] {
    var entries: [String: String] = [:]
    for line in lines.split(separator: "\n") {
      guard let arrow = line.firstRange(of: " => ") else { continue }
      entries[String(line[..<arrow.lowerBound])] = String(line[arrow.upperBound...])
    }
    return entries
  }

  /// The phrase in this language; in English where the table lacks it.
  func text(of key: PhraseKey, in language: Language) -> String {
    let template = key.template
    let values = key.values(in: language)
    return Self.filled(translation(of: template) ?? template, values)
  }

  /// With the blanks at the ends of the English text.
  package func translation(of template: String) -> String? {
    let words = template.drop { $0 == " " }
    let end = words.lastIndex { $0 != " " }.map { words.index(after: $0) } ?? words.startIndex
    return entries[String(words[..<end])].map {
      template[..<words.startIndex] + $0 + words[end...]
    }
  }

  func form(_ number: Int, of one: String, _ many: String) -> String? {
    guard let forms = entries[one + " | " + many] else { return nil }
    let all = forms.split(separator: " | ").map(String.init)
    return all.isEmpty ? nil : all[min(plurals.category(of: number), all.count - 1)]
  }

  /// `{2}` is the second value; any other brace stays as it is.
  private static func filled(_ template: String, _ values: [String]) -> String {
    guard !values.isEmpty else { return template }
    var text = ""
    var rest = template[...]
    while let brace = rest.firstIndex(of: "{") {
      text += rest[..<brace]
      let after = rest[rest.index(after: brace)...]
      let end = after.firstIndex(of: "}") ?? after.startIndex
      if let number = Int(after[..<end]), values.indices.contains(number - 1) {
        text += values[number - 1]
        rest = after[after.index(after: end)...]
      } else {
        text += "{"
        rest = after
      }
    }
    return text + rest
  }
}
