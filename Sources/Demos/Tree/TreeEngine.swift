/// The tree's real threads: wanderers that tell where they are, a probe of pinning, tasks on a branch.

import DemoKit
import Glibc
import Machine
import Synchronization

package enum TreeCommand: Equatable, Sendable {
  /// So many unpinned threads, 20 ms of work and 30 ms of sleep in turn.
  case wander(Int)
  /// Pins a thread to each of these CPUs and looks where it is.
  case probe([Int])
  case crew(CrewCommand)
}

package struct TreeSample: Equatable, Sendable {
  package struct Wanderer: Equatable, Sendable {
    /// The CPU it was last on; -1 before it has run.
    package var cpu: Int
    /// The kernel's number of the thread; 0 before it has run.
    package var id: Int
    package var migrations: Int
    /// Whether it was ever outside of the CPUs allowed to us.
    package var strayed: Bool
  }

  package var wanderers: [Wanderer]
  /// CPUs on which the probe sat where it was pinned; nil before it has been made.
  package var probed: Int?
  /// The system had no thread left for what was asked for last.
  package var lacksThreads = false
  package var crew: CrewSample

  package init(
    wanderers: [Wanderer], probed: Int? = nil, lacksThreads: Bool = false, crew: CrewSample
  ) {
    self.wanderers = wanderers
    self.probed = probed
    self.lacksThreads = lacksThreads
    self.crew = crew
  }
}

package final class TreeEngine: Engine, @unchecked Sendable {
  private final class Wanderer: Sendable {
    let cpu = Atomic<Int>(-1)
    let id = Atomic<Int>(0)
    let migrations = Atomic<Int>(0)
    let strayed = Atomic<Bool>(false)
    let leave = Signal(0)
  }

  private let allowed = Set(TopologyReader().read().allowedPUs.map(\.osIndex))
  private let crew = CrewEngine()
  private let probed = Lock<Int?>(nil)
  private var wanderers: [(who: Wanderer, thread: WorkerThread)] = []
  private var leaving: [WorkerThread] = []
  private var prober: WorkerThread?
  private var lacksThreads = false

  package init() {}

  deinit { stop() }

  package func perform(_ command: TreeCommand) {
    lacksThreads = false
    switch command {
    case .wander(let count): setCount(count)
    case .probe(let cpus): probe(cpus)
    case .crew(let command): crew.perform(command)
    }
  }

  private func setCount(_ count: Int) {
    while wanderers.count > count, let last = wanderers.popLast() {
      last.who.leave.set(1)
      leaving.append(last.thread)
    }
    while wanderers.count < count {
      let who = Wanderer()
      guard let thread = WorkerThread({ [allowed] in Self.wander(who, allowed) }) else {
        return lacksThreads = true
      }
      wanderers.append((who, thread))
    }
  }

  private static func wander(_ who: Wanderer, _ allowed: Set<Int>) {
    who.id.store(CurrentThread.id, ordering: .relaxed)
    CurrentThread.pin(to: Array(allowed))
    var work = WorkUnit()
    while who.leave.value == 0 {
      let end = MonotonicClock.now + 20_000_000
      while MonotonicClock.now < end, who.leave.value == 0 {
        work.run(steps: 20_000)
        tell(CurrentThread.cpu, who, allowed)
      }
      rest(who, 30_000_000)
    }
  }

  private static func tell(_ cpu: Int, _ who: Wanderer, _ allowed: Set<Int>) {
    let before = who.cpu.load(ordering: .relaxed)
    guard cpu != before else { return }
    if before >= 0 { who.migrations.wrappingAdd(1, ordering: .relaxed) }
    if !allowed.contains(cpu) { who.strayed.store(true, ordering: .relaxed) }
    who.cpu.store(cpu, ordering: .relaxed)
  }

  private static func rest(_ who: Wanderer, _ nanoseconds: Int) {
    var pause = timespec(tv_sec: 0, tv_nsec: nanoseconds)
    nanosleep(&pause, nil)
  }

  private func probe(_ cpus: [Int]) {
    guard prober == nil else { return }
    prober = WorkerThread { [probed] in
      let seated = cpus.count { cpu in
        guard CurrentThread.pin(to: [cpu]) else { return false }
        var work = WorkUnit()
        let end = MonotonicClock.now + 2_000_000
        while MonotonicClock.now < end { work.run(steps: 5_000) }
        return CurrentThread.cpu == cpu
      }
      probed.withLock { $0 = seated }
    }
    lacksThreads = prober == nil
  }

  package func sample() -> TreeSample {
    TreeSample(
      wanderers: wanderers.map { each in
        TreeSample.Wanderer(
          cpu: each.who.cpu.load(ordering: .relaxed),
          id: each.who.id.load(ordering: .relaxed),
          migrations: each.who.migrations.load(ordering: .relaxed),
          strayed: each.who.strayed.load(ordering: .relaxed))
      }, probed: probed.withLock { $0 }, lacksThreads: lacksThreads, crew: crew.sample())
  }

  package func stop() {
    setCount(0)
    for thread in leaving { thread.join() }
    leaving = []
    prober?.join()
    crew.stop()
  }
}
