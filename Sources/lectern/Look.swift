/// How things are to look and in which language: what was asked for, what the environment and the
/// configuration say.

import Decks
import DemoKit
import Markup
import Ncurses
import Presenting
import Screen
import Staging
import Typesetting
import Wording

/// The command line before the environment, that before the deck, that before the configuration.
struct Look {
  /// Asked for by an option or a variable.
  let theme: String?
  let lang: Language?
  let ascii: Bool
  let mono: Bool
  let themes: ThemeShelf
  let configuration: Configuration
  /// What is wrong with the configuration and the variables.
  private(set) var problems: [LoadedConfiguration.Problem]
  /// Whoever looks wants little to move.
  let reducesMotion: Bool
  private let asked: LookRequest
  private let file: ConfigurationFile?

  /// Reads the configuration: one call of the system where there is none. While a talk goes on its
  /// terminal stays as it was taken.
  init(_ asked: LookRequest = LookRequest(), during talk: Look? = nil) {
    let variable = Surroundings.variable
    self.asked = asked
    themes = ThemeShelf(variable)
    file = ConfigurationFile(named: asked.config, variable: variable)
    let loaded = file?.load(themes: themes, catalog: Catalogue.demos) ?? LoadedConfiguration()
    configuration = loaded.configuration
    problems = loaded.problems
    let isWide = asked.isAmbiguousWide ?? configuration.isAmbiguousWide ?? false
    if talk == nil { AmbiguousWidth.isWide = isWide }
    // Line art would be wide, too.
    ascii = talk?.ascii ?? (isWide || asked.ascii ?? configuration.ascii ?? false)
    mono = talk?.mono ?? asked.mono ?? configuration.mono ?? false
    let isCalm = variable("LECTERN_REDUCED_MOTION").map { !["", "0"].contains($0) }
    reducesMotion = asked.reducesMotion ?? isCalm ?? configuration.reducesMotion ?? false
    let (named, problem) = Self.named(asked.theme, variable("LECTERN_THEME"), themes)
    theme = named
    if let problem { problems.append(problem) }
    let spoken = variable("LECTERN_LANG").flatMap { $0.isEmpty ? nil : $0 }
    lang = asked.lang ?? spoken.flatMap { Language(tag: $0) }
    if lang == nil, let spoken { problems.append(.unknownLanguage(spoken)) }
  }

  /// The option is known to be right, the variable may be anything.
  private static func named(
    _ asked: String?, _ variable: String?, _ themes: ThemeShelf
  ) -> (String?, LoadedConfiguration.Problem?) {
    guard asked == nil, let variable, !variable.isEmpty else { return (asked, nil) }
    if themes.has(variable) { return (variable, nil) }
    return (nil, .init { "LECTERN_THEME: " + themes.unknown(variable)($0) })
  }

  /// What was asked for, else what the deck says, else the configuration, else the locale.
  func language(_ deck: Deck? = nil) -> Language {
    lang ?? deck?.settings.language ?? configuration.language ?? Surroundings.language
  }

  /// What pages are set for that are not shown on a terminal.
  func medium(_ loaded: LoadedDeck, path: String) -> Medium {
    Medium(
      ascii: ascii, hasColors: !isMono(loaded.deck), language: language(loaded.deck),
      pictures: PictureShelf(deck: path, lines: loaded.lines).pictures)
  }

  /// The demos, with the values that the configuration wants for them.
  var catalog: DemoCatalog {
    configuration.demos.isEmpty
      ? Catalogue.demos : Catalogue.demos.adjusted(by: configuration.demos)
  }

  var check: DemoCheck {
    guard !configuration.demos.isEmpty else { return Catalogue.check }
    let catalog = catalog
    return DemoCheck(catalog: catalog)
  }

  // MARK: Themes

  /// The theme that somebody wants; nil where nobody does.
  private func themeName(_ deck: Deck?) -> String? {
    // A deck may name one that only its author has.
    let ofDeck = deck?.settings.theme.flatMap { themes.has($0) ? $0 : nil }
    return theme ?? ofDeck ?? configuration.theme
  }

  func isMono(_ deck: Deck?) -> Bool { mono || themeName(deck) == Theme.monoName }

  /// A theme, what is wrong with its file, and whether the terminal may still be asked for its
  /// ground, as nobody has chosen.
  struct Choice {
    var theme: Theme
    var files: [String] = []
    var problems: [LoadedConfiguration.Problem] = []
    var mayFollowGround = false
  }

  /// The theme asked for, else the deck's, else the configuration's, else dark (light where the
  /// terminal says it is).
  func theme(_ deck: Deck?, depth: ColorDepth) -> Choice {
    guard depth != .mono, !isMono(deck) else { return Choice(theme: .mono) }
    guard let name = themeName(deck) else { return standardTheme(depth) }
    switch themes.theme(name) {
    case .success(let found):
      return Choice(
        theme: found.theme.shown(with: depth), files: found.files, problems: found.problems)
    case .failure(let problem):
      var choice = standardTheme(depth)
      choice.problems = [.init { problem.message($0) }]
      return choice
    }
  }

  private func standardTheme(_ depth: ColorDepth) -> Choice {
    guard depth == .palette || depth == .direct else { return Choice(theme: .terminal) }
    let isLight = Surroundings.isGroundLight
    return Choice(theme: isLight == true ? .light : .dark, mayFollowGround: isLight == nil)
  }
}

// MARK: While a talk goes on

extension Look {
  /// What may change in the middle of a talk.
  func own(_ deck: Deck?, depth: ColorDepth) -> OwnChoice {
    let found = theme(deck, depth: depth)
    var choice = OwnChoice(theme: found.theme)
    choice.followsGround = found.mayFollowGround
    choice.keys = configuration.keys
    choice.clickerStartsDemos = configuration.clickerStartsDemos ?? false
    choice.problems = problems + found.problems
    choice.files = Set([file?.path].compactMap { $0 } + found.files)
    return choice
  }

  /// Listens to edits of the files that this look was read from.
  func watch(_ choice: OwnChoice, depth: ColorDepth) -> OwnWatch {
    OwnWatch(themes: themes.folder, held: choice) { deck in
      Look(asked, during: self).own(deck, depth: depth)
    }
  }
}

extension LoadedConfiguration.Problem {
  fileprivate static func unknownLanguage(_ tag: String) -> Self {
    let languages = Language.tags
    return .init {
      // As of a setting of the configuration.
      Phrase(
        "LECTERN_LANG: ‘\(tag.escaped)’ is none of \(languages)",
        "LECTERN_LANG: «\(tag.escaped)»; можно \(languages)")($0)
    }
  }
}

/// What the options of a command line say; nil is nothing.
struct LookRequest {
  var theme: String?
  var lang: Language?
  var ascii: Bool?
  var mono: Bool?
  var isAmbiguousWide: Bool?
  var reducesMotion: Bool?
  var config: String?
}

extension Theme {
  /// With so few colours a theme's shades cannot be told apart, unless it was made for them; black
  /// and white are on every terminal.
  fileprivate func shown(with depth: ColorDepth) -> Theme {
    let most: UInt8? = depth == .sixteen ? 16 : depth == .eight ? 8 : nil
    let isPlain = [0, 0xFFFFFF].contains(ground.background.rgbValue)
    guard let most, !isPlain, !uses(fewerThan: most) else { return self }
    return .terminal
  }
}
