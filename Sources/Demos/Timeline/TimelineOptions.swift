/// What the timeline is to show: mode, tasks, place, quantum; and what theory says of it.

import DemoKit
import Machine
import Wording

package struct TimelineOptions: Equatable, Sendable {
  package enum Mode: String, Sendable { case seq, par, conc }
  package enum Place: String, Sendable { case pin, os, baton }
  package enum Siblings: String, Sendable { case avoid, siblings }

  package var mode: Mode
  package var tasks = 3
  /// CPU time of a task in seconds.
  package var work = 2.0
  package var place = Place.pin
  /// CPUs asked for; empty leaves the choice to us.
  package var cpus: [Int] = []
  /// Seconds; nil is the system's own.
  package var quantum: Double?
  package var walksCache = false
  package var siblings = Siblings.avoid
  /// Hardware threads used in parallel mode; nil takes one of each core.
  package var width: Int?

  package init(mode: Mode) { self.mode = mode }

  /// The quanta the knob goes through.
  static let quanta: [Double?] = [nil, 0.1, 0.02, 0.005, 0.001, 1e-4, 2e-5]

  mutating func turnQuantum(smaller: Bool) {
    let place = Self.quanta.firstIndex { $0 == quantum } ?? 0
    quantum = Self.quanta[max(0, min(Self.quanta.count - 1, place + (smaller ? 1 : -1)))]
  }
}

/// What a run will use on a machine, chosen before it begins.
struct TimelineChoice: Equatable {
  let options: TimelineOptions
  /// Hardware threads in the order in which they are given work.
  let cpus: [Int]
  /// All that may be used by anything of ours.
  let allowed: [Int]
  /// L2 of the first CPU's core, in bytes.
  let cacheBytes: Int

  init(_ options: TimelineOptions, on topology: Topology) {
    self.options = options
    allowed = topology.allowedPUs.map(\.osIndex)
    cpus = Self.cpus(options, topology)
    cacheBytes = cpus.first.flatMap { topology.core(of: $0)?.l2Bytes } ?? 1 << 20
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

  /// Hardware threads that the tasks have at their disposal.
  var count: Int { max(1, cpus.count) }

  var plan: CrewPlan {
    var plan = CrewPlan(members: members, work: options.work)
    plan.quantum = options.place == .baton ? options.quantum ?? 0.02 : options.quantum
    if options.mode != .conc, options.place != .baton { plan.quantum = nil }
    plan.cacheBytes = options.walksCache ? cacheBytes : 0
    return plan
  }

  private var members: [CrewPlan.Member] {
    let tasks = Array(0..<options.tasks)
    let everywhere = options.mode == .par && options.width != nil ? cpus : allowed
    switch options.mode {
    case .seq: return [CrewPlan.Member(cpus: cpus, tasks: tasks)]
    case .par where options.place == .os:
      return tasks.map { CrewPlan.Member(cpus: everywhere, tasks: [$0]) }
    case .par:
      return tasks.map { CrewPlan.Member(cpus: [cpus[$0 % count]], tasks: [$0]) }
    case .conc: return tasks.map { CrewPlan.Member(cpus: cpus, tasks: [$0]) }
    }
  }

  // MARK: Theory

  /// The least and the most time that theory gives the run, in seconds.
  var forecast: ClosedRange<Double> {
    let (tasks, work) = (options.tasks, options.work)
    let all = Double(tasks) * work
    switch options.mode {
    case .seq, .conc: return all...all
    case .par:
      // Fluid: the tasks share the hardware threads evenly. Pinned: the fullest one decides.
      let fluid = max(work, all / Double(count))
      let pinned = Double((tasks + count - 1) / count) * work
      return options.place == .os ? fluid...fluid : fluid...max(fluid, pinned)
    }
  }

  /// Seconds on the axis: the same for all three modes, so that the pictures can be compared.
  var axis: Double { Double(options.tasks) * options.work }
}
