/// The timeline drawn: summary, axis with forecast and guess, lanes, magnifier, numbers, verdicts.

import DemoKit
import Machine
import Screen
import Wording

extension Timeline {
  package func proof(of state: TimelineState) -> DemoOutcome? {
    state.showsProof ? state.result?.outcome : nil
  }

  package func draw(_ state: TimelineState, on canvas: inout Canvas) {
    let room = Sidebar.picture(in: canvas.size)
    let picture = TimelinePicture(
      state, state.choice ?? choice(state.options, state.calibrations),
      on: Sheet(canvas, setting, size: room))
    picture.rows.draw(on: &canvas, beside: TimelineSidebar(picture: picture).column)
  }
}

struct TimelinePicture: Picture {
  let state: TimelineState
  let choice: TimelineChoice
  let sheet: Sheet
  let axis: TimeAxis

  static let left = 10
  /// Room for `  99,6 %` or `  6,03 с` at the right.
  private static let right = 10

  init(_ state: TimelineState, _ choice: TimelineChoice, on sheet: Sheet) {
    self.state = state
    self.choice = choice
    self.sheet = sheet
    let end = state.record.map { max($0.now, $0.tasks.compactMap(\.end).max() ?? 0) } ?? 0
    // The axis grows only when a run is clearly late; what is a little late ends at its edge.
    axis = TimeAxis(
      length: end > choice.axis * 1.04 ? end : choice.axis, left: Self.left,
      width: max(10, sheet.size.columns - Self.left - Self.right))
  }

  var rows: RowStack {
    var rows = RowStack()
    rows.air()
    for (index, line) in TimelineSummary(picture: self).lines.enumerated() {
      rows.add(index == 0 ? .summary : .detail, Line(line, palette.text))
    }
    rows.air()
    addAxis(&rows)
    let lanes = TimelineLanes(picture: self)
    lanes.addTasks(&rows)
    rows.air()
    lanes.addHardware(&rows)
    addForecast(&rows)
    lanes.addLens(&rows)
    addMeasures(&rows)
    rows.air()
    TimelinePrices(self)?.add(to: &rows)
    TimelineVerdicts(picture: self).add(to: &rows)
    rows.add(TimelineHistory(picture: self).runs, in: size, language, palette)
    return rows
  }

  // MARK: Axis

  private func addAxis(_ rows: inout RowStack) {
    rows.add(.picture) { axis.drawNumbers(on: &$0, language, palette.faint) }
    rows.add(.picture) { canvas in
      axis.drawLine(on: &canvas, palette.faint)
      drawMarks(on: &canvas)
      // Where the lens has no rows to be drawn on, nothing points at it.
      let hasRoom = size.rows >= 2 * choice.options.tasks + 14
      if hasRoom, let lens = TimelineLanes(picture: self).lensStart {
        canvas.put("▲", at: Point(row: 0, column: axis.column(of: lens)), palette.accent)
      }
    }
  }

  /// Theory `╎` and the room's guess `◇`, on the axis and down the lanes.
  func drawMarks(on canvas: inout Canvas) {
    for time in forecastMarks {
      canvas.put("╎", at: Point(row: 0, column: axis.column(of: time)), palette.accent)
    }
    if let guess = state.room.value {
      canvas.put("◇", at: Point(row: 0, column: axis.column(of: guess)), palette.doubtful)
    }
    for pause in state.record?.clock.marks ?? [] {
      canvas.put("‖", at: Point(row: 0, column: axis.column(of: pause)), palette.faint)
    }
  }

  private var forecastMarks: [Double] {
    if state.room.keepsTheory { return [] }
    let forecast = choice.forecast
    return forecast.lowerBound == forecast.upperBound
      ? [forecast.upperBound] : [forecast.lowerBound, forecast.upperBound]
  }

  /// Columns that time has reached.
  var reached: Int { axis.reached(by: state.record) }

  /// The forecast in words under its mark.
  private func addForecast(_ rows: inout RowStack) {
    guard choice.options.mode == .par, state.result == nil, !state.room.keepsTheory else {
      return rows.air()
    }
    rows.add(.detail) { canvas in
      let text =
        words("forecast: ", "прогноз: ") + range(choice.forecast)
      let column = axis.column(of: choice.forecast.lowerBound) - 2
      canvas.put(
        text, at: Point(row: 0, column: max(1, min(column, size.columns - text.columns - 1))),
        palette.accent)
    }
  }

  func quantumName(_ quantum: Double?) -> String {
    guard let quantum else { return words("OS", "ОС") }
    return quantum >= 1e-3
      ? language.milliseconds(quantum * 1e3, 0)
      : language.decimal(quantum * 1e6, 0) + " " + words("µs", "мкс")
  }

  /// Between the ends of a range; in ASCII one dot would be lost among digits.
  var upTo: String { ascii ? ".." : "…" }

  /// `6,00 с`, or `3,00 … 4,00 с`.
  func range(_ seconds: ClosedRange<Double>) -> String {
    let end = language.seconds(seconds.upperBound)
    guard seconds.lowerBound < seconds.upperBound else { return end }
    return language.decimal(seconds.lowerBound, 2) + " \(upTo) " + end
  }

  /// A measured length: `4,0 мс`, `29 мкс`.
  func sliceName(_ length: Double) -> String {
    length >= 1e-3 ? language.milliseconds(length * 1e3) : quantumName(length)
  }

  func taskName(_ task: Int) -> String {
    words("task ", "задача ") + String(DemoPalette.letter(task))
  }

  func label(_ text: String, on canvas: inout Canvas, _ style: Style) {
    canvas.put(text.fitted(to: Self.left - 1), at: Point(row: 0, column: 1), style)
  }

  // MARK: L and P

  private func addMeasures(_ rows: inout RowStack) {
    guard state.record != nil else {
      rows.add(.measure, Line())
      rows.add(.measure, Line())
      return
    }
    let right = TimelineVerdicts(picture: self).besideMeasures
    rows.add(.measure) { canvas in
      drawMeasure(
        words("begun, not finished", "начато и не закончено"), "L", state.readout.begun,
        right.0, on: &canvas)
    }
    rows.add(.measure) { canvas in
      drawMeasure(
        words("running at once", "исполняется сразу"), "P", state.readout.running, right.1,
        on: &canvas)
    }
  }

  private func drawMeasure(
    _ name: String, _ sign: String, _ value: Double, _ beside: String, on canvas: inout Canvas
  ) {
    let count = max(1, min(9, choice.options.tasks))
    let full = min(count, Int(value.rounded()))
    canvas.put(name, at: Point(row: 0, column: 1), palette.text)
    let column = canvas.put(
      "\(sign) = " + language.decimal(value, 2), at: Point(row: 0, column: 25), palette.strong)
    let lamps = String(repeating: "▮", count: full) + String(repeating: "▯", count: count - full)
    let end = canvas.put(lamps, at: Point(row: 0, column: column + 2), palette.accent)
    let left = max(41, end + 1)
    guard beside.columns < size.columns - left else { return }
    canvas.put(beside, at: Point(row: 0, column: left), palette.text)
  }
}
