/// The claims of the three pictures as inequalities over what was measured.

import DemoKit
import Wording

struct TimelineClaims {
  let choice: TimelineChoice
  let figures: RunFigures
  /// What earlier runs have cost that nothing disturbed.
  let prices: [TimelinePrice]
  /// Of the time our tasks wanted to run, the share that others took.
  var foreign = 0.0
  /// The fence's own, in place of the claims'.
  let tolerance: Double?

  private static let much = Double.greatestFiniteMagnitude

  private static let single = Phrase("a single task", "задача одна")
  private static let narrow = Phrase(
    "on one hardware thread", "взят один аппаратный поток")
  private static let baton = Phrase(
    "with a baton it holds by construction", "с эстафетой это так по построению")

  private static let forecast = Phrase("time is as forecast", "время по прогнозу")

  private var options: TimelineOptions { choice.options }
  /// A quota makes the time another than kT.
  private var isLimited: Bool { choice.quota != nil }
  private var count: Double { Double(options.tasks) }
  private var expected: ClosedRange<Double> { choice.cpuTime }

  /// A range with some tolerance at both ends.
  private func around(_ range: ClosedRange<Double>, _ standard: Double) -> ClosedRange<Double> {
    let share = tolerance ?? standard
    return range.lowerBound * (1 - share)...range.upperBound * (1 + share)
  }

  var all: [Claim] {
    switch options.mode {
    case .seq: sequential
    case .par: parallel
    case .conc: concurrent
    }
  }

  private var sequential: [Claim] {
    [
      Claim(
        "one-at-a-time", Phrase("one task at a time: L = 1", "начата всегда одна: L = 1"),
        measured: figures.begun, in: 0.98...1.02),
      Claim(
        "no-overlap", Phrase("no two tasks on a CPU together", "двух задач на ядре сразу не было"),
        measured: figures.two, in: 0...0, unit: "s"),
      Claim(
        "time", isLimited ? Self.forecast : Phrase("time is kT", "время равно kT"),
        measured: figures.makespan,
        in: around(choice.forecast, 0.05), unit: "s", needs: [.quiet]),
      computed,
    ]
  }

  /// The work was done at all: CPU time is what calibration says it takes.
  private var computed: Claim {
    let bounds = around(expected, 0.05)
    // What else is done has no forecast: walking through a cache, passing a baton.
    let isMore = options.walksCache || choice.plan.quantum != nil
    let most = isMore ? max(bounds.upperBound, expected.upperBound * 2) : bounds.upperBound
    let words =
      isMore
      ? Phrase("CPU time is kT at least", "время на ядре не меньше kT")
      : TimelineChoice.cpuTimeWords(isMixed: choice.isMixed)
    return Claim(
      "computed", words,
      measured: figures.kernelTime, in: bounds.lowerBound...most, unit: "s", needs: [.quiet])
  }

  /// What it takes for two tasks to be together anywhere.
  private var several: [Claim.Need] {
    if options.tasks == 1 { return [.otherRun(because: Self.single)] }
    // Who takes one hardware thread of several is not told that there is but one.
    if choice.count == 1, choice.allowed.count > 1 { return [.otherRun(because: Self.narrow)] }
    return [.hardwareThreads(2)]
  }

  private var parallel: [Claim] {
    let threads = choice.count
    // What two tasks on one CPU can do together at the most.
    let together = expected.lowerBound / choice.forecast.upperBound
    let wide =
      options.tasks <= threads
      ? Claim(
        "together",
        Phrase(
          "together ≥ 90 % of the time, less what others took",
          "вместе на ядрах ≥ 90 % времени за вычетом чужого"),
        // While either of two waits for others they are not together.
        measured: figures.overlapShare,
        in: max(0, 0.9 - 2 * foreign) * choice.shareTogether...1,
        needs: several + [.quiet])
      : Claim(
        "together", Phrase("running at once, P*", "исполняется сразу, P*"),
        measured: figures.one > 0 ? figures.onTime / figures.one : 0,
        in: 0.9 * min(together, Double(threads))...Self.much,
        needs: several + [.quiet])
    return [
      Claim(
        "overlap", Phrase("two tasks were on CPUs together", "две задачи были на ядрах вместе"),
        measured: figures.two, in: 1e-9...Self.much, unit: "s",
        needs: several),
      wide,
      Claim(
        "time", Phrase("time between both bounds", "время между двумя границами"),
        measured: figures.makespan, in: around(choice.forecast, 0.1), unit: "s", needs: [.quiet]),
      computed,
    ]
  }

  private var concurrent: [Claim] {
    var claims = [
      Claim(
        "all-begun", Phrase("all begun: L ≥ 0.95 k", "начаты все: L ≥ 0,95 k"),
        measured: figures.begun,
        in: 0.95 * count * choice.shareUnderWay...count * 1.001),
      Claim(
        "no-overlap", Phrase("one runs: overlap ≤ 0.1 %", "идёт одна: наложений ≤ 0,1 %"),
        measured: figures.overlapShare, in: 0...0.001,
        needs: options.place == .baton ? [.otherRun(because: Self.baton)] : [.pinning]),
      Claim(
        "no-gain", Phrase("no faster than CPU time", "не быстрее времени на ядре"),
        measured: figures.makespan, in: 0.99 * figures.kernelTime...Self.much, unit: "s"),
      computed,
    ]
    if choice.plan.quantum == nil, !options.walksCache {
      let most = around(choice.forecast, 0.1).upperBound
      let factor = (tolerance ?? 0.1) + 1
      let words = Phrase(
        "W ≤ \(Quantity.decimal(factor, 2)) kT",
        "W ≤ \(Language.russian.decimal(factor, 2)) kT")
      claims.append(
        Claim(
          "time", isLimited ? Self.forecast : words,
          measured: figures.makespan, in: 0...most, unit: "s", needs: [.quiet]))
    }
    if let price { claims.append(price) }
    return claims
  }

  /// This run against an undisturbed one of the same tasks: smaller quanta cost more CPU time.
  private var price: Claim? {
    let own = TimelinePrice(choice, cpuTime: figures.kernelTime)
    let others = prices.filter { $0.mode == .conc && $0.isSameWork(as: own) }
    let (free, small): (TimelinePrice?, TimelinePrice?)
    switch own.quantum {
    case nil: (free, small) = (own, others.last { $0.quantum == 2e-5 })
    case 2e-5: (free, small) = (others.last { $0.quantum == nil }, own)
    default: return nil
    }
    guard let free, let small else { return nil }
    return Claim(
      "price",
      Phrase("the price grows as the quantum shrinks", "чем меньше квант, тем больше цена"),
      measured: small.cpuTime / free.cpuTime, in: 1.05...Self.much, needs: [.quiet])
  }
}
