/// The claims of the three pictures as inequalities over what was measured.

import DemoKit
import Wording

/// The measured numbers that claims are about; times in seconds.
struct TimelineFigures {
  let choice: TimelineChoice
  let makespan: Double
  let begun: Double
  let running: Double
  let one: Double
  let two: Double
  let onTime: Double
  let kernelTime: Double
  let switches: Int
  let kernelSwitches: Int
  let usesSwitches: Bool
  let quanta: [TimelinePrice]

  private static let much = Double.greatestFiniteMagnitude

  private static let single = Phrase("a single task", "задача одна")
  private static let baton = Phrase(
    "with a baton it holds by construction", "с эстафетой это так по построению")

  private var options: TimelineOptions { choice.options }
  private var count: Double { Double(options.tasks) }
  private var total: Double { count * options.work }
  private var overlapShare: Double { one > 0 ? two / one : 0 }

  var claims: [Claim] {
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
        measured: begun, in: 0.98...1.02),
      Claim(
        "no-overlap", Phrase("no two tasks on a CPU together", "двух задач на ядре сразу не было"),
        measured: two, in: 0...0, unit: "s"),
      Claim(
        "time", Phrase("time is kT", "время равно kT"), measured: makespan,
        in: total * 0.95...total * 1.05, unit: "s", needs: [.quiet]),
      computed,
    ]
  }

  /// The work was done at all: CPU time is what calibration says it takes.
  private var computed: Claim {
    let most = options.walksCache || options.quantum != nil ? 2.0 : 1.05
    return Claim(
      "computed", Phrase("CPU time is kT", "время на ядре равно kT"), measured: kernelTime,
      in: total * 0.95...total * most, unit: "s", needs: [.quiet])
  }

  private var parallel: [Claim] {
    let threads = choice.count
    // What two tasks on one CPU can do together at the most.
    let wide =
      options.tasks <= threads
      ? Claim(
        "together", Phrase("together on CPUs ≥ 90 % of the time", "вместе на ядрах ≥ 90 % времени"),
        measured: overlapShare, in: 0.9...1, needs: [.hardwareThreads(2), .quiet])
      : Claim(
        "together", Phrase("running at once, P*", "исполняется сразу, P*"),
        measured: one > 0 ? onTime / one : 0,
        in: 0.9
          * min(count / choice.forecast.upperBound * options.work, Double(threads))...Self.much,
        needs: [.hardwareThreads(2), .quiet])
    let forecast = choice.forecast
    return [
      Claim(
        "overlap", Phrase("two tasks were on CPUs together", "две задачи были на ядрах вместе"),
        measured: two, in: 1e-9...Self.much, unit: "s",
        needs: options.tasks > 1 ? [.hardwareThreads(2)] : [.otherRun(because: Self.single)]),
      wide,
      Claim(
        "time", Phrase("time between both bounds", "время между двумя границами"),
        measured: makespan, in: forecast.lowerBound * 0.9...forecast.upperBound * 1.1, unit: "s",
        needs: [.quiet]),
      computed,
    ]
  }

  private var concurrent: [Claim] {
    var claims = [
      Claim(
        "all-begun", Phrase("all begun: L ≥ 0.95 k", "начаты все: L ≥ 0,95 k"), measured: begun,
        in: 0.95 * count...count * 1.001),
      Claim(
        "no-overlap", Phrase("one runs: overlap ≤ 0.1 %", "идёт одна: наложений ≤ 0,1 %"),
        measured: overlapShare, in: 0...0.001,
        needs: options.place == .baton ? [.otherRun(because: Self.baton)] : [.pinning]),
      Claim(
        "no-gain", Phrase("no faster than CPU time", "не быстрее времени на ядре"),
        measured: makespan, in: 0.99 * kernelTime...Self.much, unit: "s"),
      computed,
    ]
    if options.quantum == nil, !options.walksCache {
      claims.append(
        Claim(
          "time", Phrase("W ≤ 1.10 kT", "W ≤ 1,10 kT"), measured: makespan,
          in: 0...1.1 * total, unit: "s", needs: [.quiet]))
    }
    if let price { claims.append(price) }
    return claims
  }

  /// With two runs of the same tasks: smaller quanta cost more CPU time.
  private var price: Claim? {
    let same = quanta.filter {
      $0.mode == .conc && $0.tasks == options.tasks && $0.work == options.work
        && $0.walksCache == options.walksCache
    }
    guard let free = same.first(where: { $0.quantum == nil }),
      let small = same.first(where: { $0.quantum == 2e-5 })
    else { return nil }
    return Claim(
      "price",
      Phrase("the price grows as the quantum shrinks", "чем меньше квант, тем больше цена"),
      measured: small.cpuTime / free.cpuTime, in: 1.05...Self.much, needs: [.quiet])
  }

  /// The picture is the kernel's: Σ slices against its run time. A switch takes time itself, which
  /// the kernel books on a thread and which is in no slice: some 2 µs, and only small quanta show it.
  var picture: Claim {
    let ratio = kernelTime > 0 ? onTime / kernelTime : 0
    let inSwitches = kernelTime > 0 ? min(0.2, Double(kernelSwitches) * 2e-6 / kernelTime) : 0
    return Claim(
      "picture", Phrase("the picture agrees with the kernel", "картина сходится с ядром ОС"),
      measured: ratio, in: 0.97 - inSwitches...1.03)
  }
}
