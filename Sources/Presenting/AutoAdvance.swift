/// Slides that go on by themselves: after the seconds that were asked for, round and round in a kiosk.

import Decks
import Screen
import Wording

/// What was asked for when the show began.
package struct AutoAdvanceWish: Equatable, Sendable {
  package var seconds: Int?
  package var isKiosk: Bool

  package init(seconds: Int? = nil, isKiosk: Bool = false) {
    self.seconds = seconds
    self.isKiosk = isKiosk
  }

  /// A kiosk's slides do not wait for anybody.
  static let ofKiosk = 20
}

package struct AutoAdvance: Equatable, Sendable {
  /// For slides that say nothing themselves; nil for never.
  var seconds: Int?
  /// From the last slide on to the first, and nothing but Ctrl-C ends it.
  var isKiosk = false
  var isPaused = false
  /// When the last thing happened, in seconds since the program began.
  fileprivate(set) var since = 0
}

extension PresenterState {
  /// The second at which it goes on; nil for one who waits for a key.
  package var advanceTime: Int? {
    guard advance.isKiosk ? live?.isMoving != true : isWatched else { return nil }
    return (slide.advance ?? advance.seconds).map {
      advance.since + min(max(1, $0), Self.longestAdvance)
    }
  }

  /// Slides are looked at, and nothing else: a speaker who does more goes on by hand.
  private var isWatched: Bool {
    !advance.isPaused && mode == .slides && entry == nil && live?.hasStarted != true
  }

  /// A day; whatever number a deck or an option gives, it can be reckoned with.
  private static let longestAdvance = 86_400

  mutating func restartAdvance() { advance.since = pace.now }

  /// Time went by.
  mutating func advanceIfDue() {
    guard let due = advanceTime, pace.now >= due else { return }
    // What a visitor has opened in a kiosk and left is closed.
    if advance.isKiosk { (mode, entry, search, attention) = (.slides, nil, nil, nil) }
    let (place, row) = (cursor, scroll)
    moveOn()
    if advance.isKiosk, cursor == place, scroll == row { jump(to: 1) }
    restartAdvance()
  }

  mutating func toggleAdvance() {
    guard !advance.isKiosk else { return }
    guard slide.advance != nil || advance.seconds != nil || advance.isPaused else {
      notice = Phrase("slides wait for a key here", "автопоказа здесь нет: слайды ждут клавиши")(
        language)
      return
    }
    advance.isPaused.toggle()
    restartAdvance()
    notice =
      advance.isPaused
      ? Phrase("slides wait", "автопоказ остановлен")(language)
      : Phrase("slides go on by themselves", "автопоказ идёт")(language)
  }
}
