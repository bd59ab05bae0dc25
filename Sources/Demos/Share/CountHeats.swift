/// Threads that add one to a shared counter, way by way: what they added, what is in it, how fast.

import DemoKit
import Glibc
import Machine
import Synchronization

package struct CountPlan: Equatable, Sendable {
  /// The CPU of each thread; empty lets the system place it.
  var cpus: [[Int]]
  var ways: [CountWay]
  /// Seconds of the two chairs; the other ways take a third of it.
  var time: Double
  /// The way on the second chair.
  var chair: CountWay
  var pause: CountPause
  var sabotage: Sabotage?

  func seconds(_ way: CountWay) -> Double { way == .none || way == chair ? time : time / 3 }
}

package struct CountResult: Equatable, Sendable {
  package var way: CountWay
  /// How often one was added, all threads together.
  package var added: UInt64
  package var counted: UInt64
  /// Seconds of the part whose speed was measured, and the additions in it.
  package var seconds: Double
  package var timed: UInt64
  package var caught: CaughtLoss?

  package init(
    way: CountWay, added: UInt64, counted: UInt64, seconds: Double, timed: UInt64,
    caught: CaughtLoss? = nil
  ) {
    self.way = way
    self.added = added
    self.counted = counted
    self.seconds = seconds
    self.timed = timed
    self.caught = caught
  }

  package var lost: UInt64 { added > counted ? added - counted : 0 }
  package var lostShare: Double { added > 0 ? Double(lost) / Double(added) : 0 }
  /// Additions a second.
  package var rate: Double { seconds > 0 ? Double(timed) / seconds : 0 }
}

package struct CountReport: Equatable, Sendable {
  package var results: [CountResult] = []
  /// The way that is tried now, so far.
  package var current: CountResult?

  package init() {}

  package func result(_ way: CountWay) -> CountResult? { results.first { $0.way == way } }
}

struct CountHeats {
  let plan: CountPlan
  let signals: RunSignals

  static func run(
    _ plan: CountPlan, _ signals: RunSignals, _ tell: ((inout CountReport) -> Void) -> Void
  ) -> String? {
    let hog = plan.sabotage == .hog ? ForeignHog(cpu: plan.cpus.first?.first ?? 0) : nil
    defer { hog?.stop() }
    let heats = CountHeats(plan: plan, signals: signals)
    for way in plan.ways where !signals.isCancelled {
      guard let result = heats.heat(way, tell) else {
        return ConductedEngine<CountPlan, CountReport>.noThreads
      }
      tell {
        $0.current = nil
        $0.results.append(result)
      }
    }
    return nil
  }

  /// Without a pause two additions that are further apart have nothing to do with each other.
  private var window: UInt64 { plan.pause == .off ? 2_000 : 100_000_000 }

  /// What is really done: saboteurs do something else than they say.
  private func deed(_ way: CountWay) -> CountWay {
    switch (plan.sabotage, way) {
    case (.atomic, .none): .atomic
    case (.nolock, .mutex): .none
    case (.sem2, .mutex): .sem2
    default: way
    }
  }

  private func heat(
    _ way: CountWay, _ tell: ((inout CountReport) -> Void) -> Void
  ) -> CountResult? {
    let heat = CountHeat(deed(way), plan, signals, isLogged: way == .none)
    let threads = WorkerThread.start(plan.cpus.count, orElse: heat.finish, heat.work)
    guard let threads else { return nil }
    let seconds = heat.conduct(for: plan.seconds(way)) { added, counted, seconds in
      let soFar = CountResult(
        way: way, added: added, counted: min(added, counted), seconds: seconds, timed: added)
      tell { $0.current = soFar }
    }
    for thread in threads { thread.join() }
    guard !signals.isCancelled else { return nil }
    return CountResult(
      way: way, added: heat.added, counted: heat.counter.value, seconds: seconds,
      timed: heat.timed, caught: heat.isLogged ? CaughtLoss.search(heat.logs, within: window) : nil)
  }
}

/// One way, tried by all threads at once.
private final class CountHeat: @unchecked Sendable {
  let counter: SharedCounter
  let isLogged: Bool
  private let plan: CountPlan
  private let signals: RunSignals
  private let go = Signal(0)
  private let isOver = Atomic<Bool>(false)
  private let ready = Lock(0)
  private let progress: [Progress]
  private let kept: Lock<[[CountOperation]]>
  private static let logged = 65_536

  /// What a thread has added so far.
  private final class Progress: Sendable {
    let added = Atomic<UInt64>(0)
    let timed = Atomic<UInt64>(0)
  }

  init(_ way: CountWay, _ plan: CountPlan, _ signals: RunSignals, isLogged: Bool) {
    counter = SharedCounter(way, pause: plan.pause, threads: plan.cpus.count)
    self.plan = plan
    self.signals = signals
    // Only unguarded additions have a log, and those that pretend to be.
    self.isLogged = isLogged && way == .none
    progress = plan.cpus.map { _ in Progress() }
    kept = Lock(plan.cpus.map { _ in [] })
  }

  var added: UInt64 { progress.reduce(0) { $0 &+ $1.added.load(ordering: .relaxed) } }
  var timed: UInt64 { progress.reduce(0) { $0 &+ $1.timed.load(ordering: .relaxed) } }
  var logs: [[CountOperation]] { kept.withLock { $0 } }

  func finish() {
    isOver.store(true, ordering: .relaxed)
    go.set(1)
  }

  /// Lets the threads go and ends them when their time is over; pauses are not a part of it.
  func conduct(for limit: Double, _ look: (UInt64, UInt64, Double) -> Void) -> Double {
    while ready.withLock({ $0 }) < plan.cpus.count, !signals.isCancelled { poll(nil, 0, 1) }
    var last = MonotonicClock.now
    var spent = 0.0
    go.set(1)
    while spent < limit, !signals.isCancelled {
      poll(nil, 0, Int32(max(1, min(50, (limit - spent) * 1e3))))
      let now = MonotonicClock.now
      if !signals.isPaused { spent += Double(now - last) / 1e9 }
      last = now
      look(added, counter.value, spent)
    }
    isOver.store(true, ordering: .relaxed)
    return spent
  }

  func work(_ thread: Int) {
    CurrentThread.pin(to: plan.cpus[thread])
    ready.withLock { $0 += 1 }
    while go.value == 0, !signals.isCancelled { go.wait(while: 0) }
    let own = progress[thread]
    var added: UInt64 = 0
    while !isOver.load(ordering: .relaxed), !signals.isCancelled {
      if signals.isPaused { signals.standStill() }
      counter.add(batch, thread: thread)
      added &+= UInt64(batch)
      own.added.store(added, ordering: .relaxed)
      own.timed.store(added, ordering: .relaxed)
    }
    if isLogged, !signals.isCancelled { log(thread, own) }
  }

  /// So many additions between two looks at the clock's flag.
  private var batch: Int { plan.pause == .off ? 512 : 16 }

  /// The heat's last additions, stamped.
  private func log(_ thread: Int, _ own: Progress) {
    let count = plan.pause == .off ? Self.logged : 4096
    var log: [CountOperation] = []
    log.reserveCapacity(count)
    for _ in 0..<count { log.append(counter.logged()) }
    own.added.store(own.added.load(ordering: .relaxed) &+ UInt64(count), ordering: .relaxed)
    kept.withLock { $0[thread] = log }
  }
}
