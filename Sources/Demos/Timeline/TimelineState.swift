/// The timeline as a value: what is asked, what runs, what came of it. Samples change it here, keys
/// in TimelineKeys.swift.

import DemoKit
import Machine

package struct TimelineState: Equatable, Sendable {
  package var options: TimelineOptions
  package var phase = RunPhase.ready
  /// What the run uses; nil before the first.
  var choice: TimelineChoice?
  /// What the crew was told to do, and what it has done so far.
  var following: CrewFollowing?
  /// What the room thinks, in seconds.
  var room: RoomGuess
  package var result: TimelineResult?
  /// The numbers on the screen: read four times a second, so that people can.
  var readout = TimelineReadout()
  /// What undisturbed runs cost, here and on other slides.
  private(set) var prices: [TimelinePrice] = []
  /// What the last runs of this fence came to.
  private(set) var history: [TimelineRun] = []
  private(set) var calibrations: [Int: Calibration] = [:]
  var showsProof = false
  /// The magnifier: where it begins, as a share of the run, and its width in seconds.
  var lensPlace = 0.5
  var lensWidth: Double
  var attempt = 1
  /// Runs of this engine, by which its samples are known.
  var run = 0

  init(_ options: TimelineOptions, lens: Double, asksRoom: Bool) {
    self.options = options
    room = RoomGuess(isWanted: asksRoom)
    lensWidth = lens
  }

  package var record: RunRecord? { following?.record }

  /// A new run begins: what the last one showed is gone.
  mutating func clear() {
    (choice, following, result, showsProof) = (nil, nil, nil, false)
    readout = TimelineReadout()
  }
}

/// Numbers of a run as they stand on the screen.
struct TimelineReadout: Equatable, Sendable {
  var begun = 0.0
  var running = 0.0
  var elapsed = 0.0
  /// Of each task's work, the share that is done.
  var progress: [Double] = []
  /// Of the time so far, the share each CPU spent on us.
  var busy: [Int: Double] = [:]
  private var time = Duration.zero
  private var isFresh = false

  /// Has the next look read anew, however soon it is.
  mutating func expire() { isFresh = false }

  /// Reads the record, unless that was done less than a quarter of a second ago.
  mutating func read(
    _ record: RunRecord, _ choice: TimelineChoice, progress: [Double], at now: Duration,
    isLast: Bool = false
  ) {
    guard isLast || !isFresh || now - time >= .milliseconds(250) else { return }
    (time, isFresh) = (now, true)
    begun = record.begunNotFinished
    running = record.running
    elapsed = record.makespan
    self.progress = progress
    busy = Dictionary(
      choice.allowed.map { ($0, record.busy(cpu: $0)) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Timeline {
  package func update(_ state: inout TimelineState, _ message: DemoMessage<CrewSample>)
    -> [CrewCommand]
  {
    switch message {
    case .sampled(let sample, let now): return state.take(sample, at: now, self)
    case .pressed(let key): return state.press(key, self)
    }
  }

  /// Prices of other slides are prices of the same machine. A slide that one comes back to shows its
  /// last result, and nothing of it runs.
  package func inherit(_ state: inout TimelineState, last: TimelineState?, kin: [TimelineState]) {
    if let last { state.resume(from: last) }
    state.learn(from: kin)
  }
}

extension Timeline {
  package func faded(_ state: TimelineState) -> TimelineState {
    var faded = state
    faded.clear()
    faded.phase = .ready
    return faded
  }
}

// MARK: Heritage

extension TimelineState {
  fileprivate mutating func resume(from last: TimelineState) {
    let options = options
    self = last
    run = 0
    (showsProof, attempt) = (false, 1)
    guard last.phase != .finished else { return }
    clear()
    (self.options, phase) = (options, .ready)
    room.start()
  }

  fileprivate mutating func learn(from others: [TimelineState]) {
    for other in others {
      for price in other.prices { note(price) }
      calibrations.merge(other.calibrations) { own, new in own.time > new.time ? own : new }
    }
  }

  private mutating func note(_ price: TimelinePrice) {
    prices.removeAll { $0.isSameKind(as: price) }
    prices.append(price)
  }
}

// MARK: Samples

extension TimelineState {
  fileprivate mutating func take(
    _ sample: CrewSample, at now: Duration, _ demo: Timeline
  ) -> [CrewCommand] {
    guard sample.run == run, phase.isLive || phase == .paused else { return [] }
    switch sample.phase {
    case .idle: break
    case .calibrating(let share): if phase != .paused { phase = .calibrating(share) }
    case .running, .finished: follow(sample, at: now, demo)
    case .failed(let reason): phase = .failed(reason)
    }
    guard sample.phase == .finished, let choice, let following, let record else { return [] }
    finish(sample, choice, following, record, at: now, demo)
    return retried(demo)
  }

  private mutating func follow(_ sample: CrewSample, at now: Duration, _ demo: Timeline) {
    if case .calibrating = phase { phase = .running }
    if record == nil, sample.calibrations != calibrations {
      // The speed of the cores is known now, and with it what theory says.
      calibrations.merge(sample.calibrations) { _, new in new }
      choice = choice.map { _ in demo.choice(options, calibrations) }
    }
    following?.take(sample)
    if let choice, let following, let record {
      readout.read(record, choice, progress: following.progress, at: now)
    }
  }

  private mutating func finish(
    _ sample: CrewSample, _ choice: TimelineChoice, _ following: CrewFollowing,
    _ record: RunRecord, at now: Duration, _ demo: Timeline
  ) {
    phase = .finished
    readout.read(record, choice, progress: following.progress, at: now, isLast: true)
    let measured = TimelineResult(
      choice: choice, plan: following.plan, record: record, sample: sample, prices: prices,
      tolerance: demo.tolerance)
    result = measured
    if measured.conditions.disturbance == nil { note(measured.price) }
    history.keep(
      TimelineRun(
        options: choice.options, quantum: choice.plan.quantum, forecast: choice.forecast,
        makespan: measured.figures.makespan,
        begun: measured.figures.begun, running: measured.figures.running,
        verdict: measured.outcome.verdict))
  }

  /// A disturbed run is tried again where the fence says so, visibly.
  private mutating func retried(_ demo: Timeline) -> [CrewCommand] {
    guard attempt <= demo.retries, result?.outcome.exitStatus == 3 else { return [] }
    attempt += 1
    return start(demo)
  }
}
