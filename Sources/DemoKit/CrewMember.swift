/// The work of one thread of a crew: its tasks, chunk by chunk, stamped, stoppable, pausable.

import Glibc
import Machine

/// What all members of a crew share while they run.
final class CrewRun: @unchecked Sendable {
  let plan: CrewPlan
  /// The speed that the work is meant for: of the first kind of core.
  let calibration: Calibration
  let recorders: [LaneRecorder]
  let baton: Baton?
  let lock: CrewLock
  let places: WaitingPlaces
  /// 0 wait, 1 go.
  let go = Signal(0)
  let signals: RunSignals
  let ready = Lock(0)
  /// How many have done their tasks.
  let left = Lock(0)

  init(_ plan: CrewPlan, _ calibrations: [Int: Calibration], _ signals: RunSignals) {
    self.plan = plan
    let calibration = calibrations[plan.references[0]] ?? .nominal
    self.calibration = calibration
    self.signals = signals
    recorders = plan.members.map { member in
      let own = calibrations[plan.reference(for: member.cpus.first)] ?? calibration
      return LaneRecorder(
        chunkTime: own.chunkTime(ofSteps: calibration.stepsPerChunk),
        wantsSwitches: plan.wantsSwitches)
    }
    baton = plan.quantum.map { _ in Baton(count: plan.members.count) }
    lock = CrewLock(plan.lock)
    places = WaitingPlaces(plan) { signals.isCancelled }
  }
}

struct CrewMember {
  let run: CrewRun
  let index: Int

  private var recorder: LaneRecorder { run.recorders[index] }
  private var member: CrewPlan.Member { run.plan.members[index] }

  func main() {
    if !member.cpus.isEmpty { CurrentThread.pin(to: member.cpus) }
    recorder.open()
    run.ready.withLock { $0 += 1 }
    while run.go.value == 0, !isCancelled { run.go.wait(while: 0) }
    for task in member.tasks where !isCancelled { perform(task) }
    run.baton?.finish(index)
    recorder.close()
    run.left.withLock { $0 += 1 }
  }

  private var isCancelled: Bool { run.signals.isCancelled }

  private func perform(_ task: Int) {
    if run.baton != nil, !waitForTurn() { return }
    recorder.begin(task: task)
    // Every task has numbers of its own, so that sums of tasks tell them apart.
    var work = WorkUnit(seed: UInt64(task) &+ 88_172_645_463_325_252)
    for step in run.plan.steps where !isCancelled { perform(step, &work) }
    recorder.end(task: task, sum: work.sum)
  }

  private func perform(_ step: CrewStep, _ work: inout WorkUnit) {
    switch step {
    case .compute(let time): compute(time, &work)
    case .hold(let time): hold(time, &work)
    case .ask(let delay): ask(delay)
    case .read(let count): read(count)
    case .chase(let loads): chase(loads)
    }
  }

  private var steps: Int { run.calibration.stepsPerChunk }

  /// A piece is a chunk, or less where the quantum is shorter.
  private var piece: Int {
    guard let quantum = run.plan.quantum else { return steps }
    return max(1, Int(Double(steps) * min(1, quantum / run.calibration.chunkTime)))
  }

  private func compute(_ time: Double, _ work: inout WorkUnit) {
    if run.plan.sabotage == .sleep { return idle(for: time) }
    run.plan.sabotage?.crash(whileLooking: false)
    let walk = run.plan.cacheBytes > 0 ? CacheWalk(bytes: run.plan.cacheBytes) : nil
    var left = run.calibration.chunks(in: time) * steps
    var turnEnd = MonotonicClock.now + quantum
    while left > 0, !isCancelled {
      if run.signals.isPaused { pause() }
      let now = min(piece, left)
      work.run(steps: now)
      if let walk { work.mix(walk.step(lines: Self.linesPerChunk)) }
      left -= now
      recorder.stamp(steps: now)
      if run.baton != nil, MonotonicClock.now >= turnEnd {
        guard passOn() else { break }
        turnEnd = MonotonicClock.now + quantum
      }
    }
  }

  /// Cache lines touched with each chunk: a walk through a megabyte takes some milliseconds.
  private static let linesPerChunk = 256

  private var quantum: UInt64 { UInt64((run.plan.quantum ?? 0) * 1e9) }

  private func pause() {
    recorder.waited { run.signals.standStill() }
  }

  private func passOn() -> Bool {
    guard let baton = run.baton else { return true }
    baton.pass(from: index)
    return baton.has(index) || waitForTurn()
  }

  /// False when the run was cancelled meanwhile.
  private func waitForTurn() -> Bool {
    guard let baton = run.baton else { return true }
    recorder.waited {
      while !baton.wait(index), !isCancelled {}
    }
    return !isCancelled
  }

  // MARK: Waiting

  /// Time under the lock; whoever finds it taken waits, and that is recorded.
  private func hold(_ time: Double, _ work: inout WorkUnit) {
    guard run.lock.take(index) || waitForLock() else { return }
    recorder.locked()
    compute(time, &work)
    // Said before it is done, so that no two are ever seen to have it.
    recorder.unlocked()
    run.lock.give(index)
  }

  /// False when the run was cancelled meanwhile: then the lock is somebody else's.
  private func waitForLock() -> Bool {
    var isTaken = false
    recorder.blocked(.lock) {
      if run.plan.lock == .spin {
        while !isTaken, !isCancelled {
          if run.signals.isPaused { pause() }
          isTaken = run.lock.take(index)
          recorder.stamp(steps: 0)
        }
      } else {
        recorder.waited { while !isTaken, !isCancelled { isTaken = run.lock.wait(index) } }
      }
    }
    return isTaken
  }

  /// The answer comes when the clock on the wall says so: what of the wait fell into a pause is
  /// waited for once more.
  private func ask(_ delay: Double) {
    run.baton?.pass(from: index)
    recorder.blocked(.answer) {
      recorder.waited {
        var left = UInt64(delay * 1e9)
        repeat {
          let before = run.signals.pausedTime
          run.places.ask(index, left) { isCancelled }
          left = run.signals.pausedTime - before
          run.signals.standStill()
        } while left > 0 && !isCancelled
      }
    }
    _ = waitForTurn()
  }

  private func read(_ count: Int) {
    run.baton?.pass(from: index)
    recorder.blocked(.answer) {
      var left = count
      while left > 0, !isCancelled {
        recorder.waited {
          run.signals.standStill()
          run.places.read(index)
        }
        left -= 1
      }
    }
    _ = waitForTurn()
  }

  /// Some 30 µs of loads at a time, as with other work.
  private func chase(_ loads: Int) {
    var left = loads
    while left > 0, !isCancelled {
      if run.signals.isPaused { pause() }
      run.places.chase(index, min(left, 200))
      left -= 200
      recorder.stamp(steps: 0)
    }
  }

  /// The saboteur: looks busy by the clock, computes nothing.
  private func idle(for seconds: Double) {
    let end = MonotonicClock.now + UInt64(seconds * 1e9)
    while MonotonicClock.now < end, !isCancelled {
      recorder.waited { _ = poll(nil, 0, 10) }
    }
  }
}
