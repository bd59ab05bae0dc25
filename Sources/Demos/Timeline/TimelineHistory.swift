/// The last runs, one below another, where a window has rows for them.

import DemoKit
import Screen
import Wording

struct TimelineHistory {
  let picture: TimelinePicture

  /// The demo's rows in a window of 36.
  private static let leastRows = 32

  func add(to rows: inout RowStack) {
    let runs = picture.state.history
    guard picture.size.rows >= Self.leastRows, runs.count > 1 else { return }
    rows.air()
    rows.add(
      .history, Line(picture.words("last runs", "последние запуски"), picture.palette.faint))
    let column = 3 + (runs.map { what($0).columns }.max() ?? 0) + 3
    for run in runs.reversed() { rows.add(.history) { draw(run, column, on: &$0) } }
  }

  private func draw(_ run: TimelineRun, _ column: Int, on canvas: inout Canvas) {
    let palette = picture.palette
    let sign = canvas.ascii ? run.verdict.asciiSign : run.verdict.sign
    canvas.put(what(run), at: Point(row: 0, column: 3), palette.text)
    let room = canvas.size.columns - column - sign.columns - 2
    canvas.put(
      numbers(run).joined(room: room, by: "  "), at: Point(row: 0, column: column), palette.text)
    canvas.putRight(sign, row: 0, inset: 1, palette.style(of: run.verdict))
  }

  /// `3 × 2,00 с, квант ОС`
  private func what(_ run: TimelineRun) -> String {
    let language = picture.language
    var text = "\(run.options.tasks) × " + language.seconds(run.options.work)
    switch run.options.mode {
    case .seq: break
    case .conc:
      text += picture.words(", quantum ", ", квант ") + picture.quantumName(run.quantum)
    case .par where run.options.place == .os: text += picture.words(", by the system", ", ОС")
    case .par: text += run.options.siblings == .siblings ? picture.words(", SMT", ", SMT") : ""
    }
    return text
  }

  /// The most important first: as many are shown as there is room for.
  private func numbers(_ run: TimelineRun) -> [String] {
    let language = picture.language
    return [
      picture.words("theory ", "теория ") + picture.range(run.forecast),
      picture.words("measured ", "замер ") + language.seconds(run.makespan),
      "L \(language.decimal(run.begun, 2))", "P \(language.decimal(run.running, 2))",
    ]
  }
}
