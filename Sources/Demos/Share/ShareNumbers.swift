/// What a larger window tells of sharing: every task in numbers, what it does, the last runs.

import DemoKit
import Machine
import Screen
import Wording

/// A run as it is remembered: of either picture.
struct ShareRun: Equatable, Sendable {
  enum Result: Equatable, Sendable {
    /// The share that was lost without synchronisation; additions a second then and on the second
    /// chair.
    case count(lost: Double, rate: Double, chair: Double)
    /// Theory and measurement, in seconds.
    case chart(theory: Double, makespan: Double)
  }

  let options: ShareOptions
  let result: Result
  let verdict: Verdict
}

extension ChartPicture {
  var sidebar: Sidebar {
    var sidebar = Sidebar(palette)
    if let record {
      sidebar.addTable(
        [words("outside", "вне замка"), words("locked", "замок"), words("waiting", "ждёт")],
        record.tasks.indices.map { (name($0), palette.task($0), figures(of: $0, record)) })
    }
    let rounds = language.counted(
      options.rounds, one: Phrase("time", "раз"), few: "раза", many: Phrase("times", "раз"))
    sidebar.addCode(
      words("every task, ", "каждая задача, ") + rounds,
      [
        "work(" + language.seconds(options.free, 2) + ")",
        options.spins ? "spin_lock(m)" : "lock(m)",
        "work(" + language.seconds(options.hold, 2) + ")",
        options.spins ? "spin_unlock(m)" : "unlock(m)",
      ])
    return sidebar
  }

  /// Once a task is done its numbers stand still; until then there are none to be read.
  private func figures(of task: Int, _ record: RunRecord) -> [String] {
    let span = record.tasks[task]
    guard let start = span.start, let end = span.end else { return ["…", "…", "…"] }
    let held = record.waits[span.thread].held(from: start, to: end)
    let waited = record.waits[span.thread].waited(for: .lock, from: start, to: end)
    return [max(0, end - start - held - waited), held, waited].map { language.seconds($0) }
  }

  var pastRuns: [PastRun] {
    state.history.compactMap { run in
      guard case .chart(let theory, let makespan) = run.result else { return nil }
      let options = run.options
      let threads = language.counted(
        options.threads, one: Phrase("thread", "поток"), few: "потока",
        many: Phrase("threads", "потоков"))
      let shares = "\(options.rounds) × (" + language.decimal(options.free, 2) + " + "
      return PastRun(
        threads + ", " + shares + language.seconds(options.hold) + ")"
          + (options.spins ? words(", spin", ", спин") : ""),
        [
          words("theory ", "теория ") + language.seconds(theory),
          words("measured ", "замер ") + language.seconds(makespan),
        ], run.verdict)
    }
  }
}

extension CountPicture {
  var pastRuns: [PastRun] {
    state.history.compactMap { run in
      guard case .count(let lost, let rate, let chair) = run.result else { return nil }
      let threads = language.counted(
        run.options.threads, one: Phrase("thread", "поток"), few: "потока",
        many: Phrase("threads", "потоков"))
      return PastRun(
        threads,
        [
          words("lost ", "пропало ") + language.percent(lost), self.rate(rate),
          run.options.chair.name(language) + ": " + self.rate(chair),
        ], run.verdict)
    }
  }

  /// What a thread does to add one, in three steps.
  func code(_ way: CountWay) -> [String] {
    switch way {
    case .none: ["t = x", "t = t + 1", "x = t"]
    case .mutex: ["lock(m)", "x = x + 1", "unlock(m)"]
    case .sem1, .sem2:
      ["wait(s)" + (way == .sem2 ? "      s = 2" : "      s = 1"), "x = x + 1", "post(s)"]
    case .spin: ["while swap(b, 1) { }", "x = x + 1", "b = 0"]
    case .atomic: ["lock add [x], 1", "", ""]
    case .shard: ["x[i] = x[i] + 1", "…", "sum(x)"]
    }
  }
}
