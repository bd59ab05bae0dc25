/// The timeline drawn: summary, axis with forecast and guess, lanes, magnifier, numbers, verdicts.

import DemoKit
import Machine
import Screen
import Wording

extension Timeline {
  package func draw(_ state: TimelineState, on canvas: inout Canvas) {
    let picture = TimelinePicture(
      state: state, choice: state.choice ?? choice(state.options), language: setting.language,
      size: canvas.size, palette: DemoPalette(ground: canvas.ground), ascii: canvas.ascii)
    if state.showsProof, let result = state.result {
      ProofPanel(result.outcome, setting.language).draw(on: &canvas)
    } else {
      picture.rows.draw(on: &canvas)
    }
  }
}

struct TimelinePicture {
  let state: TimelineState
  let choice: TimelineChoice
  let language: Language
  let size: Size
  let palette: DemoPalette
  let ascii: Bool

  private static let left = 10

  /// Room for `  99,6 %` or `  6,03 с` at the right.
  private var right: Int { 10 }

  var axis: TimeAxis {
    let end = state.record.map { max($0.now, $0.tasks.compactMap(\.end).max() ?? 0) } ?? 0
    // The axis grows only when a run is clearly late; what is a little late ends at its edge.
    let length = end > choice.axis * 1.04 ? end : choice.axis
    return TimeAxis(
      length: length, left: Self.left, width: max(10, size.columns - Self.left - right))
  }

  func words(_ english: String, _ russian: String) -> String { Phrase(english, russian)(language) }

  var rows: RowStack {
    var rows = RowStack()
    rows.air()
    for (index, line) in summary.enumerated() {
      rows.add(index == 0 ? .summary : .detail, Line(line, palette.text))
    }
    rows.air()
    addAxis(&rows)
    addTaskLanes(&rows)
    rows.air()
    addHardwareLanes(&rows)
    addForecast(&rows)
    if choice.options.mode == .conc { addLens(&rows) }
    addMeasures(&rows)
    rows.air()
    TimelineVerdicts(picture: self).add(to: &rows)
    return rows
  }

  // MARK: Summary

  /// On one line where there is room.
  private var summary: [String] {
    let tasks = language.counted(
      choice.options.tasks, one: Phrase("task", "задача"), few: "задачи",
      many: Phrase("tasks", "задач"))
    let each = words("of T = ", "по T = ") + language.seconds(choice.options.work)
    let whole = ([who, tasks + " " + each] + extras).joined(separator: "  ·  ")
    if whole.columns <= size.columns - 2 { return [whole] }
    return [who, ([tasks + " " + each] + extras).joined(room: size.columns - 2, by: "  ·  ")]
  }

  private var who: String {
    let cpu = choice.cpus.first.map(String.init) ?? "?"
    if choice.allowed.count == 1, choice.options.mode == .par {
      return words(
        "One hardware thread here: no parallelism, watch",
        "Аппаратный поток один, параллельно не бывает: смотрите")
    }
    switch choice.options.mode {
    case .seq:
      return words("1 software thread on 1 hardware thread", "1 программный поток на 1 аппаратном")
        + " (CPU \(cpu))"
    case .conc: return softwareThreads + words(" on CPU ", " на CPU ") + cpu
    case .par:
      if choice.options.place == .os {
        return softwareThreads + words(", placed by the system", ", место выбирает ОС")
      }
      return softwareThreads + words(" on ", " на ") + hardwareThreads
    }
  }

  private var softwareThreads: String {
    language.counted(
      choice.options.tasks, one: Phrase("software thread", "программный поток"),
      few: "программных потока", many: Phrase("software threads", "программных потоков"))
  }

  private var hardwareThreads: String {
    let one = choice.count % 10 == 1 && choice.count % 100 != 11
    return "\(choice.count) "
      + words(
        choice.count == 1 ? "hardware thread" : "hardware threads",
        one ? "аппаратном" : "аппаратных")
  }

  private var extras: [String] {
    var parts: [String] = []
    if choice.options.mode == .conc {
      parts.append(words("quantum: ", "квант: ") + quantumName(choice.plan.quantum))
    }
    if choice.options.walksCache { parts.append(words("cache", "кэш")) }
    if choice.options.siblings == .siblings { parts.append(words("siblings", "соседи по ядру")) }
    return parts
  }

