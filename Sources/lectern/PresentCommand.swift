/// `lectern present`, and the options of whatever presents.

import ArgumentParser
import Decks
import Presenting
import Staging

struct PresentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "present", abstract: "Presents a deck (the default).")

  @OptionGroup var deck: DeckArgument
  @OptionGroup var look: LookOptions
  @OptionGroup var programs: PythonOption

  @Option(name: .customLong("from"), help: "The slide to begin with.")
  var first = 1

  @OptionGroup var time: TimeOptions
  @OptionGroup var stage: StageOptions

  @Flag(name: .customLong("resume"), help: "Begins where the last talk on this deck broke off.")
  var resumes = false

  @Flag(help: "Prints it as plain text instead, like `lectern linear`.")
  var linear = false

  @OptionGroup var reading: LinearOptions

  func run() throws {
    let look = try look.resolved(hasStage: true)
    var source = try deck.source(look)
    source.isShort = time.isShort
    if linear { return reading.print(try DeckArgument.load(source, look), look) }
    let broken = resumes ? Show.savedPlace(source)?.broken : nil
    let loaded = try DeckArgument.load(source, look)
    var show = Show(source: source, loaded: loaded, look: look, python: programs.python)
    show.minutes = time.minutes
    stage.apply(to: &show)
    show.broken = broken
    try show.run(from: first)
  }
}

/// What the show lets in, and what it does by itself.
struct StageOptions: ParsableArguments {
  @Flag(help: "The mouse is heard: wheel, links, overview, demos (Shift marks text as usual).")
  var mouse = false

  @Option(help: "Seconds after which slides go on by themselves.")
  var advance: Int?

  @Flag(help: "Round and round, by themselves; only Ctrl-C ends it.")
  var kiosk = false

  func apply(to show: inout Show) {
    show.hearsMouse = mouse
    show.advance = AutoAdvanceWish(seconds: advance, isKiosk: kiosk)
  }
}

/// How much time there is.
struct TimeOptions: ParsableArguments {
  @Option(help: "Minutes the talk is to take: t shows what is left of them.")
  var minutes: Double?

  func validate() throws {
    guard let minutes, !(minutes > 0 && minutes <= 1440) else { return }
    throw ValidationError("--minutes: more than 0, and 1440 at most, which is a day")
  }

  @Flag(name: .customLong("short"), help: "The short form: without slides marked skip: short.")
  var isShort = false
}
