/// What is claimed of each heat: where its point lies.

import DemoKit
import Machine
import Wording

struct CompareClaims {
  let state: CompareState
  let demo: Compare

  private static let much = Double.greatestFiniteMagnitude
  private var count: Double { Double(state.options.tasks) }

  var outcome: DemoOutcome {
    let heats = state.heats.heats
    let results = heats.compactMap { heat in heat.result.map { (heat.name, $0) } }
    let claims = results.flatMap { self.claims(of: $0.0, $0.1) } + same(results)
    return DemoOutcome(
      claims: claims, conditions: .worst(results.map(\.1.conditions)) ?? .unknown,
      numbers: results.flatMap { numbers(of: $0.0, $0.1) },
      pictureClaim: worstPicture(results.map(\.1)))
  }

  /// The picture of all heats is true if the worst of them is.
  private func worstPicture(_ results: [CrewResult]) -> Claim? {
    results.map(\.picture).max { abs($0.measured - 1) < abs($1.measured - 1) }
  }

  private func claims(of heat: CompareHeat, _ result: CrewResult) -> [Claim] {
    let (figures, conditions) = (result.figures, result.conditions)
    let claim = {
      (
        name: String, words: Phrase, measured: Double, bounds: ClosedRange<Double>,
        needs: [Claim.Need]
      ) in
      Claim(
        "\(heat)-" + name, Phrase(heat.sign + " ") + words, measured: measured, in: bounds,
        needs: needs, under: conditions)
    }
    let theory = state.options.theory(heat, demo, state.heats.calibrations)
    switch heat {
    case .seq:
      return [
        claim(
          "begun", Phrase("one task begun, L = 1", "начата одна, L = 1"), figures.begun,
          0.98...1.02, []),
        claim(
          "overlap", Phrase("no two on CPUs together", "двух на ядрах сразу нет"), figures.two,
          0...0, []),
      ]
    case .par:
      return [
        claim(
          "begun", Phrase("as many begun as theory says", "начато столько, сколько по теории"),
          figures.begun,
          0.95 * theory.begun...Self.much, several + [.quiet]),
        claim(
          "running",
          Phrase("running at once, P* ≥ 0.9 of theory", "исполняется сразу, P* ≥ 0,9 теории"),
          figures.one > 0 ? figures.onTime / figures.one : 0, 0.9 * theory.running...Self.much,
          several + [.quiet]),
      ]
    case .conc:
      return [
        claim(
          "begun", Phrase("all begun, L ≥ 0.95 k", "начаты все, L ≥ 0,95 k"), figures.begun,
          0.95 * count...count * 1.001, []),
        claim(
          "overlap", Phrase("one runs: overlap ≤ 0.1 %", "идёт одна: наложений ≤ 0,1 %"),
          figures.overlapShare, 0...0.001, [.pinning]),
      ]
    case .waitInTurn:
      return [
        claim(
          "begun", Phrase("one task begun, L = 1", "начата одна, L = 1"), figures.begun,
          0.98...1.02, []),
        claim(
          "running", Phrase("the CPU idles, P < 0.3", "ядро простаивает, P < 0,3"), figures.running,
          0...0.3, [.quiet]),
      ]
    case .waitTogether:
      let inTurn = state.heats.result(.waitInTurn)?.figures.begun ?? 1
      return [
        claim(
          "begun", Phrase("more begun than in turn", "начато больше, чем по очереди"),
          figures.begun,
          1.5 * inTurn...Self.much,
          state.options.tasks > 1
            ? [] : [.otherRun(because: Phrase("a single task", "задача одна"))]),
        claim("running", Phrase("one CPU, P < 1", "ядро одно, P < 1"), figures.running, 0...1, []),
      ]
    }
  }

  private var several: [Claim.Need] {
    if state.options.tasks == 1 {
      return [.otherRun(because: Phrase("a single task", "задача одна"))]
    }
    let width = state.options.choice(.par, demo)
    if width.count == 1, width.allowed.count > 1 {
      return [.otherRun(because: Phrase("one core was taken", "взято одно ядро"))]
    }
    return [.hardwareThreads(2)]
  }

  /// The same work was done in every heat: Σcpu of those that only compute, against what the cores in
  /// use take for it.
  private func same(_ results: [(CompareHeat, CrewResult)]) -> [Claim] {
    let busy = results.filter { !$0.0.isWaiting }
    let shares = busy.map { heat, result in
      (time: result.figures.kernelTime, of: result.figures.kernelTime / cpuTime(heat))
    }
    guard let least = shares.map(\.of).min(), let most = shares.map(\.of).max(), least > 0,
      let worst = shares.max(by: { abs($0.of - 1) < abs($1.of - 1) })
    else { return [] }
    let conditions = Conditions.worst(busy.map(\.1.conditions))
    let share = demo.tolerance ?? 0.05
    return [
      Claim(
        "same-work", Phrase("the same work in every heat", "работа в заездах одна и та же"),
        measured: most / least, in: 1...1 + share, needs: [.quiet], under: conditions),
      Claim(
        "computed", Phrase("CPU time of a heat is kT", "время заезда на ядре равно kT"),
        measured: worst.time,
        in: worst.time / worst.of * (1 - share)...worst.time / worst.of * (1 + share), unit: "s",
        needs: [.quiet], under: conditions),
    ]
  }

  /// CPU time of a heat by calibration, in seconds.
  private func cpuTime(_ heat: CompareHeat) -> Double {
    state.options.choice(heat, demo, state.heats.calibrations).cpuTime.upperBound
  }

  private func numbers(of heat: CompareHeat, _ result: CrewResult) -> [DemoOutcome.Number] {
    let kept = ["cpuByKernel", "switches", "migrations", "checksum", "recorder"]
    let own: [DemoOutcome.Number] = [
      .init("L", Phrase("L"), .number(result.figures.begun)),
      .init("P", Phrase("P"), .number(result.figures.running)),
      .init("makespan", Phrase("time, s", "время, с"), .number(result.figures.makespan)),
      .init(
        "foreign", Phrase("foreign processes", "чужие процессы"),
        .number(result.conditions.foreign)),
    ]
    return (own + result.numbers.filter { kept.contains($0.name) }).map { number in
      DemoOutcome.Number(
        "\(heat).\(number.name)", Phrase(heat.sign + " ") + number.words, number.value)
    }
  }
}
