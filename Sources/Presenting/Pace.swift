/// The time of the talk: how long it has gone on, what is left of it, and how long each slide took.

import Decks
import Wording

package struct Pace: Equatable, Sendable {
  /// What the foot line tells beside the time of day.
  enum Shown: Equatable, Sendable { case nothing, elapsed, left }

  /// The minutes that were asked for; else the deck says how many.
  let minutes: Double?
  var shown = Shown.nothing
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

  /// From here on.
  mutating func restart() { (start, arrival, spent) = (now, now, [:]) }

  mutating func leave(_ slide: Int) { spent[slide] = spent(on: slide) }
}

extension PresenterState {
  /// Where a deck says how long it is to take.
  package func plan() -> TalkPlan { TalkPlan(of: deck, minutes: pace.minutes) }

  /// Nothing, the time gone, the time left where it is known, nothing again.
  mutating func turnTimer() {
    switch pace.shown {
    case .nothing: pace.shown = .elapsed
    case .elapsed:
      total = plan().total
      pace.shown = total > 0 ? .left : .nothing
    case .left: pace.shown = .nothing
    }
  }

  /// Seconds are seen, so the screen changes with each.
  package var showsSeconds: Bool { pace.shown != .nothing && mode == .slides }

  /// `12:34`, or what is left of the talk.
  var paceText: String {
    switch pace.shown {
    case .nothing: return ""
    case .elapsed:
      let gone = pace.elapsed.asTime
      return Phrase("at \(gone)", "идёт \(gone)")(language)
    case .left:
      let left = Int(total * 60) - pace.elapsed
      return left >= 0
        ? Phrase("\(left.asTime) left", "ещё \(left.asTime)")(language)
        : Phrase("\((-left).asTime) over", "сверх времени \((-left).asTime)")(language)
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
