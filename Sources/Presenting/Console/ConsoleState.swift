/// The speaker's console as a value: what the show told, the deck as it is here, what is chosen before
/// the audience sees it.

import Decks
import Screen
import Typesetting
import Wording

package enum ConsoleMessage: Equatable, Sendable {
  case pressed(Key)
  case pointed(Mouse)
  case pasted(String)
  case resized(Size)
  case clock(String)
  /// Seconds since the show last told its time.
  case elapsed(sinceTold: Int)
  /// What the show told, and whether the deck as it was read here is the one it shows.
  case told(RemoteTalk, isSameDeck: Bool = true)
  /// A show is there, but it is not heard.
  case refused(ConsoleRefusal)
  /// The terminal's ground is a light one, or another theme was chosen.
  case themeChanged(Theme)
  /// Somebody's own keys are others now.
  case keysChanged(KeyTable?)
  /// The show is no longer there.
  case lost
  /// The deck as it was read here.
  case loaded(Deck)
  case loadFailed(String)
  /// The terminal is gone, or somebody wants the console to end: whatever it is doing, it does.
  case ended
}

/// Why a show that is there is not heard.
package enum ConsoleRefusal: Equatable, Sendable {
  /// It speaks another version of the protocol.
  case foreign
  /// It has as many consoles as it takes.
  case full
}

package enum ConsoleEffect: Equatable, Sendable {
  /// For the show: a key, as if it was pressed there.
  case send(Key)
  case sendTo(DeckCursor)
  case suspend, redraw, quit
}

