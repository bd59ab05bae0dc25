/// Point by point: every kind with one thread, two, four …, the best of several tries.

import DemoKit
import Machine

package struct ScalePlan: Equatable, Sendable {
  /// Hardware threads in the order in which they are used; empty lets the system place threads.
  package var cpus: [Int]
  /// Cores among them: with more threads than these nobody expects more.
  package var cores: Int
  /// The CPUs by the kind of their core, the first one's kind first; empty where all are alike.
  package var cpusByKind: [[Int]] = []
  /// Numbers of threads, ascending, the first being 1.
  package var threads: [Int]
  package var kinds: [ScaleKind]
  package var serialShare = 0.1
  package var linkSteps = 1000
  /// Seconds for everything.
  package var budget = 12.0
  /// Only the chain without waiting, which the points of before are kept beside.
  package var isOutOfOrderOnly = false
  package var sabotage: Sabotage?

  static let tries = 3
  static let outOfOrderTries = 5

  package init(cpus: [Int], cores: Int, threads: [Int], kinds: [ScaleKind]) {
    self.cpus = cpus
    self.cores = cores
    self.threads = threads
    self.kinds = kinds
  }
}

package struct ScalePoint: Equatable, Sendable {
  package var kind: ScaleKind
  package var threads: Int
  /// Of the best try.
  package var seconds: Double
  package var cpu: Double
  /// CPU time in the part that all share, by its length: the cores they really had.
  package var nEff: Double
  /// Of the time the threads wanted to run, the share they stood in the queue.
  package var foreign: Double
  package var checksum: UInt64
  package var handOvers: Int

  package init(
    kind: ScaleKind, threads: Int, seconds: Double, cpu: Double = 0, nEff: Double = 1,
    foreign: Double = 0, checksum: UInt64 = 0, handOvers: Int = 0
  ) {
    self.kind = kind
    self.threads = threads
    self.seconds = seconds
    self.cpu = cpu
    self.nEff = nEff
    self.foreign = foreign
    self.checksum = checksum
    self.handOvers = handOvers
  }
}

package struct ScaleReport: Equatable, Sendable {
  package var points: [ScalePoint] = []
  /// What is measured now.
  package var current: (kind: ScaleKind, threads: Int)?
  /// The share that is done.
  package var progress = 0.0
  /// The chain without waiting: how often it was wrong, of how many tries.
  package var wrong: Int?
  package var tries = 0
  /// Links of the chain, and the numbers that were checked.
  package var links = 0
  package var numbers = 0
  package var rates = ScaleRates()
  /// What the hypervisor took of our CPUs, as a share; seconds in which a quota held us back.
  package var steal = 0.0
  package var throttled = 0.0

  package init() {}

  package static func == (left: ScaleReport, right: ScaleReport) -> Bool {
    left.points == right.points && left.progress == right.progress && left.wrong == right.wrong
      && left.tries == right.tries && left.current?.kind == right.current?.kind
      && left.current?.threads == right.current?.threads && left.links == right.links
      && left.numbers == right.numbers && left.steal == right.steal
      && left.throttled == right.throttled && left.rates == right.rates
  }

  package func point(_ kind: ScaleKind, _ threads: Int) -> ScalePoint? {
    points.first { $0.kind == kind && $0.threads == threads }
  }

  /// How many times faster than one thread.
  package func speedup(_ kind: ScaleKind, _ threads: Int) -> Double? {
    guard let one = point(kind, 1), let point = point(kind, threads), point.seconds > 0 else {
      return nil
    }
    return one.seconds / point.seconds
  }
}

struct ScaleHeats {
  let plan: ScalePlan
  let signals: RunSignals
  private let start = MonotonicClock.now

  static func run(
    _ plan: ScalePlan, _ signals: RunSignals, _ tell: ((inout ScaleReport) -> Void) -> Void
  ) -> String? {
    ScaleHeats(plan: plan, signals: signals).run(tell)
      ? nil : ConductedEngine<ScalePlan, ScaleReport>.noThreads
  }

