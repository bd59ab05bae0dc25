/// A deck on the real terminal: wires deck, terminal, stage and loop.

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
  /// The talk to go on with.
  var broken: (place: DeckCursor, elapsed: Int)?
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
    if hearsMouse || look.configuration.usesMouse == true { terminal.hearMouse(true) }
    let place = Place(
      terminal: terminal, language: language(terminal), ascii: look.ascii || terminal.needsASCII,
      ordersBidi: !options.ordersBidi, choice: look.own(loaded.deck, depth: terminal.depth),
      shelf: PictureShelf(deck: source.path, lines: loaded.lines, used: source.used))
    let loop = loop(at: place, state: state(at: place, from: number))
    let signal = loop.run()
    terminal.close()
    if let remark = terminal.remark { Output.complain(remark.phrase(place.language)) }
    defer { if let signal { NcursesTerminal.die(of: signal) } }
    try atEnd(loop.state)
  }

  /// What the terminal and the look come to, for everything that is put together.
  private struct Place {
    let terminal: NcursesTerminal
    let language: Language
    let ascii: Bool
    let ordersBidi: Bool
    let choice: OwnChoice
    let shelf: PictureShelf

    var hasColors: Bool { terminal.depth != .mono }
  }

  private func state(at place: Place, from number: Int) -> PresenterState {
    var medium = Medium(
      ascii: place.ascii, hasColors: place.hasColors, hasHyperlinks: place.terminal.hasHyperlinks,
      language: place.language, pictures: place.shelf.pictures)
    medium.ordersBidi = place.ordersBidi
    var state = PresenterState(
      deck: loaded.deck, size: place.terminal.size, theme: place.choice.theme,
      language: place.language, medium: medium, slideNumber: number,
      minutes: minutes ?? minutesOfConfiguration, advance: advance, keys: place.choice.keys,
      timer: look.configuration.timer ?? .off,
      clickerStartsDemos: place.choice.clickerStartsDemos,
      ownProblems: place.choice.problems.map { $0.text(place.language) })
    if let broken { state.resume(at: broken.place, elapsed: broken.elapsed) }
    // The first slide is rehearsed, too.
    if isRehearsal { state.beginTime() }
    return state
  }

  private func stage(at place: Place) -> DemoStage {
    let theme = place.choice.theme
    var setting = DemoSetting.here(
      place.language, ascii: place.ascii, recorder: recorder, sabotage: sabotage, python: python)
    setting.palette = { DemoPalette(theme) }
    setting.hasColors = place.hasColors
    setting.reducesMotion = look.reducesMotion
    return DemoStage(check: look.check, setting: setting, path: source.path, lines: loaded.lines)
  }

  /// A deck that was reviewed is a demo's own: nobody edits it, drives it or comes back to it.
  private func loop(at place: Place, state: PresenterState) -> FrameLoop {
    let saved = isReviewed ? nil : Self.savedPlace(source)
    CrashNote.prepare(
      place.language, command: saved.flatMap { _ in CrashNote.command(resuming: source.path) })
    let loop = FrameLoop(
      terminal: place.terminal, state: state, stage: stage(at: place), source: source,
      loaded: isReviewed ? nil : loaded, shelf: place.shelf, watch: isReviewed ? nil : FileWatch(),
      place: saved,
      consoles: isReviewed ? nil : ConsoleFolder(variable: Surroundings.variable),
      ascii: place.ascii, reducesMotion: look.reducesMotion)
    loop.isRehearsal = isRehearsal
    loop.lightTheme = place.choice.followsGround ? .light : nil
    if !isReviewed { loop.own = look.watch(place.choice, depth: place.terminal.depth) }
    return loop
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