package struct ConsoleState: Sendable {
  enum Layout: CaseIterable, Sendable { case even, largeNotes, largeSlides }

  package internal(set) var talk: RemoteTalk?
  package internal(set) var isConnected = false
  /// The file has been edited into another deck than the show has.
  var isEdited = false
  /// There is a show, of another version of the program.
  package internal(set) var refusal: ConsoleRefusal?
  package internal(set) var deck: Deck?
  package internal(set) var size: Size
  package internal(set) var clock = ""
  package internal(set) var isFinished = false
  /// The show's, unless one was asked for here.
  package private(set) var language: Language
  private let hasOwnLanguage: Bool
  package private(set) var theme: Theme
  package let medium: Medium
  /// The keys somebody has chosen; nil for those of the program.
  package private(set) var ownKeys: KeyTable?
  /// The first key of a chord, while the second is waited for.
  private var chord: Key?
  /// Seconds since the show last told its time.
  var sinceTold = 0
  var noteScroll = 0
  /// How the room is shared out between slides and notes.
  var layout = Layout.even
  /// Looking for a slide: nobody but the speaker sees it.
  var desk: PresenterState?
  /// What was found at the desk: `n` and `N` lead the show to the other hits, until Esc.
  private(set) var found: PresenterState?
  var showsHelp = false
  var notice = ""
  var plan: TalkPlan?

  package init(
    size: Size, theme: Theme, language: Language, hasOwnLanguage: Bool = false, medium: Medium,
    keys: KeyTable? = nil
  ) {
    ownKeys = keys
    self.hasOwnLanguage = hasOwnLanguage
    self.size = size
    self.theme = theme
    self.language = language
    self.medium = medium
  }

  package mutating func handle(_ message: ConsoleMessage) -> [ConsoleEffect] {
    switch message {
    case .pressed(let key):
      notice = ""
      return press(key)
    case .pointed(let mouse):
      notice = ""
      return point(mouse)
    // What is pasted is for whoever types here.
    case .pasted(let text): _ = desk?.handle(.pasted(text))
    case .resized(let newer):
      size = newer
      _ = desk?.handle(.resized(newer))
    case .clock(let time): clock = time
    case .elapsed(let seconds): if isConnected { sinceTold = seconds }
    case .themeChanged(let newer):
      theme = newer
      _ = desk?.handle(.themeChanged(newer))
    case .keysChanged(let newer):
      (ownKeys, chord) = (newer, nil)
      _ = desk?.handle(.chosen(keys: newer, clickerStartsDemos: false, problems: []))
    case .told(let newer, let isSameDeck):
      hear(newer)
      isEdited = !isSameDeck
    case .refused(let why): refusal = why
    case .lost: (isConnected, refusal) = (false, nil)
    case .loaded(let newer):
      deck = newer
      plan = TalkPlan(of: newer, minutes: talk?.minutes)
      // Whoever types into it goes on.
      _ = desk?.handle(.reloaded(newer, leadsToEdit: false))
      _ = found?.handle(.reloaded(newer, leadsToEdit: false))
    case .loadFailed(let why): notice = why
    case .ended: return finish()
    }
    return []
  }

  private mutating func finish() -> [ConsoleEffect] {
    isFinished = true
    return [.quit]
  }

  private mutating func hear(_ newer: RemoteTalk) {
    if newer.place.slide != talk?.place.slide { noteScroll = 0 }
    if newer.minutes != talk?.minutes, let deck {
      plan = TalkPlan(of: deck, minutes: newer.minutes)
    }
    talk = newer
    if !hasOwnLanguage { language = newer.language }
    (isConnected, refusal, sinceTold) = (true, nil, 0)
  }

  /// Where the show is, as far as there is such a place here.
  package var place: DeckCursor {
    let place = talk?.place ?? DeckCursor()
    return deck.map { place.clamped(to: $0) } ?? place
  }

  /// Seconds since the talk began.
  var elapsed: Int? { talk?.elapsed.map { $0 + sinceTold } }

  var spent: Int { (talk?.spent ?? 0) + (talk?.elapsed != nil ? sinceTold : 0) }

  // MARK: Keys

  private mutating func press(_ key: Key) -> [ConsoleEffect] {
    // Also while something is looked for, or a chord waits for its second key: the show hears nothing.
    if key == .control("c") { return finish() }
    if desk != nil { return atDesk(.pressed(key)) }
    if showsHelp {
      showsHelp = false
      // All other keys are the show's: asked for once more, they are told.
      if table.command(for: key.latin) == .help { lookAtDesk(.help) }
      return []
    }
    let latin = key.latin
    if let first = chord { return finishChord(first, key) }
    if let effects = pressAmongHits(latin) { return effects }
    if isConnected, talk?.demo?.ownKeys.contains(latin) == true { return forward([key]) }
    if table.beginsChord(latin) {
      chord = key
      return []
    }
    return table.command(for: latin).flatMap { obey($0) } ?? forward([key])
  }

  /// A chord of the console's is obeyed, both keys of any other are the show's.
  private mutating func finishChord(_ first: Key, _ second: Key) -> [ConsoleEffect] {
    chord = nil
    let command = table.command(for: KeySequence(first.latin, second.latin))
    return command.flatMap { obey($0) } ?? forward([first, second])
  }

  var table: KeyTable { ownKeys ?? .standard }

  /// What the console does itself; nil for a command that is the show's.
  private mutating func obey(_ command: PresenterCommand) -> [ConsoleEffect]? {
    let step = max(1, size.rows / 4)
    switch command {
    case .quit: return finish()
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    case .notesDown: scrollNotes(by: step)
    case .notesUp: scrollNotes(by: -step)
    case .consoleRoom: turnLayout()
    case .help: showsHelp = true
    case .overview, .search, .goTo: lookAtDesk(command)
    // Whatever other keys the show has: this one always ends it.
    case .endShow: return forward([.control("c")])
    default: return nil
    }
    return []
  }

  mutating func scrollNotes(by rows: Int) {
    noteScroll = max(0, min(noteScroll, ConsoleView(state: self).noteOverflow) + rows)
  }

  private mutating func turnLayout() {
    let all = Layout.allCases
    layout = all[((all.firstIndex(of: layout) ?? 0) + 1) % all.count]
  }

  mutating func forward(_ keys: [Key]) -> [ConsoleEffect] {
    guard isConnected else {
      notice = Phrase("no show to drive", "показа нет: управлять нечем")(language)
      return []
    }
    return keys.map { .send($0) }
  }

  /// Overview, search and titles are looked through here; the audience sees where one goes.
  private mutating func lookAtDesk(_ command: PresenterCommand) {
    guard let deck else { return }
    var state = PresenterState(
      deck: deck, size: size, theme: theme, language: language, medium: medium, hasStage: false,
      keys: ownKeys)
    state.place(at: place)
    _ = state.obey(command, .escape)
    desk = state
  }

  mutating func atDesk(_ message: PresenterMessage) -> [ConsoleEffect] {
    guard var state = desk else { return [] }
    _ = state.handle(message)
    let isChosen = state.entry == nil && state.mode == .slides && state.chord == nil
    desk = isChosen || state.mode == .finished ? nil : state
    guard isChosen else { return [] }
    found = state.search == nil ? nil : state
    return goTo(state.cursor)
  }

  private func goTo(_ target: DeckCursor) -> [ConsoleEffect] {
    isConnected && target != place ? [.sendTo(target)] : []
  }

  /// Behind a search these keys are the console's, as they would be the show's.
  private mutating func pressAmongHits(_ key: Key) -> [ConsoleEffect]? {
    guard var state = found else { return nil }
    state.place(at: place)
    switch key {
    case .character("n"): state.goToHit(isForward: true)
    case .character("N"): state.goToHit(isForward: false)
    case .escape:
      found = nil
      return []
    default: return nil
    }
    found = state
    return goTo(state.cursor)
  }

  /// Which of the hits the show is at.
  var hitRemark: String {
    guard var state = found, let search = state.search else { return "" }
    state.place(at: place)
    return "/" + search.text + (state.searchRemark.map { "   " + $0 } ?? "")
  }
}
