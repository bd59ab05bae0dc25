/// The race drawn: a block for every heat at the left, the plane of L and P at the right.

import DemoKit
import Machine
import Screen
import Wording

extension Compare {
  package func proof(of state: CompareState) -> DemoOutcome? {
    state.control.showsProof ? state.outcome : nil
  }

  package func draw(_ state: CompareState, on canvas: inout Canvas) {
    ComparePicture(state, self, on: Sheet(canvas, setting)).draw(on: &canvas)
  }
}

struct ComparePicture: Picture {
  let state: CompareState
  let demo: Compare
  let sheet: Sheet
  /// What theory says of each heat; asked of the machine once for a picture.
  private let theories: [CompareHeat: (begun: Double, running: Double, time: Double)]

  init(_ state: CompareState, _ demo: Compare, on sheet: Sheet) {
    self.state = state
    self.demo = demo
    self.sheet = sheet
    theories = Dictionary(
      uniqueKeysWithValues: state.options.heats.map {
        ($0, state.options.theory($0, demo, state.heats.calibrations))
      })
  }

  private func theory(_ heat: CompareHeat) -> (begun: Double, running: Double, time: Double) {
    theories[heat] ?? (0, 0, 0)
  }

  var options: CompareOptions { state.options }

  /// The plane needs room of its own; without it the numbers in the blocks say the same.
  private var planeColumns: Int { size.columns >= 76 && size.rows >= 14 ? size.columns * 2 / 5 : 0 }
  private var left: Int { size.columns - planeColumns }

  func draw(on canvas: inout Canvas) {
    let foot = footRows
    let body = Rect(rows: 1..<max(1, size.rows - foot.count), columns: 0..<left)
    canvas.put(summary.fitted(to: size.columns - 2), at: Point(row: 0, column: 1), palette.text)
    canvas.within(body) { drawBlocks(on: &$0) }
    if planeColumns > 0 {
      let plane = Rect(
        rows: 1..<max(1, size.rows - foot.count), columns: left..<size.columns)
      canvas.within(plane) { ComparePlane(picture: self).draw(on: &$0) }
    }
    for (index, draw) in foot.enumerated() {
      let row = Rect(
        Point(row: size.rows - foot.count + index, column: 0),
        Size(rows: 1, columns: size.columns))
      canvas.within(row) { draw(&$0) }
    }
  }

  private var summary: String {
    let tasks = language.counted(
      options.tasks, one: Phrase("task", "задача"), few: "задачи", many: Phrase("tasks", "задач"))
    let allowed = demo.setting.topology().allowedPUs.count
    let threads = language.counted(
      allowed, one: Phrase("hardware thread", "аппаратный поток"), few: "аппаратных потока",
      many: Phrase("hardware threads", "аппаратных потоков"))
    return [
      tasks + words(" of T = ", " по T = ") + language.seconds(options.work, 1), threads,
      words("one column: ", "столбец: ") + language.seconds(axis.length / Double(axis.width), 2),
    ].joined(room: size.columns - 2, by: "  ·  ")
  }

  // MARK: Blocks

  /// Theory and measurement beside the lanes: `L 1,00  1,00`.
  private var numbers: Int { ascii ? 18 : 15 }

  var axis: TimeAxis {
    let theory = theories.values.map(\.time).max() ?? 1
    let longest = state.heats.heats.compactMap { $0.record?.makespan }.max() ?? 0
    return TimeAxis(
      length: longest > theory * 1.04 ? longest : theory, left: 5,
      width: max(10, left - 6 - numbers))
  }

  private func drawBlocks(on canvas: inout Canvas) {
    let rows = canvas.size.rows
    let full = 1 + max(options.tasks, 3)
    let count = options.heats.count
    let isFull = count * full <= rows
    // Where there are many rows a lane has two of them.
    let isTall = count * (full + options.tasks + 1) <= rows
    let height = isTall ? max(full, 1 + 2 * options.tasks) : isFull ? full : 2
    let gap = count > 1 && count * height + count - 1 <= rows ? 1 : 0
    for (index, heat) in options.heats.enumerated() {
      let block = Rect(
        Point(row: index * (height + gap), column: 0),
        Size(rows: height, columns: canvas.size.columns))
      canvas.within(block) {
        isFull ? drawFull(heat, isTall: isTall, on: &$0) : drawFolded(heat, on: &$0)
      }
    }
  }

  private func title(_ heat: CompareHeat) -> String {
    let place = heat.mode == .conc ? words(", one CPU", ", одно ядро") : ""
    return heat.sign + " " + heat.name(language) + place
  }

  private func style(_ heat: CompareHeat) -> Style {
    state.heats.result(heat) == nil && !isRunning(heat) ? palette.faint : palette.strong
  }

  private func isRunning(_ heat: CompareHeat) -> Bool {
    let heats = state.heats
    return heats.heats.indices.contains(heats.current) && heats.heats[heats.current].name == heat
  }

