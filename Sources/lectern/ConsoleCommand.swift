/// `lectern console`: the speaker's second terminal.

import ArgumentParser
import Decks
import Markup
import Ncurses
import Presenting
import Screen
import Staging
import Typesetting
import Wording

struct ConsoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "console",
    abstract: "The speaker's second terminal: notes, the next slide, the time; drives the show.",
    discussion: """
      Finds the show that runs on this machine, and waits for one where there is none. Either may be \
      started first; several consoles may listen to one show. `?` shows its keys.
      """)

  @Argument(help: "The deck whose show is wanted; without it, whatever is shown.")
  var deck: String?

  @Flag(
    help: """
      The mouse is heard: the wheel scrolls notes and drives the show, a press chooses in the \
      overview (Shift marks text as usual).
      """)
  var mouse = false

  @OptionGroup var look: LookOptions

  func run() throws {
    let look = try look.resolved(hasStage: true)
    let options = TerminalOptions(environment: Surroundings.variable, wantsMono: look.isMono(nil))
    let language = look.language()
    if deck == "-" {
      let words = Phrase(
        "a console has no use for a deck from standard input: name the file",
        "пульту нечего делать с текстом со стандартного ввода: назовите файл")
      Output.complain(words(language))
      throw ExitCode(64)
    }
    // The show of a deck that is not there is nobody's.
    if let deck, DeckSource.realPath(deck) == nil {
      _ = try DeckArgument.load(DeckArgument.source(deck, look), look)
    }
    let folder = ConsoleFolder(variable: Surroundings.variable)
    do {
      try folder.prepare()
    } catch {
      Output.complain(error.text(language))
      throw ExitCode(69)
    }
    let terminal = try Show.terminal(options, language)
    if mouse || look.configuration.usesMouse == true { terminal.hearMouse(true) }
    let ascii = look.ascii || terminal.needsASCII
    let path = deck.flatMap(DeckSource.realPath)
    let shelf = PictureShelf(deck: path ?? "", lines: SourceLines(""))
    var medium = Medium(
      ascii: ascii, hasColors: terminal.depth != .mono, language: language, pictures: shelf.pictures
    )
    medium.ordersBidi = !options.ordersBidi
    let choice = look.own(nil, depth: terminal.depth)
    let state = ConsoleState(
      size: terminal.size, theme: choice.theme, language: language,
      hasOwnLanguage: look.lang != nil, medium: medium, keys: choice.keys)
    let loop = ConsoleLoop(
      terminal: terminal, state: state, link: ConsoleLink(folder, deck: path),
      check: look.check, shelf: shelf, ascii: ascii)
    loop.lightTheme = choice.followsGround ? .light : nil
    loop.own = look.watch(choice, depth: terminal.depth)
    let signal = loop.run(deck: path ?? deck)
    terminal.close()
    if let signal { NcursesTerminal.die(of: signal) }
  }
}