  /// False when the system has not the threads for it.
  private func run(_ tell: ((inout ScaleReport) -> Void) -> Void) -> Bool {
    let hog = plan.sabotage == .hog ? ForeignHog(cpu: plan.cpus.first ?? 0) : nil
    defer { hog?.stop() }
    guard let (size, rates) = fittingSize() else { return true }
    let before = SystemLoad.read()
    tell {
      $0.links = size.links
      $0.numbers = size.numbers
      $0.rates = rates
    }
    if !plan.isOutOfOrderOnly, !measurePoints(size, tell) { return false }
    if plan.kinds.contains(.chain), !goOutOfOrder(size, tell) { return false }
    let load = SystemLoad.read() - before
    tell {
      $0.current = nil
      $0.progress = 1
      $0.steal = load.steal(of: plan.cpus)
      $0.throttled = load.throttled
    }
    return true
  }

  private var isLate: Bool {
    Double(MonotonicClock.now - start - signals.pausedTime) / 1e9 > plan.budget
  }

  /// A try in which nobody stood still; nil when it was cancelled or the threads could not be had.
  private func tried(
    _ kind: ScaleKind, _ size: ScaleSize, threads: Int, inOrder: Bool
  ) -> ScaleRun? {
    while true {
      let before = signals.pausedTime
      let crew = ScaleCrew(kind, plan, size, threads: threads, inOrder: inOrder, signals)
      guard let run = crew.run() else { return nil }
      if signals.pausedTime == before { return run }
    }
  }

  private func measurePoints(_ size: ScaleSize, _ tell: ((inout ScaleReport) -> Void) -> Void)
    -> Bool
  {
    let all = plan.kinds.flatMap { kind in plan.threads.map { (kind, $0) } }
    // Tries go round all points, so that a disturbance does not hit all tries of one.
    for round in 0..<ScalePlan.tries {
      for (index, (kind, threads)) in all.enumerated() {
        if signals.isCancelled || (round > 0 && isLate) { return true }
        let share = Double(round * all.count + index) / Double(ScalePlan.tries * all.count)
        tell {
          $0.current = (kind, threads)
          $0.progress = share
        }
        guard let run = tried(kind, size, threads: threads, inOrder: true) else {
          return signals.isCancelled
        }
        let point = point(kind, threads, run)
        tell { $0.keepBest(point) }
      }
    }
    return true
  }

  private func point(_ kind: ScaleKind, _ threads: Int, _ run: ScaleRun) -> ScalePoint {
    let wanted = run.cpu + run.queued
    return ScalePoint(
      kind: kind, threads: threads, seconds: run.seconds, cpu: run.cpu,
      nEff: run.sharedSeconds > 0 ? run.sharedCPU / run.sharedSeconds : 1,
      foreign: wanted > 0 ? run.queued / wanted : 0, checksum: run.checksum,
      handOvers: run.handOvers)
  }

  private func goOutOfOrder(_ size: ScaleSize, _ tell: ((inout ScaleReport) -> Void) -> Void)
    -> Bool
  {
    let threads = max(2, min(plan.cores, plan.threads.last ?? 2))
    var right = Chain.start
    for _ in 0..<size.links where !signals.isCancelled {
      right = Chain.link(right, steps: size.linkSteps)
    }
    for _ in 0..<ScalePlan.outOfOrderTries {
      guard let run = tried(.chain, size, threads: threads, inOrder: false) else {
        return signals.isCancelled
      }
      let isWrong = run.checksum != right
      tell {
        $0.tries += 1
        $0.wrong = ($0.wrong ?? 0) + (isWrong ? 1 : 0)
      }
    }
    return true
  }

  // MARK: How much fits the budget

  private static let handOver = 45e-6

  /// Two thirds of the budget for what scales, the rest for the chain and its hand-overs.
  private func fittingSize() -> (ScaleSize, ScaleRates)? {
    if let cpu = plan.cpus.first { CurrentThread.pin(to: [cpu]) }
    let each = secondsOfRun
    var size = ScaleSize()
    size.firstNumber = firstNumber(seconds: each)
    size.linkSteps = plan.linkSteps
    let (rates, (number, chunk, link)) = speeds(size)
    guard !signals.isCancelled else { return nil }
    let tries = Double(ScalePlan.tries)
    size.numbers = max(50, Int(each / number))
    size.chunks = max(100, Int(each / chunk))
    let handed = Double(plan.threads.count - 1) * (link + Self.handOver) + link
    size.links = max(100, min(20_000, Int(0.25 * plan.budget / tries / handed)))
    return (size, rates)
  }

