/// The race as a value: its heats, the points they made, what came of it.

import DemoKit
import Machine
import Screen

package struct CompareState: RacingState {
  package var options: CompareOptions
  package var control: RunControl
  package var heats = CrewHeats<CompareHeat>()
  package var outcome: DemoOutcome?
  /// Where the points of earlier races lie: L and P.
  var earlier: [ComparePoint] = []

  init(_ options: CompareOptions, asksRoom: Bool) {
    self.options = options
    control = RunControl(asksRoom: asksRoom)
  }

  /// CPUs in use now.
  var cpus: [Int] {
    heats.heats.indices.contains(heats.current) ? heats.heats[heats.current].plan.cpus : []
  }

  /// What theory leaves of the race, in seconds.
  func secondsLeft(_ demo: Compare) -> Double {
    heats.heats.dropFirst(heats.current).reduce(0) { sum, heat in
      sum
        + max(0, options.theory(heat.name, demo, heats.calibrations).time - (heat.record?.now ?? 0))
    }
  }
}

/// A heat in the plane.
package struct ComparePoint: Equatable, Sendable {
  let heat: CompareHeat
  let begun: Double
  let running: Double
}

extension Compare {
  package func update(_ state: inout CompareState, _ message: DemoMessage<CrewSample>)
    -> [CrewCommand]
  {
    switch message {
    case .sampled(let sample, _): state.take(sample, self)
    case .pressed(let key): state.press(key, self)
    }
  }
}

extension CompareState {
  package mutating func forgetRun() {
    heats.clear()
    outcome = nil
  }

  fileprivate mutating func take(_ sample: CrewSample, _ demo: Compare) -> [CrewCommand] {
    guard control.phase.isLive || control.phase == .paused else { return [] }
    let commands = follow(sample)
    if control.phase == .finished { outcome = CompareClaims(state: self, demo: demo).outcome }
    return commands
  }

  fileprivate mutating func press(_ key: Key, _ demo: Compare) -> [CrewCommand] {
    switch control.intent(of: key) {
    case .start: return start(demo)
    case .pause: return [.pause]
    case .resume: return [.resume]
    case .knob(let key): return turn(key, demo)
    case .nothing: return []
    }
  }

  private mutating func start(_ demo: Compare) -> [CrewCommand] {
    earlier += heats.points
    (outcome, control.showsProof, control.phase) = (nil, false, .calibrating(0))
    return heats.start(
      options.heats.map { ($0, options.plan($0, demo)) },
      hardwareThreads: demo.setting.topology().allowedPUs.count, retries: demo.retries)
  }

  private mutating func turn(_ key: Key, _ demo: Compare) -> [CrewCommand] {
    let before = options
    switch key {
    case .character(let digit) where ("1"..."9").contains(digit):
      options.tasks = digit.wholeNumberValue ?? options.tasks
    case .character("t"):
      let lengths = [0.5, 1.0, 2.0]
      options.work = lengths.first { $0 > options.work } ?? lengths[0]
    case .character("n"): widen(by: 1, demo)
    case .character("N"): widen(by: -1, demo)
    case .character("w"):
      let others = options.heats.filter { !$0.isWaiting }
      let waits = options.heats.contains(where: \.isWaiting)
      options.heats = waits ? others : others + [.waitInTurn, .waitTogether]
    default: break
    }
    guard options != before else { return [] }
    forgetRun()
    earlier = []
    return control.reset() ? [.cancel] : []
  }

  private mutating func widen(by step: Int, _ demo: Compare) {
    var whole = options
    (whole.width, whole.tasks) = (nil, 9)
    let most = whole.choice(.par, demo).count
    options.width = max(1, min(most, (options.width ?? options.choice(.par, demo).count) + step))
  }
}

extension CrewHeats<CompareHeat> {
  /// The points of the heats that are over.
  var points: [ComparePoint] {
    heats.compactMap { heat in
      heat.result.map {
        ComparePoint(heat: heat.name, begun: $0.figures.begun, running: $0.figures.running)
      }
    }
  }
}
