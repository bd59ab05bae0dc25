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
    let claims =
      switch heat {
      case .seq, .waitInTurn: inTurn(heat, result.figures)
      case .par: parallel(result.figures)
      case .conc: concurrent(result.figures)
      case .waitTogether: waiting(result.figures)
      }
    return claims.map { claim in
      var own = claim
      own.name = "\(heat)-" + claim.name
      own.words = Phrase(heat.sign + " ") + claim.words
      own.conditions = result.conditions
      return own
    }
  }

  private func inTurn(_ heat: CompareHeat, _ figures: RunFigures) -> [Claim] {
    let one = Claim(
      "begun", Phrase("one task begun, L = 1", "начата одна, L = 1"), measured: figures.begun,
      in: 0.98...1.02)
    let other =
      heat == .seq
      ? Claim(
        "overlap", Phrase("no two on CPUs together", "двух на ядрах сразу нет"),
        measured: figures.two, in: 0...0)
      : Claim(
        "running", Phrase("the CPU idles, P < 0.3", "ядро простаивает, P < 0,3"),
        measured: figures.running, in: 0...0.3, needs: [.quiet])
    return [one, other]
  }

  private func parallel(_ figures: RunFigures) -> [Claim] {
    let theory = state.options.theory(.par, demo, state.heats.calibrations)
    return [
      Claim(
        "begun", Phrase("as many begun as theory says", "начато столько, сколько по теории"),
        measured: figures.begun, in: 0.95 * theory.begun...Self.much, needs: several + [.quiet]),
      Claim(
        "running",
        Phrase("running at once, P* ≥ 0.9 of theory", "исполняется сразу, P* ≥ 0,9 теории"),
        measured: figures.one > 0 ? figures.onTime / figures.one : 0,
        in: 0.9 * theory.running...Self.much, needs: several + [.quiet]),
    ]
  }

  private func concurrent(_ figures: RunFigures) -> [Claim] {
    [
      Claim(
        "begun", Phrase("all begun, L ≥ 0.95 k", "начаты все, L ≥ 0,95 k"),
        measured: figures.begun, in: 0.95 * count...count * 1.001),
      Claim(
        "overlap", Phrase("one runs: overlap ≤ 0.1 %", "идёт одна: наложений ≤ 0,1 %"),
        measured: figures.overlapShare, in: 0...0.001, needs: [.pinning]),
    ]
  }

  private func waiting(_ figures: RunFigures) -> [Claim] {
    let inTurn = state.heats.result(.waitInTurn)?.figures.begun ?? 1
    return [
      Claim(
        "begun", Phrase("more begun than in turn", "начато больше, чем по очереди"),
        measured: figures.begun, in: 1.5 * inTurn...Self.much,
        needs: state.options.tasks > 1 ? [] : [Self.single]),
      Claim(
        "running", Phrase("one CPU, P < 1", "ядро одно, P < 1"), measured: figures.running,
        in: 0...1),
    ]
  }

  private static let single = Claim.Need.otherRun(
    because: Phrase("a single task", "задача одна"))

  private var several: [Claim.Need] {
    if state.options.tasks == 1 { return [Self.single] }
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
    let share = demo.tolerance ?? 0.05
    var conditions = Conditions.worst(busy.map(\.1.conditions))
    // The same sums are the same work: what it costs more in one heat than in another is the clock.
    if let sum = busy.first?.1.checksum, sum != 0, busy.allSatisfy({ $0.1.checksum == sum }),
      most / least > 1 + share
    {
      conditions?.drift = most / least - 1
    }
    return [
      Claim(
        "same-work", Phrase("the same work in every heat", "работа в заездах одна и та же"),
        measured: most / least, in: 1...1 + share, needs: [.quiet], under: conditions),
      Claim(
        "computed", TimelineChoice.cpuTimeWords(isMixed: isMixed),
        measured: worst.time,
        in: worst.time / worst.of * (1 - share)...worst.time / worst.of * (1 + share), unit: "s",
        needs: [.quiet], under: conditions),
    ]
  }

  /// Some core in use is slower than the first.
  private var isMixed: Bool {
    state.options.choice(.par, demo, state.heats.calibrations).isMixed
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