  func quantumName(_ quantum: Double?) -> String {
    guard let quantum else { return words("OS", "ОС") }
    return quantum >= 1e-3
      ? language.milliseconds(quantum * 1e3, 0)
      : language.decimal(quantum * 1e6, 0) + " " + words("µs", "мкс")
  }

  // MARK: Axis and lanes

  private func addAxis(_ rows: inout RowStack) {
    rows.add(.picture) { axis.drawNumbers(on: &$0, language, palette.faint) }
    rows.add(.picture) { canvas in
      axis.drawLine(on: &canvas, palette.faint)
      drawMarks(on: &canvas)
    }
  }

  /// Theory `╎` and the room's guess `◇`, on the axis and down the lanes.
  private func drawMarks(on canvas: inout Canvas) {
    for time in forecastMarks {
      canvas.put("╎", at: Point(row: 0, column: axis.column(of: time)), palette.accent)
    }
    if let guess = state.guess, guess > 0 {
      canvas.put("◇", at: Point(row: 0, column: axis.column(of: guess)), palette.doubtful)
    }
    for pause in state.record?.clock.marks ?? [] {
      canvas.put("‖", at: Point(row: 0, column: axis.column(of: pause)), palette.faint)
    }
  }

  private var forecastMarks: [Double] {
    let forecast = choice.forecast
    return forecast.lowerBound == forecast.upperBound
      ? [forecast.upperBound] : [forecast.lowerBound, forecast.upperBound]
  }

  /// Columns that time has reached.
  private var reached: Int {
    guard let record = state.record else { return 0 }
    let end = record.isFinished ? record.tasks.compactMap(\.end).max() ?? 0 : record.now
    return axis.column(of: end) - axis.left
  }

  private func addTaskLanes(_ rows: inout RowStack) {
    for task in 0..<choice.options.tasks {
      if isTall { rows.add(.lens) { canvas in drawUpperLane(task, on: &canvas) } }
      rows.add(.picture) { canvas in drawLane(task, on: &canvas) }
    }
  }

  /// Where there are many rows a lane has two of them.
  private var isTall: Bool { size.rows >= 32 && choice.options.tasks <= 5 }

  private func drawUpperLane(_ task: Int, on canvas: inout Canvas) {
    drawMarks(on: &canvas)
    guard let record = state.record else { return }
    let shares = record.density(ofTask: task, from: 0, to: axis.length, columns: axis.width)
    Lanes.density(
      shares.map { $0 * 2 - 1 }, upTo: reached, on: &canvas, left: axis.left, palette.task(task),
      palette.faint, isUpper: true)
  }

  private func label(_ text: String, on canvas: inout Canvas, _ style: Style) {
    canvas.put(text.fitted(to: Self.left - 1), at: Point(row: 0, column: 1), style)
  }

  func taskName(_ task: Int) -> String {
    words("task ", "задача ") + String(DemoPalette.letter(task))
  }

  private func drawLane(_ task: Int, on canvas: inout Canvas) {
    label(taskName(task), on: &canvas, palette.task(task))
    drawMarks(on: &canvas)
    guard let record = state.record else { return }
    let shares = record.density(ofTask: task, from: 0, to: axis.length, columns: axis.width)
    Lanes.density(
      isTall ? shares.map { min(1, $0 * 2) } : shares, upTo: reached, on: &canvas,
      left: axis.left, palette.task(task), palette.faint)
    if !record.isFinished, reached < axis.width {
      canvas.put("▌", at: Point(row: 0, column: axis.left + reached), palette.strong)
    }
    canvas.putRight(progress(of: task, record), row: 0, inset: 1, palette.text)
  }

  /// When it was done; until then how much of its work is.
  private func progress(of task: Int, _ record: RunRecord) -> String {
    if let end = record.tasks[task].end { return language.seconds(end) }
    guard record.tasks[task].start != nil else { return "" }
    return language.percent(min(1, record.onTime(ofTask: task) / choice.options.work), 0)
  }

