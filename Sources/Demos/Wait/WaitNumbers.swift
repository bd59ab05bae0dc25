/// What a larger window tells of waiting: every task in numbers, what a task does, the last runs.

import DemoKit
import Machine
import Screen
import Wording

/// A race as it is remembered.
struct WaitRun: Equatable, Sendable {
  let options: WaitOptions
  /// Makespans in seconds.
  let inTurn: Double
  let together: Double
  let verdict: Verdict
}

extension WaitPicture {
  // MARK: The right column

  var sidebar: Sidebar {
    var sidebar = Sidebar(palette)
    let titles = [
      words("on CPU", "на ядре"), words("waiting", "ждёт"), words("queued", "очередь"),
    ]
    for heat in [WaitHeat.inTurn, .together] {
      guard let record = state.heats.heat(heat)?.record else { continue }
      sidebar.addTable(
        of: name(heat), titles,
        record.tasks.indices.prefix(6).map { task in
          let name = words("task ", "задача ") + String(DemoPalette.letter(task))
          return (name, palette.task(task), figures(of: task, record))
        })
    }
    sidebar.addCode(words("what every task does", "что делает каждая задача"), code)
    return sidebar
  }

  /// Once a task is done its numbers stand still; until then there are none to be read.
  private func figures(of task: Int, _ record: RunRecord) -> [String] {
    let span = record.tasks[task]
    guard let start = span.start, let end = span.end else { return ["…", "…", "…"] }
    let on = record.onTime(ofTask: task)
    let waited = record.waits[span.thread].waited(for: .answer, from: start, to: end)
    return [on, waited, max(0, end - start - on - waited)].map { language.seconds($0) }
  }

  private var code: [String] {
    let half = language.seconds(options.compute / 2)
    let work = words("compute for ", "считает ") + half
    return [work] + waiting + [work]
  }

  private var waiting: [String] {
    switch options.what {
    case .server:
      ["send(" + words("question", "вопрос") + ")", "recv(" + words("answer", "ответ") + ")"]
    case .disk: ["pread(" + words("disk, 4 KiB", "диск, 4 КиБ") + ") × N"]
    case .ram: ["p = p->next  × N"]
    }
  }

  // MARK: The last runs

  var pastRuns: [PastRun] {
    state.history.map { run in
      let wait = language.seconds(run.options.wait)
      let what =
        switch run.options.what {
        case .server: words("server ", "сервер ")
        case .disk: words("disk ", "диск ")
        case .ram: words("memory ", "память ")
        }
      return PastRun(
        "\(run.options.tasks) × " + what + wait,
        [
          "×" + language.decimal(run.inTurn / max(run.together, 1e-9), 2),
          words("in turn ", "по очереди ") + language.seconds(run.inTurn),
          words("together ", "конкурентно ") + language.seconds(run.together),
        ], run.verdict)
    }
  }
}