  private func drawFull(_ heat: CompareHeat, isTall: Bool, on canvas: inout Canvas) {
    canvas.put(title(heat), at: Point(row: 0, column: 1), style(heat))
    let right = left - numbers
    canvas.put(
      words("theory found", "теория замер"), at: Point(row: 0, column: right), palette.faint)
    for task in 0..<options.tasks {
      let rows = isTall ? 2 : 1
      let lane = Rect(
        Point(row: 1 + task * rows, column: 0), Size(rows: rows, columns: right - 1))
      canvas.within(lane) { drawLane(heat, task, on: &$0) }
    }
    drawNumbers(heat, right, on: &canvas)
    guard let verdict = verdict(heat) else { return }
    let sign = canvas.ascii ? verdict.asciiSign : verdict.sign
    canvas.put(
      sign, at: Point(row: 3, column: left - (ascii ? 5 : 2)),
      palette.style(of: verdict))
  }

  /// L, P and the time: by theory, and as measured.
  private func drawNumbers(_ heat: CompareHeat, _ right: Int, on canvas: inout Canvas) {
    let theory = theory(heat)
    let figures = state.heats.result(heat)?.figures
    let lines = [
      ("L", theory.begun, figures?.begun), ("P", theory.running, figures?.running),
      (words("s", "с"), theory.time, figures?.makespan),
    ]
    for (index, (name, theory, found)) in lines.enumerated() {
      let row = 1 + index
      let expected = keepsTheory(heat) ? "?" : language.decimal(theory, 2)
      canvas.put(name, at: Point(row: row, column: right), palette.text)
      canvas.put(
        expected, at: Point(row: row, column: right + 6 - expected.columns), palette.faint)
      guard let found = found.map({ language.decimal($0, 2) }) else { continue }
      canvas.put(found, at: Point(row: row, column: right + 12 - found.columns), palette.strong)
    }
  }

  /// The parallel heat is what the room is asked about.
  private func keepsTheory(_ heat: CompareHeat) -> Bool {
    state.control.room.keepsTheory && heat == .par
  }

  private func drawLane(_ heat: CompareHeat, _ task: Int, on canvas: inout Canvas) {
    let isTall = canvas.size.rows > 1
    let lower = Rect(
      Point(row: canvas.size.rows - 1, column: 0), Size(rows: 1, columns: canvas.size.columns))
    canvas.put(
      String(DemoPalette.letter(task)), at: Point(row: lower.rows.lowerBound, column: 3),
      palette.task(task))
    guard let record = state.heats.heat(heat)?.record else { return }
    let shares = record.density(ofTask: task, from: 0, to: axis.length, columns: axis.width)
    let draw = { (shares: [Double], isUpper: Bool, canvas: inout Canvas) in
      Lanes.density(
        shares, upTo: axis.reached(by: record), on: &canvas, left: axis.left, palette.task(task),
        palette,
        isUpper: isUpper)
    }
    if isTall { draw(shares.map { $0 * 2 - 1 }, true, &canvas) }
    canvas.within(lower) { canvas in
      draw(isTall ? shares.map { min(1, $0 * 2) } : shares, false, &canvas)
      guard heat.isWaiting else { return }
      let waits = record.waiting(
        ofTask: task, for: .answer, from: 0, to: axis.length, columns: axis.width)
      Lanes.waits(waits, where: shares, on: &canvas, left: axis.left, palette)
    }
  }

  /// Two rows: the numbers, and how many tasks ran at once in each column.
  private func drawFolded(_ heat: CompareHeat, on canvas: inout Canvas) {
    let end = canvas.put(title(heat), at: Point(row: 0, column: 1), style(heat))
    let figures = state.heats.result(heat)?.figures
    let theory = theory(heat)
    let found = figures.map {
      "L \(language.decimal($0.begun, 2))  P \(language.decimal($0.running, 2))  "
        + language.seconds($0.makespan)
    }
    let expected =
      words("theory ", "теория ")
      + "L \(language.decimal(theory.begun, 2))  P \(language.decimal(theory.running, 2))"
    let text = found ?? expected
    let room = canvas.size.columns - end - 5
    canvas.putRight(
      text.columns <= room ? text : "", row: 0, inset: 4,
      figures == nil ? palette.faint : palette.text)
    if let verdict = verdict(heat) {
      canvas.putRight(
        canvas.ascii ? verdict.asciiSign : verdict.sign, row: 0, inset: canvas.ascii ? 0 : 1,
        palette.style(of: verdict))
    }
    drawCounts(heat, on: &canvas)
  }

  /// How many tasks ran at once, a digit a column.
  private func drawCounts(_ heat: CompareHeat, on canvas: inout Canvas) {
    guard let record = state.heats.heat(heat)?.record else { return }
    let width = canvas.size.columns - 6
    let sums = (0..<options.tasks).reduce(into: [Double](repeating: 0, count: width)) {
      sums, task in
      let shares = record.density(ofTask: task, from: 0, to: axis.length, columns: width)
      for (column, share) in shares.enumerated() { sums[column] += share }
    }
    let end = record.isFinished ? record.tasks.compactMap(\.end).max() ?? 0 : record.now
    let reached = min(width, Int((end / axis.length * Double(width)).rounded()))
    for (column, sum) in sums.prefix(reached).enumerated() {
      let count = Int(sum.rounded())
      canvas.put(
        count == 0 ? "·" : String(count), at: Point(row: 1, column: 3 + column),
        count == 0 ? palette.faint : palette.accent)
    }
  }

  func verdict(_ heat: CompareHeat) -> Verdict? {
    guard let outcome = state.outcome else { return nil }
    let own = outcome.verdicts.filter { $0.claim.name.hasPrefix("\(heat)-") }.map(\.verdict)
    return own.isEmpty ? nil : .worst(own)
  }
}
