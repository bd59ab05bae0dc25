/// Waiting as a value: the ladder, the two heats, what came of them.

import DemoKit
import Machine
import Screen

package struct WaitState: RacingState {
  package var options: WaitOptions
  package var control: RunControl
  package var ladder = LadderReport()
  package var heats = CrewHeats<WaitHeat>()
  package var outcome: DemoOutcome?
  /// What the last races of this fence came to.
  private(set) var history: [WaitRun] = []
  /// A disk was asked for, and there is none: a server stands in.
  private(set) var lacksDisk = false
  /// Counts the ladders of this engine; nil while none is climbed.
  private var climbing: Int?
  private var ladders = 0

  init(_ options: WaitOptions, asksRoom: Bool) {
    self.options = options
    control = RunControl(asksRoom: asksRoom)
  }

  var isClimbing: Bool { climbing != nil }

  /// What theory leaves of both heats, in seconds.
  var secondsLeft: Double {
    heats.heats.dropFirst(heats.current).reduce(0) { sum, heat in
      sum + max(0, options.theory(heat.name).upperBound - (heat.record?.now ?? 0))
    }
  }
}

extension Wait {
  package func update(_ state: inout WaitState, _ message: DemoMessage<WaitSample>) -> [WaitCommand]
  {
    switch message {
    case .sampled(let sample, _): state.take(sample, self)
    case .pressed(let key): state.press(key, self)
    }
  }
}

extension WaitState {
  package mutating func forgetRun() {
    heats.clear()
    outcome = nil
  }

  package mutating func forgetEngine() { (climbing, ladders) = (nil, 0) }

  // MARK: Samples

  fileprivate mutating func take(_ sample: WaitSample, _ demo: Wait) -> [WaitCommand] {
    guard control.phase.isLive || control.phase == .paused else { return [] }
    if let run = climbing { return climb(sample.ladder, run, demo) }
    let commands = follow(sample.crew).map { WaitCommand.crew($0) }
    if control.phase == .finished {
      outcome = WaitClaims(state: self, demo: demo).outcome
      remember()
    }
    return commands
  }

  private mutating func remember() {
    guard let inTurn = heats.result(.inTurn)?.figures, let outcome,
      let together = heats.result(.together)?.figures
    else { return }
    history.keep(
      WaitRun(
        options: options, inTurn: inTurn.makespan, together: together.makespan,
        verdict: outcome.verdict))
  }

  private mutating func climb(
    _ sample: ConductedSample<LadderReport>, _ run: Int, _ demo: Wait
  ) -> [WaitCommand] {
    guard sample.run == run else { return [] }
    ladder = sample.report
    switch sample.phase {
    case .failed(let reason): control.phase = .failed(reason)
    case .finished:
      climbing = nil
      return race(demo)
    case .idle, .running: break
    }
    return []
  }

  // MARK: Keys

  fileprivate mutating func press(_ key: Key, _ demo: Wait) -> [WaitCommand] {
    let phase = control.phase
    switch control.intent(of: key) {
    case .start: return start(demo)
    case .pause where isClimbing:
      // A second's worth of rungs is not worth a pause.
      control.phase = phase
      return []
    case .pause: return [.crew(.pause)]
    case .resume: return [.crew(.resume)]
    case .knob(let key): return turn(key)
    case .nothing: return []
    }
  }

  private mutating func start(_ demo: Wait) -> [WaitCommand] {
    forgetRun()
    (control.showsProof, control.phase) = (false, .running)
    guard options.hasLadder else { return [.cancel] + race(demo) }
    ladders += 1
    (climbing, ladder) = (ladders, LadderReport())
    return [.crew(.cancel), .ladder(demo.ladderPlan)]
  }

  private mutating func race(_ demo: Wait) -> [WaitCommand] {
    lacksDisk = options.what == .disk && ladder.rows[.disk]?.latency == nil
    if lacksDisk { options.what = .server }
    control.phase = .calibrating(0)
    return heats.start(
      [WaitHeat.inTurn, .together].map { ($0, demo.plan($0, options, ladder)) },
      hardwareThreads: demo.setting.topology().allowedPUs.count, retries: demo.retries
    ).map { .crew($0) }
  }

  private mutating func turn(_ key: Key) -> [WaitCommand] {
    let before = options
    switch key {
    case .character("0"): options.tasks = 20
    case .character(let digit) where ("1"..."9").contains(digit):
      options.tasks = digit.wholeNumberValue ?? options.tasks
    case .character("w"):
      let lengths = [0.3, 0.65, 1.3, 2.6]
      options.wait = lengths.first { $0 > options.wait * 1.001 } ?? lengths[0]
    case .character("s"):
      let all = WaitOptions.What.allCases
      let place = all.firstIndex(of: options.what) ?? 0
      options.what = all[(place + 1) % all.count]
      options.hasLadder = options.hasLadder || options.what != .server
    default: break
    }
    guard options != before else { return [] }
    forgetRun()
    climbing = nil
    return control.reset() ? [.cancel] : []
  }
}
