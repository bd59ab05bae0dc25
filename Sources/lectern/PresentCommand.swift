/// `lectern present`: wires deck, terminal, stage and loop.

import ArgumentParser
import Decks
import DemoKit
import Glibc
import Ncurses
import Presenting
import Screen
import Staging
import Typesetting
import Wording

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
    try show.run(from: broken.map { $0.slide + 1 } ?? first)
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

/// A deck on the real terminal.
struct Show {
  let source: DeckSource
  let loaded: LoadedDeck
  let look: Look
  var recorder = RecorderChoice.best
  var sabotage: Sabotage?
  var python: String?
  /// Whether it is still to be told what is wrong with the slides.
  var isReviewed = false
  var minutes: Double?
  /// An edit leads to the slide that was edited.
  var isRehearsal = false
  var hearsMouse = false
  var advance = AutoAdvanceWish()

  static func present(
    _ source: DeckSource, _ look: Look, from number: Int
  ) throws {
    let loaded = try DeckArgument.load(source, look)
    try Show(source: source, loaded: loaded, look: look).run(from: number)
  }

  static func savedPlace(_ source: DeckSource) -> SavedPlace? {
    source.isStandardInput
      ? nil : SavedPlace(deck: source.path, variable: Surroundings.variable)
  }

  /// Runs until the talk is over. How it was left is told before a signal ends the process.
  func run(from number: Int, atEnd: (PresenterState) throws -> Void = { _ in }) throws {
    let options = TerminalOptions(
      environment: Surroundings.variable, wantsMono: look.isMono(loaded.deck))
    let terminal = try Self.terminal(options, look.language(loaded.deck))
    let ascii = look.ascii || terminal.needsASCII
    let language = language(terminal)
    let choice = look.own(loaded.deck, depth: terminal.depth)
    let theme = choice.theme
    var setting = DemoSetting.here(
      language, ascii: ascii, recorder: recorder, sabotage: sabotage, python: python)
    setting.palette = { DemoPalette(theme) }
    setting.hasColors = terminal.depth != .mono
    setting.reducesMotion = look.reducesMotion
    let shelf = PictureShelf(deck: source.path, lines: loaded.lines, used: source.used)
    var medium = Medium(
      ascii: ascii, hasColors: terminal.depth != .mono, hasHyperlinks: terminal.hasHyperlinks,
      language: language, pictures: shelf.pictures)
    medium.ordersBidi = !options.ordersBidi
    let configuration = look.configuration
    let state = PresenterState(
      deck: loaded.deck, size: terminal.size, theme: theme, language: language,
      medium: medium, slideNumber: number, minutes: minutes ?? minutesOfConfiguration,
      advance: advance,
      keys: choice.keys, timer: configuration.timer ?? .off,
      clickerStartsDemos: choice.clickerStartsDemos,
      ownProblems: choice.problems.map { $0.text(language) })
    if hearsMouse || configuration.usesMouse == true { terminal.hearMouse(true) }
    let stage = DemoStage(
      check: look.check, setting: setting, path: source.path, lines: loaded.lines)
    let place = isReviewed ? nil : Self.savedPlace(source)
    CrashNote.prepare(
      language, command: place.flatMap { _ in CrashNote.command(resuming: source.path) })
    let loop = FrameLoop(
      terminal: terminal, state: state, stage: stage, source: source,
      loaded: isReviewed ? nil : loaded,
      shelf: shelf, watch: isReviewed ? nil : FileWatch(),
      place: place,
      consoles: isReviewed ? nil : ConsoleFolder(variable: Surroundings.variable),
      ascii: ascii, reducesMotion: look.reducesMotion)
    loop.isRehearsal = isRehearsal
    loop.lightTheme = choice.followsGround ? .light : nil
    if !isReviewed { loop.own = look.watch(choice, depth: terminal.depth) }
    let signal = loop.run()
    terminal.close()
    if let remark = terminal.remark { Output.complain(remark.phrase(language)) }
    defer { if let signal { NcursesTerminal.die(of: signal) } }
    try atEnd(loop.state)
  }

  /// The configuration's, where the deck does not say how long it takes.
  private var minutesOfConfiguration: Double? {
    loaded.deck.settings.minutes == nil ? look.configuration.minutes : nil
  }

  static func terminal(_ options: TerminalOptions, _ language: Language) throws -> NcursesTerminal {
    CrashNote.prepare(language)
    do {
      return try NcursesTerminal(options)
    } catch .notATerminal {
      Output.complain(
        Phrase(
          "this is no terminal; `lectern dump` prints slides as text",
          "это не терминал; слайды текстом печатает lectern dump")(language))
    } catch .unusable(let term) {
      Output.complain(
        Phrase(
          "a terminal of type '\(term)' cannot show slides; `lectern dump` prints them as text",
          "терминал типа «\(term)» слайдов не покажет; текстом их печатает lectern dump")(language))
    } catch .scarce(let problem) {
      let reason = Phrase.system(String(cString: strerror(problem)))
      Output.complain((Phrase("the terminal: ", "терминал: ") + reason)(language))
      throw ExitCode(71)
    }
    throw ExitCode(69)
  }

  /// A terminal without Cyrillic is spoken to in English, unless Russian was asked for.
  private func language(_ terminal: NcursesTerminal) -> Language {
    if terminal.hasOnlyASCII, look.lang == nil { return .english }
    return look.language(loaded.deck)
  }
}

extension TerminalRemark {
  fileprivate var phrase: Phrase {
    switch self {
    case .noType(let name): Phrase("TERM is not set, took \(name)", "TERM не задан, взят \(name)")
    case .unknownType(let name):
      Phrase("unknown terminal type, took \(name)", "неизвестный тип терминала, взят \(name)")
    }
  }
}
