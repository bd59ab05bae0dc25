/// What the states of all demos with a conducted engine have in common: one run at a time, known by its
/// number, and coming back to it.

import Machine

package protocol ConductedState: Equatable, Sendable {
  var control: RunControl { get set }
  /// Counts the runs of this engine, by which its samples are known.
  var run: Int { get set }
  /// What was measured, and what came of it, is gone.
  mutating func forgetRun()
}

extension ConductedState {
  /// A sample is of the run that is under way.
  package func awaits<Report>(_ sample: ConductedSample<Report>) -> Bool {
    (control.phase.isLive || control.phase == .paused) && sample.run == run
  }

  /// The next run.
  package mutating func begin<Plan>(_ plan: Plan) -> [ConductedCommand<Plan>] {
    (control.phase, control.showsProof) = (.running, false)
    run += 1
    return [.run(plan)]
  }

  /// A knob was turned: what was measured is about something else.
  package mutating func reset<Plan>() -> [ConductedCommand<Plan>] {
    forgetRun()
    return control.reset() ? [.cancel] : []
  }

  /// Another engine counts its runs anew.
  package mutating func comeBack() {
    run = 0
    control.comeBack()
    if control.phase != .finished { forgetRun() }
  }
}

extension Demo where State: ConductedState {
  package func inherit(_ state: inout State, last: State?, kin: [State]) {
    guard let last else { return }
    state = last
    state.comeBack()
  }
}
