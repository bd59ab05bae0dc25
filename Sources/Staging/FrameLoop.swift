/// The loop: hear, change, act, show. One thread, and it sleeps while nothing moves.

import Decks
import DemoKit
import Machine
import Markup
import Presenting
import Screen
import Typesetting
import Wording

package final class FrameLoop {
  let terminal: any SuspendableTerminal
  let stage: DemoStage
  let source: DeckSource
  let shelf: PictureShelf?
  private let ascii: Bool
  package private(set) var state: PresenterState
  /// An edit leads to the slide that was edited.
  package var isRehearsal = false
  /// The theme for a terminal with a light ground, where nobody has chosen one: it is asked.
  package var lightTheme: Theme?
  /// Edits of the configuration and of the theme's file are waited for.
  package var own: OwnWatch?
  private var hasLightGround = false
  private var pace: FramePace
  /// Somebody did something: the next frame is for that, not for a demo that goes on.
  private var isAsked = true
  /// The deck that is still read through, to tell what is wrong with it.
  var reviewed: (loaded: LoadedDeck, review: DeckReview)?
  let watch: FileWatch?
  private var savedPlace: SavedPlace?
  var consoles: ServedConsoles?
  var reloading = ReloadPace()
  private let start = MonotonicClock.now
  private var endedBy: Int32?

  package init(
    terminal: any SuspendableTerminal, state: PresenterState, stage: DemoStage,
    source: DeckSource, loaded: LoadedDeck? = nil, shelf: PictureShelf? = nil,
    watch: FileWatch? = nil, place: SavedPlace? = nil, consoles: ConsoleFolder? = nil,
    ascii: Bool, reducesMotion: Bool = false
  ) {
    pace = FramePace(reducesMotion: reducesMotion)
    self.consoles = consoles.map { ServedConsoles(folder: $0) }
    savedPlace = place
    self.watch = watch
    reviewed = loaded.map { ($0, source.review(of: $0.deck)) }
    self.terminal = terminal
    self.state = state
    self.stage = stage
    self.source = source
    self.shelf = shelf
    self.ascii = ascii
  }

  /// Runs until the presentation is over; returns the signal that ended it, if one did.
  package func run() -> Int32? {
    defer {
      stage.unmount()
      // Whoever ends by a signal leaves no socket behind.
      consoles = nil
    }
    act(on: .clock(WallClock.text))
    perform(state.firstEffects)
    turn()
    if lightTheme != nil { terminal.askGround() }
    // After the first slide: nothing it needs is heard here.
    beginWatching()
    beginServing()
    if let talk = savedPlace?.broken { act(on: .brokeOff(talk.place, elapsed: talk.elapsed)) }
    while state.mode != .finished {
      hear()
      turn()
      // Once it is shown: a slide that ends the show by being drawn is none to go on with.
      if state.pace.hasBegun { savedPlace?.keep(state.cursor, elapsed: state.pace.elapsed) }
    }
    if endedBy == nil { savedPlace?.forget() }
    return endedBy
  }

  /// Looks at the demo, tells the presenter, shows the frame.
  private func turn() {
    if reloading.isAsked, state.mode != .finished { mayReload() }
    stage.tick(at: sinceStart)
    if state.live != stage.face { act(on: .demoChanged(stage.face)) }
    if state.clock != WallClock.text { act(on: .clock(WallClock.text)) }
    tellTime()
    // Told before the frame is drawn: the last one of a run stays on the screen.
    let isSlow = stage.isMoving && pace.isSlow
    if state.isLinkSlow != isSlow { act(on: .linkChanged(isSlow: isSlow)) }
    guard state.mode != .finished else { return tellConsoles() }
    guard pace.isDue(isAsked: isAsked || !stage.isMoving, at: MonotonicClock.now) else { return }
    isAsked = false
    var frame = frame()
    // Drawing tells whether a picture is taller than the screen, and the foot line says so.
    if state.live != stage.face {
      act(on: .demoChanged(stage.face))
      frame = self.frame()
    }
    let begun = MonotonicClock.now
    terminal.show(frame)
    pace.wrote(in: MonotonicClock.now - begun)
    // After the audience.
    tellConsoles()
    // Not beside a demo, which may be measuring.
    if !stage.isMoving { state.prepare() }
    if reloading.followed > 0 { followNewFiles() }
  }

  /// The time since the loop began.
  var sinceStart: Duration { .nanoseconds(Int64(MonotonicClock.now - start)) }

  private var elapsed: Int { Int(sinceStart.components.seconds) }

  private func tellTime() { if state.pace.now != elapsed { act(on: .elapsed(elapsed)) } }

  /// Until the next second where seconds are seen.
  private var timerPatience: Duration {
    if !state.showsSeconds {
      guard let due = state.advanceTime else { return .seconds(3600) }
      return .nanoseconds(
        max(0, Int64(due) * 1_000_000_000 - Int64(MonotonicClock.now - start)) + 1_000_000)
    }
    return .nanoseconds(1_000_000_000 - Int64((MonotonicClock.now - start) % 1_000_000_000))
  }

  private func frame() -> Grid {
    var canvas = state.canvas(ascii: ascii)
    state.draw(on: &canvas) { stage.draw(on: &$0) }
    return ascii ? Strokes.ascii(canvas.grid) : canvas.grid
  }

  // MARK: Hearing

  /// Waits for one event, then takes what else is there, so that a storm makes one frame.
  private func hear() {
    listenToConsoles()
    guard let event = wait() else { return }
    pace.wasInterrupted()
    take(event)
    var most = 32
    while most > 0, state.mode != .finished, let more = terminal.next(within: .zero) {
      take(more)
      most -= 1
    }
  }

  private func wait() -> TerminalEvent? {
    if consolesWait {
      if let event = terminal.next(within: .zero) { return event }
      hearConsoles()
      return nil
    }
    while isReviewing {
      if let event = terminal.next(within: .zero) { return event }
      if !goOnReviewing() { return nil }
    }
    let patience =
      stage.isMoving ? pace.patience(at: MonotonicClock.now) : WallClock.untilNextMinute
    let most = min(reloadPatience, timerPatience)
    guard let event = terminal.next(within: min(patience, most)) else {
      reloadIfDue()
      chooseIfDue()
      return nil
    }
    return event
  }

  private func take(_ event: TerminalEvent) {
    switch event {
    case .key(let key): act(on: .pressed(key, at: sinceStart))
    case .mouse(let mouse): act(on: .pointed(mouse, at: sinceStart))
    case .pasted(let text): if state.takesText { act(on: .pasted(text)) }
    case .resized(let size): act(on: .resized(size))
    case .stopRequested: perform([.suspend])
    case .ground(let color): suit(color)
    case .descriptor(let file):
      if file == own?.descriptor {
        own?.hear()
      } else if file != watch?.descriptor {
        hearConsoles()
      } else if watch?.hear() == true {
        mayReload()
      }
    case .terminated(let signal):
      endedBy = signal
      act(on: .pressed(.control("c")))
    }
  }

  /// The ground turned out to be light.
  private func suit(_ color: UInt32) {
    hasLightGround = Contrast.isLight(color)
    if let lightTheme, hasLightGround { dress(in: lightTheme) }
  }

  private func dress(in theme: Theme) {
    guard theme != state.theme else { return }
    stage.dress(in: theme)
    act(on: .themeChanged(theme))
  }

  // MARK: Choosing

  /// Somebody's own files have changed.
  private func chooseIfDue() { if let news = own?.news(state.deck) { take(news) } }

  /// The deck that is shown now wants another theme.
  func chooseAgain() { if let news = own?.readNow(state.deck) { take(news) } }

  private func take(_ news: OwnWatch.News) {
    watchDescriptors()
    switch news {
    case .refused(let choice):
      act(on: .refused(problems: choice.problems.map { $0.text(state.language) }))
    case .chosen(let choice):
      lightTheme = choice.followsGround ? .light : nil
      dress(in: hasLightGround ? lightTheme ?? choice.theme : choice.theme)
      act(
        on: .chosen(
          keys: choice.keys, clickerStartsDemos: choice.clickerStartsDemos,
          problems: choice.problems.map { $0.text(state.language) }))
    }
  }

  // MARK: Acting

  func act(on message: PresenterMessage) {
    // What somebody does has its time, wherever it was done.
    if message.isOfSpeaker { tellTime() }
    switch message {
    case .demoChanged, .clock, .elapsed, .linkChanged: break
    default: isAsked = true
    }
    perform(state.handle(message))
  }

  private func perform(_ effects: [PresenterEffect]) {
    for effect in effects {
      switch effect {
      case .mountDemo(let request): mount(request)
      case .unmountDemo:
        stage.unmount()
        act(on: .demoChanged(nil))
      case .pressDemo(let key):
        stage.press(key)
        act(on: .demoChanged(stage.face))
      case .reload: reloading.ask()
      case .redraw: terminal.invalidate()
      case .copy(let text): terminal.copy(text)
      case .suspend: suspend()
      case .quit: stage.unmount()
      }
    }
  }

  private func mount(_ request: DemoRequest) {
    stage.mount(request)
    act(on: .demoChanged(stage.face))
  }

  private func suspend() {
    terminal.suspend()
    if terminal.size != state.size { act(on: .resized(terminal.size)) }
  }
}

extension LoadedDeck {
  /// The diagnostics as lines, at most a hundred of them.
  package func texts(path: String, _ language: Language) -> [String] {
    let shown = diagnostics.prefix(Limits.diagnostics).map {
      $0.text(path: path, lines: lines, language)
    }
    let more = diagnostics.count - shown.count
    guard more > 0 else { return shown }
    return shown + [Phrase("… and \(more) more", "… и ещё \(more)")(language)]
  }
}
