/// Runs of a crew that were written down: the scheduler as one wants it, for pictures and verdicts.

import DemoKit
import Demos
import Machine
import Wording

/// A crew that did its tasks as planned: samples, as an engine would give them.
struct ScriptedRun {
  /// Who was where: thread, from, to in seconds, CPU.
  var slices: [(thread: Int, from: Double, to: Double, cpu: Int)] = []
  /// Which thread did which task, from when to when.
  var tasks: [(thread: Int, from: Double, to: Double)] = []
  var threads: Int { (tasks.map(\.thread).max() ?? 0) + 1 }
  /// Who waited for an answer, who for the lock, and who had it: thread, from, to.
  var waits: [(thread: Int, from: Double, to: Double)] = []
  var locks: [(thread: Int, from: Double, to: Double)] = []
  var holds: [(thread: Int, from: Double, to: Double)] = []
  /// Speed by the CPU it was measured on: seconds of CPU time a chunk takes.
  var chunkTimes: [Int: Double] = [0: 4e-5]
  /// What a chunk really took there, where that is something else.
  var trueChunkTimes: [Int: Double] = [:]
  /// Off a CPU a thread stands in the queue; else it sleeps of its own will.
  var waitsInQueue = true
  /// Work done for the CPU time, against what calibration says.
  var speed = 1.0
  var throttled: [(from: Double, to: Double)] = []

  private static let start: UInt64 = 10_000_000_000

  private static func moment(_ seconds: Double) -> UInt64 { start + UInt64(seconds * 1e9) }

  /// Equal tasks by turns on one CPU, so many seconds each turn.
  static func turns(tasks: Int, work: Double, quantum: Double) -> ScriptedRun {
    var run = ScriptedRun()
    let rounds = Int((work / quantum).rounded())
    for round in 0..<rounds {
      for task in 0..<tasks {
        let from = Double(round * tasks + task) * quantum
        run.slices.append((task, from, from + quantum, 0))
      }
    }
    run.tasks = (0..<tasks).map { ($0, 0, work * Double(tasks) - Double(tasks - 1 - $0) * quantum) }
    return run
  }

  /// One thread, one task after another.
  static func chain(tasks: Int, work: Double) -> ScriptedRun {
    var run = ScriptedRun()
    run.slices = [(0, 0, work * Double(tasks), 0)]
    run.tasks = (0..<tasks).map { (0, Double($0) * work, Double($0 + 1) * work) }
    return run
  }

  /// A thread and a CPU for each task.
  static func together(works: [Double]) -> ScriptedRun {
    var run = ScriptedRun()
    run.slices = works.enumerated().map { ($0, 0, $1, $0) }
    run.tasks = works.enumerated().map { ($0, 0, $1) }
    return run
  }

  private var calibrations: [Int: Calibration] {
    chunkTimes.mapValues {
      Calibration(stepsPerChunk: 20_000, chunkTime: $0, spread: 0.01, time: 1)
    }
  }

  /// The look at the end: everything that was recorded, and the kernel's totals.
  func finished(run number: Int = 1) -> CrewSample {
    let end = tasks.map(\.to).max() ?? 0
    var sample = CrewSample(phase: .finished, run: number, now: Self.moment(end))
    sample.start = Self.start
    sample.calibrations = calibrations
    // The same work has the same sum, however long it took.
    let work = slices.reduce(0) { $0 + $1.to - $1.from } * speed
    sample.checksum = 0xFEED + UInt64((work * 1000).rounded())
    sample.throttled = throttled.map { Self.moment($0.from)...Self.moment($0.to) }
    sample.load.throttled = throttled.reduce(0) { $0 + $1.to - $1.from }
    sample.members = (0..<threads).map { member($0) }
    return sample
  }

  private func waitEvents(_ thread: Int) -> [RecordedEvent] {
    let events = {
      (spans: [(thread: Int, from: Double, to: Double)], kinds: [RecordedEvent.Kind], reason: Int)
      in
      spans.filter { $0.thread == thread }.flatMap { span in
        [
          RecordedEvent(kinds[0], at: Self.moment(span.from), task: reason),
          RecordedEvent(kinds[1], at: Self.moment(span.to)),
        ]
      }
    }
    return events(waits, [.blocked, .unblocked], WaitReason.answer.rawValue)
      + events(locks, [.blocked, .unblocked], WaitReason.lock.rawValue)
      + events(holds, [.locked, .unlocked], 0)
  }

  private func member(_ thread: Int) -> CrewSample.Member {
    var member = CrewSample.Member()
    let own = slices.filter { $0.thread == thread }
    for (task, span) in tasks.enumerated() where span.thread == thread {
      member.events.append(
        RecordedEvent(.began, at: Self.moment(span.from), cpu: own.first?.cpu ?? 0, task: task))
    }
    for slice in own {
      member.events.append(
        RecordedEvent(
          .slice, at: Self.moment(slice.from), to: Self.moment(slice.to), cpu: slice.cpu))
    }
    for (task, span) in tasks.enumerated() where span.thread == thread {
      member.events.append(
        RecordedEvent(.ended, at: Self.moment(span.to), cpu: own.last?.cpu ?? 0, task: task))
    }
    member.events += waitEvents(thread)
    var totals = KernelTotals()
    let onTime = own.reduce(0) { $0 + $1.to - $1.from }
    totals.run = UInt64(onTime * 1e9)
    totals.forcedSwitches = max(0, own.count - 1)
    // Who waits has waited for the start, too.
    let waited = waits.filter { $0.thread == thread }.count
    totals.voluntarySwitches = waited > 0 ? 1 + waited : 0
    // What a thread was not on a CPU it stood in the queue.
    let span = tasks.filter { $0.thread == thread }
    let there = (span.map(\.to).max() ?? 0) - (span.map(\.from).min() ?? 0)
    totals.queued = waitsInQueue ? UInt64(max(0, there - onTime) * 1e9) : 0
    member.totals = totals
    let cpu = own.first?.cpu ?? 0
    let chunks = (onTime / (trueChunkTimes[cpu] ?? chunkTimes[cpu] ?? 4e-5)).rounded()
    member.steps = Int(chunks * speed) * 20_000
    member.lastSeen = Self.moment(own.last?.to ?? 0)
    return member
  }
}
