/// What a run came to: its numbers, its claims, the conditions it ran under.

import DemoKit
import Machine
import Wording

package struct TimelineResult: Equatable, Sendable {
  let options: TimelineOptions
  let figures: TimelineFigures
  let price: TimelinePrice
  /// Σcpu against the last sequential run of the same tasks, minus 1; nil without one.
  let priceShare: Double?
  let conditions: Conditions
  package let outcome: DemoOutcome

  init(
    choice: TimelineChoice, plan: CrewPlan, record: RunRecord, sample: CrewSample,
    prices: [TimelinePrice], tolerance: Double?
  ) {
    options = choice.options
    let totals = sample.members.compactMap(\.totals).reduce(KernelTotals(), +)
    let figures = TimelineFigures(record, totals)
    self.figures = figures
    let own = TimelinePrice(choice, cpuTime: figures.kernelTime)
    price = own
    priceShare = prices.last { $0.mode == .seq && $0.isSameWork(as: own) }
      .map { own.cpuTime / $0.cpuTime - 1 }
    conditions = Conditions(
      hardwareThreads: choice.allowed.count, canPin: record.stayed(on: plan.members.map(\.cpus)),
      foreign: record.foreignShare(sample.members.map(\.totals), cpus: plan.members.map(\.cpus)),
      steal: sample.load.steal(of: choice.cpus), throttled: sample.load.throttled,
      drift: Self.drift(plan, sample, totals))
    let claims = TimelineClaims(
      choice: choice, figures: figures, prices: prices, tolerance: tolerance)
    outcome = DemoOutcome(
      claims: claims.all, conditions: conditions,
      numbers: Self.numbers(figures, record, sample, choice, plan), pictureClaim: claims.picture)
  }

  /// The verdict that stands for all: the worst.
  var verdict: Verdict {
    let all = outcome.verdicts.map(\.verdict)
    return all.first { $0 == .refuted }
      ?? all.first { if case .interference = $0 { true } else { false } } ?? .confirmed
  }

  /// CPU time that calibration says the steps of all threads take.
  private static func timeOfSteps(_ plan: CrewPlan, _ sample: CrewSample) -> Double {
    zip(plan.members, sample.members).reduce(0) { sum, each in
      let own = sample.calibrations[plan.reference(for: each.0.cpus.first)]
      return sum + (own?.chunkTime(ofSteps: each.1.steps) ?? 0)
    }
  }

  /// CPU time of the work that was done against what calibration says of as much; with something
  /// else besides it, a cache or a baton, nothing can be said.
  private static func drift(
    _ plan: CrewPlan, _ sample: CrewSample, _ totals: KernelTotals
  ) -> Double {
    let expected = timeOfSteps(plan, sample)
    guard plan.cacheBytes == 0, plan.quantum == nil, expected > 0.004 else { return 0 }
    return Double(totals.run) / 1e9 / expected - 1
  }

  private static func numbers(
    _ figures: TimelineFigures, _ record: RunRecord, _ sample: CrewSample,
    _ choice: TimelineChoice, _ plan: CrewPlan
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
        .number(timeOfSteps(plan, sample))),
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
        .array(choice.cpus.map { .integer($0) })),
    ]
  }
}
