/// The engine of demos that let a crew of threads do tasks: calibrates, runs, records, ends.

import Glibc
import Machine

package final class CrewEngine: Engine, @unchecked Sendable {
  package typealias Command = CrewCommand
  package typealias Sample = CrewSample

  private let board = Lock(CrewBoard())
  private let conductor = Conductor()

  package init() {}

  deinit { stop() }

  // MARK: Commands; all of these are the stage's thread

  package func perform(_ command: CrewCommand) {
    switch command {
    case .run(let plan): start(plan)
    case .pause: conductor.pause()
    case .resume: conductor.resume()
    case .cancel:
      conductor.cancel()
      board.withLock { $0.phase = .idle }
    }
  }

  private func start(_ plan: CrewPlan) {
    let known = board.withLock { $0.calibrations.merging(plan.calibrations) { own, _ in own } }
    let began = conductor.begin { run in
      board.withLock { board in
        board = CrewBoard(run: run)
        board.phase = .calibrating(0)
        board.calibrations = known
      }
    } _: { [board] run, signals in
      // A conductor whose run is over may still have something to say; nobody is to hear it.
      Conducting(plan: plan, known: known, signals: signals).run { change in
        board.withLock { if $0.run == run { change(&$0) } }
      }
    }
    if !began { board.withLock { $0.phase = .noThreads } }
  }

  package func stop() {
    conductor.stop()
    board.withLock { $0.crew = nil }
  }

  // MARK: Looking

  package func sample() -> CrewSample {
    let board = self.board.withLock { $0 }
    var sample = CrewSample(phase: board.phase, run: board.run, now: MonotonicClock.now)
    (sample.pausedAt, sample.resumedAt) = (conductor.pausedAt, conductor.resumedAt)
    sample.start = board.start
    sample.calibrations = board.calibrations
    sample.load = board.load
    sample.throttled = board.throttled
    guard let crew = board.crew, board.start > 0 else { return sample }
    sample.usesSwitches = crew.recorders.allSatisfy(\.hasSwitches)
    for recorder in crew.recorders { look(at: recorder, &sample) }
    crew.plan.sabotage?.crash(whileLooking: true)
    if crew.plan.sabotage == .fake { Self.invent(&sample) }
    return sample
  }

  private func look(at recorder: LaneRecorder, _ sample: inout CrewSample) {
    var member = CrewSample.Member()
    // The totals first: what is drained after they are there is complete.
    member.totals = recorder.totals
    recorder.drain(into: &member.events)
    member.lastSeen = recorder.lastSeen
    member.sliceStart = recorder.openSliceStart
    member.steps = recorder.steps
    sample.dropped += recorder.dropped
    sample.checksum &+= recorder.checksum
    sample.members.append(member)
  }

  /// The saboteur: slices are told half as long as they were, and every other one not at all.
  private static func invent(_ sample: inout CrewSample) {
    for index in sample.members.indices {
      let events = sample.members[index].events.filter {
        $0.kind != .switchedIn || $0.start / 1_000 % 2 == 0
      }
      sample.members[index].events = events.map { event in
        var event = event
        if event.kind == .closed { event.start -= (event.start - sample.start) / 2 }
        if event.kind == .slice { event.end -= (event.end - event.start) / 2 }
        return event
      }
    }
  }
}

/// What the conductor tells the looker.
private struct CrewBoard {
  /// The run it is about.
  var run = 0
  var phase = CrewSample.Phase.idle
  var start: UInt64 = 0
  var crew: CrewRun?
  var calibrations: [Int: Calibration] = [:]
  var load = LoadDifference()
  var throttled: [ClosedRange<UInt64>] = []
}

/// One run from calibration to the last join, on a thread of its own.
private struct Conducting: Sendable {
  let plan: CrewPlan
  let known: [Int: Calibration]
  let signals: RunSignals

  typealias Telling = ((inout CrewBoard) -> Void) -> Void

  func run(_ tell: Telling) {
    guard let calibrations = calibrated(tell) else { return tell { $0.phase = .idle } }
    let hog = plan.sabotage == .hog ? ForeignHog(cpu: plan.cpus.first ?? 0) : nil
    defer { hog?.stop() }
    conduct(CrewRun(plan, calibrations, signals), tell)
  }

  /// Every kind of core in use is measured, the first one last: there the threads are started.
  private func calibrated(_ tell: Telling) -> [Int: Calibration]? {
    var made: [Int: Calibration] = [:]
    let references = plan.references
    for (round, cpu) in references.enumerated().reversed() {
      if cpu >= 0 { CurrentThread.pin(to: [cpu]) }
      if let known = known[cpu], known.isFresh(at: MonotonicClock.now) {
        made[cpu] = known
        continue
      }
      let done = Double(references.count - 1 - round)
      made[cpu] = Calibration.measure { share in
        tell { $0.phase = .calibrating((done + share) / Double(references.count)) }
        return !signals.isCancelled
      }
      guard made[cpu] != nil else { return nil }
    }
    let all = made
    tell { $0.calibrations.merge(all) { _, new in new } }
    return made
  }

  private func conduct(_ crew: CrewRun, _ tell: Telling) {
    guard crew.places.isComplete else {
      crew.places.close()
      let reason = String(cString: strerror(errno == 0 ? EMFILE : errno))
      return tell { $0.phase = signals.isCancelled ? .idle : .failed(reason: reason) }
    }
    let before = SystemLoad.read()
    let leave = {
      signals.cancelled.set(1)
      crew.go.set(1)
    }
    let threads = WorkerThread.start(plan.members.count, orElse: leave) { index in
      CrewMember(run: crew, index: index).main()
    }
    guard let threads else {
      crew.places.close()
      return tell { $0.phase = .noThreads }
    }
    while crew.ready.withLock({ $0 }) < threads.count { poll(nil, 0, 1) }
    tell { board in
      board.start = MonotonicClock.now
      board.crew = crew
      board.phase = .running
    }
    crew.go.set(1)
    watchThrottling(of: crew, tell)
    for thread in threads { thread.join() }
    crew.places.close()
    let load = SystemLoad.read() - before
    tell { board in
      board.load = load
      board.phase = signals.isCancelled ? .idle : .finished
    }
  }

  /// Where a quota holds us back, it is looked up when: every 50 ms, and nowhere else at all.
  private func watchThrottling(of crew: CrewRun, _ tell: Telling) {
    guard let throttling = Throttling() else { return }
    var (last, seconds) = (MonotonicClock.now, throttling.seconds)
    while crew.left.withLock({ $0 }) < plan.members.count, !signals.isCancelled {
      poll(nil, 0, 50)
      let (now, held) = (MonotonicClock.now, throttling.seconds)
      if held > seconds {
        let stretch = last...now
        tell { $0.throttled.append(stretch) }
      }
      (last, seconds) = (now, held)
    }
  }
}

extension CrewSample.Phase {
  /// The system has no more threads to give.
  fileprivate static var noThreads: CrewSample.Phase {
    .failed(reason: WorkerThread.shortage)
  }
}
