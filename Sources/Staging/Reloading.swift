/// The deck is read again: when one asks for it, and when a file of it has changed.

import Decks
import Glibc
import Machine
import Markup
import Presenting
import Screen
import Wording

/// When a deck may be read again: at once, but a storm of edits makes few readings.
struct ReloadPace {
  private var last: UInt64 = 0
  /// An edit waits for its turn.
  private(set) var isDue = false
  /// Somebody has asked for it, however often: it is read once, when all keys are heard.
  private(set) var isAsked = false
  /// So many files are watched.
  var followed = 0
  /// Of the version on the screen.
  var shownErrors = 0

  private static let gap: UInt64 = 60_000_000
  /// Where nothing tells of edits.
  static let look: Duration = .seconds(1)

  /// Whether it may be read now; else it is due later.
  mutating func mayRead() -> Bool {
    isDue = MonotonicClock.now < last + Self.gap
    return !isDue
  }

  mutating func becomeDue() { isDue = true }

  mutating func ask() { isAsked = true }

  mutating func wasRead() { (last, isDue, isAsked) = (MonotonicClock.now, false, false) }

  /// The time until its turn; nil where nothing waits.
  var patience: Duration? {
    guard isDue else { return nil }
    let now = MonotonicClock.now
    return .nanoseconds(Int64(max(last + Self.gap, now) - now))
  }
}

extension FrameLoop {
  func beginWatching() {
    own?.begin()
    if watch != nil {
      follow()
      // An edit that was quicker than the first slide, when nobody listened yet.
      if source.used.areEdited { reloading.becomeDue() }
    }
    watchDescriptors()
  }

  /// The files that are known by now.
  private func follow() {
    watch?.follow(source.used.all)
    reloading.followed = source.used.count
  }

  /// Pictures are known when their slide is set.
  func followNewFiles() {
    if watch != nil, reloading.followed != source.used.count { follow() }
  }

  /// No longer than until a reading is due, or where one has to look for edits, until the next look.
  var reloadPatience: Duration {
    let deck = reloading.patience ?? (watch?.mustLook == true ? ReloadPace.look : .seconds(3600))
    return min(deck, own?.patience ?? deck)
  }

  func reloadIfDue() {
    if reloading.isDue || watch?.mustLook == true && watch?.look() == true { mayReload() }
  }

  /// A file has changed, or somebody wants it.
  func mayReload() { if reloading.mayRead() { reload(isAsked: reloading.isAsked) } }

  /// Reads the deck again. One that has more errors than the one on the screen is shown only if it is
  /// asked for: in the middle of an edit the talk goes on.
  func reload(isAsked: Bool) {
    stage.returnCPUs()
    // The time it takes is not that of the next one: what is done meanwhile comes first.
    defer { reloading.wasRead() }
    // What is wrong with the version before is told before that of this one.
    while !isAsked, reviewed != nil, goOnReviewing() {}
    do {
      let loaded = try isAsked ? source.load() : source.review()
      let isWorse = loaded.errorCount > reloading.shownErrors && !isAsked
      // There is nothing to show of a deck without slides, even if one asks.
      if isWorse || loaded.deck.slides.isEmpty { return tell(of: loaded, isShown: false) }
      stage.lines = loaded.lines
      shelf?.replace(loaded.lines)
      consoles?.revision += 1
      // What is still read through is no longer what is shown.
      reviewed = nil
      let theme = state.deck.settings.theme
      act(on: .reloaded(loaded.deck, leadsToEdit: isRehearsal))
      if loaded.deck.settings.theme != theme { chooseAgain() }
      if isAsked { reviewed = (loaded, source.review(of: loaded.deck)) } else { tell(of: loaded) }
    } catch {
      act(on: .remark(error.remark(state.language)))
    }
    follow()
  }

  private func tell(of loaded: LoadedDeck, isShown: Bool = true) {
    if isShown { reloading.shownErrors = loaded.errorCount }
    let problems = loaded.texts(path: source.path, state.language)
    act(on: .reviewed(problems: problems, errorCount: loaded.errorCount, isShown: isShown))
  }

  // MARK: Reviewing

  /// While nobody wants anything and no demo is disturbed.
  var isReviewing: Bool { reviewed != nil && !stage.isMoving }

  /// False when all is read and told.
  func goOnReviewing() -> Bool {
    if reviewed?.review.goOn() == true { return true }
    guard case (var loaded, let review)? = reviewed else { return false }
    reviewed = nil
    loaded.add(review.diagnostics)
    tell(of: loaded)
    follow()
    return false
  }
}

extension DeckError {
  /// Said in the foot line while the version before is shown.
  fileprivate func remark(_ language: Language) -> String {
    if case .cannotOpen(_, ENOENT) = self {
      return Phrase("the file is gone, old version shown", "файла нет, показана прежняя версия")(
        language)
    }
    return Phrase("old version shown: ", "показана прежняя версия: ")(language) + text(language)
  }
}
