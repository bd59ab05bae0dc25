/// The deck a command was given, or the lecture that ships with the program.

import ArgumentParser
import Decks
import Staging
import Wording

struct DeckArgument: ParsableArguments {
  @Argument(
    help:
      "The deck, a Markdown file, or - for standard input (which no console can find); without it the lecture that ships with lectern."
  )
  var deck: String?

  @OptionGroup var reading: DialectOption

  func source(_ look: Look) throws -> DeckSource {
    try Self.source(deck, look, as: reading.dialect)
  }

  static func source(_ path: String?, _ look: Look, as dialect: Dialect? = nil) throws
    -> DeckSource
  {
    guard let path else { return try shipped("lecture.md", look) }
    var source = DeckSource(path: path, dialect: dialect, check: look.check)
    source.themes = look.themes
    return source
  }

  /// A deck that ships with the program.
  static func shipped(_ name: String, _ look: Look) throws -> DeckSource {
    let deck = Surroundings.shipped(name)
    guard let found = deck.found else {
      Output.complain(
        Phrase("\(name) does not lie beside the program. Looked for:", "нет \(name). Искали:")(
          look.language()))
      for place in deck.looked { Output.note("  " + place) }
      throw ExitCode(66)
    }
    return DeckSource(path: found, check: look.check)
  }

  /// Reads the deck; one that cannot be read or has no slides ends the program.
  static func load(_ source: DeckSource, _ look: Look) throws -> LoadedDeck {
    let loaded: LoadedDeck
    do {
      loaded = try source.load()
    } catch {
      Output.complain(error.text(look.language()))
      throw ExitCode(error.exitStatus)
    }
    guard !loaded.deck.slides.isEmpty else {
      for line in loaded.texts(path: source.path, look.language(loaded.deck)) { Output.note(line) }
      throw ExitCode(65)
    }
    return loaded
  }
}
