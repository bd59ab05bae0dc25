/// What a run came to: its numbers, its claims, the conditions it ran under.

import DemoKit
import Machine
import Wording

package struct TimelineResult: Equatable, Sendable {
  let options: TimelineOptions
  let makespan: Double
  let begun: Double
  let running: Double
  /// Seconds with at least one, and at least two, of ours on a CPU.
  let one: Double
  let two: Double
  let onTime: Double
  let kernelTime: Double
  let queued: Double
  let switches: Int
  let kernelSwitches: Int
  let migrations: Int
  let medianSlice: Double?
  let meanCompletion: Double
  let firstCompletion: Double
  let price: TimelinePrice
  /// Σcpu against the last sequential run of the same tasks; nil without one.
  let priceShare: Double?
  let conditions: Conditions
  package let outcome: DemoOutcome

  init(
    choice: TimelineChoice, plan: CrewPlan, record: RunRecord, sample: CrewSample,
    prices: [TimelinePrice]
  ) {
    options = choice.options
    makespan = record.makespan
    begun = record.begunNotFinished
    running = record.running
    (one, two) = record.overlap()
    onTime = record.onTime
    let totals = sample.members.compactMap(\.totals).reduce(KernelTotals(), +)
    kernelTime = Double(totals.run) / 1e9
    queued = Double(totals.queued) / 1e9
    switches = record.switches
    kernelSwitches = totals.voluntarySwitches + totals.forcedSwitches
    migrations = record.migrations
    medianSlice = record.medianSlice
    meanCompletion = record.meanCompletion ?? 0
    firstCompletion = record.firstCompletion ?? 0
    let own = TimelinePrice(
      mode: options.mode, tasks: options.tasks, work: options.work, quantum: options.quantum,
      walksCache: options.walksCache, cpuTime: kernelTime)
    price = own
    let base = prices.first {
      $0.mode == .seq && $0.tasks == own.tasks && $0.work == own.work
        && $0.walksCache == own.walksCache
    }
    priceShare = base.map { own.cpuTime / $0.cpuTime - 1 }
    conditions = Self.conditions(choice, plan, record, sample, totals)
    let figures = TimelineFigures(
      choice: choice, makespan: makespan, begun: begun, running: running, one: one, two: two,
      onTime: onTime, kernelTime: kernelTime, switches: switches, kernelSwitches: kernelSwitches,
      usesSwitches: sample.usesSwitches, quanta: prices + [own])
    outcome = DemoOutcome(
      claims: figures.claims, conditions: conditions,
      numbers: Self.numbers(record, sample, totals, choice), pictureClaim: figures.picture)
  }

  private static func conditions(
    _ choice: TimelineChoice, _ plan: CrewPlan, _ record: RunRecord, _ sample: CrewSample,
    _ totals: KernelTotals
  ) -> Conditions {
    return Conditions(
      hardwareThreads: choice.allowed.count, canPin: record.stayed(on: plan.members.map(\.cpus)),
      foreign: record.foreignShare(sample.members.map(\.totals), cpus: plan.members.map(\.cpus)),
      steal: sample.load.steal(of: choice.cpus),
      throttled: sample.load.throttled,
      drift: drift(choice, sample, totals))
  }

  /// CPU time of the chunks that were done against what calibration says of as many; with pieces
  /// smaller than chunks, or work besides them, nothing can be said.
  private static func drift(
    _ choice: TimelineChoice, _ sample: CrewSample, _ totals: KernelTotals
  ) -> Double {
    let chunks = Double(sample.members.map(\.chunks).reduce(0, +))
    guard !choice.options.walksCache, choice.plan.quantum == nil, chunks > 100,
      let calibration = sample.calibration
    else { return 0 }
    return Double(totals.run) / 1e9 / (chunks * calibration.chunkTime) - 1
  }

  private static func numbers(
    _ record: RunRecord, _ sample: CrewSample, _ totals: KernelTotals, _ choice: TimelineChoice
  ) -> [DemoOutcome.Number] {
    let chunks = sample.members.map(\.chunks).reduce(0, +)
    let chunkTime = sample.calibration?.chunkTime ?? 0
    let recorder = sample.usesSwitches ? "PERF_RECORD_SWITCH" : "hourglass"
    return [
      .init(
        "checksum", Phrase("checksum", "контрольная сумма"),
        .string(String(sample.checksum, radix: 16))),
      .init("chunks", Phrase("chunks done", "сделано порций"), .integer(chunks)),
      .init(
        "chunkSeconds", Phrase("CPU time of a chunk, s", "время порции на ядре, с"),
        .number(chunkTime)),
      .init(
        "calibrationSpread", Phrase("spread of the calibration", "разброс калибровки"),
        .number(sample.calibration?.spread ?? 0)),
      .init("recorder", Phrase("recorder", "чем записано"), .string(recorder)),
      .init(
        "cpuBySlices", Phrase("CPU time by slices, s", "время на ядре по отрезкам, с"),
        .number(record.onTime)),
      .init(
        "cpuByKernel", Phrase("CPU time by the kernel, s", "время на ядре по ядру ОС, с"),
        .number(Double(totals.run) / 1e9)),
      .init(
        "cpuByChunks", Phrase("CPU time by chunks, s", "время на ядре по порциям, с"),
        .number(Double(chunks) * chunkTime)),
      .init(
        "queued", Phrase("in the run queue, s", "в очереди, с"),
        .number(Double(totals.queued) / 1e9)),
      .init(
        "switches", Phrase("switches recorded", "переключений записано"),
        .integer(record.switches)),
      .init(
        "kernelSwitches", Phrase("switches by the kernel", "переключений по ядру ОС"),
        .integer(totals.voluntarySwitches + totals.forcedSwitches)),
      .init("migrations", Phrase("migrations", "миграций"), .integer(record.migrations)),
      .init(
        "dropped", Phrase("records lost", "записей потеряно"),
        .integer(sample.dropped + record.threads.map(\.dropped).reduce(0, +))),
      .init(
        "cpus", Phrase("CPUs", "процессоры (CPU)"),
        .array(choice.cpus.map { .integer($0) })),
    ]
  }
}
