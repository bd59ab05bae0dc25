/// Everything known of a run: threads, tasks, and the numbers that separate the lecture's words.

import Machine

/// One task: which thread did it, and from when to when.
package struct TaskSpan: Equatable, Sendable {
  package var thread: Int
  package var start: Double?
  package var end: Double?

  package init(thread: Int, start: Double? = nil, end: Double? = nil) {
    self.thread = thread
    self.start = start
    self.end = end
  }
}

package struct RunRecord: Equatable, Sendable {
  package var clock: RunClock
  package var threads: [ThreadTrace]
  package var tasks: [TaskSpan]
  /// What each thread waited for.
  package var waits: [WaitTrace]
  /// The moment of the last look, in run time.
  package var now: Double = 0

  /// Tasks by the thread that does them.
  package init(clock: RunClock, tasksOfThreads: [[Int]], usesSwitches: Bool) {
    self.clock = clock
    threads = tasksOfThreads.map { _ in ThreadTrace(usesSwitches: usesSwitches) }
    waits = tasksOfThreads.map { _ in WaitTrace() }
    let count = tasksOfThreads.map { $0.count }.reduce(0, +)
    tasks = (0..<count).map { task in
      TaskSpan(thread: tasksOfThreads.firstIndex { $0.contains(task) } ?? 0)
    }
  }

  /// A record drawn by hand: for tests and golden frames.
  package init(
    threads: [ThreadTrace], tasks: [TaskSpan], waits: [WaitTrace] = [], now: Double
  ) {
    clock = RunClock(start: 0)
    self.threads = threads
    self.waits = waits.isEmpty ? threads.map { _ in WaitTrace() } : waits
    self.tasks = tasks
    self.now = now
  }

  package mutating func take(_ events: [RecordedEvent], thread: Int) {
    for event in events {
      switch event.kind {
      case .began: tasks[Int(event.task)].start = clock.time(event.start)
      case .ended: tasks[Int(event.task)].end = clock.time(event.start)
      case .blocked, .unblocked, .locked, .unlocked: waits[thread].take(event, clock)
      default: threads[thread].take(event, clock)
      }
    }
  }

  // MARK: What was measured

  package var isFinished: Bool { tasks.allSatisfy { $0.end != nil } }

  /// First start to last end (or now), in seconds; the axis itself begins when the threads were let go.
  package var makespan: Double {
    guard let first = tasks.compactMap(\.start).min() else { return 0 }
    let last = isFinished ? tasks.compactMap(\.end).max() ?? now : now
    return max(0, last - first)
  }

  /// L: tasks begun and not finished, the mean over the makespan.
  package var begunNotFinished: Double {
    guard makespan > 0 else { return 0 }
    return tasks.reduce(0) { sum, task in
      sum + (task.start.map { (task.end ?? now) - $0 } ?? 0)
    } / makespan
  }

  /// P: tasks on a CPU, the mean over the makespan. Never more than L.
  package var running: Double { makespan > 0 ? onTime / makespan : 0 }

  /// Seconds on a CPU, all tasks together, by the record.
  package var onTime: Double { tasks.indices.reduce(0) { $0 + onTime(ofTask: $1) } }

  package func onTime(ofTask task: Int) -> Double {
    guard let start = tasks[task].start else { return 0 }
    return threads[tasks[task].thread].onTime(from: start, to: tasks[task].end ?? now)
  }

  /// Mean of the tasks' ends, seconds from the first start; nil before all have ended.
  package var meanCompletion: Double? {
    guard isFinished, let first = tasks.compactMap(\.start).min() else { return nil }
    return tasks.compactMap(\.end).reduce(0) { $0 + $1 - first } / Double(tasks.count)
  }

  package var firstCompletion: Double? {
    guard let first = tasks.compactMap(\.start).min() else { return nil }
    return tasks.compactMap(\.end).min().map { $0 - first }
  }

  /// Seconds in which at least one, and at least two, of the tasks were on a CPU.
  package func overlap() -> (one: Double, two: Double) {
    let slices = tasks.flatMap { task -> [Slice] in
      task.start.map { threads[task.thread].slices(from: $0, to: task.end ?? now) } ?? []
    }
    return (Self.time(with: 1, of: slices), Self.time(with: 2, of: slices))
  }

  package var switches: Int { threads.reduce(0) { $0 + $1.preemptions + $1.waits } }

  /// How often a thread went on somewhere else than before.
  package var migrations: Int {
    threads.reduce(0) { sum, trace in
      sum + zip(trace.slices, trace.slices.dropFirst()).filter { $0.cpu != $1.cpu }.count
    }
  }

  /// The length of the slices that half of the CPU time was spent in: those who only look whether it
  /// is their turn, and what an interrupt leaves of a slice, hardly count.
  package var medianSlice: Double? {
    Self.medianByTime(threads.flatMap(\.slices).map(\.length))
  }

  /// Of lengths of time, the one that half of all the time was spent in.
  package static func medianByTime(_ lengths: [Double]) -> Double? {
    let sorted = lengths.sorted()
    var left = sorted.reduce(0, +) / 2
    return sorted.first { length in
      left -= length
      return left <= 0
    }
  }

  /// Time a thread could not run because others of ours had all the CPUs it may run on.
  package func behindOurs(thread: Int, cpus: Set<Int>) -> Double {
    let spans = tasks.filter { $0.thread == thread }
    guard let start = spans.compactMap(\.start).min(),
      let end = spans.compactMap(\.end).max()
    else { return 0 }
    let others = threads.indices.filter { $0 != thread }.flatMap { other in
      threads[other].slices(from: start, to: end).filter { cpus.contains($0.cpu) }
    }
    return Self.time(with: cpus.count, of: others)
  }

  /// Whether every thread was only ever seen on the CPUs it was pinned to.
  package func stayed(on cpus: [[Int]]) -> Bool {
    zip(threads, cpus).allSatisfy { trace, allowed in
      trace.slices.allSatisfy { allowed.isEmpty || allowed.contains($0.cpu) }
    }
  }

  /// Foreign processes: of the time our threads wanted to run, the share in which they stood in
  /// the queue though none of ours had their CPUs. Totals and CPUs are those of the threads.
  package func foreignShare(_ totals: [KernelTotals?], cpus: [[Int]]) -> Double {
    var (foreign, wanted) = (0.0, 0.0)
    for (thread, own) in totals.enumerated() where thread < cpus.count {
      guard let own else { continue }
      let queued = Double(own.queued) / 1e9
      foreign += max(0, queued - behindOurs(thread: thread, cpus: Set(cpus[thread])))
      wanted += queued + Double(own.run) / 1e9
    }
    return wanted > 0 ? foreign / wanted : 0
  }

  /// Seconds in which at least so many of the slices went on together.
  package static func time(with least: Int, of slices: [Slice]) -> Double {
    // At the same moment an end comes before a beginning.
    let edges = slices.flatMap { [($0.start, 1), ($0.end, -1)] }.sorted { $0 < $1 }
    var (count, last, sum) = (0, 0.0, 0.0)
    for (time, change) in edges {
      if count >= least { sum += time - last }
      count += change
      last = time
    }
    return sum
  }

  // MARK: Columns of a chart

  /// The share of each column that a task was on a CPU.
  package func density(ofTask task: Int, from start: Double, to end: Double, columns: Int)
    -> [Double]
  {
    guard let begun = tasks[task].start else { return Array(repeating: 0, count: columns) }
    let trace = threads[tasks[task].thread]
    return Columns(from: start, to: end, count: columns).shares { from, to in
      trace.onTime(from: max(from, begun), to: min(to, tasks[task].end ?? now))
    }
  }

  /// The share of each column that a task waited for something.
  package func waiting(
    ofTask task: Int, for reason: WaitReason, from start: Double, to end: Double, columns: Int
  ) -> [Double] {
    let own = tasks[task]
    return Columns(from: start, to: end, count: columns).shares { from, to in
      waits[own.thread].waited(
        for: reason, from: max(from, own.start ?? to), to: min(to, own.end ?? now))
    }
  }

  /// The share of each column that a task held the lock.
  package func holding(ofTask task: Int, from start: Double, to end: Double, columns: Int)
    -> [Double]
  {
    let own = tasks[task]
    return Columns(from: start, to: end, count: columns).shares { from, to in
      waits[own.thread].held(from: max(from, own.start ?? to), to: min(to, own.end ?? now))
    }
  }

  /// For each column of a CPU: the task that had most of it, and the share of all ours.
  package func occupancy(ofCPU cpu: Int, from start: Double, to end: Double, columns: Int)
    -> [(task: Int?, share: Double)]
  {
    let columnsOfTime = Columns(from: start, to: end, count: columns)
    var most = Array(repeating: 0.0, count: columns)
    var result = Array(repeating: (task: Int?.none, share: 0.0), count: columns)
    for (index, task) in tasks.enumerated() where task.start != nil {
      for (column, share) in shares(of: task, on: cpu, in: columnsOfTime).enumerated()
      where share > 0 {
        result[column].share += share
        if share > most[column] {
          most[column] = share
          result[column].task = index
        }
      }
    }
    return result
  }

  /// What of each column a task was on a CPU; a thread that never left it needs no search.
  private func shares(of task: TaskSpan, on cpu: Int, in columns: Columns) -> [Double] {
    let trace = threads[task.thread]
    let (begun, ended) = (task.start ?? 0, task.end ?? now)
    if trace.isOnly(on: cpu) {
      return columns.shares { trace.onTime(from: max($0, begun), to: min($1, ended)) }
    }
    let slices = trace.slices(
      from: max(columns.start, begun), to: min(columns.end, ended)
    ).filter { $0.cpu == cpu }
    return slices.isEmpty ? [] : columns.shares(of: slices)
  }

  /// The share of a stretch that a CPU spent on us.
  package func busy(cpu: Int) -> Double {
    guard makespan > 0 else { return 0 }
    let first = tasks.compactMap(\.start).min() ?? 0
    return occupancy(ofCPU: cpu, from: first, to: first + makespan, columns: 1)[0].share
  }
}

/// A stretch of time cut into equal columns.
struct Columns {
  let start: Double
  let width: Double
  let count: Int

  init(from start: Double, to end: Double, count: Int) {
    self.start = start
    self.count = count
    width = count > 0 ? (end - start) / Double(count) : 0
  }

  var end: Double { start + width * Double(count) }

  /// The share of each column by the time inside it.
  func shares(_ timeInside: (Double, Double) -> Double) -> [Double] {
    guard width > 0 else { return Array(repeating: 0, count: count) }
    return (0..<count).map { column in
      let low = start + Double(column) * width
      return max(0, min(1, timeInside(low, low + width) / width))
    }
  }

  /// The share of each column that slices cover.
  func shares(of slices: [Slice]) -> [Double] {
    var shares = Array(repeating: 0.0, count: count)
    guard width > 0 else { return shares }
    for slice in slices {
      let first = max(0, Int((slice.start - start) / width))
      let last = min(count - 1, Int((slice.end - start) / width))
      guard first <= last else { continue }
      for column in first...last {
        let low = start + Double(column) * width
        shares[column] += max(0, min(slice.end, low + width) - max(slice.start, low)) / width
      }
    }
    return shares.map { min(1, $0) }
  }
}
