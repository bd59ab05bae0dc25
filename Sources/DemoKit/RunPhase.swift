/// What a demo that runs something is doing, from the first key to the last number.

import Screen
import Wording

package enum RunPhase: Equatable, Sendable {
  case ready
  /// The room is asked for its guess; what has been typed.
  case asking(String)
  /// Measuring how fast the CPU is; the share that is done.
  case calibrating(Double)
  case running
  case paused
  case finished
  case failed(String)

  /// Threads are at work.
  package var isLive: Bool {
    switch self {
    case .calibrating, .running: true
    default: false
    }
  }

  package var isAsking: Bool { if case .asking = self { true } else { false } }
}

/// What the room thinks before the run, typed by the speaker.
package struct RoomGuess: Equatable, Sendable {
  /// The room is to guess first: until then theory keeps its number to itself.
  package let isWanted: Bool
  package private(set) var wasAsked = false
  /// What the room said; nil when it said nothing.
  package private(set) var value: Double?

  package init(isWanted: Bool) { self.isWanted = isWanted }

  package var keepsTheory: Bool { isWanted && !wasAsked }

  /// What a key does to what has been typed.
  package enum Answer: Equatable, Sendable {
    case typing(String)
    case given
    case withdrawn
  }

  /// Digits, a decimal sign, Backspace; Enter gives the answer (alone: none), Esc goes back.
  package mutating func answer(_ key: Key, _ typed: String) -> Answer {
    switch key {
    case .character(let sign) where sign.isWholeNumber:
      return .typing(String((typed + String(sign)).prefix(6)))
    case .character(let sign) where ",.".contains(sign):
      let isFirst = !typed.isEmpty && !typed.contains { ",.".contains($0) }
      return .typing(isFirst ? String((typed + String(sign)).prefix(6)) : typed)
    case .backspace: return .typing(String(typed.dropLast()))
    // A clicker has no Enter: what it starts demos with goes on without a guess, too.
    case .enter, .character(" "):
      wasAsked = true
      value = Double(typed.map { $0 == "," ? "." : $0 }.reduce(into: "") { $0.append($1) })
      return .given
    case .escape: return .withdrawn
    default: return .typing(typed)
    }
  }

  /// A knob was turned: the guess was about something else.
  package mutating func forget() { value = nil }

  /// As if nobody had been asked.
  package mutating func start() { self = RoomGuess(isWanted: isWanted) }
}
