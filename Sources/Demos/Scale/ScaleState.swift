/// The curves as a value: the points so far, what came of them.

import DemoKit
import Machine
import Screen

package struct ScaleState: ConductedState {
  package var options: ScaleOptions
  package var control: RunControl
  package var report = ScaleReport()
  package var outcome: DemoOutcome?
  var attempt = 1
  package var run = 0
  /// What was measured before the chain was tried once more out of order.
  private var kept: ScaleReport?

  init(_ options: ScaleOptions, asksRoom: Bool) {
    self.options = options
    control = RunControl(asksRoom: asksRoom)
  }

  var secondsLeft: Double { options.budget * (1 - report.progress) }
}

extension Scale {
  package typealias Commands = [ConductedCommand<ScalePlan>]

  package func update(
    _ state: inout ScaleState, _ message: DemoMessage<ConductedSample<ScaleReport>>
  ) -> [ConductedCommand<ScalePlan>] {
    switch message {
    case .sampled(let sample, _): state.take(sample, self)
    case .pressed(let key): state.press(key, self)
    }
  }
}

extension ScaleState {
  package mutating func forgetRun() { (report, outcome, kept) = (ScaleReport(), nil, nil) }

  fileprivate mutating func take(
    _ sample: ConductedSample<ScaleReport>, _ demo: Scale
  ) -> Scale.Commands {
    guard awaits(sample) else { return [] }
    report = merged(sample.report)
    switch sample.phase {
    case .failed(let reason): control.phase = .failed(reason)
    case .finished:
      control.phase = .finished
      kept = nil
      outcome = ScaleClaims(state: self, demo: demo).outcome
      if attempt <= demo.retries, outcome?.exitStatus == 3 {
        attempt += 1
        return start(demo)
      }
    case .idle, .running: break
    }
    return []
  }

  /// A run of the chain alone leaves the curves as they are.
  private func merged(_ new: ScaleReport) -> ScaleReport {
    guard var whole = kept else { return new }
    (whole.wrong, whole.tries, whole.progress) = (new.wrong, new.tries, new.progress)
    return whole
  }

  fileprivate mutating func press(_ key: Key, _ demo: Scale) -> Scale.Commands {
    switch control.intent(of: key) {
    case .start:
      attempt = 1
      return start(demo)
    case .pause: return [.pause]
    case .resume: return [.resume]
    case .knob(let key): return turn(key, demo)
    case .nothing: return []
    }
  }

  private mutating func start(_ demo: Scale) -> Scale.Commands {
    forgetRun()
    return begin(demo.plan(options))
  }

  private mutating func turn(_ key: Key, _ demo: Scale) -> Scale.Commands {
    let before = options
    switch key {
    case .character("u"): options.showsFit.toggle()
    case .character("l"): options.isLogarithmic.toggle()
    case .character("f") where options.kinds.contains(.chain):
      return goOutOfOrder(demo)
    case .character("+"), .character("="): options.serialShare = share(options.serialShare + 0.1)
    case .character("-"): options.serialShare = share(options.serialShare - 0.1)
    case .character("k"): options.kinds = nextKinds
    case .character("n"): options.most = min(128, (demo.threads(options).last ?? 1) * 2)
    case .character("N"): options.most = max(1, (demo.threads(options).last ?? 1) / 2)
    default: break
    }
    var shown = options
    (shown.showsFit, shown.isLogarithmic) = (before.showsFit, before.isLogarithmic)
    return shown == before ? [] : reset()
  }

  private func share(_ value: Double) -> Double {
    max(0.01, min(0.9, (value * 100).rounded() / 100))
  }

  /// All of them, then each alone.
  private var nextKinds: [ScaleKind] {
    let all = ScaleKind.allCases
    guard options.kinds.count == 1, let place = all.firstIndex(of: options.kinds[0]) else {
      return [all[0]]
    }
    return place + 1 < all.count ? [all[place + 1]] : all
  }

  private mutating func goOutOfOrder(_ demo: Scale) -> Scale.Commands {
    guard control.phase == .finished || control.phase == .ready else { return [] }
    kept = report
    var plan = demo.plan(options)
    plan.isOutOfOrderOnly = true
    return begin(plan)
  }
}
