/// The engine of demos that let a crew of threads do tasks: calibrates, runs, records, ends.

import Glibc
import Machine

package final class CrewEngine: Engine, @unchecked Sendable {
  package typealias Command = CrewCommand
  package typealias Sample = CrewSample

  private let board = Lock(CrewBoard())
  private var conductor: WorkerThread?
  private var cancelled = Signal(0)
  private var paused = Signal(0)
  private var run = 0
  private var pausedAt: UInt64?
  private var resumedAt: UInt64?
  private var calibration: Calibration?

  package init() {}

  deinit { stop() }

  // MARK: Commands; all of these are the stage's thread

  package func perform(_ command: CrewCommand) {
    switch command {
    case .run(let plan): start(plan)
    case .pause:
      pausedAt = MonotonicClock.now
      paused.set(1)
    case .resume:
      resumedAt = MonotonicClock.now
      paused.set(0)
    case .cancel:
      cancel()
      board.withLock { $0.phase = .idle }
    }
  }

  private func cancel() {
    cancelled.set(1)
    paused.set(0)
  }

  /// Starts a conductor, who first waits for the end of the one before: nothing here blocks.
  private func start(_ plan: CrewPlan) {
    cancel()
    let previous = conductor
    (cancelled, paused, pausedAt, resumedAt) = (Signal(0), Signal(0), nil, nil)
    run += 1
    let known = board.withLock { board in
      let known = board.calibration
      board = CrewBoard()
      board.phase = .calibrating(0)
      board.calibration = known
      return known
    }
    let conducting = Conducting(plan: plan, known: known, paused: paused, cancelled: cancelled)
    conductor = WorkerThread { [board] in
      previous?.join()
      conducting.run { change in board.withLock(change) }
    }
    if conductor == nil {
      board.withLock { $0.phase = .noThreads }
    }
  }

  package func stop() {
    cancel()
    conductor?.join()
    conductor = nil
    board.withLock { $0.crew = nil }
  }

  // MARK: Looking

  package func sample() -> CrewSample {
    let board = self.board.withLock { $0 }
    var sample = CrewSample(phase: board.phase, run: run, now: MonotonicClock.now)
    (sample.pausedAt, sample.resumedAt) = (pausedAt, resumedAt)
    sample.start = board.start
    sample.calibration = board.calibration
    sample.load = board.load
    guard let crew = board.crew, board.start > 0 else { return sample }
    sample.usesSwitches = crew.recorders.allSatisfy(\.hasSwitches)
    for recorder in crew.recorders { look(at: recorder, &sample) }
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
    member.chunks = recorder.chunks
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
  var phase = CrewSample.Phase.idle
  var start: UInt64 = 0
  var crew: CrewRun?
  var calibration: Calibration?
  var load = LoadDifference()
}

/// One run from calibration to the last join, on a thread of its own.
private struct Conducting: Sendable {
  let plan: CrewPlan
  let known: Calibration?
  let paused: Signal
  let cancelled: Signal

  typealias Telling = ((inout CrewBoard) -> Void) -> Void

  func run(_ tell: Telling) {
    if let first = plan.cpus.first { CurrentThread.pin(to: [first]) }
    guard let calibration = calibrated(tell) else { return tell { $0.phase = .idle } }
    let hog = plan.sabotage == .hog ? ForeignHog(cpu: plan.cpus.first ?? 0) : nil
    defer { hog?.stop() }
    conduct(CrewRun(plan, calibration, paused: paused, cancelled: cancelled), tell)
  }

  private func calibrated(_ tell: Telling) -> Calibration? {
    if let known, known.isFresh(at: MonotonicClock.now) { return known }
    let made = Calibration.measure { share in
      tell { $0.phase = .calibrating(share) }
      return cancelled.value == 0
    }
    tell { $0.calibration = made }
    return made
  }

  private func conduct(_ crew: CrewRun, _ tell: Telling) {
    let before = SystemLoad.read()
    let threads = plan.members.indices.map { index in
      WorkerThread { CrewMember(run: crew, index: index).main() }
    }
    let isComplete = !threads.contains { $0 == nil }
    if isComplete {
      while crew.ready.withLock({ $0 }) < threads.count { poll(nil, 0, 1) }
      tell { board in
        board.start = MonotonicClock.now
        board.crew = crew
        board.phase = .running
      }
    } else {
      cancelled.set(1)
    }
    crew.go.set(1)
    for thread in threads { thread?.join() }
    let load = SystemLoad.read() - before
    tell { board in
      board.load = load
      board.phase = isComplete ? (cancelled.value == 0 ? .finished : .idle) : .noThreads
    }
  }
}

extension CrewSample.Phase {
  /// The system has no more threads to give.
  fileprivate static var noThreads: CrewSample.Phase {
    .failed(reason: String(cString: strerror(EAGAIN)))
  }
}
