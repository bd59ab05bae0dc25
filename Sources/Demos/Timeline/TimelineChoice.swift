/// What a run will use on a machine, chosen before it begins; and what theory says of it.

import DemoKit
import Machine
import Wording

struct TimelineChoice: Equatable {
  let options: TimelineOptions
  /// Threads could not be pinned, and something else is done than was asked for.
  let isSubstituted: Bool
  /// Hardware threads in the order in which they are given work.
  let cpus: [Int]
  /// All that may be used by anything of ours.
  let allowed: [Int]
  /// L2 of the first CPU's core, in bytes.
  let cacheBytes: Int
  /// Cores' worth of time that a control group leaves us; nil without a quota.
  let quota: Double?
  /// CPUs by kind of core, where there are several; the first CPU's kind first.
  let kinds: [[Int]]
  /// Some core has several hardware threads.
  let hasSiblings: Bool
  private let kindNames: [Int: String]
  private let calibrations: [Int: Calibration]
  /// The least and the most time that theory gives the run, in seconds.
  private(set) var forecast = 0.0...0.0

  init(
    _ wanted: TimelineOptions, on topology: Topology, canPin: Bool = true,
    calibrations: [Int: Calibration] = [:]
  ) {
    options = wanted.placed(canPin: canPin)
    isSubstituted = options != wanted
    allowed = topology.allowedPUs.map(\.osIndex)
    cpus = Self.cpus(options, topology)
    cacheBytes = cpus.first.flatMap { topology.core(of: $0)?.l2Bytes } ?? 1 << 20
    quota = topology.quota.flatMap { [count = allowed.count] in $0 < Double(count) ? $0 : nil }
    kinds = topology.cpusByKind(from: cpus.first)
    hasSiblings = topology.isSMT
    kindNames = Dictionary(
      allowed.compactMap { cpu in topology.core(of: cpu)?.kind.name.map { (cpu, $0) } },
      uniquingKeysWith: { first, _ in first })
    self.calibrations = calibrations
    forecast = limited(unlimited)
  }

  /// Different cores first, then their second hardware threads; with `siblings` the threads of one
  /// core come before other cores.
  private static func cpus(_ options: TimelineOptions, _ topology: Topology) -> [Int] {
    let firsts = topology.firstPUOfEachCore.map(\.osIndex)
    let usable = topology.allowedPUs.map(\.osIndex)
    var order: [Int]
    if !options.cpus.isEmpty {
      order = options.cpus.filter(usable.contains)
    } else if options.siblings == .siblings {
      order = firsts.flatMap { cpu in
        [cpu] + topology.siblings(of: cpu).map(\.osIndex).filter(usable.contains)
      }
    } else {
      order = firsts + usable.filter { !firsts.contains($0) }
    }
    if order.isEmpty { order = usable }
    switch options.mode {
    case .seq, .conc: return Array(order.prefix(1))
    case .par: return Array(order.prefix(min(options.width ?? order.count, options.tasks)))
    }
  }

  /// `CPU 3`, or `P3` and `E7` where cores are not alike.
  func name(of cpu: Int) -> String { kindNames[cpu].map { $0 + "\(cpu)" } ?? "CPU \(cpu)" }

  /// Hardware threads that the tasks have at their disposal.
  var count: Int { max(1, cpus.count) }

  var plan: CrewPlan {
    var plan = CrewPlan(members: members, work: options.work)
    plan.quantum = options.place == .baton ? options.quantum ?? 0.02 : options.quantum
    if options.mode != .conc, options.place != .baton { plan.quantum = nil }
    plan.cacheBytes = options.walksCache ? cacheBytes : 0
    plan.kinds = kinds
    plan.calibrations = calibrations
    return plan
  }

  private var members: [CrewPlan.Member] {
    let tasks = Array(0..<options.tasks)
    let everywhere = options.mode == .par && options.width != nil ? cpus : allowed
    switch options.mode {
    case .seq:
      return [CrewPlan.Member(cpus: options.place == .os ? allowed : cpus, tasks: tasks)]
    case .par where options.place == .os:
      return tasks.map { CrewPlan.Member(cpus: everywhere, tasks: [$0]) }
    case .par:
      return tasks.map { CrewPlan.Member(cpus: [cpu(of: $0)], tasks: [$0]) }
    case .conc: return tasks.map { CrewPlan.Member(cpus: cpus, tasks: [$0]) }
    }
  }

