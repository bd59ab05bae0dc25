/// The right column of a wide window: every task in numbers, and what a task does.

import DemoKit
import Machine
import Screen
import Wording

struct TimelineSidebar {
  let picture: TimelinePicture

  private var palette: DemoPalette { picture.palette }
  private var language: Language { picture.language }

  var column: Sidebar {
    var column = Sidebar(palette)
    if let record = picture.state.record {
      column.addTable(
        [
          picture.words("on CPU", "на ядре"), picture.words("off CPU", "вне ядра"),
          picture.words("slices", "отрезков"),
        ],
        record.tasks.indices.map {
          (picture.taskName($0), palette.task($0), figures(of: $0, record))
        })
    }
    let cache =
      picture.choice.options.walksCache
      ? [picture.words("sum += buffer[i]", "сумма += буфер[i]")] : []
    column.addCode(
      picture.words("what every task computes", "что считает каждая задача"),
      ["x ^= x << 13", "x ^= x >> 7", "x ^= x << 17"] + cache, note: steps)
    return column
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
