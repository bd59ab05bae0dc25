/// What is claimed of turns under a lock: the time by theory, and that the rest was spent waiting.

import DemoKit
import Machine
import Wording

struct ChartClaims {
  let state: ShareState
  let demo: Share
  let result: CrewResult
  let record: RunRecord

  /// Nil before a run has ended.
  init?(state: ShareState, demo: Share) {
    guard let heat = state.heats.heat(.turns), let result = heat.result, let record = heat.record
    else { return nil }
    self.state = state
    self.demo = demo
    self.result = result
    self.record = record
  }

  private static let much = Double.greatestFiniteMagnitude
  private var options: ShareOptions { state.options }
  private var makespan: Double { result.figures.makespan }

  /// Seconds that a task waited for the lock.
  func waited(_ task: Int) -> Double {
    record.waits[record.tasks[task].thread].waited(for: .lock, from: 0, to: record.now)
  }

  /// How often the lock went from one to another.
  var handOvers: Int {
    let owners = record.tasks.indices.flatMap { task in
      record.waits[record.tasks[task].thread].holds.map { ($0.start, task) }
    }.sorted { $0.0 < $1.0 }.map(\.1)
    return zip(owners, owners.dropFirst()).filter { $0 != $1 }.count
  }

  /// Jain's index of the tasks' rounds a second: 1 when all came on equally fast.
  var fairness: Double {
    let rates = record.tasks.compactMap { task in
      task.end.map { Double(options.rounds) / max($0 - (task.start ?? 0), 1e-9) }
    }
    let sum = rates.reduce(0, +)
    let squares = rates.reduce(0) { $0 + $1 * $1 }
    return squares > 0 ? sum * sum / (Double(rates.count) * squares) : 0
  }

  /// Of the whole, the share in which somebody had the lock.
  var lockShare: Double {
    let held = record.waits.reduce(0) { $0 + $1.held(from: 0, to: record.now) }
    return makespan > 0 ? held / makespan : 0
  }

  var outcome: DemoOutcome {
    DemoOutcome(
      claims: [time, excluded, waiting, computed], conditions: result.conditions,
      numbers: numbers + result.numbers, pictureClaim: result.picture)
  }

  private var cores: Int { demo.width(options) }

  private var time: Claim {
    let theory = options.theory(cores: cores)
    let share = demo.tolerance ?? 0.05
    return Claim(
      "time", Phrase("time by theory", "время по теории"), measured: makespan,
      in: theory * (1 - share)...theory * (1 + share) + delay(theory), unit: "s", needs: [.quiet])
  }

  private var excluded: Claim {
    Claim(
      "excluded", Phrase("never two under the lock", "двое под замком — никогда"),
      measured: together, in: 0...0, unit: "s")
  }

  private var waiting: Claim {
    // What the tasks were under way without being on a CPU or in its queue.
    let underWay = record.tasks.reduce(0) { $0 + ($1.end ?? 0) - ($1.start ?? 0) }
    let idle = underWay - result.figures.kernelTime - result.figures.queued
    let few = Claim.Need.otherRun(
      because: Phrase("fewer cores than threads", "ядер меньше, чем потоков"))
    return Claim(
      "waited",
      Phrase(
        "time off the CPU went into waiting for the lock",
        "время не на ядре ушло на ожидание замка"),
      measured: record.tasks.indices.reduce(0) { $0 + waited($1) },
      in: max(0, 0.8 * idle - 0.02 * underWay)...Self.much, unit: "s",
      needs: (cores < options.threads ? [few] : []) + (options.spins ? [Self.spins] : [])
        + [.quiet])
  }

  private var computed: Claim {
    Claim(
      "computed", Phrase("the work was done", "работа сделана"),
      measured: result.figures.kernelTime,
      in: options.inTurn * 0.95...(options.spins ? Self.much : options.inTurn * 1.05), unit: "s",
      needs: [.quiet])
  }

  private static let spins = Claim.Need.otherRun(
    because: Phrase("who spins waits on the CPU", "спин-лок ждут на ядре"))

  /// What a machine that still counts as quiet adds: whoever has the lock and is kept from his CPU,
  /// or finds it slower, keeps all the others waiting.
  private func delay(_ theory: Double) -> Double {
    result.figures.queued + theory * max(0, result.conditions.drift)
  }

  /// Seconds in which two had the lock at once.
  private var together: Double {
    let holds = record.waits.flatMap(\.holds).map { Slice($0.start, $0.end ?? record.now, cpu: 0) }
    return RunRecord.time(with: 2, of: holds)
  }

  private var numbers: [DemoOutcome.Number] {
    [
      .init(
        "speedup", Phrase("speedup over one thread", "ускорение против одного"),
        .number(makespan > 0 ? options.inTurn / makespan : 0)),
      .init("handOvers", Phrase("hand-overs of the lock", "передач замка"), .integer(handOvers)),
      .init("fairness", Phrase("fairness (Jain)", "справедливость (Джейн)"), .number(fairness)),
      .init("lockShare", Phrase("lock taken", "замок занят"), .number(lockShare)),
    ]
  }
}
