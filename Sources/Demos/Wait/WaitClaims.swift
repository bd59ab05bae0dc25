/// What is claimed of waiting: times by theory, no extra work, and whom concurrency helps.

import DemoKit
import Machine
import Wording

struct WaitClaims {
  let state: WaitState
  let demo: Wait

  private static let much = Double.greatestFiniteMagnitude
  private var options: WaitOptions { state.options }
  private var count: Double { Double(options.tasks) }

  var outcome: DemoOutcome {
    let results = state.heats.heats.compactMap(\.result)
    return DemoOutcome(
      claims: claims, conditions: .worst(results.map(\.conditions)) ?? .unknown, numbers: numbers,
      pictureClaim: results.map(\.picture).max { abs($0.measured - 1) < abs($1.measured - 1) })
  }

  private var claims: [Claim] {
    guard let inTurn = state.heats.result(.inTurn), let together = state.heats.result(.together)
    else { return [] }
    return times(inTurn, together) + [computed(inTurn), same(inTurn, together)]
      + gave(together) + memory
  }

  private func times(_ inTurn: CrewResult, _ together: CrewResult) -> [Claim] {
    // How fast a disk is changes from second to second.
    let share = demo.tolerance ?? (options.what == .server ? 0.03 : 0.15)
    let after = options.theory(.inTurn)
    let free = options.theory(.together)
    let wide = demo.tolerance ?? (options.what == .server ? 0.05 : 0.15)
    // A disk serves several at once only as far as it can: at worst nothing is gained.
    let most = options.what == .disk ? after.upperBound : free.upperBound
    return [
      Claim(
        "in-turn", Phrase("in turn: k(w + c)", "по очереди: k(w + c)"),
        measured: inTurn.figures.makespan,
        // One thread stands in the queue behind others' only.
        in: after.lowerBound * (1 - share)...after.upperBound * (1 + share) + inTurn.figures.queued,
        unit: "s",
        needs: [.quiet], under: inTurn.conditions),
      Claim(
        "together",
        options.what == .ram
          ? Phrase("concurrently: k(w + c), too", "конкурентно: тоже k(w + c)")
          : Phrase("concurrently: w + c … w + kc", "конкурентно: w + c … w + kc"),
        measured: together.figures.makespan,
        in: free.lowerBound * (1 - wide)...most * (1 + wide), unit: "s",
        needs: [.pinning, .quiet], under: together.conditions),
    ]
  }

  /// The tasks did compute: without waiting what is left is kc.
  private func computed(_ result: CrewResult) -> Claim {
    let least = count * options.compute
    let most = options.what == .server ? least * 1.1 : Self.much
    return Claim(
      "computed", Phrase("CPU time is kc", "время на ядре равно kc"),
      measured: result.figures.kernelTime, in: least * 0.9...most, unit: "s", needs: [.quiet],
      under: result.conditions)
  }

  private func same(_ inTurn: CrewResult, _ together: CrewResult) -> Claim {
    let ratio =
      inTurn.figures.kernelTime > 0
      ? together.figures.kernelTime / inTurn.figures.kernelTime : 0
    return Claim(
      "same-work", Phrase("no more work than in turn", "работы не больше, чем по очереди"),
      measured: ratio, in: 0.9...1.1, needs: [.quiet],
      under: .worst([inTurn.conditions, together.conditions]))
  }

  /// Whoever waits gives the CPU away by himself; memory is waited for on it.
  private func gave(_ together: CrewResult) -> [Claim] {
    guard options.what != .ram else { return [] }
    return [
      Claim(
        // One switch of each thread is its waiting for the start.
        "gave-away", Phrase("every wait yielded the CPU", "каждое ожидание отдало ядро"),
        measured: Double(together.voluntarySwitches), in: 2 * count...Self.much)
    ]
  }

  /// Two walks through memory on one hardware thread take as long as one after the other.
  private var memory: [Claim] {
    guard let row = state.ladder.rows[.memory], let gain = row.gain, gain > 0 else { return [] }
    let conditions = Conditions(
      hardwareThreads: 1, canPin: demo.setting.canPin(), foreign: row.foreign,
      // As far as the claim itself gives way.
      drift: row.drift.magnitude < 0.08 ? 0 : row.drift)
    return [
      Claim(
        "memory",
        Phrase(
          "two memory walks: as long as in turn", "два обхода ОЗУ разом — как по очереди"),
        measured: 2 / gain, in: 1.8...2.2, needs: [.pinning, .quiet], under: conditions)
    ]
  }

  private var numbers: [DemoOutcome.Number] {
    let rungs = WaitKind.allCases.flatMap { kind -> [DemoOutcome.Number] in
      guard let row = state.ladder.rows[kind] else { return [] }
      let name = kind.name
      return [
        .init(
          "\(kind).seconds", name + Phrase(", ns", ", нс"),
          row.latency.map { .number($0 * 1e9) } ?? .null),
        .init(
          "\(kind).gain", name + Phrase(": two gain", ": вдвоём выигрыш"),
          row.gain.map { .number($0) } ?? .null),
      ]
    }
    let heats = state.heats.heats.flatMap { heat -> [DemoOutcome.Number] in
      guard let result = heat.result else { return [] }
      let name =
        heat.name == .inTurn ? Phrase("in turn: ", "по оч.: ") : Phrase("together: ", "конк.: ")
      return [
        .init(
          "\(heat.name).makespan", name + Phrase("time, s", "время, с"),
          .number(result.figures.makespan)),
        .init(
          "\(heat.name).cpuByKernel", name + Phrase("CPU time, s", "на ядре, с"),
          .number(result.figures.kernelTime)),
        .init("\(heat.name).busy", name + Phrase("P"), .number(result.figures.running)),
        .init(
          "\(heat.name).voluntarySwitches", name + Phrase("gave up the CPU", "отдали ядро"),
          .integer(result.voluntarySwitches)),
        .init(
          "\(heat.name).foreign", name + Phrase("foreign", "чужие процессы"),
          .number(result.conditions.foreign)),
      ]
    }
    return heats + rungs
  }
}

extension WaitKind {
  var name: Phrase {
    switch self {
    case .cache: Phrase("L1 cache", "кэш L1")
    case .memory: Phrase("memory (RAM)", "память (ОЗУ)")
    case .disk: Phrase("disk, 4 KiB", "диск, 4 КиБ")
    case .loopback: Phrase("network (loopback)", "сеть (loopback)")
    case .server: Phrase("server", "сервер")
    }
  }
}
