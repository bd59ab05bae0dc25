/// What is claimed of the curves: near theory, never faster than it lets them, and always right.

import DemoKit
import Machine
import Wording

struct ScaleClaims {
  let state: ScaleState
  let demo: Scale

  private static let much = Double.greatestFiniteMagnitude
  private var report: ScaleReport { state.report }

  /// Numbers of threads that have a core each, two at least.
  private var fair: [Int] {
    demo.threads(state.options).filter { $0 >= 2 && $0 <= demo.cores }
  }

  var outcome: DemoOutcome {
    DemoOutcome(
      claims: primes + mixed + chain + computed + results,
      conditions: Conditions.worst(state.options.kinds.map(conditions)) ?? .unknown,
      numbers: numbers)
  }

  /// What the points of a kind were measured under. In a chain whom it wakes stands in the queue for
  /// a moment, which says nothing: there the single thread speaks for all.
  private func conditions(_ kind: ScaleKind) -> Conditions {
    let points = report.points.filter {
      $0.kind == kind && $0.threads <= (kind == .chain ? 1 : demo.cores)
    }
    let one = points.first { $0.threads == 1 }
    let drifts = points.compactMap { point in
      one.flatMap { $0.cpu > 0 ? point.cpu / expectedCPU(point, $0) - 1 : nil }
    }
    return Conditions(
      hardwareThreads: demo.setting.topology().allowedPUs.count, canPin: demo.setting.canPin(),
      foreign: points.map(\.foreign).max() ?? 0, steal: report.steal, throttled: report.throttled,
      drift: drifts.max { abs($0) < abs($1) } ?? 0)
  }

  /// CPU time of a point by that of one thread: the same, but for slower cores, which take more.
  private func expectedCPU(_ point: ScalePoint, _ one: ScalePoint) -> Double {
    let used = Double(min(point.threads, demo.cores))
    let more = used / capacity(point.kind, point.threads)
    let shared = point.kind == .mixed ? 1 - state.options.serialShare : 1
    return one.cpu * (1 - shared + shared * more)
  }

  private func capacity(_ kind: ScaleKind, _ threads: Int) -> Double {
    report.rates.capacity(kind, Double(threads), cores: demo.cores)
  }

  /// Whether there is something to be judged: the chain can be tried alone.
  private func isMeasured(_ kind: ScaleKind) -> Bool {
    state.options.kinds.contains(kind) && report.points.contains { $0.kind == kind }
  }

  private var cores: [Claim.Need] {
    if demo.cores >= 2, fair.isEmpty {
      return [.otherRun(because: Phrase("one thread only", "поток взят один"))]
    }
    return [.hardwareThreads(2), .quiet]
  }

  private var primes: [Claim] {
    guard isMeasured(.primes) else { return [] }
    let efficiencies = fair.compactMap { n in
      report.speedup(.primes, n).map { $0 / capacity(.primes, n) }
    }
    return [
      Claim(
        "primes",
        report.rates.primes.isEmpty
          ? Phrase("independent: ≥ 0.85 n", "независимые: ≥ 0,85 n")
          : Phrase(
            "independent: ≥ 0.85 of all cores' speeds",
            "независимые: ≥ 0,85 суммы скоростей ядер"),
        measured: efficiencies.min() ?? 0, in: 0.85...Self.much, needs: cores,
        under: conditions(.primes))
    ]
  }

  private var mixed: [Claim] {
    guard isMeasured(.mixed) else { return [] }
    let ratios = fair.compactMap { n -> Double? in
      guard let speedup = report.speedup(.mixed, n), let point = report.point(.mixed, n) else {
        return nil
      }
      return speedup / state.options.amdahl(report.effective(point, cores: demo.cores))
    }
    let share = demo.tolerance ?? 0.08
    return [
      Claim(
        "mixed", Phrase("partly serial: Amdahl's law", "частью подряд: закон Амдала"),
        measured: ratios.max { abs($0 - 1) < abs($1 - 1) } ?? 0, in: 1 - share...1 + share,
        needs: cores, under: conditions(.mixed))
    ]
  }