  /// The CPU a task is given to, unless the system places it.
  private func cpu(of task: Int) -> Int { cpus.isEmpty ? 0 : cpus[task % cpus.count] }

  // MARK: Speed

  /// How many times longer a CPU takes than one of the first kind, as calibration measured it.
  func pace(of cpu: Int) -> Double {
    guard let first = kinds.first, let kind = kinds.first(where: { $0.contains(cpu) }),
      let base = measured(first), let own = measured(kind)
    else { return 1 }
    return own.chunkTime(ofSteps: base.stepsPerChunk) / base.chunkTime
  }

  private func measured(_ kind: [Int]) -> Calibration? {
    kind.lazy.compactMap { calibrations[$0] }.first
  }

  /// The slowest of the CPUs in use against the first; 1 where all are alike or nothing is known.
  var slowest: Double { cpus.map { pace(of: $0) }.max() ?? 1 }

  /// So much slower that it shows.
  var isMixed: Bool { slowest > 1.02 }

  static func cpuTimeWords(isMixed: Bool) -> Phrase {
    isMixed
      ? Phrase(
        "CPU time is what these cores take for kT", "время на ядрах — сколько им нужно на kT")
      : Phrase("CPU time is kT", "время на ядре равно kT")
  }

  /// The least and the most CPU time that all tasks take, in seconds.
  var cpuTime: ClosedRange<Double> {
    if options.mode == .par, options.place == .os {
      let paces = allowed.map { pace(of: $0) }
      return total * (paces.min() ?? 1)...total * (paces.max() ?? 1)
    }
    let sum = (0..<options.tasks).reduce(0) { $0 + options.work * pace(of: cpu(of: $1)) }
    return sum...sum
  }

  // MARK: Theory

  private var total: Double { Double(options.tasks) * options.work }

  private func limited(_ free: ClosedRange<Double>) -> ClosedRange<Double> {
    guard let quota else { return free }
    // A quota is a speed limit for all together.
    let least = total / quota
    return max(free.lowerBound, least)...max(free.upperBound, least)
  }

  private var unlimited: ClosedRange<Double> {
    switch options.mode {
    case .seq, .conc: return cpuTime
    case .par:
      // Fluid: the tasks share the hardware threads evenly. Pinned: the fullest one decides.
      let paces = cpus.map { pace(of: $0) }
      let speed = paces.reduce(0) { $0 + 1 / $1 }
      let fluid = max(options.work * (paces.min() ?? 1), total / max(speed, 1e-9))
      // With a thread of its own for each task there is nothing to be shared.
      if options.place == .pin, options.tasks <= count { return pinned...pinned }
      return options.place == .os && !isMixed ? fluid...fluid : fluid...max(fluid, pinned)
    }
  }

  /// When the fullest of the CPUs is done.
  private var pinned: Double {
    var sums: [Int: Double] = [:]
    for task in 0..<options.tasks {
      sums[cpu(of: task), default: 0] += options.work * pace(of: cpu(of: task))
    }
    return sums.values.max() ?? total
  }

  /// Of the whole run, the share in which a task is under way: with a baton tasks begin and end one
  /// quantum after another.
  var shareUnderWay: Double {
    guard let quantum = plan.quantum, options.tasks > 1 else { return 1 }
    return max(0, 1 - Double(options.tasks - 1) * quantum / (Double(options.tasks) * options.work))
  }

  /// Of the time in which one task runs, the share in which two do: less than 1 where the last one
  /// is on a slower core.
  var shareTogether: Double {
    let paces = (0..<options.tasks).map { pace(of: cpu(of: $0)) }.sorted(by: >)
    return paces.count > 1 ? paces[1] / paces[0] : 1
  }

  /// Seconds on the axis: the same for all three modes, so that the pictures can be compared.
  var axis: Double { max(total, forecast.upperBound) }
}
