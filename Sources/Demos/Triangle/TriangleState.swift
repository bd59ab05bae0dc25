/// The triangle as a value: what was computed so far, what is looked at, what came of it.

import DemoKit
import Machine
import Screen
import Wording

package struct TriangleState: ConductedState {
  package var options: TriangleOptions
  package var control: RunControl
  package var report = TriangleReport()
  /// What the last run of either view came to.
  private(set) var outcomes: [TriangleOptions.View: DemoOutcome] = [:]
  var attempt = 1
  package var run = 0
  /// What is being done, and what was known before.
  private(set) var work: TrianglePlan.Work?
  private(set) var known = TriangleReport()
  /// numpy is to run as soon as those before it are there.
  private(set) var awaitsNumpy = false

  init(_ options: TriangleOptions, asksRoom: Bool) {
    self.options = options
    control = RunControl(asksRoom: asksRoom)
  }

  package var outcome: DemoOutcome? { outcomes[options.view] }

  var isSpinning: Bool {
    if case .spin = work { control.phase == .running || control.phase == .paused } else { false }
  }
}

extension Triangle {
  package typealias Commands = [ConductedCommand<TrianglePlan>]

  package func update(
    _ state: inout TriangleState, _ message: DemoMessage<ConductedSample<TriangleReport>>
  ) -> [ConductedCommand<TrianglePlan>] {
    switch message {
    case .sampled(let sample, _): state.take(sample, self)
    case .pressed(let key): state.press(key, self)
    }
  }

  /// What was not done when the slide was left is as if it had not been begun; what was known before
  /// is known still.
  package func inherit(
    _ state: inout TriangleState, last: TriangleState?, kin: [TriangleState]
  ) {
    guard let last else { return }
    state = last
    state.abandon(showing: options.view)
    state.comeBack()
  }

  package func faded(_ state: TriangleState) -> TriangleState {
    var faded = state
    faded.forgetRun()
    faded.control.phase = .ready
    return faded
  }
}

extension TriangleState {
  package mutating func forgetRun() {
    (report, known, outcomes) = (TriangleReport(), TriangleReport(), [:])
    awaitsNumpy = false
  }

  // MARK: Samples

  fileprivate mutating func take(
    _ sample: ConductedSample<TriangleReport>, _ demo: Triangle
  ) -> Triangle.Commands {
    guard awaits(sample) else { return [] }
    report = sample.report.over(known)
    switch sample.phase {
    case .failed(let reason): control.phase = .failed(reason)
    case .finished: return finish(demo)
    case .idle, .running: break
    }
    return []
  }

  private mutating func finish(_ demo: Triangle) -> Triangle.Commands {
    control.phase = .finished
    let outcome = TriangleClaims(state: self, demo: demo).outcome
    outcomes[options.view] = outcome
    if awaitsNumpy { return begin(.race([.numpy]), demo) }
    if attempt <= demo.retries, outcome.exitStatus == 3, work == .all {
      attempt += 1
      return start(demo, attempt: attempt)
    }
    return options.spins && work == .all ? begin(.spin(options.layers.count), demo) : []
  }

  // MARK: Keys

  fileprivate mutating func press(_ key: Key, _ demo: Triangle) -> Triangle.Commands {
    switch control.intent(of: key) {
    case .start: return start(demo)
    case .pause: return [.pause]
    case .resume: return [.resume]
    case .knob(let key): return turn(key, demo)
    case .nothing: return []
    }
  }

  /// Everything of what is looked at, anew.
  private mutating func start(_ demo: Triangle, attempt: Int = 1) -> Triangle.Commands {
    outcomes[options.view] = nil
    switch options.view {
    case .layers:
      options.layer = options.layers.count
      report.forgetLayers()
      return begin(.all, demo, attempt: attempt)
    case .race:
      report.forgetRace()
      return begin(.race(options.runners), demo, attempt: attempt)
    }
  }

  private mutating func begin(
    _ work: TrianglePlan.Work, _ demo: Triangle, attempt: Int = 1
  ) -> Triangle.Commands {
    (self.work, self.attempt) = (work, attempt)
    (known, awaitsNumpy) = (report, false)
    known.failure = nil
    return begin(demo.plan(work, options))
  }

