/// How things are to look and in which language, as far as anybody said.

import Decks
import Ncurses
import Staging
import Typesetting
import Wording

struct Look {
  var theme: String?
  var ascii = false
  var mono = false
  var lang: Language?
  var isCalm = false

  /// Whether whoever looks wants little to move.
  var reducesMotion: Bool {
    isCalm || !["", "0"].contains(Surroundings.variable("LECTERN_REDUCED_MOTION") ?? "")
  }

  /// What was asked for, else what the deck says, else the locale.
  func language(_ deck: Deck? = nil) -> Language {
    lang ?? deck?.settings.language ?? Surroundings.language
  }

  /// What pages are set for that are not shown on a terminal.
  func medium(_ loaded: LoadedDeck, path: String) -> Medium {
    Medium(
      ascii: ascii, hasColors: !mono, language: language(loaded.deck),
      pictures: PictureShelf(deck: path, lines: loaded.lines).pictures)
  }

  /// The theme asked for, else the deck's, else dark (light where the terminal says it is).
  func theme(_ deck: Deck?, depth: ColorDepth) -> Theme {
    // With so few colours a theme's shades cannot be told apart.
    guard depth == .palette || depth == .direct else { return .terminal }
    let named = (theme ?? deck?.settings.theme).flatMap { Theme.named($0) }
    return named ?? (Surroundings.hasLightGround ? .light : .dark)
  }
}
