/// What runs cost, and what is kept of the last ones.

import DemoKit

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
