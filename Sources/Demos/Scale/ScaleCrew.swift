/// Threads that do one run of one kind together, timed from their beginning to the last one's end.

import DemoKit
import Glibc
import Machine
import Synchronization

/// What a run came to.
struct ScaleRun {
  var seconds = 0.0
  /// Seconds of the part that all threads share, and the CPU time in it.
  var sharedSeconds = 0.0
  var sharedCPU = 0.0
  /// All CPU time, and all time in the run queue.
  var cpu = 0.0
  var queued = 0.0
  var checksum: UInt64 = 0
  var handOvers = 0
}

final class ScaleCrew: @unchecked Sendable {
  private let kind: ScaleKind
  private let size: ScaleSize
  private let threads: Int
  private let cpus: [Int]
  private let serialShare: Double
  private let inOrder: Bool
  private let sabotage: Sabotage?
  private let signals: RunSignals

  private let go = Signal(0)
  private let ready = Lock(0)
  /// Numbers and chunks are taken from here.
  private let next = Atomic<Int>(0)
  private let sum = Atomic<UInt64>(0)
  private let value = Atomic<UInt64>(Chain.start)
  private let handOvers = Atomic<Int>(0)
  private let turns: [Signal]
  private let opened = Signal(0)
  /// The system had not all the threads: those it had go home.
  private let failed = Signal(0)
  private let totals = Lock(Totals())

  private struct Totals {
    var cpu: UInt64 = 0
    var queued: UInt64 = 0
    var sharedCPU: UInt64 = 0
    var sharedStart: UInt64 = 0
    var end: UInt64 = 0
  }

  init(
    _ kind: ScaleKind, _ plan: ScalePlan, _ size: ScaleSize, threads: Int, inOrder: Bool,
    _ signals: RunSignals
  ) {
    self.kind = kind
    self.size = size
    self.threads = threads
    cpus = plan.cpus
    serialShare = plan.serialShare
    self.inOrder = inOrder
    sabotage = plan.sabotage
    self.signals = signals
    turns = (0..<threads).map { Signal($0 == 0 ? 1 : 0) }
  }

  /// Nil when it was cancelled, or the system has no thread left.
  func run() -> ScaleRun? {
    let workers = WorkerThread.start(threads, orElse: leave) { self.work($0) }
    guard let workers else { return nil }
    while ready.withLock({ $0 }) < threads, !signals.isCancelled { poll(nil, 0, 1) }
    let start = MonotonicClock.now
    go.set(1)
    for worker in workers { worker.join() }
    guard !signals.isCancelled else { return nil }
    let totals = totals.withLock { $0 }
    var run = ScaleRun()
    run.seconds = Double(totals.end - start) / 1e9
    let shared = max(start, totals.sharedStart)
    run.sharedSeconds = Double(totals.end - shared) / 1e9
    run.sharedCPU = Double(totals.sharedCPU) / 1e9
    run.cpu = Double(totals.cpu) / 1e9
    run.queued = Double(totals.queued) / 1e9
    run.checksum =
      kind == .chain ? value.load(ordering: .relaxed) : sum.load(ordering: .relaxed)
    run.handOvers = handOvers.load(ordering: .relaxed)
    return run
  }

  private func leave() {
    failed.set(1)
    go.set(1)
  }

  private func work(_ thread: Int) {
    if !cpus.isEmpty {
      CurrentThread.pin(to: [cpus[sabotage == .onecpu ? 0 : thread % cpus.count]])
    }
    ready.withLock { $0 += 1 }
    while go.value == 0, !signals.isCancelled { go.wait(while: 0) }
    guard failed.value == 0 else { return }
    let before = KernelTotals.ofCurrentThread()
    var serial: UInt64 = 0
    switch kind {
    case .primes: checkNumbers()
    case .mixed: serial = mix(thread)
    case .chain: inOrder ? link(thread) : linkOutOfOrder(thread)
    }
    let end = MonotonicClock.now
    let used = KernelTotals.ofCurrentThread() - before
    totals.withLock {
      $0.cpu += used.run
      $0.queued += used.queued
      $0.sharedCPU += used.run - min(used.run, serial)
      $0.end = max($0.end, end)
    }
  }

  // MARK: Kinds

  private var mayGoOn: Bool {
    if signals.isPaused { signals.standStill() }
    return !signals.isCancelled
  }

  private func take(_ limit: Int) -> Int? {
    let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return index < limit && mayGoOn ? index : nil
  }

  private func checkNumbers() {
    var own: UInt64 = 0
    while let index = take(size.numbers) {
      if sabotage == .sleep {
        poll(nil, 0, 1)
        continue
      }
      let number = size.firstNumber &+ UInt64(index)
      if Primes.isPrime(number) { own &+= number }
    }
    sum.wrappingAdd(own, ordering: .relaxed)
  }

  private func chunk(_ index: Int) -> UInt64 {
    if sabotage == .sleep {
      poll(nil, 0, 1)
      return 0
    }
    var work = WorkUnit(seed: UInt64(index) &+ 88_172_645_463_325_252)
    work.run(steps: size.chunkSteps)
    return work.sum
  }

  /// The first thread does the serial share alone; only then the others may begin. Returns the CPU
  /// time of that part in nanoseconds.
  private func mix(_ thread: Int) -> UInt64 {
    let serial = Int((Double(size.chunks) * serialShare).rounded())
    var own: UInt64 = 0
    var alone: UInt64 = 0
    if thread == 0 {
      let start = ThreadCPUClock.now
      for index in 0..<serial where mayGoOn { own &+= chunk(index) }
      alone = ThreadCPUClock.now - start
      totals.withLock { $0.sharedStart = MonotonicClock.now }
      opened.set(1)
    } else {
      while opened.value == 0, !signals.isCancelled { opened.wait(while: 0) }
    }
    while let index = take(size.chunks - serial) { own &+= chunk(serial + index) }
    sum.wrappingAdd(own, ordering: .relaxed)
    return alone
  }

  /// Every thread does every n-th link, and may begin only when it has been handed the turn.
  private func link(_ thread: Int) {
    if sabotage == .nochain {
      guard thread == 0 else { return }
      return linkAlone()
    }
    var index = thread
    while index < size.links {
      while turns[thread].value == 0, mayGoOn { turns[thread].wait(while: 0) }
      guard !signals.isCancelled else { return }
      value.store(
        Chain.link(value.load(ordering: .acquiring), steps: size.linkSteps), ordering: .releasing)
      if threads > 1 {
        turns[thread].set(0)
        handOvers.wrappingAdd(1, ordering: .relaxed)
        turns[(thread + 1) % threads].set(1)
      }
      index += threads
    }
  }

  private func linkAlone() {
    var x = Chain.start
    for _ in 0..<size.links where mayGoOn { x = Chain.link(x, steps: size.linkSteps) }
    value.store(x, ordering: .relaxed)
  }

  /// Nobody waits for anybody: fast, and (unless one was quicker than all the others) wrong.
  private func linkOutOfOrder(_ thread: Int) {
    var index = thread
    while index < size.links, mayGoOn {
      value.store(
        Chain.link(value.load(ordering: .relaxed), steps: size.linkSteps), ordering: .relaxed)
      index += threads
    }
  }
}