  private func addHardwareLanes(_ rows: inout RowStack) {
    let shown = choice.options.place == .os ? Array(choice.allowed.prefix(8)) : choice.cpus
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
    label("CPU \(cpu)", on: &canvas, palette.faint)
    guard let record = state.record else { return }
    let columns = record.occupancy(ofCPU: cpu, from: 0, to: axis.length, columns: axis.width)
    Lanes.occupancy(
      columns, isMixed: isMixed, upTo: reached, on: &canvas, left: axis.left, palette)
    canvas.putRight(language.percent(record.busy(cpu: cpu)), row: 0, inset: 1, palette.text)
  }

  /// The hardware threads that this run leaves alone, as one line.
  private func drawRest(_ rest: [Int], on canvas: inout Canvas) {
    let isRun = rest.count > 1 && (rest.last ?? 0) - rest[0] == rest.count - 1
    let name =
      isRun
      ? "CPU \(rest[0])–\(rest[rest.count - 1])" : "CPU \(rest[0])" + (rest.count > 1 ? "…" : "")
    label(name, on: &canvas, palette.faint)
    guard let record = state.record else { return }
    canvas.fill("·", row: 0, columns: axis.left..<axis.left + reached, palette.faint)
    let share = rest.map { record.busy(cpu: $0) }.reduce(0, +) / Double(rest.count)
    canvas.putRight(language.percent(share), row: 0, inset: 1, palette.text)
  }

  /// The forecast in words under its mark.
  private func addForecast(_ rows: inout RowStack) {
    guard choice.options.mode == .par, state.result == nil else { return rows.air() }
    rows.add(.detail) { canvas in
      let text =
        words("forecast: ", "прогноз: ") + TimelineVerdicts.range(choice.forecast, language)
      let column = axis.column(of: choice.forecast.lowerBound) - 2
      canvas.put(
        text, at: Point(row: 0, column: max(1, min(column, size.columns - text.columns - 1))),
        palette.accent)
    }
  }

  // MARK: The magnifier

  private func addLens(_ rows: inout RowStack) {
    guard let record = state.record, record.now > state.lensWidth else { return }
    let end = record.isFinished ? record.makespan : record.now
    let from = max(0, min(end * state.lensPlace, end - state.lensWidth))
    let to = from + state.lensWidth
    rows.add(.lens) { canvas in
      let end = canvas.put(lensTitle(from), at: Point(row: 0, column: 1), palette.faint)
      guard axis.column(of: from) > end else { return }
      canvas.put("▲", at: Point(row: 0, column: axis.column(of: from)), palette.accent)
    }
    for task in 0..<choice.options.tasks {
      rows.add(.lens) { canvas in
        label(taskName(task), on: &canvas, palette.task(task))
        let shares = record.density(ofTask: task, from: from, to: to, columns: axis.width)
        Lanes.density(
          shares, upTo: axis.width, on: &canvas, left: axis.left, palette.task(task), palette.faint)
      }
    }
    rows.add(.lens) { canvas in
      let cpu = choice.cpus.first ?? 0
      label("CPU \(cpu)", on: &canvas, palette.faint)
      let columns = record.occupancy(ofCPU: cpu, from: from, to: to, columns: axis.width)
      Lanes.occupancy(
        columns, isMixed: false, upTo: axis.width, on: &canvas, left: axis.left, palette)
    }
  }

  private func lensTitle(_ from: Double) -> String {
    let scale = language.decimal(axis.length / state.lensWidth, 0)
    let column = language.decimal(state.lensWidth * 1e3 / Double(axis.width), 1)
    return words(
      "lens ×\(scale): from \(language.seconds(from)), 1 column = \(column) ms",
      "лупа ×\(scale): с \(language.seconds(from)), 1 столбец = \(column) мс")
  }

  // MARK: L and P

  private func addMeasures(_ rows: inout RowStack) {
    guard let record = state.record else {
      rows.add(.measure, Line())
      rows.add(.measure, Line())
      return
    }
    let right = TimelineVerdicts(picture: self).besideMeasures(record)
    rows.add(.measure) { canvas in
      drawMeasure(
        words("begun, not finished", "начато и не закончено"), "L", record.begunNotFinished,
        right.0, on: &canvas)
    }
    rows.add(.measure) { canvas in
      drawMeasure(
        words("running at once", "исполняется сразу"), "P", record.running, right.1, on: &canvas)
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
    let left = max(45, end + 1)
    guard beside.columns < size.columns - left else { return }
    canvas.put(beside, at: Point(row: 0, column: left), palette.text)
  }
}
