/// The timeline as a value: what is asked, what runs, what came of it. Samples and keys change it.

import DemoKit
import Machine
import Screen
import Wording

package struct TimelineState: Equatable, Sendable {
  package enum Phase: Equatable, Sendable {
    case ready
    /// The room is asked for its guess; what has been typed.
    case asking(String)
    case calibrating(Double)
    case running
    case paused
    case finished
    case failed(String)
  }

  package var options: TimelineOptions
  package var phase = Phase.ready
  /// What the run uses; nil before the first.
  var choice: TimelineChoice?
  /// What the crew was told to do.
  private var plan: CrewPlan?
  package var record: RunRecord?
  var totals: [KernelTotals?] = []
  /// The guess of the room, in seconds.
  package var guess: Double?
  package var result: TimelineResult?
  /// Σcpu of the last runs by mode and quantum, for the price of concurrency.
  var prices: [TimelinePrice] = []
  var showsProof = false
  /// The magnifier: its middle as a share of the axis, its width in seconds.
  var lensPlace = 0.5
  var lensWidth: Double
  var attempt = 1
  private(set) var run = 0
  private(set) var now: Double = 0

  init(_ options: TimelineOptions, lens: Double) {
    self.options = options
    lensWidth = lens
  }

  var isLive: Bool {
    switch phase {
    case .calibrating, .running: true
    default: false
    }
  }
}

/// CPU time of all tasks in one of the runs, against which others are compared.
struct TimelinePrice: Equatable, Sendable {
  var mode: TimelineOptions.Mode
  var tasks: Int
  var work: Double
  var quantum: Double?
  var walksCache: Bool
  var cpuTime: Double
}

extension Timeline {
  package func update(_ state: inout TimelineState, _ message: DemoMessage<CrewSample>)
    -> [CrewCommand]
  {
    switch message {
    case .sampled(let sample, _): return state.take(sample, self)
    case .pressed(let key): return state.press(key, self)
    }
  }
}

// MARK: Samples

extension TimelineState {
  fileprivate mutating func take(_ sample: CrewSample, _ demo: Timeline) -> [CrewCommand] {
    guard sample.run == run, isLive || phase == .paused else { return [] }
    switch sample.phase {
    case .idle: break
    case .calibrating(let share): if phase != .paused { phase = .calibrating(share) }
    case .running, .finished: follow(sample)
    case .failed(let reason): phase = .failed(reason)
    }
    guard sample.phase == .finished, let choice, let record else { return [] }
    finish(sample, choice, record)
    return retried(demo)
  }

  private mutating func follow(_ sample: CrewSample) {
    if case .calibrating = phase { phase = .running }
    guard var record = record ?? newRecord(sample) else { return }
    self.record = nil
    if let paused = sample.pausedAt, sample.resumedAt.map({ $0 < paused }) ?? true {
      record.clock.pause(at: paused)
    } else if let resumed = sample.resumedAt {
      record.clock.resume(at: resumed)
    }
    for (thread, member) in sample.members.enumerated() {
      record.take(member.events, thread: thread)
      record.threads[thread].extend(
        from: record.clock.time(member.sliceStart), to: record.clock.time(member.lastSeen))
    }
    record.now = record.clock.time(sample.now)
    self.record = record
    totals = sample.members.map(\.totals)
  }

  private func newRecord(_ sample: CrewSample) -> RunRecord? {
    choice.map {
      RunRecord(
        clock: RunClock(start: sample.start), tasksOfThreads: $0.plan.members.map(\.tasks),
        usesSwitches: sample.usesSwitches)
    }
  }

  private mutating func finish(
    _ sample: CrewSample, _ choice: TimelineChoice, _ record: RunRecord
  ) {
    var record = record
    for thread in record.threads.indices { record.threads[thread].seal() }
    self.record = record
    phase = .finished
    let measured = TimelineResult(
      choice: choice, plan: plan ?? choice.plan, record: record, sample: sample, prices: prices)
    result = measured
    prices.removeAll { $0.isSameKind(as: measured.price) }
    prices.append(measured.price)
  }

  /// A disturbed run is tried again where the fence says so, visibly.
  private mutating func retried(_ demo: Timeline) -> [CrewCommand] {
    guard attempt <= demo.retries, result?.outcome.exitStatus == 3 else { return [] }
    attempt += 1
    return start(demo)
  }
}

