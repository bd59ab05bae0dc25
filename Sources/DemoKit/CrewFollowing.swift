/// A crew's run as it is followed: the record grows with every look at the engine.

import Machine

package struct CrewFollowing: Equatable, Sendable {
  package let plan: CrewPlan
  package private(set) var record: RunRecord?
  /// When the control group was held back, in run time.
  package private(set) var throttled: [ClosedRange<Double>] = []
  /// Of each task's work, the share that is done.
  package private(set) var progress: [Double] = []

  package init(_ plan: CrewPlan) { self.plan = plan }

  package mutating func take(_ sample: CrewSample) {
    var record =
      self.record
      ?? RunRecord(
        clock: RunClock(start: sample.start), tasksOfThreads: plan.members.map(\.tasks),
        usesSwitches: sample.usesSwitches)
    // not shared while it grows
    self.record = nil
    if let paused = sample.pausedAt, sample.resumedAt.map({ $0 < paused }) ?? true {
      record.clock.pause(at: paused)
    } else if let resumed = sample.resumedAt {
      record.clock.resume(at: resumed)
    }
    for (thread, member) in sample.members.enumerated() where thread < record.threads.count {
      record.take(member.events, thread: thread)
      record.threads[thread].extend(
        from: record.clock.time(member.sliceStart), to: record.clock.time(member.lastSeen))
    }
    record.now = record.clock.time(sample.now)
    throttled = sample.throttled.map {
      record.clock.time($0.lowerBound)...record.clock.time($0.upperBound)
    }
    progress = progress(sample)
    if sample.phase == .finished {
      for thread in record.threads.indices { record.threads[thread].seal() }
    }
    self.record = record
  }

  /// Of each task's steps, the share that is done: a thread does its tasks one after another.
  private func progress(_ sample: CrewSample) -> [Double] {
    guard let base = sample.calibrations[plan.references[0]] else { return [] }
    let each = Double(base.chunks(in: plan.work) * base.stepsPerChunk)
    var progress = Array(repeating: 0.0, count: plan.taskCount)
    for (member, done) in zip(plan.members, sample.members) {
      for (place, task) in member.tasks.enumerated() {
        progress[task] = max(0, min(1, Double(done.steps) / each - Double(place)))
      }
    }
    return progress
  }
}
