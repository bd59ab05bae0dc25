/// Who executed when, under one lock or under none: cut from the kernel's records and from the
/// stamps that the workers have made themselves.

import DemoKit
import Machine

/// What is known of a worker: its thread, its stamps in the order of time, and, once it is done, the
/// kernel's books on it. Times are CLOCK_MONOTONIC, in nanoseconds.
package struct StampedWorker: Equatable, Sendable {
  package var thread: Int
  package var start: UInt64
  package var end: UInt64?
  package var run: UInt64 = 0
  package var queued: UInt64 = 0
  /// By the hypervisor while it had a CPU, if that is known.
  package var stolen: UInt64?
  package var stamps: [UInt64] = []
  /// Where it began, if it knows.
  package var cpu: Int

  package init(thread: Int, start: UInt64, cpu: Int = -1) {
    self.thread = thread
    self.start = start
    self.cpu = cpu
  }

  /// When it was last heard of.
  var lastSeen: UInt64 { end ?? stamps.last ?? start }
}

package struct LockFilm: Equatable, Sendable {
  /// The workers as tasks; a slice is time in which a worker did its work.
  package var record: RunRecord
  /// From the kernel's switch records; else from stamps alone.
  package var usesSwitches: Bool
  /// Seconds on a CPU, by the slices and by what was left out of them.
  package var onTime: Double
  /// By the kernel's books.
  package var kernelTime: Double
  package var queued: Double
  /// Taken by the hypervisor while a worker had a CPU; nil where the kernel cannot tell.
  package var stolen: Double?
  /// Wake-ups that were over before any work was done: somebody looked whether the lock was free.
  package var looks: Int
  /// Of the stamps, the share that the kernel agrees with: the thread had a CPU.
  package var stampsInside: Double
  /// Seconds in which one worker, and both, are proved by stamps to have worked: between two stamps of
  /// one slice. Of a hand-over, in which two threads are awake and one works, it counts nothing.
  package var worked: Double
  package var workedTogether: Double

  /// Half a piece of work: who was awake for a shorter time and made no stamp did none.
  private static let shortest: UInt64 = 100_000
  /// Between two stamps that are further apart the worker was away (a piece takes 200 µs).
  private static let hole: UInt64 = 600_000

  /// A film that is known: from a recording, or drawn by hand.
  package init(record: RunRecord) {
    self.record = record
    usesSwitches = true
    (onTime, kernelTime, queued, looks, stampsInside) = (record.onTime, record.onTime, 0, 0, 1)
    let slices = record.threads.flatMap(\.slices)
    worked = RunRecord.time(with: 1, of: slices)
    workedTogether = RunRecord.time(with: 2, of: slices)
  }

  /// Switches are in the order of time; without any the stamps alone are cut.
  package init(_ workers: [StampedWorker], _ switches: [SwitchRecord]?) {
    let clock = RunClock(start: workers.map(\.start).min() ?? 0)
    let now = workers.map(\.lastSeen).max() ?? 0
    let cuts = workers.map { worker in
      switches.map { Self.stretches(of: worker, in: $0, until: worker.end ?? now) }
        ?? Self.stretches(betweenHolesOf: worker)
    }
    let working = cuts.map { $0.filter(\.isWork) }
    let threads = working.map { own in
      ThreadTrace(
        slices: own.map { Slice(clock.time($0.start), clock.time($0.end), cpu: $0.cpu) })
    }
    let tasks = workers.enumerated().map { index, worker in
      TaskSpan(
        thread: index, start: clock.time(worker.start), end: worker.end.map { clock.time($0) })
    }
    record = RunRecord(threads: threads, tasks: tasks, now: clock.time(now))
    usesSwitches = switches != nil
    kernelTime = workers.reduce(0) { $0 + Double($1.run) / 1e9 }
    queued = workers.reduce(0) { $0 + Double($1.queued) / 1e9 }
    let taken = workers.compactMap(\.stolen)
    stolen = taken.count == workers.count ? taken.reduce(0) { $0 + Double($1) / 1e9 } : nil
    let all = cuts.flatMap { $0 }
    onTime = all.reduce(0) { $0 + $1.seconds }
    looks = all.count - working.reduce(0) { $0 + $1.count }
    let stamps = workers.reduce(0) { $0 + $1.stamps.count }
    let inside = all.reduce(0) { $0 + $1.stamps }
    stampsInside = stamps > 0 ? Double(inside) / Double(stamps) : 1
    let proofs = working.flatMap { own in
      own.map { Slice(clock.time($0.first), clock.time($0.last), cpu: $0.cpu) }
    }
    worked = RunRecord.time(with: 1, of: proofs)
    workedTogether = RunRecord.time(with: 2, of: proofs)
  }

  /// Of the time in which somebody worked, the share in which both did.
  package var overlapShare: Double { worked > 0 ? workedTogether / worked : 0 }

  /// How many CPUs the workers had, on average, while all of them were begun and none was done: one CPU
  /// may be slower than another and somebody done first. Where that was but a part of the time, over
  /// all of it.
  package var cpusTogether: Double {
    let wall = record.makespan
    guard wall > 0 else { return 0 }
    guard let from = record.tasks.compactMap(\.start).max(),
      let to = record.tasks.compactMap(\.end).min(), to - from > wall / 2
    else { return kernelTime / wall }
    return record.threads.reduce(0) { $0 + $1.onTime(from: from, to: to) } / (to - from)
  }

  /// How long each worker was at it before the other went on, in seconds: whoever loses the CPU for a
  /// moment keeps the lock.
  private var holds: [Double] {
    let slices = record.threads.enumerated().flatMap { index, trace in
      trace.slices.map { (slice: $0, owner: index) }
    }.sorted { $0.slice.start < $1.slice.start }
    var holds: [(start: Double, end: Double, owner: Int)] = []
    for (slice, owner) in slices {
      if let last = holds.last, last.owner == owner {
        holds[holds.count - 1].end = slice.end
      } else {
        holds.append((slice.start, slice.end, owner))
      }
    }
    return holds.map { $0.end - $0.start }
  }

  /// How often somebody else went on than the one before.
  package var handOvers: Int { max(0, holds.count - 1) }

  /// The length of those that half of the time was spent in.
  package var medianHold: Double? { RunRecord.medianByTime(holds) }

  /// A stretch on a CPU and how many stamps were made in it.
  private struct Stretch {
    var start: UInt64
    var end: UInt64
    var cpu: Int
    var stamps = 0
    /// The first and the last of the stamps; at the same moment where there are not two.
    var first: UInt64 = 0
    var last: UInt64 = 0

    mutating func take(_ stamp: UInt64) {
      if stamps == 0 { first = stamp }
      last = stamp
      stamps += 1
    }

    var isWork: Bool { stamps > 0 || end - start >= LockFilm.shortest }
    var seconds: Double { Double(end - start) / 1e9 }
  }

  /// From the kernel: between a thread's switch in and its switch out. It began on a CPU.
  private static func stretches(
    of worker: StampedWorker, in switches: [SwitchRecord], until end: UInt64
  ) -> [Stretch] {
    var found: [Stretch] = []
    // Who made the first stamp was on a CPU.
    var open: (start: UInt64, cpu: Int)? = (worker.start, worker.cpu)
    for record in switches where record.thread == worker.thread && record.time <= end {
      if record.kind == .switchedIn {
        open = (max(record.time, worker.start), record.cpu)
      } else if record.time > worker.start {
        if let begun = open {
          found.append(Stretch(start: begun.start, end: record.time, cpu: record.cpu))
        }
        open = nil
      }
    }
    if let begun = open, end > begun.start {
      found.append(Stretch(start: begun.start, end: end, cpu: begun.cpu))
    }
    var place = 0
    for index in found.indices {
      while place < worker.stamps.count, worker.stamps[place] < found[index].start { place += 1 }
      while place < worker.stamps.count, worker.stamps[place] <= found[index].end {
        found[index].take(worker.stamps[place])
        place += 1
      }
    }
    return found
  }

  /// From the stamps: as long as they follow each other closely.
  private static func stretches(betweenHolesOf worker: StampedWorker) -> [Stretch] {
    var found: [Stretch] = []
    for stamp in worker.stamps {
      if let last = found.indices.last, stamp - found[last].end <= hole {
        found[last].end = stamp
      } else {
        found.append(Stretch(start: stamp, end: stamp, cpu: -1))
      }
      found[found.count - 1].take(stamp)
    }
    return found.filter { $0.end > $0.start }
  }
}
