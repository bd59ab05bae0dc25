/// The lanes of tasks and of hardware threads, and the magnifier under them.

import DemoKit
import Screen
import Wording

struct TimelineLanes {
  let picture: TimelinePicture

  private var state: TimelineState { picture.state }
  private var choice: TimelineChoice { picture.choice }
  private var language: Language { picture.language }
  private var palette: DemoPalette { picture.palette }
  private var axis: TimeAxis { picture.axis }

  // MARK: Tasks

  func addTasks(_ rows: inout RowStack) {
    for task in 0..<choice.options.tasks {
      let shares =
        state.record?.density(ofTask: task, from: 0, to: axis.length, columns: axis.width) ?? []
      if isTall { rows.add(.lens) { canvas in drawUpperLane(task, shares, on: &canvas) } }
      rows.add(.picture) { canvas in drawLane(task, shares, on: &canvas) }
    }
  }

  /// Where there are many rows a lane has two of them.
  private var isTall: Bool { picture.size.rows >= 32 && choice.options.tasks <= 5 }

  private func drawUpperLane(_ task: Int, _ shares: [Double], on canvas: inout Canvas) {
    picture.drawMarks(on: &canvas)
    Lanes.density(
      shares.map { $0 * 2 - 1 }, upTo: picture.reached, on: &canvas, left: axis.left,
      palette.task(task), palette, isUpper: true)
  }

  private func drawLane(_ task: Int, _ shares: [Double], on canvas: inout Canvas) {
    picture.label(picture.taskName(task), on: &canvas, palette.task(task))
    picture.drawMarks(on: &canvas)
    guard let record = state.record else { return }
    Lanes.density(
      isTall ? shares.map { min(1, $0 * 2) } : shares, upTo: picture.reached, on: &canvas,
      left: axis.left, palette.task(task), palette,
      isHeld: { isHeld(task, in: axis.span(ofColumn: $0)) })
    if !record.isFinished, picture.reached < axis.width {
      canvas.put("▌", at: Point(row: 0, column: axis.left + picture.reached), palette.strong)
    }
    canvas.putRight(progress(of: task, record), row: 0, inset: 1, palette.text)
  }

  /// When it was done; until then how much of its work is.
  private func progress(of task: Int, _ record: RunRecord) -> String {
    if let end = record.tasks[task].end { return language.seconds(end) }
    guard record.tasks[task].start != nil, task < state.readout.progress.count else { return "" }
    return language.percent(state.readout.progress[task], 0)
  }

  /// Whether the control group was held back while the task was under way.
  private func isHeld(_ task: Int, in span: ClosedRange<Double>) -> Bool {
    guard let record = state.record, let start = record.tasks[task].start,
      span.lowerBound >= start, span.upperBound <= record.tasks[task].end ?? record.now
    else { return false }
    return (state.following?.throttled ?? []).contains { $0.overlaps(span) }
  }

  // MARK: Hardware threads

  /// Where threads choose their CPUs, only those they chose are of interest.
  private var isPinned: Bool { choice.options.place != .os && !choice.isSubstituted }

  func addHardware(_ rows: inout RowStack) {
    let shown = isPinned ? choice.cpus : Array(choice.allowed.prefix(8))
    let isMixed = choice.options.mode == .conc || choice.options.tasks > shown.count
    for cpu in shown {
      rows.add(shown.count > 4 ? .detail : .picture) { canvas in
        drawHardware(cpu, isMixed: isMixed && choice.options.mode != .seq, on: &canvas)
      }
    }
    let rest = choice.allowed.filter { !shown.contains($0) }
    guard !rest.isEmpty else { return }
    rows.add(.detail) { canvas in drawRest(rest, on: &canvas) }
  }

  private func drawHardware(_ cpu: Int, isMixed: Bool, on canvas: inout Canvas) {
    picture.label(choice.name(of: cpu), on: &canvas, palette.faint)
    guard let record = state.record else { return }
    let columns = record.occupancy(ofCPU: cpu, from: 0, to: axis.length, columns: axis.width)
    Lanes.occupancy(
      columns, isMixed: isMixed, upTo: picture.reached, on: &canvas, left: axis.left, palette)
    let busy = state.readout.busy[cpu] ?? 0
    canvas.putRight(language.percent(busy), row: 0, inset: 1, palette.text)
  }

  /// The hardware threads that this run leaves alone, as one line.
  private func drawRest(_ rest: [Int], on canvas: inout Canvas) {
    let isRun = rest.count > 1 && (rest.last ?? 0) - rest[0] == rest.count - 1
    let name =
      isRun
      ? "CPU \(rest[0])–\(rest[rest.count - 1])" : "CPU \(rest[0])" + (rest.count > 1 ? "…" : "")
    picture.label(name, on: &canvas, palette.faint)
    guard state.record != nil else { return }
    canvas.fill("·", row: 0, columns: axis.left..<axis.left + picture.reached, palette.faint)
    let share = rest.map { state.readout.busy[$0] ?? 0 }.reduce(0, +) / Double(rest.count)
    canvas.putRight(language.percent(share), row: 0, inset: 1, palette.text)
  }

  // MARK: The magnifier

  /// Where the lens begins, in seconds of the run; nil where there is nothing to be seen through it.
  var lensStart: Double? {
    guard choice.options.mode == .conc, let record = state.record, record.now > state.lensWidth
    else { return nil }
    // While it runs the lens stands still for a second: what slides by cannot be read.
    let end = record.isFinished ? record.makespan : max(record.now.rounded(.down), state.lensWidth)
    return max(0, min(end * state.lensPlace, end - state.lensWidth))
  }

  func addLens(_ rows: inout RowStack) {
    guard let record = state.record, let from = lensStart else { return }
    let to = from + state.lensWidth
    rows.add(.lens, Line(lensTitle(from), palette.faint))
    for task in 0..<choice.options.tasks {
      rows.add(.lens) { canvas in
        picture.label(picture.taskName(task), on: &canvas, palette.task(task))
        let shares = record.density(ofTask: task, from: from, to: to, columns: axis.width)
        let scale = TimeAxis(length: state.lensWidth, left: axis.left, width: axis.width)
        Lanes.density(
          shares, upTo: axis.width, on: &canvas, left: axis.left, palette.task(task), palette,
          isHeld: { isHeld(task, in: scale.span(ofColumn: $0, from: from)) })
      }
    }
    guard isPinned else { return }
    rows.add(.lens) { canvas in
      let cpu = choice.cpus.first ?? 0
      picture.label(choice.name(of: cpu), on: &canvas, palette.faint)
      let columns = record.occupancy(ofCPU: cpu, from: from, to: to, columns: axis.width)
      Lanes.occupancy(
        columns, isMixed: false, upTo: axis.width, on: &canvas, left: axis.left, palette)
    }
  }

  private func lensTitle(_ from: Double) -> String {
    let scale = language.decimal(axis.length / state.lensWidth, 0)
    let column = language.decimal(state.lensWidth * 1e3 / Double(axis.width), 1)
    return picture.words(
      "lens ×\(scale): from \(language.seconds(from)), 1 column = \(column) ms",
      "лупа ×\(scale): с \(language.seconds(from)), 1 столбец = \(column) мс")
  }
}
