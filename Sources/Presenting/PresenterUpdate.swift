/// What a message does: the state changes, and what has to be done comes back as effects.

import Decks
import Screen
import Typesetting

extension PresenterState {
  package mutating func handle(_ message: PresenterMessage) -> [PresenterEffect] {
    let (before, slideBefore) = (wantedDemo, cursor.slide)
    var effects = change(message)
    // One rule for leaving, jumping, reloading and quitting: what is wanted now is mounted.
    if wantedDemo != before {
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
    case .pressed(let key):
      notice = ""
      return press(key)
    case .resized(let newer):
      size = newer
      resetPage()
    case .clock(let time): clock = time
    case .linkChanged(let isSlow): isLinkSlow = isSlow
    case .reloaded(let newer):
      deck = newer
      cursor = cursor.clamped(to: deck)
      resetPage()
    case .reviewed(let problems, let errorCount):
      self.problems = problems
      self.errorCount = errorCount
    case .reloadFailed(let why): notice = why
    case .demoChanged(let face):
      let wasVisible = isDemoVisible
      live = face
      if isDemoVisible != wasVisible { resetPage() }
    }
    return []
  }

  // MARK: Keys

  private mutating func press(_ key: Key) -> [PresenterEffect] {
    let latin = key.latin
    if mode == .blank { return unblank(latin) }
    if isPrompted { return typeNumber(latin) }
    if let linkChoice { return chooseLink(latin, among: linkChoice) }
    if mode == .slides, isDemos(latin) { return [.pressDemo(latin)] }
    if case .character(let digit) = latin, digit.isASCII, digit.isWholeNumber, mode == .slides {
      digits = String((digits + String(digit)).suffix(6))
      return []
    }
    if !digits.isEmpty, latin == .enter || latin == .character("G") { return goToNumber() }
    digits = ""
    return KeyMap.command(for: latin).map { obey($0, latin) } ?? []
  }

  /// Whether the demo on this slide gets the key.
  private func isDemos(_ key: Key) -> Bool {
    guard isDemoVisible, let live, digits.isEmpty else { return false }
    if live.isAsking, key.isOfNumber || key == .escape { return true }
    if startsByClicker(key) { return false }
    if demoHasArrows, key.isArrow { return true }
    return live.keys.contains(key) && !KeyMap.isPresentersOwn(key)
  }

  private func startsByClicker(_ key: Key) -> Bool {
    key == .pageDown && deck.settings.clickerStartsDemos && live?.hasStarted == false
  }

  private mutating func unblank(_ key: Key) -> [PresenterEffect] {
    mode = .slides
    return key == .character("q") || key == .control("c") ? quit() : []
  }

  private mutating func typeNumber(_ key: Key) -> [PresenterEffect] {
    switch key {
    case .character(let digit) where digit.isASCII && digit.isWholeNumber:
      digits = String((digits + String(digit)).suffix(6))
    case .enter: return goToNumber()
    case .backspace:
      if digits.popLast() == nil { isPrompted = false }
    case .control("c"): return quit()
    default: (isPrompted, digits) = (false, "")
    }
    return []
  }

  private mutating func goToNumber() -> [PresenterEffect] {
    if let number = Int(digits) { jump(to: number) }
    (isPrompted, digits) = (false, "")
    return []
  }

  private mutating func obey(_ command: PresenterCommand, _ key: Key) -> [PresenterEffect] {
    switch command {
    case .quit: return mode == .slides || key == .control("c") ? quit() : dismiss()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    case .reload: return [.reload]
    case .help:
      mode = mode == .help ? .slides : .help
      helpScroll = 0
    case .diagnostics: mode = mode == .diagnostics ? .slides : .diagnostics
    case .blank: mode = .blank
    case .dismiss: return dismiss()
    case .focusDemo: focusDemo()
    case .beginNumber: isPrompted = mode == .slides
    case .follow: return beginFollowing()
    case .panLeft: panCode(by: -Self.panStep)
    case .panRight: panCode(by: Self.panStep)
    case .next, .previous, .first, .last, .showAllSteps: return navigate(command, key)
    }
    return []
  }

  mutating func quit() -> [PresenterEffect] {
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

  private mutating func navigate(_ command: PresenterCommand, _ key: Key) -> [PresenterEffect] {
    if mode == .help, scrollHelp(command) { return [] }
    guard mode == .slides else {
      mode = .slides
      return []
    }
    switch command {
    case .next:
      if isDemoVisible, startsByClicker(key) { return [.pressDemo(.character(" "))] }
      moveOn()
    case .previous: moveBack()
    case .first: jump(to: 1)
    case .last: jump(to: deck.slides.count)
    default: cursor.step = slide.lastStep
    }
    return []
  }

  /// Through a help page that is longer than the screen; false where there is nothing more.
  private mutating func scrollHelp(_ command: PresenterCommand) -> Bool {
    let page = max(1, size.rows - 3)
    let most = max(0, HelpView(state: self).height - (size.rows - 2))
    let target =
      command == .next ? helpScroll + page : command == .previous ? helpScroll - page : -1
    let next = max(0, min(most, target))
    guard command == .next || command == .previous, next != helpScroll else { return false }
    helpScroll = next
    return true
  }

  mutating func jump(to number: Int) {
    cursor.jump(toNumber: number, in: deck)
    arrive()
  }

  private mutating func arrive(atEnd: Bool = false) {
    (scroll, floor, pan) = (0, 0, nil)
    resetPage()
    if atEnd { scroll = page.overflow }
    followFocus()
  }

  /// Lit lines of code are seen, in the middle where there is room.
  private mutating func followFocus() {
    let room = page.body.size.rows
    guard let rows = page.focusRows(atStep: cursor.step),
      rows.lowerBound < scroll || rows.upperBound > scroll + room
    else { return }
    let top = rows.count < room ? rows.lowerBound - (room - rows.count) / 2 : rows.lowerBound
    scroll = max(0, min(top, page.overflow))
  }

  private static let panStep = 8

  /// Long lines of code stop going on below and are cut, until they are back at their beginning.
  private mutating func panCode(by columns: Int) {
    guard mode == .slides, page.hasWideCode else { return }
    let target = (pan ?? -Self.panStep) + columns
    pan = target < 0 ? nil : min(target, 2000)
    resetPage()
  }

  /// A screen further down, a step further, or to the next slide.
  private mutating func moveOn() {
    let rows = page.body.size.rows
    let bottom = page.height(atStep: cursor.step)
    // Where lines are lit the steps lead through the code, not the rows.
    let isLed = page.focusRows(atStep: cursor.step) != nil && cursor.step < slide.lastStep
    if !isDemoVisible, !isLed, bottom - scroll > rows {
      scroll = min(scroll + max(1, rows - 2), bottom - rows)
      return
    }
    let slide = cursor.slide
    guard cursor.advance(in: deck) else { return }
    if cursor.slide != slide { return arrive() }
    let revealed = page.height(atStep: cursor.step)
    if revealed - scroll > rows, page.focusRows(atStep: cursor.step) == nil {
      scroll = min(max(bottom, scroll), revealed - rows)
    }
    followFocus()
  }

  private mutating func moveBack() {
    let isLed = page.focusRows(atStep: cursor.step) != nil && cursor.step > 0
    if !isDemoVisible, !isLed, scroll > 0 {
      scroll = max(0, scroll - max(1, page.body.size.rows - 2))
      return
    }
    let slide = cursor.slide
    guard cursor.retreat(in: deck) else { return }
    if cursor.slide != slide { arrive(atEnd: true) } else { followFocus() }
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
