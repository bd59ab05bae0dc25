/// The kernel's own books on a thread: what the records are checked against.

import CMachine
import Glibc

/// Differences between two readings; times in nanoseconds.
package struct KernelTotals: Equatable, Sendable {
  /// Time on a CPU (CLOCK_THREAD_CPUTIME_ID).
  package var run: UInt64 = 0
  /// Time in the run queue, wanting to run (schedstat).
  package var queued: UInt64 = 0
  /// Time in which the hypervisor ran something else while the thread had its CPU: that the thread
  /// had one is counted by the wall clock (perf's time_running), its run time is not. Nil where there
  /// is no switch log to tell.
  package var stolen: UInt64?
  package var voluntarySwitches = 0
  package var forcedSwitches = 0

  package init() {}

  /// The calling thread's totals so far; a log of its switches must be the same at both readings.
  package static func ofCurrentThread(_ log: SwitchLog? = nil) -> KernelTotals {
    var totals = KernelTotals()
    totals.queued = queued(ofThread: CurrentThread.id)
    (totals.voluntarySwitches, totals.forcedSwitches) = switches
    totals.run = ThreadCPUClock.now
    totals.stolen = log?.timeRunning.map { $0 &- totals.run }
    return totals
  }

  /// How often the calling thread has given its CPU away to wait for something: a look that costs a
  /// system call and no more.
  package static var waitsOfCurrentThread: Int { switches.voluntary }

  fileprivate static var switches: (voluntary: Int, forced: Int) {
    var (voluntary, forced): (Int64, Int64) = (0, 0)
    machine_thread_switches(&voluntary, &forced)
    return (Int(voluntary), Int(forced))
  }

  /// The second number of `/proc/self/task/TID/schedstat`; 0 where the kernel keeps none.
  private static func queued(ofThread id: Int) -> UInt64 {
    SmallFile.numbers(in: "/proc/self/task/\(id)/schedstat").dropFirst().first ?? 0
  }

  package static func - (later: KernelTotals, earlier: KernelTotals) -> KernelTotals {
    var difference = KernelTotals()
    difference.run = later.run &- earlier.run
    difference.queued = later.queued &- earlier.queued
    difference.stolen = later.stolen.flatMap { now in
      // The two clocks are not read at the same moment.
      earlier.stolen.map { UInt64(max(0, Int64(bitPattern: now &- $0))) }
    }
    difference.voluntarySwitches = later.voluntarySwitches - earlier.voluntarySwitches
    difference.forcedSwitches = later.forcedSwitches - earlier.forcedSwitches
    return difference
  }

  package static func + (left: KernelTotals, right: KernelTotals) -> KernelTotals {
    var sum = left
    sum.run &+= right.run
    sum.queued &+= right.queued
    sum.stolen = left.stolen.map { $0 &+ (right.stolen ?? 0) } ?? right.stolen
    sum.voluntarySwitches += right.voluntarySwitches
    sum.forcedSwitches += right.forcedSwitches
    return sum
  }
}

/// A glance into the kernel's books that costs two system calls; times in nanoseconds.
struct KernelBooks {
  var time: UInt64
  /// CPU time.
  var run: UInt64
  /// Of both kinds.
  var switches: Int

  static func ofCurrentThread() -> KernelBooks {
    let (voluntary, forced) = KernelTotals.switches
    return KernelBooks(
      time: MonotonicClock.now, run: ThreadCPUClock.now, switches: voluntary + forced)
  }

  /// For how long the thread did not run.
  func away(since earlier: KernelBooks) -> UInt64 {
    let (passed, ran) = (time &- earlier.time, run &- earlier.run)
    return passed > ran ? passed - ran : 0
  }
}

/// Files of /proc and /sys that hold a few numbers.
enum SmallFile {
  /// Every run of digits in the first 4 KiB of a file; empty where it cannot be read.
  static func numbers(in path: String) -> [UInt64] {
    var numbers: [UInt64] = []
    var digits: UInt64?
    for byte in bytes(path) {
      if (0x30...0x39).contains(byte) {
        digits = (digits ?? 0) &* 10 &+ UInt64(byte - 0x30)
      } else if let number = digits {
        numbers.append(number)
        digits = nil
      }
    }
    return numbers + (digits.map { [$0] } ?? [])
  }

  static func bytes(_ path: String, most: Int = 4096) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return [] }
    defer { close(file) }
    return [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      count = max(0, read(file, buffer.baseAddress, most))
    }
  }
}
