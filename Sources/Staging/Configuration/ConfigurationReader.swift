/// The configuration's keys to settings; what is wrong is told, and the rest holds.

import Decks
import DemoKit
import Markup
import Presenting
import Wording

package struct ConfigurationReader {
  package private(set) var configuration = Configuration()
  package private(set) var diagnostics: [Diagnostic] = []
  private let themes: ThemeShelf
  private let catalog: () -> DemoCatalog

  /// Every key there is, in the order of the documentation.
  package static let keys = [
    "theme", "lang", "profile", "keys", "mouse", "clicker", "timer", "minutes", "ascii", "mono",
    "ambiguous-wide", "reduced-motion", "demos",
  ]

  /// A file of 64 KiB that is all keys is no configuration.
  private static let mostKeys = 1000

  package init(
    _ lines: SourceLines, themes: ThemeShelf, catalog: @escaping () -> DemoCatalog
  ) {
    self.themes = themes
    self.catalog = catalog
    let (value, problem) = YAML.read(lines, mostKeys: Self.mostKeys)
    if let problem { diagnostics.append(problem) }
    guard let value else { return }
    guard case .mapping(let entries) = value.kind else {
      if !value.isNull {
        warn(
          "settings are written as key: value", "настройки пишутся как ключ: значение",
          at: value.offset)
      }
      return
    }
    diagnostics += value.repeated
    for entry in entries { read(entry) }
    readKeys(profile: value["profile"], keys: value["keys"])
  }

  private mutating func read(_ entry: YAML.Entry) {
    switch entry.key {
    // Read when all of the file is known: one is laid over the other.
    case "profile", "keys": break
    case "demos": readDemos(entry.value)
    case _ where entry.value.isNull && Self.keys.contains(entry.key): break
    case "theme": configuration.theme = theme(entry)
    case "lang": configuration.language = language(entry)
    case "mouse": configuration.usesMouse = bool(entry)
    case "clicker":
      configuration.clickerStartsDemos = word(entry, ["next", "start-then-next"]).map {
        $0 == "start-then-next"
      }
    case "timer":
      configuration.timer = word(entry, ["off", "elapsed", "left"]).flatMap(TimerFace.init)
    case "minutes": configuration.minutes = minutes(entry)
    case "ascii": configuration.ascii = bool(entry)
    case "mono": configuration.mono = bool(entry)
    case "ambiguous-wide": configuration.isAmbiguousWide = bool(entry)
    case "reduced-motion": configuration.reducesMotion = bool(entry)
    default:
      diagnostics.append(
        .unknown(Phrase("key", "ключ"), entry.key, among: Self.keys, at: entry.offset))
    }
  }

  // MARK: Values

  private mutating func bool(_ entry: YAML.Entry) -> Bool? {
    if let bool = entry.value.bool { return bool }
    complain(entry, "true, false")
    return nil
  }

  private mutating func word(_ entry: YAML.Entry, _ words: [String]) -> String? {
    // YAML's words for no mean off, too.
    let text = entry.value.bool == false ? "off" : entry.value.text ?? ""
    if words.contains(text) { return text }
    complain(entry, words.joined(separator: ", "), hint: nearestName(to: text, among: words))
    return nil
  }

  private mutating func language(_ entry: YAML.Entry) -> Language? {
    if let language = Language(tag: entry.value.words) { return language }
    complain(entry, Language.tags)
    return nil
  }

  private mutating func minutes(_ entry: YAML.Entry) -> Double? {
    if let minutes = entry.value.text?.minutes, minutes > 0 { return minutes }
    complain(entry, "30, 1h30m, 45:00")
    return nil
  }

  private mutating func theme(_ entry: YAML.Entry) -> String? {
    let name = entry.value.text ?? ""
    if themes.has(name) { return name }
    diagnostics.append(
      .unknown(Phrase("theme", "тема"), name, among: themes.names, at: entry.value.offset))
    return nil
  }

  // MARK: Keys and demos

  private mutating func readKeys(profile: YAML?, keys: YAML?) {
    let names = KeyProfile.allCases.map(\.rawValue)
    var chosen: KeyProfile?
    if let profile, !profile.isNull {
      chosen = profile.text.flatMap(KeyProfile.init)
      if chosen == nil {
        diagnostics.append(
          .unknown(
            Phrase("profile", "профиль"), profile.words, among: names, at: profile.offset))
      }
    }
    guard chosen != nil || keys != nil else { return }
    let reader = KeyTableReader(profile: chosen, keys: keys)
    diagnostics += reader.diagnostics
    if reader.table != .standard { configuration.keys = reader.table }
  }

  private mutating func readDemos(_ demos: YAML) {
    diagnostics += demos.repeated
    guard case .mapping(let entries) = demos.kind else {
      if !demos.isNull {
        warn(
          "demos: names of demos with their parameters", "demos: нужны имена демо с параметрами",
          at: demos.offset)
      }
      return
    }
    let catalog = catalog()
    for demo in entries {
      guard demo.key == DemoDefaults.all || catalog.entry(demo.key) != nil else {
        diagnostics.append(.warning(catalog.unknown(demo.key).message, at: demo.offset))
        continue
      }
      diagnostics += demo.value.repeated
      for parameter in demo.value.entries {
        let problem = configuration.demos.set(
          parameter.key, parameter.value.plainValue, of: demo.key, in: catalog)
        if let problem { diagnostics.append(.warning(problem, at: parameter.offset)) }
      }
    }
  }

  private mutating func complain(_ entry: YAML.Entry, _ expected: String, hint: String? = nil) {
    diagnostics.append(
      .notOne(of: expected, entry.key, entry.value, hint: hint, at: entry.value.offset))
  }

  private mutating func warn(_ english: PhraseKey, _ russian: String, at offset: Int) {
    diagnostics.append(.warning(Phrase(english, russian), at: offset))
  }
}

extension YAML {
  /// As a fence would write it: a list with commas and no blanks, switches as on and off.
  fileprivate var plainValue: String {
    switch kind {
    case .scalar(let text) where text == "true": "on"
    case .scalar(let text) where text == "false": "off"
    case .scalar(let text): text
    case .sequence(let elements): elements.map(\.words).joined(separator: ",")
    case .mapping: words
    }
  }
}
