/// `lectern linear`, and `--linear` where it is more at hand: a deck as plain text, to be read aloud
/// or in braille.

import ArgumentParser
import Decks
import DemoKit
import Demos
import Markup
import Presenting
import Screen
import Staging
import Wording

struct LinearCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "linear",
    abstract: "Prints a deck as plain text, for screen readers and braille.",
    discussion: """
      Everything is said in words and in its order: headings, lists, tables, code, pictures, links; \
      a paragraph is a line.
      """)

  @OptionGroup var deck: DeckArgument
  @OptionGroup var look: LookOptions
  @OptionGroup var linear: LinearOptions

  func run() throws {
    let look = try look.resolved()
    let source = try deck.source(look)
    linear.print(try DeckArgument.load(source, look), look)
  }
}

struct LinearOptions: ParsableArguments {
  @Flag(help: "With the speaker's notes, in plain text.")
  var notes = false

  @Flag(help: "Tells what comes with a later key, in plain text.")
  var steps = false

  @Option(help: "The most columns of a line of plain text; without it a paragraph is a line.")
  var width: Int?

  mutating func validate() throws {
    guard width.map({ $0 < 10 }) != true else {
      throw ValidationError(
        Surroundings.language.words(
          "lines need 10 columns at least", "в строке должно быть хотя бы 10 знаков"))
    }
  }

  /// The whole deck, or one slide of it.
  func print(_ loaded: LoadedDeck, _ look: Look, slide: Int? = nil) {
    let language = look.language(loaded.deck)
    var linear = LinearDeck(loaded.deck, language) { request in
      let card = Catalogue.demos.entry(request.name)?.card
      let words = request.alternative.isEmpty ? card?.summary(language) : nil
      let place = request.offset..<request.offset
      let summary = words.map { Block(.paragraph([Inline(.text($0), at: request.offset)]), place) }
      return (card?.title(language) ?? request.name, summary.map { [$0] } ?? request.alternative)
    }
    linear.hasNotes = notes
    linear.hasSteps = steps
    linear.width = width
    let text = slide.map { linear.text(ofSlide: $0) } ?? linear.text
    Output.print(text.withVisibleControls)
  }
}
