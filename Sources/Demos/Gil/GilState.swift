/// The lock as a value: what was filmed so far, what is looked at, what came of it.

import DemoKit
import Machine
import Screen
import Wording

package struct GilState: ConductedState {
  package var options: GilOptions
  package var control: RunControl
  package var report = GilReport()
  package var outcome: DemoOutcome?
  private(set) var history: [GilRun] = []
  var attempt = 1
  package var run = 0

  init(_ options: GilOptions, asksRoom: Bool) {
    self.options = options
    control = RunControl(asksRoom: asksRoom)
  }

  /// Nothing has been shown yet: the curtain is down.
  var isCurtained: Bool {
    (control.phase == .ready || control.phase.isAsking) && report == GilReport()
  }

  /// What is being done, or done last, is the mini-interpreter's.
  var showsMini: Bool { options.showsMini || (report.failure != nil && report.results.isEmpty) }
}

extension Gil {
  package typealias Commands = [ConductedCommand<GilPlan>]

  package func update(
    _ state: inout GilState, _ message: DemoMessage<ConductedSample<GilReport>>
  ) -> [ConductedCommand<GilPlan>] {
    switch message {
    case .sampled(let sample, _): state.take(sample, self)
    case .pressed(let key): state.press(key, self)
    }
  }

  package func faded(_ state: GilState) -> GilState {
    var faded = state
    faded.forgetRun()
    faded.control.phase = .ready
    return faded
  }
}

extension GilState {
  package mutating func forgetRun() { (report, outcome) = (GilReport(), nil) }

  // MARK: Samples

  fileprivate mutating func take(
    _ sample: ConductedSample<GilReport>, _ demo: Gil
  ) -> Gil.Commands {
    guard awaits(sample) else { return [] }
    report = sample.report
    switch sample.phase {
    case .failed(let reason): control.phase = .failed(reason)
    case .finished: return finish(demo)
    case .idle, .running: break
    }
    return []
  }

  private mutating func finish(_ demo: Gil) -> Gil.Commands {
    if let failure = report.failure, options.engine == .python, report.results.isEmpty {
      control.phase = .failed(failure(demo.setting.language))
      return []
    }
    control.phase = .finished
    let outcome = GilClaims(state: self, demo: demo).outcome
    self.outcome = outcome
    history.keep(GilRun(self, outcome.verdict))
    guard attempt <= demo.retries, outcome.exitStatus == 3 else { return [] }
    attempt += 1
    return start(demo)
  }

  // MARK: Keys

  fileprivate mutating func press(_ key: Key, _ demo: Gil) -> Gil.Commands {
    switch control.intent(of: key) {
    case .start:
      attempt = 1
      return start(demo)
    case .pause: return [.pause]
    case .resume: return [.resume]
    case .knob(let key): return turn(key)
    case .nothing: return []
    }
  }

  private mutating func start(_ demo: Gil) -> Gil.Commands {
    forgetRun()
    (options.shift, options.shownBar) = (0, .count)
    return begin(demo.plan(options))
  }

  private mutating func turn(_ key: Key) -> Gil.Commands {
    let before = options
    switch key {
    case .character("e"): showOtherEngine()
    case .character("i"):
      let intervals = [0.005, 0.0005, 0.05]
      let place = intervals.firstIndex(of: options.interval) ?? -1
      options.interval = intervals[(place + 1) % intervals.count]
    case .character("c") where !showsMini: options.shownBar = next(options.shownBar, in: shownBars)
    case .character("l"):
      options.showsMini = options.engine != .python
      if before.showsMini { options.shownLock = next(options.shownLock, in: MiniLock.allCases) }
    case .left: options.shift = max(-FilmRows.steps, options.shift - 1)
    case .right: options.shift = min(FilmRows.steps, options.shift + 1)
    default: break
    }
    if options.shownBar != before.shownBar || options.showsMini != before.showsMini {
      options.shift = 0
    }
    return options.measured == before.measured ? [] : reset()
  }

  /// The other picture; where it was not to be measured it is to be now.
  private mutating func showOtherEngine() {
    options.showsMini.toggle()
    let lacks = options.showsMini ? GilOptions.Engine.python : .mini
    if options.engine == lacks { options.engine = .auto }
  }

  /// Bars that there is a film of.
  private var shownBars: [GilBar] {
    options.bars.filter { report.result($0, workers: 2) != nil }
  }

  private func next<Choice: Equatable>(_ current: Choice, in all: [Choice]) -> Choice {
    guard let place = all.firstIndex(of: current) else { return all.first ?? current }
    return all[(place + 1) % all.count]
  }
}
