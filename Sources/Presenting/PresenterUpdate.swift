/// What a message does: the state changes, and what has to be done comes back as effects.

import Decks
import Screen
import Typesetting

extension PresenterState {
  package mutating func handle(_ message: PresenterMessage) -> [PresenterEffect] {
    let (before, placeBefore) = (wantedDemo, cursor)
    let slideBefore = placeBefore.slide
    var effects = change(message)
    if message.isOfSpeaker { restartAdvance() }
    // Slides that go on by themselves count like those that are turned.
    if message.isOfSpeaker || message.isOfTime, cursor != placeBefore {
      pace.moved(from: slideBefore, to: cursor.slide)
    }
    // One rule for leaving, jumping, reloading and quitting: what is wanted now is mounted.
    if !wantsTheSame(as: before, after: message) {
      if cursor.slide != slideBefore { demoHasArrows = false }
      live = nil
      effects += wantedDemo.map { [.mountDemo($0)] } ?? [.unmountDemo]
    }
    return effects
  }

  /// What is to be done before anything has happened.
  package var firstEffects: [PresenterEffect] { wantedDemo.map { [.mountDemo($0)] } ?? [] }

  private mutating func change(_ message: PresenterMessage) -> [PresenterEffect] {
    switch message {
    case .pressed(let key, let time):
      (notice, pressTime) = ("", time)
      return press(key)
    case .pointed(let mouse, let time):
      (notice, pressTime) = ("", time)
      return point(mouse)
    case .pasted(let text): paste(text)
    case .resized(let newer):
      size = newer
      resize()
    case .clock(let time): clock = time
    case .elapsed(let seconds):
      pace.tick(to: seconds)
      advanceIfDue()
    case .themeChanged(let newer):
      theme = newer
      medium.hasColors = newer.name != Theme.mono.name
      resetPage()
    case .chosen(let keys, let clickerStartsDemos, let problems):
      take(keys: keys, clickerStartsDemos: clickerStartsDemos, problems: problems)
    case .refused(let problems):
      (findings.own, findings.isOwnStale) = (problems, true)
      tellOfOwnProblems()
    case .linkChanged(let isSlow): isLinkSlow = isSlow
    case .reloaded(let newer, let leadsToEdit): take(newer, leadsToEdit)
    case .reviewed(let problems, let errorCount, let isShown):
      (findings.deck, findings.errorCount) = (problems, errorCount)
      findings.isStale = !isShown
    case .brokeOff(let place, let elapsed): offer(place, elapsed: elapsed)
    case .goTo(let place): follow(place)
    case .remark(let words): notice = words
    case .demoChanged(let face):
      let wasVisible = isDemoVisible
      // What came out is to be seen for as long as any slide.
      if live?.isMoving == true, face?.isMoving != true { restartAdvance() }
      live = face
      if isDemoVisible != wasVisible { resetPage() }
    }
    return []
  }

  /// An edit that moves a fence, or changes the words that stand for its demo, does not touch it.
  private func wantsTheSame(as before: DemoRequest?, after message: PresenterMessage) -> Bool {
    guard case .reloaded = message, let before, let wantedDemo else { return wantedDemo == before }
    return wantedDemo.saysTheSame(as: before)
  }

  /// The deck as it is now: one stays on the slide where one was, wherever that is by now.
  private mutating func take(_ newer: Deck, _ leadsToEdit: Bool) {
    let older = deck
    let moved = { (slide: Int) in newer.slides.index(of: slide, in: older.slides) }
    var place = DeckCursor(slide: moved(cursor.slide), step: cursor.step)
    if leadsToEdit, let edit = newer.slides.firstChange(since: older.slides), edit != place.slide {
      place = DeckCursor(slide: edit, step: newer.slides[edit].lastStep)
    }
    bookmarks = Set(bookmarks.map(moved))
    history.move(moved)
    pace.move(moved)
    let stayed = moved(cursor.slide)
    deck = newer
    cursor = place.clamped(to: newer)
    if cursor.slide != stayed { pace.moved(from: stayed, to: cursor.slide) }
    (findings.isStale, notice) = (false, "")
    keepAttention(isThere: cursor.slide == stayed)
    lookAgain(moved)
    selected = min(selected, max(0, deck.slides.count - 1))
    resetPage()
  }

  // MARK: Keys

  mutating func press(_ key: Key) -> [PresenterEffect] {
    let latin = key.latin
    if mode == .blank { return unblank(latin) }
    if let entry { return type(key, into: entry) }
    if let first = chord { return finishChord(first, latin) }
    if mode == .overview, let effects = pressInOverview(latin) { return effects }
    if mode == .slides, let effects = pressInAttention(latin) { return effects }
    if mode == .slides, search != nil, let effects = pressInSearch(latin) { return effects }
    if mode == .slides, isDemos(latin) { return [.pressDemo(latin)] }
    // The keys somebody has chosen may be digits, too.
    if latin.digit != nil, mode == .slides, ownKeys?.command(for: latin) == nil {
      return typeNumber(latin, "")
    }
    if let ownKeys, ownKeys.beginsChord(latin) {
      chord = latin
      return []
    }
    return keyTable.command(for: latin).map { obey($0, latin) } ?? []
  }

