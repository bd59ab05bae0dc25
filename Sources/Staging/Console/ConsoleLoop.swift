/// The console's loop: hears the keyboard and the show, shows the console.

import Decks
import Glibc
import Machine
import Markup
import Presenting
import Screen
import Typesetting
import Wording

package final class ConsoleLoop {
  private let terminal: any SuspendableTerminal
  private let link: ConsoleLink
  private let check: DemoCheck
  private let shelf: PictureShelf?
  private let ascii: Bool
  /// The theme for a terminal with a light ground, where nobody has chosen one: it is asked.
  package var lightTheme: Theme?
  private var hasAsked = false
  private var hasLightGround = false
  /// Edits of the configuration and of the theme's file are waited for.
  package var own: OwnWatch?
  private var state: ConsoleState
  /// Which deck was read here, for which version of the show's, and what tells its text from others.
  private var read: (deck: String, revision: Int, text: String)?
  /// When the show last told its time.
  private var told: UInt64 = 0
  private var endedBy: Int32?

  package init(
    terminal: any SuspendableTerminal, state: ConsoleState, link: ConsoleLink, check: DemoCheck,
    shelf: PictureShelf? = nil, ascii: Bool
  ) {
    self.terminal = terminal
    self.state = state
    self.link = link
    self.check = check
    self.shelf = shelf
    self.ascii = ascii
  }

  /// Runs until the console is left; returns the signal that ended it, if one did.
  package func run(deck: String?) -> Int32? {
    if let deck { load(RemoteTalk(deck: deck, dialect: .plain, language: state.language), as: nil) }
    look()
    own?.begin()
    while !state.isFinished {
      act(on: .clock(WallClock.text))
      act(on: .elapsed(sinceTold: Int((MonotonicClock.now - told) / Self.second)))
      terminal.show(frame())
      askOnce()
      hear()
    }
    return endedBy
  }

  private func askOnce() {
    guard lightTheme != nil, !hasAsked else { return }
    hasAsked = true
    terminal.askGround()
  }

  private func frame() -> Grid {
    var canvas = state.canvas(ascii: ascii)
    state.draw(on: &canvas)
    return ascii ? Strokes.ascii(canvas.grid) : canvas.grid
  }

  // MARK: Hearing

  private func hear() {
    terminal.watch(link.descriptors + [own?.descriptor].compactMap { $0 })
    let event = terminal.next(within: patience)
    switch event {
    case .key(let key): act(on: .pressed(key))
    case .pasted(let text): act(on: .pasted(text))
    case .mouse(let mouse): act(on: .pointed(mouse))
    case .resized(let size): act(on: .resized(size))
    case .descriptor(let file) where file == own?.descriptor: own?.hear()
    case .descriptor: look()
    case .stopRequested: suspend()
    case .ground(let color):
      hasLightGround = Contrast.isLight(color)
      if let lightTheme, hasLightGround { act(on: .themeChanged(lightTheme)) }
    case .terminated(let signal):
      endedBy = signal
      act(on: .ended)
    case nil: patienceIsOver()
    }
  }

  private func patienceIsOver() {
    if let news = own?.news(nil) { return choose(news) }
    if link.mustLook { look() }
  }

  /// What does not hold is told by the show, which reads the same files.
  private func choose(_ news: OwnWatch.News) {
    guard case .chosen(let choice) = news else { return }
    lightTheme = choice.followsGround ? .light : nil
    if choice.keys != state.ownKeys { act(on: .keysChanged(choice.keys)) }
    act(on: .themeChanged(hasLightGround ? lightTheme ?? choice.theme : choice.theme))
  }

  /// Seconds are seen while the talk goes on; edits are let finish.
  private var patience: Duration {
    let isCounting = state.isConnected && state.talk?.elapsed != nil
    let usual =
      isCounting ? untilNextSecond : link.mustLook ? .seconds(1) : WallClock.untilNextMinute
    return min(usual, own?.patience ?? usual)
  }

  private static let second: UInt64 = 1_000_000_000

  private var untilNextSecond: Duration {
    .nanoseconds(Int64(Self.second - (MonotonicClock.now - told) % Self.second))
  }

  private func look() {
    if link.isConnected {
      let (news, isThere) = link.hear()
      take(news)
      if isThere { return }
      // A show that is full is asked again, and is full until then.
      if case .refused(.full) = news { return }
      act(on: .lost)
    }
    guard link.connect() else {
      if !link.isPutOff, state.refusal != nil { act(on: .lost) }
      return
    }
    take(link.hear().news)
  }

  private func take(_ news: ConsoleLink.News) {
    switch news {
    case .nothing: break
    case .refused(let why): act(on: .refused(why))
    case .talk(let talk): take(talk)
    }
  }

  private func take(_ talk: RemoteTalk) {
    told = MonotonicClock.now
    if read?.deck != talk.deck || read?.revision != talk.revision { load(talk, as: talk.dialect) }
    act(on: .told(talk, isSameDeck: talk.text == nil || talk.text == read?.text))
  }

  /// Reads what the show has read. In the middle of an edit that is another deck by now: the one that
  /// was read before is nearer to what the audience sees.
  private func load(_ talk: RemoteTalk, as dialect: Dialect?) {
    var source = DeckSource(path: talk.deck, dialect: dialect, check: check)
    source.isShort = talk.isShort
    // What comes in here is somebody's keys.
    if source.isStandardInput {
      let problem = DeckError.cannotOpen(path: talk.deck, errno: ENOENT)
      return act(on: .loadFailed(problem.text(state.language)))
    }
    do {
      let loaded = try source.load()
      let text = loaded.lines.fingerprint
      let isKept = read?.deck == talk.deck && talk.text != nil && text != talk.text
      read = (talk.deck, talk.revision, isKept ? read?.text ?? text : text)
      if isKept { return }
      shelf?.replace(loaded.lines, deck: talk.deck)
      act(on: .loaded(loaded.deck))
    } catch {
      act(on: .loadFailed(error.text(state.language)))
    }
  }

  // MARK: Acting

  private func act(on message: ConsoleMessage) {
    for effect in state.handle(message) {
      switch effect {
      case .send(let key): link.send(.press(key))
      case .sendTo(let place): link.send(.go(place))
      case .suspend: suspend()
      case .redraw: terminal.invalidate()
      case .quit: break
      }
    }
  }

  private func suspend() {
    terminal.suspend()
    if terminal.size != state.size { act(on: .resized(terminal.size)) }
  }
}
