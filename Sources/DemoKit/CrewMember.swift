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
  /// 0 wait, 1 go.
  let go = Signal(0)
  /// 0 run, 1 paused.
  let paused: Signal
  let cancelled: Signal
  let ready = Lock(0)
  /// How many have done their tasks.
  let left = Lock(0)

  init(
    _ plan: CrewPlan, _ calibrations: [Int: Calibration], paused: Signal, cancelled: Signal
  ) {
    self.plan = plan
    let calibration = calibrations[plan.references[0]] ?? .nominal
    self.calibration = calibration
    self.paused = paused
    self.cancelled = cancelled
    recorders = plan.members.map { member in
      let own = calibrations[plan.reference(for: member.cpus.first)] ?? calibration
      return LaneRecorder(
        chunkTime: own.chunkTime(ofSteps: calibration.stepsPerChunk),
        wantsSwitches: plan.wantsSwitches)
    }
    baton = plan.quantum.map { _ in Baton(count: plan.members.count) }
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

  private var isCancelled: Bool { run.cancelled.value != 0 }

  private func perform(_ task: Int) {
    if run.baton != nil, !waitForTurn() { return }
    recorder.begin(task: task)
    let sum = compute(task, steps: run.calibration.chunks(in: run.plan.work) * steps)
    recorder.end(task: task, sum: sum)
  }

  private var steps: Int { run.calibration.stepsPerChunk }

  /// A piece is a chunk, or less where the quantum is shorter.
  private var piece: Int {
    guard let quantum = run.plan.quantum else { return steps }
    return max(1, Int(Double(steps) * min(1, quantum / run.calibration.chunkTime)))
  }

  private func compute(_ task: Int, steps total: Int) -> UInt64 {
    if run.plan.sabotage == .sleep { return idle(for: run.plan.work) }
    // Every task has numbers of its own, so that sums of tasks tell them apart.
    var work = WorkUnit(seed: UInt64(task) &+ 88_172_645_463_325_252)
    let walk = run.plan.cacheBytes > 0 ? CacheWalk(bytes: run.plan.cacheBytes) : nil
    var walked: UInt64 = 0
    var left = total
    var turnEnd = MonotonicClock.now + quantum
    while left > 0, !isCancelled {
      if run.paused.value != 0 { pause() }
      let now = min(piece, left)
      work.run(steps: now)
      if let walk { walked &+= walk.step(lines: Self.linesPerChunk) }
      left -= now
      recorder.stamp(steps: now)
      if run.baton != nil, MonotonicClock.now >= turnEnd {
        guard passOn() else { break }
        turnEnd = MonotonicClock.now + quantum
      }
    }
    return work.sum &+ walked
  }

  /// Cache lines touched with each chunk: a walk through a megabyte takes some milliseconds.
  private static let linesPerChunk = 256

  private var quantum: UInt64 { UInt64((run.plan.quantum ?? 0) * 1e9) }

  private func pause() {
    recorder.waited {
      while run.paused.value != 0, !isCancelled { run.paused.wait(while: 1) }
    }
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

  /// The saboteur: looks busy by the clock, computes nothing.
  private func idle(for seconds: Double) -> UInt64 {
    let end = MonotonicClock.now + UInt64(seconds * 1e9)
    while MonotonicClock.now < end, !isCancelled {
      recorder.waited { _ = poll(nil, 0, 10) }
    }
    return 0
  }
}
