/// The presentation as a value: where one is, what is shown over it, what the stage said.

import Decks
import Screen
import Typesetting
import Wording

package struct PresenterState: Equatable, Sendable {
  /// What is on the screen.
  package enum Mode: Equatable, Sendable {
    case slides, help, overview, blank, diagnostics, finished
  }

  package internal(set) var deck: Deck {
    didSet {
      (prepared, deckIndex) = (nil, nil)
      slide = deck.slide(at: cursor) ?? Slide()
    }
  }
  package internal(set) var findings: Findings
  package internal(set) var cursor: DeckCursor {
    didSet {
      guard cursor.slide != oldValue.slide else { return }
      slide = preparedSlide ?? deck.slide(at: cursor) ?? Slide()
    }
  }
  /// Where the cursor is: kept, for the deck reads a slide anew whenever it is asked.
  package private(set) var slide: Slide
  package internal(set) var mode = Mode.slides
  package internal(set) var size: Size
  package internal(set) var clock = ""
  package internal(set) var pace: Pace
  /// The minutes of the talk, once they were asked for.
  var total = 0.0
  package internal(set) var live: LiveFace?
  /// Frames are held back: five a second, and that is said.
  package internal(set) var isLinkSlow = false
  package let language: Language
  package internal(set) var theme: Theme { didSet { prepared = nil } }
  package internal(set) var medium: Medium { didSet { prepared = nil } }
  /// A clicker's PgDn starts demos, where the deck does not say what it does.
  var clickerStartsDemos: Bool
  /// The keys somebody has chosen; nil for those of the program.
  package internal(set) var ownKeys: KeyTable?
  /// Demos run where they can be seen; a terminal without room for them shows their words.
  package let hasStage: Bool

  /// The rows of the body that have been scrolled away.
  var scroll = 0
  /// As many were at the beginning of the step.
  var home = 0
  /// The reader has scrolled since: rows lead, not lit lines.
  var hasScrolled = false
  /// Rows of the help, or of what is wrong, that have been scrolled away.
  var pageScroll = 0
  /// What is being typed into the foot line.
  var entry: Entry?
  /// Words that are looked for, until Esc, and where one was when it began.
  var search: Search?
  var searchOrigin = DeckCursor()
  /// The speaker's notes stand below the slide; so many of their rows are scrolled away.
  var showsNotes = false
  var noteScroll = 0
  /// What the audience is to look at.
  var attention: Attention?
  package internal(set) var advance: AutoAdvance
  var history = History()
  /// A talk that broke off, and when it began in the seconds of this one: whoever goes back there goes
  /// on with its time.
  var broken: BrokenTalk?
  /// Slides one wants to come back to.
  var bookmarks: Set<Int> = []
  /// The slide that is chosen in the overview.
  var selected = 0
  /// What the slides say, once something was looked for.
  private(set) var deckIndex: DeckIndex?
  /// The columns of code that have been panned away; nil where long lines go on below.
  var pan: Int?
  /// The arrows are the demo's, until Esc.
  var demoHasArrows = false
  /// Which of a slide's demos has the floor.
  var floor = 0
  var stepLimit = StepLimit()
  /// When the key was pressed that is obeyed; nil where nobody says.
  var pressTime: Duration?
  /// The first key of a chord, while the second is waited for.
  var chord: Key?
  /// Said once in the foot line, until the next key.
  var notice = ""
  private(set) var page: Page
  /// What comes after this slide.
  package internal(set) var prepared: PreparedPage?

  package init(
    deck: Deck, problems: [String] = [], errorCount: Int = 0, size: Size, theme: Theme,
    language: Language, medium: Medium = Medium(),
    slideNumber: Int = 1, minutes: Double? = nil, advance wish: AutoAdvanceWish = AutoAdvanceWish(),
    hasStage: Bool = true, keys: KeyTable? = nil, timer: TimerFace = .off,
    clickerStartsDemos: Bool = false, ownProblems: [String] = []
  ) {
    ownKeys = keys
    self.clickerStartsDemos = clickerStartsDemos
    findings = Findings(deck: problems, errorCount: errorCount, own: ownProblems)
    pace = Pace(minutes: minutes)
    let seconds = wish.seconds ?? deck.settings.advance
    advance = AutoAdvance(
      seconds: seconds ?? (wish.isKiosk ? AutoAdvanceWish.ofKiosk : nil), isKiosk: wish.isKiosk)
    self.deck = deck
    self.size = size
    self.theme = theme
    self.medium = medium
    self.language = language
    self.hasStage = hasStage
    var cursor = DeckCursor()
    cursor.jump(toNumber: slideNumber, in: deck)
    self.cursor = cursor
    slide = deck.slide(at: cursor) ?? Slide()
    page = Page()
    arrive()
    if timer != .off { showTimer(timer) }
    tellOfOwnProblems()
  }

  /// The demo this slide wants on the stage now.
  package var wantedDemo: DemoRequest? {
    guard hasStage, mode != .finished else { return nil }
    let demos = slide.demos
    return demos.indices.contains(floor) ? demos[floor] : demos.first
  }

  /// Below 60×20 a demo says nothing readable: its alternative text does.
  var hasRoomForDemo: Bool { size.columns >= 60 && stageSize.rows >= Self.leastStage }

  /// The live demo is on the screen, so its keys are its own.
  var isDemoVisible: Bool {
    wantedDemo != nil && live != nil && live?.problem == nil && hasRoomForDemo
  }

  /// What the slides say: all of them are read for it.
  mutating func index() -> DeckIndex {
    let index = deckIndex ?? DeckIndex(of: deck)
    deckIndex = index
    return index
  }

  mutating func resetPage() {
    page =
      preparedPage
      ?? typesetter.page(
        for: shownSlide, isFirst: cursor.slide == 0, in: stageSize, isLive: isDemoVisible)
    scroll = max(0, min(scroll, page.overflow))
    home = min(home, page.overflow)
  }

  var typesetter: Typesetter {
    var typesetter = Typesetter(theme: theme, medium: medium, settings: deck.settings)
    typesetter.pan = pan
    return typesetter
  }
}