  /// Whether the demo on this slide gets the key.
  func isDemos(_ key: Key) -> Bool {
    guard isDemoVisible, let live else { return false }
    if live.isAsking, key.isOfNumber || key == .escape { return true }
    if startsByClicker(key) { return false }
    if demoHasArrows, key.isArrow { return true }
    return live.keys.contains(key)
      && !(ownKeys?.isPresentersOwn(key) ?? KeyMap.isPresentersOwn(key))
  }

  private func startsByClicker(_ key: Key) -> Bool {
    key == .pageDown && (deck.settings.clickerStartsDemos ?? clickerStartsDemos)
      && live?.hasStarted == false
  }

  private mutating func unblank(_ key: Key) -> [PresenterEffect] {
    mode = .slides
    return keyTable.command(for: key) == .quit ? obey(.quit, key) : []
  }

  /// While one looks for words their keys are the presenter's, also beside a demo.
  private mutating func pressInSearch(_ key: Key) -> [PresenterEffect]? {
    switch key {
    case .character("n"): goToHit(isForward: true)
    case .character("N"): goToHit(isForward: false)
    case .escape: endSearch()
    default: return nil
    }
    return []
  }

  mutating func obey(_ command: PresenterCommand, _ key: Key) -> [PresenterEffect] {
    switch command {
    case .quit:
      if advance.isKiosk, key != .control("c") { return [] }
      return mode == .slides || key == .control("c") ? quit() : dismiss()
    case .redraw: return [.redraw]
    // A kiosk leaves nobody alone with the shell.
    case .suspend: return advance.isKiosk ? [] : [.suspend]
    case .reload: return [.reload]
    case .help:
      mode = mode == .help ? .slides : .help
      pageScroll = 0
    case .diagnostics:
      mode = mode == .diagnostics ? .slides : .diagnostics
      pageScroll = 0
    case .blank: mode = .blank
    case .dismiss: return dismiss()
    case .focusDemo: focusDemo()
    case .goTo: beginPlace()
    case .search: beginSearch()
    case .overview: mode == .overview ? mode = .slides : openOverview()
    case .back: goBack()
    case .forward: goForward()
    case .bookmark: toggleBookmark()
    case .nextBookmark: goToNextBookmark()
    case .notes: toggleNotes()
    case .notesDown: scrollNotes(by: max(1, noteRows - 2))
    case .notesUp: scrollNotes(by: -max(1, noteRows - 2))
    case .spotlight: toggleSpotlight()
    case .pointer: togglePointer()
    case .zoom: toggleZoom()
    case .advance: toggleAdvance()
    case .timer: turnTimer()
    case .restartTimer: pace.restart()
    case .follow: return beginFollowing()
    case .panLeft: panLeft()
    case .panRight: panRight()
    case .consoleRoom, .endShow: break
    case .next, .previous, .first, .last, .showAllSteps, .nextSlide, .previousSlide, .tenOn,
      .tenBack:
      return navigate(command, key)
    }
    return []
  }

  mutating func quit() -> [PresenterEffect] {
    pace.leave(cursor.slide)
    mode = .finished
    return [.quit]
  }

  private mutating func dismiss() -> [PresenterEffect] {
    mode = .slides
    demoHasArrows = false
    return []
  }

  private mutating func focusDemo() {
    guard isDemoVisible else { return }
    // First the arrows, as where a demo is alone; then the floor goes round, the arrows with it.
    let count = slide.demos.count
    if demoHasArrows, count > 1 { floor = (floor + 1) % count }
    demoHasArrows = true
  }

  // MARK: Moving

  /// Whether a key that is held down may go on by now.
  mutating func mayStep(_ key: Key) -> Bool {
    pressTime.map { stepLimit.allows(key, at: $0) } ?? true
  }

  private mutating func navigate(_ command: PresenterCommand, _ key: Key) -> [PresenterEffect] {
    if scrollPage(command, key) { return [] }
    if mode == .overview, selectInOverview(command) { return [] }
    guard mode == .slides else {
      mode = .slides
      return []
    }
    if command.isStep, !mayStep(key) { return [] }
    switch command {
    case .next:
      if isDemoVisible, startsByClicker(key) { return [.pressDemo(.character(" "))] }
      moveOn()
    case .previous: moveBack()
    case .first: go(to: 1)
    case .last: go(to: deck.slides.count)
    case .nextSlide: go(to: cursor.slide + 2)
    case .previousSlide: go(to: cursor.slide)
    case .tenOn: go(to: cursor.slide + 11)
    case .tenBack: go(to: cursor.slide - 9)
    default: showAllSteps()
    }
    return []
  }
}

extension Key {
  fileprivate var isArrow: Bool { [.left, .right, .up, .down].contains(self) }

  /// What an answer of the room is typed with.
  fileprivate var isOfNumber: Bool {
    switch self {
    case .character(let sign):
      sign.isASCII && sign.isWholeNumber || sign == "," || sign == "."
    case .backspace, .enter: true
    default: false
    }
  }
}
