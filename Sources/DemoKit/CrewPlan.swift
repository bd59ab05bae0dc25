/// What a crew of threads is to do.

import Machine

package struct CrewPlan: Equatable, Sendable {
  package struct Member: Equatable, Sendable {
    /// CPUs to be pinned to; empty leaves the thread to the scheduler.
    package var cpus: [Int]
    /// Indices of its tasks, done one after another.
    package var tasks: [Int]

    package init(cpus: [Int], tasks: [Int]) {
      self.cpus = cpus
      self.tasks = tasks
    }
  }

  package var members: [Member]
  /// What every task does, one thing after another.
  package var steps: [CrewStep]
  /// CPUs by their kind of core, the kind that `work` is meant for first; empty where all are alike.
  package var kinds: [[Int]] = []
  /// What is known from earlier runs, by the CPU it was measured on.
  package var calibrations: [Int: Calibration] = [:]
  /// Seconds after which the baton is passed to the next thread; nil leaves it to the system.
  package var quantum: Double?
  /// Bytes each task walks through besides computing; 0 for none.
  package var cacheBytes = 0
  package var lock = CrewLockKind.mutex
  /// Where the server of those who ask is at home; empty is wherever the system likes.
  package var elsewhere: [Int] = []
  package var wantsSwitches = true
  package var sabotage: Sabotage?

  package init(members: [Member], steps: [CrewStep]) {
    self.members = members
    self.steps = steps
  }

  /// Tasks that only compute.
  package init(members: [Member], work: Double) {
    self.init(members: members, steps: [.compute(work)])
  }

  /// CPU time goes into something that is not counted in steps: reading, loading, spinning.
  var hasOtherWork: Bool {
    lock == .spin
      || steps.contains { step in
        switch step {
        case .read, .chase: true
        case .compute, .ask, .hold: false
        }
      }
  }

  /// CPU time of each task in seconds, on a core of the first kind; reading and chasing come on top.
  package var work: Double { steps.reduce(0) { $0 + $1.work } }

  /// One CPU of each kind in use: there the speed is measured. -1 is wherever the thread may be.
  package var references: [Int] {
    let used = kinds.compactMap { kind in kind.first { cpus.contains($0) } }
    return used.isEmpty ? [cpus.first ?? -1] : used
  }

  /// The CPU whose speed stands for that of another.
  package func reference(for cpu: Int?) -> Int {
    let kind = kinds.first { $0.contains(cpu ?? -1) } ?? []
    return references.first { kind.contains($0) } ?? references[0]
  }

  package var taskCount: Int { members.map { $0.tasks.count }.reduce(0, +) }

  /// The CPUs in use, in the order of the members.
  package var cpus: [Int] {
    var seen: [Int] = []
    for cpu in members.flatMap(\.cpus) where !seen.contains(cpu) { seen.append(cpu) }
    return seen
  }
}

/// A part of a task; times in seconds, those of CPU on a core of the first kind.
package enum CrewStep: Equatable, Sendable {
  case compute(Double)
  /// A request to the server in this process, which answers after so long.
  case ask(after: Double)
  /// So many reads of 4 KiB each, past the page cache.
  case read(Int)
  /// So many loads, each of an address that the one before has told.
  case chase(Int)
  /// CPU time under the lock that all tasks share.
  case hold(Double)

  var work: Double {
    switch self {
    case .compute(let time), .hold(let time): time
    case .ask, .read, .chase: 0
    }
  }
}

/// How the lock of a crew keeps others out.
package enum CrewLockKind: String, Equatable, Sendable {
  case mutex, spin
  /// The saboteur's: it keeps nobody out.
  case none
}

/// What an engine with a crew can be told.
package enum CrewCommand: Equatable, Sendable {
  case run(CrewPlan)
  case pause
  case resume
  case cancel
}

/// What a look at the crew shows: only what is new since the last look.
package struct CrewSample: Equatable, Sendable {
  package enum Phase: Equatable, Sendable {
    case idle
    /// Measuring how fast the CPU is; the share that is done.
    case calibrating(Double)
    case running
    case finished
    case failed(reason: String)
  }

  package struct Member: Equatable, Sendable {
    package var events: [RecordedEvent] = []
    package var lastSeen: UInt64 = 0
    package var sliceStart: UInt64 = 0
    /// Steps of work done so far.
    package var steps = 0
    package var totals: KernelTotals?

    package init() {}
  }

  package var phase: Phase
  /// Counts the runs: samples of an older run are not to be mixed with a newer one.
  package var run: Int
  package var start: UInt64 = 0
  package var now: UInt64
  package var pausedAt: UInt64?
  package var resumedAt: UInt64?
  package var members: [Member] = []
  package var usesSwitches = false
  package var dropped = 0
  package var checksum: UInt64 = 0
  /// The speed of each kind of core, by the CPU it was measured on.
  package var calibrations: [Int: Calibration] = [:]
  package var load = LoadDifference()
  /// Stretches of time in which the control group was held back for a part of them.
  package var throttled: [ClosedRange<UInt64>] = []

  package init(phase: Phase, run: Int, now: UInt64) {
    self.phase = phase
    self.run = run
    self.now = now
  }
}
