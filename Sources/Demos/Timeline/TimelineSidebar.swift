/// The right column of a wide window: every task in numbers, and what a task does.

import DemoKit
import Machine
import Screen
import Wording

struct TimelineSidebar {
  let picture: TimelinePicture

  static let leastColumns = 120
  static let columns = 40

  private var palette: DemoPalette { picture.palette }
  private var language: Language { picture.language }

  func draw(on canvas: inout Canvas) {
    var rows: [(inout Canvas) -> Void] = [{ _ in }]
    if let record = picture.state.record { rows += table(record) + [{ _ in }] }
    rows += code
    for (row, draw) in rows.prefix(canvas.size.rows).enumerated() {
      canvas.put("│", at: Point(row: row, column: 1), palette.faint)
      let place = Rect(
        Point(row: row, column: 4), Size(rows: 1, columns: canvas.size.columns - 4))
      canvas.within(place) { draw(&$0) }
    }
  }

  // MARK: Tasks in numbers

  private static let edges = [16, 26, 35]

  private func table(_ record: RunRecord) -> [(inout Canvas) -> Void] {
    let titles = [
      picture.words("on CPU", "на ядре"), picture.words("off CPU", "вне ядра"),
      picture.words("slices", "отрезков"),
    ]
    let heading: (inout Canvas) -> Void = { canvas in
      drawCells(titles, palette.faint, on: &canvas)
    }
    return [heading]
      + record.tasks.indices.map { task in
        { canvas in
          canvas.put(picture.taskName(task), at: .zero, palette.task(task))
          drawCells(figures(of: task, record), palette.text, on: &canvas)
        }
      }
  }

  private func drawCells(_ texts: [String], _ style: Style, on canvas: inout Canvas) {
    for (text, edge) in zip(texts, Self.edges) {
      canvas.put(text, at: Point(row: 0, column: max(0, edge - text.columns)), style)
    }
  }

  /// Once a task is done its numbers stand still; until then there are none to be read.
  private func figures(of task: Int, _ record: RunRecord) -> [String] {
    let span = record.tasks[task]
    guard let start = span.start, let end = span.end else { return ["…", "…", "…"] }
    let slices = record.threads[span.thread].slices(from: start, to: end)
    let on = slices.reduce(0) { $0 + $1.length }
    return [
      language.seconds(on), language.seconds(max(0, end - start - on)),
      language.grouped(slices.count),
    ]
  }

  // MARK: What a task does

  private var code: [(inout Canvas) -> Void] {
    let lines =
      ["x ^= x << 13", "x ^= x >> 7", "x ^= x << 17"]
      + (picture.choice.options.walksCache
        ? [picture.words("sum += buffer[i]", "сумма += буфер[i]")] : [])
    let title = picture.words("what every task computes", "что считает каждая задача")
    return [{ $0.put(title, at: .zero, palette.faint) }]
      + lines.map { line in { $0.put("  " + line, at: .zero, palette.text) } }
      + (steps.map { text in [{ $0.put(text, at: .zero, palette.faint) }] } ?? [])
  }

  /// How many steps make T, as calibration has it.
  private var steps: String? {
    let calibrations = picture.state.calibrations
    guard let plan = picture.state.following?.plan,
      let calibration = calibrations[plan.references[0]]
    else {
      return nil
    }
    let options = picture.choice.options
    let count = calibration.chunks(in: options.work) * calibration.stepsPerChunk
    let millions = language.grouped(Int((Double(count) / 1e6).rounded()))
    return picture.words("\(millions) million times", "и так \(millions) млн раз")
  }
}
