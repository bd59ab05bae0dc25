/// What the states of all demos that run heats have in common: following a crew, coming back.

import Machine

package protocol RacingState: Equatable, Sendable {
  associatedtype Name: Equatable & Sendable

  var control: RunControl { get set }
  var heats: CrewHeats<Name> { get set }
  /// What was shown of a run, and what came of it, is gone.
  mutating func forgetRun()
  /// Another engine counts its runs anew.
  mutating func forgetEngine()
}

extension RacingState {
  package mutating func forgetEngine() {}

  /// Follows the crew; when the last heat is over, the phase is `finished`.
  package mutating func follow(_ sample: CrewSample) -> [CrewCommand] {
    let commands = heats.take(sample)
    if let reason = heats.failure { control.phase = .failed(reason) }
    guard control.phase.isLive else { return commands }
    control.phase = heats.calibrating.map { .calibrating($0) } ?? .running
    if heats.isFinished { control.phase = .finished }
    return commands
  }

  fileprivate mutating func comeBack() {
    forgetEngine()
    heats.comeBack()
    control.comeBack()
    if control.phase != .finished { forgetRun() }
  }
}

extension Demo where State: RacingState {
  /// The speed of the machine is the same on all slides.
  package func inherit(_ state: inout State, last: State?, kin: [State]) {
    if let last {
      state = last
      state.comeBack()
    }
    for other in kin { state.heats.learn(other.heats.calibrations) }
  }

  package func faded(_ state: State) -> State {
    var faded = state
    faded.forgetRun()
    faded.control.phase = .ready
    return faded
  }
}