  /// Who runs in the race that is being held.
  var racers: [Runner] {
    if case .race(let runners) = work, control.phase.isLive { runners } else { [] }
  }

  private var isBusy: Bool { control.phase.isLive || control.phase == .paused }

  /// The race is being held, or has come to something.
  var hasRaced: Bool {
    outcomes[.race] != nil || !report.race.isEmpty || report.failure != nil
      || (options.view == .race && control.phase != .ready && !control.phase.isAsking)
  }

  private mutating func turn(_ key: Key, _ demo: Triangle) -> Triangle.Commands {
    switch key {
    case .character("k"): options.showsOwners.toggle()
    case .character("p"): return toggleView(demo)
    case .character("m"): return joinNumpy(demo)
    case .character("s") where options.view == .layers: return spin(demo)
    case .character("["): return fold(-1, demo)
    case .character("]"): return fold(1, demo)
    case .character("n"): return setThreads(min(256, demo.threads(options) * 2), demo)
    case .character("N"): return setThreads(max(1, demo.threads(options) / 2), demo)
    case .character(let digit) where options.view == .layers:
      guard let layer = digit.wholeNumberValue, (1...options.layers.count).contains(layer) else {
        break
      }
      options.layer = layer
      return begin(.layer(layer), demo)
    default: break
    }
    return []
  }

  /// The race, and back; what runs on the side that is left is ended. Where nobody has run yet they
  /// run.
  private mutating func toggleView(_ demo: Triangle) -> Triangle.Commands {
    let (wasLive, hadRaced) = (isBusy, hasRaced)
    options.view = options.view == .layers || !hadRaced ? .race : .layers
    if options.view == .race, !hadRaced { return start(demo) }
    stand()
    return wasLive ? [.cancel] : []
  }

  /// Nothing runs; what there is to be seen may be the end of something.
  private mutating func stand() {
    (control.phase, control.showsProof) = (outcome == nil ? .ready : .finished, false)
  }

  fileprivate mutating func abandon(showing view: TriangleOptions.View) {
    guard isBusy else { return }
    report = known
    if outcome == nil { options.view = view }
    stand()
  }

  /// Now, or as soon as the others are there.
  private mutating func joinNumpy(_ demo: Triangle) -> Triangle.Commands {
    guard options.view == .race else { return [] }
    if isBusy, case .race(let runners) = work, !runners.contains(.numpy) { awaitsNumpy = true }
    return isBusy ? [] : begin(.race([.numpy]), demo)
  }

  private mutating func spin(_ demo: Triangle) -> Triangle.Commands {
    guard isSpinning else { return begin(.spin(options.layer), demo) }
    // What the numbers beside it are about stands on its base.
    if known.raster != nil { report = known }
    stand()
    return [.cancel]
  }

  /// Another number of folds makes other layers; what is looked at is computed at once.
  private mutating func fold(_ step: Int, _ demo: Triangle) -> Triangle.Commands {
    let folds = options.layers.folds + step
    guard LayerList.folds.contains(folds), options.layers.count > 4,
      TriangleGeometry.height(size: options.size, folds: folds) != nil
    else { return [] }
    let (wasSpinning, hadPicture) = (isSpinning, report.raster != nil)
    options.layers.folds = folds
    let commands: Triangle.Commands = reset()
    guard hadPicture, options.view == .layers else { return commands }
    options.layer = max(5, options.layer)
    return begin(wasSpinning ? .spin(options.layer) : .layer(options.layer), demo)
  }

  /// What one thread does is known; what several do is to be measured anew.
  private mutating func setThreads(_ count: Int, _ demo: Triangle) -> Triangle.Commands {
    guard count != demo.threads(options) else { return [] }
    let wasSpinning = isSpinning
    options.threads = count
    report.forgetThreads()
    outcomes = [:]
    if wasSpinning { return begin(.spin(options.layer), demo) }
    return control.reset() ? [.cancel] : []
  }
}

extension TriangleReport {
  mutating func forgetThreads() {
    (threads, limits) = (nil, nil)
    race.removeAll { $0.runner == .threads }
  }

  mutating func forgetLayers() {
    (layers, threads, limits, spin) = ([], nil, nil, nil)
  }

  mutating func forgetRace() {
    (race, racePicture, racePainter, crawl) = ([], nil, nil, nil)
    (absent, failure) = ([], nil)
  }
}
