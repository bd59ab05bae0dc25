/// What was measured of a run, in numbers: times in seconds, means over the makespan.

import DemoKit
import Machine

struct TimelineFigures: Equatable, Sendable {
  let makespan: Double
  /// L and P.
  let begun: Double
  let running: Double
  /// Seconds with at least one, and at least two, of ours on a CPU.
  let one: Double
  let two: Double
  /// CPU time by the record, and by the kernel's books.
  let onTime: Double
  let kernelTime: Double
  let queued: Double
  let switches: Int
  let kernelSwitches: Int
  let migrations: Int
  let medianSlice: Double?
  let meanCompletion: Double
  let firstCompletion: Double

  init(_ record: RunRecord, _ totals: KernelTotals) {
    makespan = record.makespan
    begun = record.begunNotFinished
    running = record.running
    (one, two) = record.overlap()
    onTime = record.onTime
    kernelTime = Double(totals.run) / 1e9
    queued = Double(totals.queued) / 1e9
    switches = record.switches
    kernelSwitches = totals.voluntarySwitches + totals.forcedSwitches
    migrations = record.migrations
    medianSlice = record.medianSlice
    meanCompletion = record.meanCompletion ?? 0
    firstCompletion = record.firstCompletion ?? 0
  }

  /// Of the time with one of ours on a CPU, the share with two.
  var overlapShare: Double { one > 0 ? two / one : 0 }

  /// The record against the kernel's books.
  var agreement: Double { kernelTime > 0 ? onTime / kernelTime : 0 }
}

/// What all tasks of a run took, against which others are compared.
struct TimelinePrice: Equatable, Sendable {
  let mode: TimelineOptions.Mode
  /// What was really done: with a baton there is a quantum, whoever asked for it.
  let quantum: Double?
  /// Σcpu in seconds.
  var cpuTime: Double
  private let tasks: Int
  private let work: Double
  private let walksCache: Bool
  private let cpu: Int?

  init(_ choice: TimelineChoice, cpuTime: Double) {
    mode = choice.options.mode
    quantum = choice.plan.quantum
    tasks = choice.options.tasks
    work = choice.options.work
    walksCache = choice.options.walksCache
    cpu = choice.cpus.first
    self.cpuTime = cpuTime
  }

  /// Whether the same was done in the same place, in whatever way.
  func isSameWork(as other: TimelinePrice) -> Bool {
    tasks == other.tasks && work == other.work && walksCache == other.walksCache
      && cpu == other.cpu
  }

  func isSameKind(as other: TimelinePrice) -> Bool {
    isSameWork(as: other) && mode == other.mode && quantum == other.quantum
  }
}

/// What is kept of a run for the list of the last ones.
struct TimelineRun: Equatable, Sendable {
  let options: TimelineOptions
  /// Of the baton, if one was passed.
  let quantum: Double?
  let forecast: ClosedRange<Double>
  let makespan: Double
  let begun: Double
  let running: Double
  let verdict: Verdict
}
