/// What the keys that all demos share do: start, pause, again, the room's guess, the proof.

import Screen

package enum RunIntent: Equatable, Sendable {
  case start, pause, resume
  /// A key of the demo's own.
  case knob(Key)
  case nothing
}

package struct RunControl: Equatable, Sendable {
  package var phase = RunPhase.ready
  package var room: RoomGuess
  package var showsProof = false

  package init(asksRoom: Bool) { room = RoomGuess(isWanted: asksRoom) }

  /// Takes a key; what is to be done with threads is returned.
  package mutating func intent(of key: Key) -> RunIntent {
    if case .asking(let typed) = phase { return answer(key, typed) }
    switch key {
    case .character(" "): return startOrPause()
    case .character("r"): return askOrStart()
    case .character("x"): showsProof.toggle()
    default: return .knob(key)
    }
    return .nothing
  }

  private mutating func answer(_ key: Key, _ typed: String) -> RunIntent {
    switch room.answer(key, typed) {
    case .typing(let text): phase = .asking(text)
    case .withdrawn: phase = .ready
    case .given: return .start
    }
    return .nothing
  }

  private mutating func startOrPause() -> RunIntent {
    switch phase {
    case .calibrating: return .nothing
    case .running:
      phase = .paused
      return .pause
    case .paused:
      phase = .running
      return .resume
    default: return askOrStart()
    }
  }

  /// The room is asked once, not again with every turn of a knob.
  private mutating func askOrStart() -> RunIntent {
    guard room.keepsTheory else { return .start }
    phase = .asking("")
    return .nothing
  }

  /// A knob was turned: what was shown is about something else. Returns whether something ran.
  package mutating func reset() -> Bool {
    let wasLive = phase.isLive || phase == .paused
    (phase, showsProof) = (.ready, false)
    room.forget()
    return wasLive
  }

  /// As one finds it when one comes back: what was done is done, what was not is not begun.
  package mutating func comeBack() {
    showsProof = false
    guard phase != .finished else { return }
    phase = .ready
    room.start()
  }
}