extension TimelinePrice {
  func isSameKind(as other: TimelinePrice) -> Bool {
    mode == other.mode && tasks == other.tasks && work == other.work && quantum == other.quantum
      && walksCache == other.walksCache
  }
}

// MARK: Keys

extension TimelineState {
  fileprivate mutating func press(_ key: Key, _ demo: Timeline) -> [CrewCommand] {
    if case .asking(let typed) = phase { return answer(key, typed, demo) }
    switch key {
    case .character(" "): return startOrPause(demo)
    case .character("r"): return isAskedFirst(demo) ? ask() : again(demo)
    case .character("x"): showsProof.toggle()
    case .left: lensPlace = max(0, lensPlace - 1.0 / 60)
    case .right: lensPlace = min(1, lensPlace + 1.0 / 60)
    case .character("z"): lensWidth = lensWidth > 0.5 ? 0.006 : lensWidth * 10
    default: return turn(key, demo)
    }
    return []
  }

  private func isAskedFirst(_ demo: Timeline) -> Bool { demo.asksRoom && guess == nil }

  private mutating func ask() -> [CrewCommand] {
    phase = .asking("")
    return []
  }

  private mutating func startOrPause(_ demo: Timeline) -> [CrewCommand] {
    switch phase {
    case .running, .calibrating:
      guard phase == .running else { return [] }
      phase = .paused
      return [.pause]
    case .paused:
      phase = .running
      return [.resume]
    default: return isAskedFirst(demo) ? ask() : again(demo)
    }
  }

  private mutating func again(_ demo: Timeline) -> [CrewCommand] {
    attempt = 1
    return start(demo)
  }

  private mutating func start(_ demo: Timeline) -> [CrewCommand] {
    let choice = demo.choice(options)
    self.choice = choice
    (record, result, totals, showsProof) = (nil, nil, [], false)
    phase = .calibrating(0)
    run += 1
    var plan = choice.plan
    plan.wantsSwitches = demo.setting.recorder == .best
    plan.sabotage = demo.setting.sabotage
    if plan.sabotage == .onecpu, let first = plan.cpus.first {
      for index in plan.members.indices { plan.members[index].cpus = [first] }
    }
    self.plan = plan
    return [.run(plan)]
  }

  /// A knob; what runs is stopped, since it is no longer what is asked for.
  private mutating func turn(_ key: Key, _ demo: Timeline) -> [CrewCommand] {
    let before = options
    switch key {
    case .character(let digit) where ("1"..."9").contains(digit):
      options.tasks = digit.wholeNumberValue ?? options.tasks
    case .character("t"):
      let lengths = [0.5, 1.0, 2.0, 3.0]
      options.work = lengths.first { $0 > options.work } ?? lengths[0]
    case .character("n") where options.mode == .par: widen(by: 1, demo)
    case .character("N") where options.mode == .par: widen(by: -1, demo)
    case .character("h") where options.mode == .par:
      options.siblings = options.siblings == .avoid ? .siblings : .avoid
    case .character("o") where options.mode == .par:
      options.place = options.place == .pin ? .os : .pin
    case .character("[") where options.mode == .conc: options.turnQuantum(smaller: true)
    case .character("]") where options.mode == .conc: options.turnQuantum(smaller: false)
    case .character("c"): options.walksCache.toggle()
    default: break
    }
    guard options != before else { return [] }
    return reset()
  }

  private mutating func widen(by step: Int, _ demo: Timeline) {
    var whole = options
    (whole.width, whole.tasks) = (nil, 9)
    let most = demo.choice(whole).count
    options.width = max(1, min(most, (options.width ?? demo.choice(options).count) + step))
  }

  private mutating func reset() -> [CrewCommand] {
    let wasLive = isLive || phase == .paused
    (choice, record, result, guess) = (nil, nil, nil, nil)
    phase = .ready
    return wasLive ? [.cancel] : []
  }

  /// Digits, a decimal sign, Backspace; Enter starts (alone: without a guess), Esc goes back.
  private mutating func answer(_ key: Key, _ typed: String, _ demo: Timeline) -> [CrewCommand] {
    switch key {
    case .character(let sign) where sign.isWholeNumber || ",.".contains(sign):
      phase = .asking(String((typed + String(sign)).prefix(6)))
    case .backspace: phase = .asking(String(typed.dropLast()))
    case .enter:
      guess = Double(typed.map { $0 == "," ? "." : $0 }.reduce(into: "") { $0.append($1) }) ?? -1
      return again(demo)
    case .escape: phase = .ready
    default: break
    }
    return []
  }
}
