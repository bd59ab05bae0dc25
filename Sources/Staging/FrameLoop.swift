/// The loop: hear, change, act, show. One thread, and it sleeps while nothing moves.

import Decks
import DemoKit
import Machine
import Markup
import Presenting
import Screen
import Wording

package final class FrameLoop {
  private let terminal: any SuspendableTerminal
  private let stage: DemoStage
  private let source: DeckSource
  private let shelf: PictureShelf?
  private let ascii: Bool
  private var state: PresenterState
  private var pace = FramePace()
  /// The deck that is still read through, to tell what is wrong with it.
  private var reviewed: (loaded: LoadedDeck, review: DeckReview)?
  private let start = MonotonicClock.now
  private var endedBy: Int32?

  package init(
    terminal: any SuspendableTerminal, state: PresenterState, stage: DemoStage,
    source: DeckSource, loaded: LoadedDeck? = nil, shelf: PictureShelf? = nil, ascii: Bool
  ) {
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
    defer { stage.unmount() }
    act(on: .clock(WallClock.text))
    perform(state.firstEffects)
    turn()
    while state.mode != .finished {
      hear()
      turn()
    }
    return endedBy
  }

  /// Looks at the demo, tells the presenter, shows the frame.
  private func turn() {
    stage.tick(at: .nanoseconds(Int64(MonotonicClock.now - start)))
    if state.live != stage.face { act(on: .demoChanged(stage.face)) }
    if state.clock != WallClock.text { act(on: .clock(WallClock.text)) }
    // Told before the frame is drawn: the last one of a run stays on the screen.
    let isSlow = stage.isMoving && pace.isSlow
    if state.isLinkSlow != isSlow { act(on: .linkChanged(isSlow: isSlow)) }
    guard state.mode != .finished else { return }
    let frame = frame()
    let begun = MonotonicClock.now
    terminal.show(frame)
    pace.wrote(in: MonotonicClock.now - begun)
  }

  private func frame() -> Grid {
    var canvas = state.canvas(ascii: ascii)
    state.draw(on: &canvas) { stage.draw(on: &$0) }
    return ascii ? Strokes.ascii(canvas.grid) : canvas.grid
  }

  // MARK: Hearing

  /// Waits for one event, then takes what else is there, so that a storm makes one frame.
  private func hear() {
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
    while isReviewing {
      if let event = terminal.next(within: .zero) { return event }
      if !goOnReviewing() { return nil }
    }
    return terminal.next(within: pace.patience(isMoving: stage.isMoving))
  }

  private func take(_ event: TerminalEvent) {
    switch event {
    case .key(let key): act(on: .pressed(key))
    case .resized(let size): act(on: .resized(size))
    case .stopRequested: perform([.suspend])
    case .descriptor: break
    case .terminated(let signal):
      endedBy = signal
      act(on: .pressed(.control("c")))
    }
  }

  // MARK: Reviewing

  /// While nobody wants anything and no demo is disturbed.
  private var isReviewing: Bool { reviewed != nil && !stage.isMoving }

  /// False when all is read and told.
  private func goOnReviewing() -> Bool {
    if reviewed?.review.goOn() == true { return true }
    guard case (var loaded, let review)? = reviewed else { return false }
    reviewed = nil
    loaded.add(review.diagnostics)
    act(
      on: .reviewed(
        problems: loaded.texts(path: source.path, state.language), errorCount: loaded.errorCount))
    return false
  }

  // MARK: Acting

  private func act(on message: PresenterMessage) { perform(state.handle(message)) }

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
      case .reload: reload()
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

  private func reload() {
    stage.returnCPUs()
    do {
      let loaded = try source.load()
      stage.lines = loaded.lines
      shelf?.replace(loaded.lines)
      reviewed = (loaded, source.review(of: loaded.deck))
      act(on: .reloaded(loaded.deck))
    } catch {
      act(on: .reloadFailed(error.text(state.language)))
    }
  }
}

extension LoadedDeck {
  /// The diagnostics as lines, at most a hundred of them.
  package func texts(path: String, _ language: Language) -> [String] {
    let shown = diagnostics.prefix(100).map { $0.text(path: path, lines: lines, language) }
    let more = diagnostics.count - shown.count
    guard more > 0 else { return shown }
    return shown + [Phrase("… and \(more) more", "… и ещё \(more)")(language)]
  }
}