  /// How long one thread may take for a run of what scales.
  private var secondsOfRun: Double {
    let shares = plan.threads.map { 1 / min(Double($0), Double(plan.cores)) }
    let even = shares.reduce(0, +)
    let mixed = shares.reduce(0) { $0 + plan.serialShare + (1 - plan.serialShare) * $1 }
    let units =
      (plan.kinds.contains(.primes) ? even : 0) + (plan.kinds.contains(.mixed) ? mixed : 0)
    return min(1.5, 0.62 * plan.budget / Double(ScalePlan.tries) / max(units, 1))
  }

  /// Where no number takes a noticeable part of the shortest run.
  private func firstNumber(seconds: Double) -> UInt64 {
    let most = 0.02 * seconds / Double(plan.cores)
    var found = 0
    let start = Primes.starts.first { start in
      cost(2) { _ in if Primes.isPrime(start.prime) { found += 1 } } <= most
    }
    // What was found is used, so that nothing can be left out.
    return found < 0 ? 0 : (start ?? Primes.starts[Primes.starts.count - 1]).first
  }

  private typealias Costs = (number: Double, chunk: Double, link: Double)

  /// What things cost on the first CPU, and of every CPU what it is worth, by one of each kind.
  private func speeds(_ size: ScaleSize) -> (ScaleRates, Costs) {
    var rates = ScaleRates()
    guard plan.cpusByKind.count > 1 else { return (rates, costs(size)) }
    let measured = plan.cpusByKind.map { kind in
      CurrentThread.pin(to: Array(kind.prefix(1)))
      return (cpus: kind, costs: leastCosts(size))
    }
    let first = measured[0].costs
    for cpu in plan.cpus {
      let own = measured.first { $0.cpus.contains(cpu) }?.costs ?? first
      rates.primes.append(first.number / own.number)
      rates.mixed.append(first.chunk / own.chunk)
    }
    return (rates, first)
  }

  /// The best of several tries: a core may still be on its way to its speed, or be disturbed.
  private func leastCosts(_ size: ScaleSize) -> Costs {
    let tries = (0..<4).map { _ in costs(size) }
    return tries.dropFirst().reduce(tries[0]) { best, next in
      (min(best.number, next.number), min(best.chunk, next.chunk), min(best.link, next.link))
    }
  }

  /// CPU seconds of a number, a chunk, a link.
  private func costs(_ size: ScaleSize) -> Costs {
    var found = 0
    let number = cost(200) { if Primes.isPrime(size.firstNumber &+ UInt64($0)) { found += 1 } }
    let chunk = cost(200) {
      var work = WorkUnit(seed: UInt64($0) + 1)
      work.run(steps: size.chunkSteps)
      found &+= Int(work.sum & 1)
    }
    var x = Chain.start
    let link = cost(500) { _ in x = Chain.link(x, steps: size.linkSteps) }
    // What was found is used, so that nothing can be left out.
    return (number, chunk, x == 0 && found < 0 ? 0 : link)
  }

  private func cost(_ count: Int, _ work: (Int) -> Void) -> Double {
    let start = ThreadCPUClock.now
    for index in 0..<count where !signals.isCancelled { work(index) }
    return max(1e-9, Double(ThreadCPUClock.now - start) / 1e9 / Double(count))
  }
}

extension ScaleReport {
  fileprivate mutating func keepBest(_ point: ScalePoint) {
    guard
      let place = points.firstIndex(where: {
        $0.kind == point.kind && $0.threads == point.threads
      })
    else { return points.append(point) }
    // A wrong result is kept, however slow: it must not be hidden by a right one.
    let right = self.point(point.kind, 1)?.checksum ?? point.checksum
    guard points[place].checksum == right else { return }
    if point.checksum != right || point.seconds < points[place].seconds { points[place] = point }
  }
}
