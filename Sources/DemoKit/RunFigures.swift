/// What was measured of a run, in numbers: times in seconds, means over the makespan.

import Machine

package struct RunFigures: Equatable, Sendable {
  package let makespan: Double
  /// L and P.
  package let begun: Double
  package let running: Double
  /// Seconds with at least one, and at least two, of ours on a CPU.
  package let one: Double
  package let two: Double
  /// CPU time by the record, and by the kernel's books.
  package let onTime: Double
  package let kernelTime: Double
  package let queued: Double
  package let switches: Int
  package let kernelSwitches: Int
  package let migrations: Int
  package let medianSlice: Double?
  package let meanCompletion: Double
  package let firstCompletion: Double

  package init(_ record: RunRecord, _ totals: KernelTotals) {
    makespan = record.makespan
    begun = record.begunNotFinished
    running = record.running
    (one, two) = record.overlap()
    onTime = record.onTime
    kernelTime = Double(totals.run) / 1e9
    queued = Double(totals.queued) / 1e9
    switches = record.switches
    kernelSwitches = totals.voluntarySwitches + totals.forcedSwitches
    migrations = record.migrations
    medianSlice = record.medianSlice
    meanCompletion = record.meanCompletion ?? 0
    firstCompletion = record.firstCompletion ?? 0
  }

  /// Of the time with one of ours on a CPU, the share with two.
  package var overlapShare: Double { one > 0 ? two / one : 0 }

  /// The record against the kernel's books.
  package var agreement: Double { kernelTime > 0 ? onTime / kernelTime : 0 }
}