  private var chain: [Claim] {
    guard isMeasured(.chain) else { return outOfOrder }
    let several = demo.threads(state.options).filter { $0 >= 2 }
    let speedups = several.compactMap { n in
      report.speedup(.chain, n).map { $0 * slowerClock(ofChain: n) }
    }
    let missing = several.compactMap { report.point(.chain, $0) }.map {
      abs($0.handOvers - report.links)
    }
    let some: [Claim.Need] =
      several.isEmpty ? [.otherRun(because: Phrase("one thread only", "поток взят один"))] : []
    return [
      Claim(
        "chain", Phrase("a chain: never faster", "цепочка: не быстрее"),
        measured: speedups.max() ?? 0, in: 0...1.02, needs: some + [.quiet],
        under: conditions(.chain)),
      Claim(
        "hand-overs", Phrase("every link was handed over", "каждое звено передано"),
        measured: Double(missing.max() ?? 0), in: 0...0, needs: some),
    ] + outOfOrder
  }

  /// Links that took less CPU time than those of one thread alone were computed by a faster clock, as
  /// nobody can compute them together: so much of the speed is none of the chain's.
  private func slowerClock(ofChain threads: Int) -> Double {
    guard let one = report.point(.chain, 1), let point = report.point(.chain, threads), one.cpu > 0
    else { return 1 }
    return min(1, point.cpu / one.cpu)
  }

  private var outOfOrder: [Claim] {
    guard let wrong = report.wrong else { return [] }
    return [
      Claim(
        "out-of-order", Phrase("out of order: wrong", "без очереди: неверно"),
        measured: Double(wrong), in: 1...Double(max(1, report.tries)),
        needs: [.hardwareThreads(2)])
    ]
  }

  /// The work was done at all: a single thread is on a CPU, or in the queue for one, all the time. A
  /// chain may be over before that can be told.
  private var computed: [Claim] {
    let alone = report.points.filter { $0.threads == 1 && $0.kind != .chain && $0.seconds > 0 }
    let shares = alone.map { point in
      point.cpu / max(1e-9, 1 - point.foreign) / point.seconds
    }
    guard let least = shares.min() else { return [] }
    return [
      Claim(
        "computed", Phrase("one thread worked all the time", "один поток работал всё время"),
        measured: least, in: 0.9...Self.much, needs: [.quiet],
        // Only what can take time without a trace is an excuse.
        under: Conditions(
          hardwareThreads: demo.cores, canPin: demo.setting.canPin(), steal: report.steal,
          throttled: report.throttled))
    ]
  }

  private var results: [Claim] {
    guard !report.points.isEmpty else { return [] }
    let wrong = report.points.filter { point in
      report.point(point.kind, 1)?.checksum != point.checksum
    }
    return [
      Claim(
        "results", Phrase("the same results as one thread's", "результаты те же, что у одного"),
        measured: Double(wrong.count), in: 0...0)
    ]
  }

  private var numbers: [DemoOutcome.Number] {
    report.points.flatMap { point -> [DemoOutcome.Number] in
      let name = "\(point.kind.rawValue).\(point.threads)"
      let words = Phrase("\(point.kind.sign) n=\(point.threads) ")
      return [
        .init(name + ".seconds", words + Phrase("s", "с"), .number(point.seconds)),
        .init(
          name + ".speedup", words + Phrase("speedup", "ускорение"),
          .number(report.speedup(point.kind, point.threads) ?? 0)),
        .init(name + ".nEff", words + Phrase("n_eff"), .number(point.nEff)),
        .init(
          name + ".checksum", words + Phrase("checksum", "сумма"),
          .string(String(point.checksum, radix: 16))),
      ]
    }
  }
}
