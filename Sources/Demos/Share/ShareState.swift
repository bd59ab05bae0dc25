/// Sharing as a value: what was counted, how the turns under the lock were taken, what came of it.

import DemoKit
import Machine
import Screen

package enum ShareChart: Equatable, Sendable { case turns }

package struct ShareState: RacingState {
  package var options: ShareOptions
  package var control: RunControl
  package var count = CountReport()
  package var heats = CrewHeats<ShareChart>()
  /// What the last run of each view came to.
  package var countOutcome: DemoOutcome?
  package var chartOutcome: DemoOutcome?
  /// What the last runs of this fence came to, of either view.
  private(set) var history: [ShareRun] = []
  /// Counts the counting runs of this engine.
  private var counting = 0

  init(_ options: ShareOptions, asksRoom: Bool) {
    self.options = options
    control = RunControl(asksRoom: asksRoom)
  }

  package var outcome: DemoOutcome? {
    options.view == .count ? countOutcome : chartOutcome
  }

  /// What is left of the run, in seconds.
  func secondsLeft(_ demo: Share) -> Double {
    switch options.view {
    case .count:
      let plan = demo.countPlan(options)
      let whole = plan.ways.dropFirst(count.results.count).reduce(0) { $0 + plan.seconds($1) }
      return max(0, whole - (count.current?.seconds ?? 0))
    case .chart:
      let now = heats.heat(.turns)?.record?.now ?? 0
      return max(0, options.theory(cores: demo.width(options)) - now)
    }
  }
}

extension Share {
  package func update(_ state: inout ShareState, _ message: DemoMessage<ShareSample>)
    -> [ShareCommand]
  {
    switch message {
    case .sampled(let sample, _): state.take(sample, self)
    case .pressed(let key): state.press(key, self)
    }
  }

  /// Neither picture keeps its records.
  package func faded(_ state: ShareState) -> ShareState {
    var faded = state
    faded.heats.clear()
    (faded.chartOutcome, faded.control.phase) = (nil, .ready)
    return faded
  }
}

extension ShareState {
  package mutating func forgetEngine() { counting = 0 }

  /// Of the view that is shown: the other's has run on its own.
  package mutating func forgetRun() {
    switch options.view {
    case .count: (count, countOutcome) = (CountReport(), nil)
    case .chart:
      heats.clear()
      chartOutcome = nil
    }
  }

  // MARK: Samples

  fileprivate mutating func take(_ sample: ShareSample, _ demo: Share) -> [ShareCommand] {
    guard control.phase.isLive || control.phase == .paused else { return [] }
    switch options.view {
    case .count:
      take(sample.count, demo)
      return []
    case .chart: return take(sample.chart, demo)
    }
  }

  private mutating func take(_ sample: ConductedSample<CountReport>, _ demo: Share) {
    guard sample.run == counting else { return }
    count = sample.report
    switch sample.phase {
    case .failed(let reason): control.phase = .failed(reason)
    case .finished:
      control.phase = .finished
      countOutcome = CountClaims(state: self, demo: demo).outcome
      remember(countOutcome, counted)
    case .idle, .running: break
    }
  }

  private mutating func take(_ sample: CrewSample, _ demo: Share) -> [ShareCommand] {
    let commands = follow(sample).map { ShareCommand.chart($0) }
    if control.phase == .finished {
      chartOutcome = ChartClaims(state: self, demo: demo)?.outcome
      remember(
        chartOutcome,
        heats.result(.turns).map {
          .chart(
            theory: options.theory(cores: demo.width(options)), makespan: $0.figures.makespan)
        })
    }
    return commands
  }

  private var counted: ShareRun.Result? {
    guard let none = count.result(.none), let chair = count.result(options.chair) else {
      return nil
    }
    return .count(lost: none.lostShare, rate: none.rate, chair: chair.rate)
  }

  private mutating func remember(_ outcome: DemoOutcome?, _ result: ShareRun.Result?) {
    guard let outcome, let result else { return }
    history.keep(ShareRun(options: options, result: result, verdict: outcome.verdict))
  }

  // MARK: Keys

  fileprivate mutating func press(_ key: Key, _ demo: Share) -> [ShareCommand] {
    switch control.intent(of: key) {
    case .start: return start(demo)
    case .pause: return [options.view == .count ? .count(.pause) : .chart(.pause)]
    case .resume: return [options.view == .count ? .count(.resume) : .chart(.resume)]
    case .knob(let key): return turn(key, demo)
    case .nothing: return []
    }
  }

  private mutating func start(_ demo: Share) -> [ShareCommand] {
    forgetRun()
    control.showsProof = false
    switch options.view {
    case .count:
      control.phase = .running
      counting += 1
      return [.chart(.cancel), .count(.run(demo.countPlan(options)))]
    case .chart:
      control.phase = .calibrating(0)
      let commands = heats.start(
        [(.turns, demo.chartPlan(options))],
        hardwareThreads: demo.setting.topology().allowedPUs.count, retries: demo.retries)
      return [.count(.cancel)] + commands.map { .chart($0) }
    }
  }

  private mutating func turn(_ key: Key, _ demo: Share) -> [ShareCommand] {
    let before = options
    switch key {
    case .character("s"): return anotherWay()
    case .character("g"): return otherView()
    case .character("n"): setThreads(options.threads + 1)
    case .character("N"): setThreads(options.threads - 1)
    case .character("y") where options.view == .count:
      let all = CountPause.allCases
      let place = all.firstIndex(of: demo.pause(options)) ?? 0
      options.pause = all[(place + 1) % all.count]
    case .character("+"), .character("="): shift(by: 0.1)
    case .character("-"): shift(by: -0.1)
    default: break
    }
    guard options != before else { return [] }
    forgetRun()
    return control.reset() ? [.count(.cancel), .chart(.cancel)] : []
  }

  /// Both pictures are of so many threads: what was measured with others is gone.
  private mutating func setThreads(_ count: Int) {
    let count = max(2, min(16, count))
    guard count != options.threads else { return }
    options.threads = count
    (self.count, countOutcome, chartOutcome) = (CountReport(), nil, nil)
    heats.clear()
  }

  /// More or less of a round under the lock; the round stays as long as it is.
  private mutating func shift(by share: Double) {
    guard options.view == .chart else { return }
    let round = options.free + options.hold
    let hold = max(0.1 * round, min(0.9 * round, options.hold + share * round))
    (options.free, options.hold) = (round - hold, hold)
  }

  /// Of what was measured, another way sits down on the second chair; a chart is drawn anew.
  private mutating func anotherWay() -> [ShareCommand] {
    if options.view == .chart {
      options.spins.toggle()
      forgetRun()
      return control.reset() ? [.chart(.cancel)] : []
    }
    let ways = options.ways.filter { $0 != .none }
    guard let place = ways.firstIndex(of: options.chair) else { return [] }
    options.chair = ways[(place + 1) % ways.count]
    return []
  }

  private mutating func otherView() -> [ShareCommand] {
    let wasLive = control.reset()
    options.view = options.view == .count ? .chart : .count
    if outcome != nil { control.phase = .finished }
    return wasLive ? [.count(.cancel), .chart(.cancel)] : []
  }
}
