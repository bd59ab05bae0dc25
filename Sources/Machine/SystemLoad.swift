/// What else the machine did: time of every CPU, steal, throttling (/proc/stat, cpu.stat).

/// Totals since the machine was started; compare two readings.
package struct SystemLoad: Equatable, Sendable {
  /// In ticks of 10 ms.
  private struct CPU: Equatable, Sendable {
    var steal: UInt64
    var total: UInt64
  }

  private var cpus: [Int: CPU] = [:]
  private var throttled: Double = 0

  package static func read() -> SystemLoad {
    var load = SystemLoad()
    let text = String(decoding: SmallFile.bytes("/proc/stat", most: 1 << 18), as: UTF8.self)
    for line in text.split(separator: "\n") where line.hasPrefix("cpu") {
      let words = line.split(separator: " ")
      guard let number = words.first.flatMap({ Int($0.dropFirst(3)) }) else { continue }
      // user nice system idle iowait irq softirq steal
      let ticks = words.dropFirst().prefix(8).map { UInt64($0) ?? 0 }
      guard ticks.count == 8 else { continue }
      let total = ticks.reduce(0, &+)
      load.cpus[number] = CPU(steal: ticks[7], total: total)
    }
    load.throttled = Throttling()?.seconds ?? 0
    return load
  }

  package static func - (later: SystemLoad, earlier: SystemLoad) -> LoadDifference {
    var difference = LoadDifference()
    difference.throttled = max(0, later.throttled - earlier.throttled)
    for (number, cpu) in later.cpus {
      guard let before = earlier.cpus[number], cpu.total > before.total else { continue }
      let total = Double(cpu.total - before.total)
      let steal = Double(cpu.steal &- before.steal)
      difference.steal[number] = steal / total
      difference.stolen[number] = steal / 100
    }
    return difference
  }
}

/// What happened between two readings; shares from 0 to 1 by CPU number.
package struct LoadDifference: Equatable, Sendable {
  package var steal: [Int: Double] = [:]
  /// The same in seconds.
  package var stolen: [Int: Double] = [:]
  /// Seconds in which the control group was not allowed to run.
  package var throttled: Double = 0

  package init() {}

  package func steal(of cpus: [Int]) -> Double {
    let shares = cpus.compactMap { steal[$0] }
    return shares.isEmpty ? 0 : shares.reduce(0, +) / Double(shares.count)
  }

  /// Seconds that the hypervisor took from these CPUs, all together.
  package func stolen(from cpus: [Int]) -> Double { cpus.compactMap { stolen[$0] }.reduce(0, +) }
}
