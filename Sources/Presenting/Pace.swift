/// The time of the talk: how long it has gone on, what is left of it, and how long each slide took.

import Decks
import Wording

/// What the foot line tells of the time of the talk.
package enum TimerFace: String, Equatable, Sendable { case off, elapsed, left }

package struct Pace: Equatable, Sendable {
  /// The minutes that were asked for; else the deck says how many.
  let minutes: Double?
  var shown = TimerFace.off
  /// Seconds since the program began.
  package private(set) var now = 0
  /// When the talk began: with the first step, for on the title one waits.
  private var start: Int?
  /// When the slide was come to that is seen now.
  private var arrival = 0
  /// Seconds that were spent on slides.
  private(set) var spent: [Int: Int] = [:]

  init(minutes: Double? = nil) { self.minutes = minutes }

  package var hasBegun: Bool { start != nil }

  /// Seconds since the talk began.
  package var elapsed: Int { start.map { now - $0 } ?? 0 }

  /// Seconds on this slide so far.
  package func spent(on slide: Int) -> Int {
    (spent[slide] ?? 0) + (start == nil ? 0 : now - max(arrival, start ?? 0))
  }

  mutating func tick(to seconds: Int) { now = max(now, seconds) }

  /// Something was moved; the slide one left, where it is another one now.
  mutating func moved(from slide: Int, to other: Int) {
    if start == nil { (start, arrival) = (now, now) }
    guard slide != other else { return }
    spent[slide] = spent(on: slide)
    arrival = now
  }

  /// The slides have other numbers now.
  mutating func move(_ moved: (Int) -> Int) {
    spent = Dictionary(spent.map { (moved($0.key), $0.value) }, uniquingKeysWith: +)
  }

  /// It began so many seconds ago, before this program did.
  mutating func goOn(after seconds: Int) { (start, arrival, spent) = (now - seconds, now, [:]) }

  /// From here on.
  mutating func restart() { (start, arrival, spent) = (now, now, [:]) }

  mutating func leave(_ slide: Int) { spent[slide] = spent(on: slide) }
}

extension PresenterState {
  /// The talk begins now, not with its first step.
  package mutating func beginTime() { pace.restart() }

  /// Where a deck says how long it is to take.
  package func plan() -> TalkPlan { TalkPlan(of: deck, minutes: pace.minutes) }

  /// What somebody wants to see of it from the start.
  mutating func showTimer(_ face: TimerFace) {
    guard face == .left else { return pace.shown = face }
    total = pace.minutes ?? deck.settings.minutes ?? plan().total
    pace.shown = total > 0 ? .left : .elapsed
  }

  /// Nothing, the time gone, the time left where it is known, nothing again.
  mutating func turnTimer() {
    switch pace.shown {
    case .off: pace.shown = .elapsed
    case .elapsed:
      total = plan().total
      pace.shown = total > 0 ? .left : .off
    case .left: pace.shown = .off
    }
  }

  /// Seconds are seen, so the screen changes with each.
  package var showsSeconds: Bool { pace.shown != .off && mode == .slides }

  /// `12:34`, or what is left of the talk.
  var paceText: String {
    switch pace.shown {
    case .off: return ""
    case .elapsed:
      let gone = pace.elapsed.asTime
      return Phrase("at \(gone)", "прошло \(gone)")(language)
    case .left:
      let left = Int((total * 60).rounded()) - pace.elapsed
      return left >= 0
        ? Phrase("\(left.asTime) left", "ещё \(left.asTime)")(language)
        : Phrase("\((-left).asTime) over", "сверх плана \((-left).asTime)")(language)
    }
  }
}

extension Int {
  /// Seconds as `12:34`, with hours where there are some.
  package var asTime: String {
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return self >= 3600
      ? "\(self / 3600):\(two(self / 60 % 60)):\(two(self % 60))"
      : "\(self / 60):\(two(self % 60))"
  }
}
