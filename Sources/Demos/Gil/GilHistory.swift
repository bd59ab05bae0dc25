/// What a larger window tells of the lock: every worker in numbers, the code, the last runs.

import DemoKit
import Machine
import Screen
import Wording

/// A run as it is remembered.
struct GilRun: Equatable, Sendable {
  let interval: Double
  let version: String?
  /// T₂/T₁ of counting, the median slice in seconds, the share of time both worked.
  let ratio: Double?
  let slice: Double?
  let overlap: Double?
  let verdict: Verdict

  init(_ state: GilState, _ verdict: Verdict) {
    interval = state.report.interval ?? state.options.interval
    version = state.report.python?.version
    ratio = state.report.ratio(.count) ?? state.report.miniRatio(.gil, workers: 2)
    let film =
      state.report.result(.count, workers: 2)?.film ?? state.report.mini(.gil, workers: 2)?.film
    slice = film?.medianHold
    overlap = film?.overlapShare
    self.verdict = verdict
  }
}

extension GilPicture {
  var pastRuns: [PastRun] {
    state.history.map { run in
      let what =
        (run.version.map { "python " + $0 } ?? words("mini", "мини"))
        + ", " + language.milliseconds(run.interval * 1e3)
      let numbers = [
        run.ratio.map { "×" + language.decimal($0, 2) },
        run.slice.map { words("held for ", "держат по ") + language.milliseconds($0 * 1e3) },
        run.overlap.map { words("at once ", "разом ") + language.percent($0, 1) },
      ]
      return PastRun(what, numbers.compactMap { $0 }, run.verdict)
    }
  }

  var sidebar: Sidebar {
    let bar = shown?.bar ?? .count
    var sidebar = sidebar(of: shown?.film, worker: worker(bar))
    sidebar.addCode(words("what every worker runs", "что исполняет каждый"), bar.code)
    return sidebar
  }
}

extension GilBar {
  /// The work as Python.
  fileprivate var code: [String] {
    switch self {
    case .count, .freeThreaded: ["while n:", "    n -= 1"]
    case .processes: ["os.fork()", "while n:", "    n -= 1"]
    case .sha: ["for _ in range(k):", "    hashlib.sha256(block)", "# block: 1 MiB"]
    case .wait: ["time.sleep(seconds)"]
    case .interpreters: ["interpreters.create()", ".exec(\"while n: n -= 1\")"]
    }
  }
}
