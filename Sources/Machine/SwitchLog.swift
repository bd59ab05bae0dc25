/// The kernel's record of when threads were switched in and out: our own, and a child's.

/// Opened by the thread it is about, read by another, closed after that thread has been joined.
package final class SwitchLog: Sendable {
  private let ring: SwitchRing

  /// The log of the calling thread; nil where the kernel or a container does not allow it.
  package init?() {
    guard let ring = SwitchRing(of: .callingThread) else { return nil }
    self.ring = ring
  }

  /// Takes all records that have come since.
  package func drain(_ take: (SwitchRecord) -> Void) { ring.drain(take) }

  /// Nanoseconds for which the thread has had a CPU since the log was opened, by the wall clock.
  package var timeRunning: UInt64? { ring.timeRunning }
}

/// The log of a child process: of all of its threads, and of all that they start.
package final class ChildSwitchLog: Sendable {
  private let rings: [SwitchRing]

  /// To be opened before the child starts anything; nil where any CPU's part is not allowed.
  package init?(of process: Int32, cpus: [Int]) {
    let rings = cpus.compactMap { SwitchRing(of: .process(process, cpu: $0)) }
    guard rings.count == cpus.count, !cpus.isEmpty else { return nil }
    self.rings = rings
  }

  /// Nanoseconds for which the child's threads have had CPUs since the log was opened, by the wall
  /// clock, all together.
  package var timeRunning: UInt64? {
    let times = rings.compactMap(\.timeRunning)
    return times.count == rings.count ? times.reduce(0, &+) : nil
  }

  /// Takes all records that have come since, in the order of their times.
  package func drain(into list: inout [SwitchRecord]) {
    let old = list.count
    for ring in rings { ring.drain { list.append($0) } }
    list[old...].sort { $0.time < $1.time }
  }
}
