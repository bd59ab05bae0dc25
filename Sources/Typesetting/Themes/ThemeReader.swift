/// A theme as somebody has written it; what is wrong is told, and the rest is the theme's it extends.

import Decks
import Markup
import Screen
import Wording

package struct ThemeReader {
  package private(set) var theme: Theme
  /// What of it does not hold.
  package private(set) var mistakes: [Diagnostic] = []
  /// Looks that hold but have too little contrast.
  package private(set) var hardToRead: [Diagnostic] = []
  package var diagnostics: [Diagnostic] { mistakes + hardToRead }
  /// Where each role was given its look.
  private var places: [String: Int] = [:]

  /// What a theme extends where it does not say.
  package static let root = "dark"

  private static let mostKeys = 1000

  /// `base` finds the theme that is extended, or says why it cannot be.
  package init(
    _ lines: SourceLines, name: String, base: (String) -> Result<Theme, ThemeProblem>
  ) {
    theme = .dark
    let (value, problem) = YAML.read(lines, mostKeys: Self.mostKeys)
    if let problem { mistakes.append(problem) }
    if let extended = value?["extends"], !extended.isNull {
      switch base(extended.words) {
      case .success(let found): theme = found
      case .failure(let problem):
        mistakes.append(.warning(problem.message, at: extended.offset))
      }
    }
    theme.name = name
    if let value { read(value) }
    checkContrast()
  }

  private mutating func read(_ value: YAML) {
    guard case .mapping(let entries) = value.kind else {
      if !value.isNull {
        warn(
          "a theme is written as role: colours", "тема пишется как роль: цвета", at: value.offset)
      }
      return
    }
    mistakes += value.repeated
    for entry in entries where entry.key != "extends" && entry.key != "description" {
      switch entry.key {
      case "tokens": read(entry.value, of: ThemeRole.tokens)
      case "tasks": read(entry.value, of: ThemeRole.tasks)
      default:
        read(entry, among: ThemeRole.all, others: ["extends", "tasks", "tokens", "description"])
      }
    }
  }

  private mutating func read(_ part: YAML, of roles: [ThemeRole]) {
    mistakes += part.repeated
    for entry in part.entries { read(entry, among: roles, others: []) }
  }

  private mutating func read(_ entry: YAML.Entry, among roles: [ThemeRole], others: [String]) {
    guard let role = roles.first(where: { $0.name == entry.key }) else {
      mistakes.append(
        .unknown(
          Phrase("role", "роль"), entry.key, among: roles.map(\.name) + others, at: entry.offset))
      return
    }
    guard let style = style(entry) else { return }
    theme[keyPath: role.style] = style
    places[role.name] = entry.value.offset
  }

  // MARK: Styles

  private mutating func style(_ entry: YAML.Entry) -> Style? {
    switch entry.value.kind {
    case .mapping(let parts): return style(parts)
    case .sequence(let words): return style(words.map(\.words), at: entry.value.offset)
    case .scalar(let text):
      guard !entry.value.isNull else {
        warn(
          "\(entry.key): no colour; one with # stands in quotes",
          "\(entry.key): нет цвета; цвет с # пишется в кавычках", at: entry.offset)
        return nil
      }
      return style(text.split(separator: " ").map(String.init), at: entry.value.offset)
    }
  }

  /// `#88c9f9 on black bold`
  private mutating func style(_ words: [String], at offset: Int) -> Style? {
    var style = Style.plain
    var isGround = false
    for word in words {
      if word == "on", !isGround {
        isGround = true
      } else if let known = Attributes.names.first(where: { $0.name == word }) {
        style.attributes.insert(known.attribute)
      } else if let color = color(word, at: offset) {
        if isGround { style.background = color } else { style.foreground = color }
        isGround = false
      } else {
        return nil
      }
    }
    return style
  }

  /// `{color: …, on: …, bold: true}`
  private mutating func style(_ parts: [YAML.Entry]) -> Style? {
    var style = Style.plain
    let names = ["color", "on"] + Attributes.names.map(\.name)
    for part in parts {
      switch part.key {
      case "color": style.foreground = color(part.value.words, at: part.value.offset) ?? .standard
      case "on": style.background = color(part.value.words, at: part.value.offset) ?? .standard
      default:
        guard let known = Attributes.names.first(where: { $0.name == part.key }) else {
          mistakes.append(
            .unknown(Phrase("key", "ключ"), part.key, among: names, at: part.offset))
          return nil
        }
        if part.value.bool == true { style.attributes.insert(known.attribute) }
      }
    }
    return style
  }

  private mutating func color(_ word: String, at offset: Int) -> Color? {
    if let color = Color(themeWord: word) { return color }
    if word.hasPrefix("#") {
      warn(
        "‘\(word)’ is no colour: #rrggbb or #rgb", "«\(word)» — не цвет: нужно #rrggbb или #rgb",
        at: offset)
    } else if Int(word) != nil {
      warn(
        "‘\(word)’ is no colour: the palette goes from 0 to 255",
        "«\(word)» — не цвет: номера от 0 до 255", at: offset)
    } else {
      let names = Color.names + ["default", "on"] + Attributes.names.map(\.name)
      mistakes.append(.unknown(Phrase("colour", "цвет"), word, among: names, at: offset))
    }
    return nil
  }

  // MARK: Contrast

  /// Only what this file has changed is its fault: a role, or the ground below it.
  private mutating func checkContrast() {
    for role in ThemeRole.every {
      let below = role.isOfCode ? places["panel"] ?? places["ground"] : places["ground"]
      guard let place = places[role.name] ?? below, let ratio = theme.contrast(of: role),
        ratio < role.leastContrast
      else { continue }
      let (has, wants) = (ratio.inTenths, role.leastContrast.inTenths)
      let words = Phrase(
        "\(role.name): contrast \(has):1, at least \(wants):1 can be read",
        "\(role.name): контраст \(Language.russian.decimal(ratio, 1)):1, "
          + "читается от \(Language.russian.decimal(role.leastContrast, 1)):1")
      hardToRead.append(.warning(words, at: place))
    }
  }

  private mutating func warn(_ english: PhraseKey, _ russian: String, at offset: Int) {
    mistakes.append(.warning(Phrase(english, russian), at: offset))
  }
}

/// Why a theme cannot be had.
package struct ThemeProblem: Error {
  package let message: Phrase

  package init(_ message: Phrase) { self.message = message }
}

extension Double {
  /// `3.2`, rounded down, so that what is too little never looks like enough.
  package var inTenths: String {
    let tenths = Int(self * 10)
    return "\(tenths / 10).\(tenths % 10)"
  }
}
