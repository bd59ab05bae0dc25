/// What a crew's run came to: its numbers, the conditions it ran under, whether the picture is true.

import Machine
import Wording

package struct CrewResult: Equatable, Sendable {
  package let figures: RunFigures
  package let conditions: Conditions
  /// How often the threads gave up their CPU by themselves.
  package let voluntarySwitches: Int
  /// Seconds that the hypervisor took: from our threads themselves where the kernel's switch records
  /// can tell, else from the CPUs in use, and need not have been ours.
  private let stolen: Double
  /// Of all the work that was done; 0 where none was.
  package let checksum: UInt64
  /// Raw numbers for the `x` panel.
  package let numbers: [DemoOutcome.Number]

  /// Of a run that is over: what was recorded and the last look at the engine. The CPUs' steal is
  /// that of the ones in use.
  package init(
    _ plan: CrewPlan, _ record: RunRecord, _ sample: CrewSample, hardwareThreads: Int
  ) {
    let totals = sample.members.compactMap(\.totals).reduce(KernelTotals(), +)
    let cpus = plan.members.map(\.cpus)
    figures = RunFigures(record, totals)
    voluntarySwitches = totals.voluntarySwitches
    checksum = sample.checksum
    let ours = totals.stolen.map { Double($0) / 1e9 }
    stolen = ours ?? sample.load.stolen(from: plan.cpus)
    conditions = Conditions(
      hardwareThreads: hardwareThreads, canPin: record.stayed(on: cpus),
      foreign: record.foreignShare(sample.members.map(\.totals), cpus: cpus),
      steal: max(
        Self.share(ours ?? 0, of: figures.kernelTime + (ours ?? 0)),
        sample.load.steal(of: plan.cpus)),
      throttled: sample.load.throttled,
      drift: Self.drift(plan, sample), unseen: Self.unseen(figures, record, sample))
    numbers = Self.numbers(figures, record, sample, plan, stolen: stolen)
  }

  /// The picture is the kernel's: Σ slices against its run time. A switch takes time itself, which
  /// the kernel books on a thread and which is in no slice: some 2 µs, and only small quanta show it.
  package var picture: Claim {
    let time = figures.kernelTime
    let inSwitches = min(0.2, Self.share(Double(figures.kernelSwitches) * 2e-6, of: time))
    return Claim.picture(
      Phrase("the picture agrees with the kernel", "картина сходится с ядром ОС"),
      agreement: figures.agreement, in: 0.97 - inSwitches...1.03,
      stolen: Self.share(stolen, of: time),
      under: conditions)
  }

  private static func share(_ part: Double, of whole: Double) -> Double {
    whole > 0 ? part / whole : 0
  }

  /// What may lie in the switches that the kernel counts and the hourglass did not see: nobody
  /// knows how long they were, but for that they were shorter than a hole.
  private static func unseen(
    _ figures: RunFigures, _ record: RunRecord, _ sample: CrewSample
  ) -> Double {
    guard !sample.usesSwitches, figures.kernelTime > 0 else { return 0 }
    let holes = record.threads.reduce(0) { $0 + max(0, $1.slices.count - 1) }
    let chunkTime = sample.calibrations.values.map(\.chunkTime).max() ?? 0
    let most = LaneRecorder.longestUnseen(chunkTime: chunkTime)
    return Double(max(0, figures.kernelSwitches - holes)) * most / figures.kernelTime
  }

  /// By the CPU whose speed was taken: CPU time of the threads, and what calibration says of their
  /// steps.
  private static func books(
    _ plan: CrewPlan, _ sample: CrewSample
  ) -> [Int: (run: Double, expected: Double)] {
    var books: [Int: (run: Double, expected: Double)] = [:]
    for (member, seen) in zip(plan.members, sample.members) {
      let reference = plan.reference(for: member.cpus.first)
      let expected = sample.calibrations[reference]?.chunkTime(ofSteps: seen.steps) ?? 0
      let known = books[reference] ?? (0, 0)
      books[reference] = (
        known.run + Double(seen.totals?.run ?? 0) / 1e9, known.expected + expected
      )
    }
    return books
  }

  /// CPU time of the work that was done against what calibration says of as much; with something
  /// else besides it, a cache or a baton, nothing can be said. Where there are cores of several kinds,
  /// it is the worst of these: one that is slower than it was and one that is faster are two errors.
  private static func drift(_ plan: CrewPlan, _ sample: CrewSample) -> Double {
    guard plan.cacheBytes == 0, plan.quantum == nil, !plan.hasOtherWork else { return 0 }
    let drifts = books(plan, sample).values.filter { $0.expected > 0.004 }.map {
      $0.run / $0.expected - 1
    }
    return drifts.max { abs($0) < abs($1) } ?? 0
  }

  private static func numbers(
    _ figures: RunFigures, _ record: RunRecord, _ sample: CrewSample, _ plan: CrewPlan,
    stolen: Double
  ) -> [DemoOutcome.Number] {
    let calibration = sample.calibrations[plan.references[0]]
    return [
      .init(
        "checksum", Phrase("checksum", "контрольная сумма"),
        .string(String(sample.checksum, radix: 16))),
      .init(
        "steps", Phrase("steps done", "сделано шагов"),
        .integer(sample.members.map(\.steps).reduce(0, +))),
      .init(
        "chunkSeconds", Phrase("CPU time of a chunk, s", "время порции на ядре, с"),
        .number(calibration?.chunkTime ?? 0)),
      .init(
        "calibrationSpread", Phrase("spread of the calibration", "разброс калибровки"),
        .number(calibration?.spread ?? 0)),
      .init(
        "recorder", Phrase("recorder", "чем записано"),
        .string(sample.usesSwitches ? "PERF_RECORD_SWITCH" : "hourglass")),
      .init(
        "cpuBySlices", Phrase("CPU time by slices, s", "время на ядре по отрезкам, с"),
        .number(figures.onTime)),
      .init(
        "cpuByKernel", Phrase("CPU time by the kernel, s", "время на ядре по ядру ОС, с"),
        .number(figures.kernelTime)),
      .init(
        "cpuBySteps", Phrase("CPU time by steps, s", "время на ядре по шагам, с"),
        .number(books(plan, sample).values.reduce(0) { $0 + $1.expected })),
      .init(
        "stolen", Phrase("taken by the hypervisor, s", "забрал гипервизор, с"),
        .number(stolen)),
      .init("queued", Phrase("in the run queue, s", "в очереди, с"), .number(figures.queued)),
      .init(
        "nEff", Phrase("effective hardware threads, n_eff", "сколько ядер досталось, n_eff"),
        .number(figures.one > 0 ? figures.onTime / figures.one : 0)),
      .init(
        "switches", Phrase("switches recorded", "переключений записано"),
        .integer(figures.switches)),
      .init(
        "kernelSwitches", Phrase("switches by the kernel", "переключений по ядру ОС"),
        .integer(figures.kernelSwitches)),
      .init("migrations", Phrase("migrations", "миграций"), .integer(figures.migrations)),
      .init(
        "dropped", Phrase("records lost", "записей потеряно"),
        .integer(sample.dropped + record.threads.map(\.dropped).reduce(0, +))),
      .init(
        "cpus", Phrase("CPUs", "процессоры (CPU)"),
        .array(plan.cpus.map { .integer($0) })),
    ]
  }
}
