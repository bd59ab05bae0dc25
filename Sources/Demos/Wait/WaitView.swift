/// Waiting drawn: both heats on one axis, what theory says of them, the ladder below.

import DemoKit
import Machine
import Screen
import Wording

extension Wait {
  package func proof(of state: WaitState) -> DemoOutcome? {
    state.control.showsProof ? state.outcome : nil
  }

  package func draw(_ state: WaitState, on canvas: inout Canvas) {
    let room = Sidebar.picture(in: canvas.size)
    let picture = WaitPicture(state, self, on: Sheet(canvas, setting, size: room))
    picture.rows.draw(on: &canvas, beside: picture.sidebar)
  }

  package func face(of state: WaitState) -> DemoFace {
    let words = { (english: PhraseKey, russian: String) in
      Phrase(english, russian)(setting.language)
    }
    let face = RunFace(state.control.phase, setting, attempt: state.heats.attempt)
    let left = setting.language.seconds(state.secondsLeft, 0)
    let running =
      state.isClimbing
      ? words("the ladder", "лестница") : words("\(left) left", "ещё \(left)")
    let gain = WaitPicture.gain(state).map { "×" + setting.language.decimal($0, 2) } ?? ""
    let result = DemoFace(
      title: Self.card.title(setting.language), status: face.status(running: running, done: gain),
      foot: face.foot(
        [
          words("0–9 tasks", "0–9 задач"), words("w wait", "w ожидание"),
          words("s what for", "s чего ждём"),
        ], hasResult: state.outcome != nil,
        question: Phrase("How long will they take together?", "За сколько управятся вместе?")),
      keys: Self.card.allKeys)
    return face.completed(result, measuring: [cpu])
  }
}

struct WaitPicture: Picture {
  let state: WaitState
  let demo: Wait
  let sheet: Sheet
  private let axis: TimeAxis

  private static let left = 10
  private static let right = 13

  init(_ state: WaitState, _ demo: Wait, on sheet: Sheet) {
    self.state = state
    self.demo = demo
    self.sheet = sheet
    let theory = state.options.theory(.inTurn).upperBound
    let longest = state.heats.heats.compactMap { $0.record?.makespan }.max() ?? 0
    axis = TimeAxis(
      length: longest > theory * 1.04 ? longest : theory, left: Self.left,
      width: max(10, sheet.size.columns - Self.left - Self.right))
  }

  var options: WaitOptions { state.options }

  /// How many times faster together than in turn; nil before both have run.
  static func gain(_ state: WaitState) -> Double? {
    guard let inTurn = state.heats.result(.inTurn), let together = state.heats.result(.together),
      together.figures.makespan > 0
    else { return nil }
    return inTurn.figures.makespan / together.figures.makespan
  }

  var rows: RowStack {
    var rows = RowStack()
    rows.add(.summary, Line(summary.fitted(to: size.columns - 2), palette.text))
    rows.add(.picture) { axis.drawNumbers(on: &$0, language, palette.faint) }
    rows.add(.picture) { axis.drawLine(on: &$0, palette.faint) }
    addHeat(.inTurn, &rows)
    rows.air()
    addHeat(.together, &rows)
    rows.air()
    addVerdicts(&rows)
    rows.air()
    addLadder(&rows)
    rows.add(pastRuns, in: size, language, palette)
    return rows
  }

  func name(_ heat: WaitHeat) -> String {
    heat == .inTurn ? words("turns", "по оч.") : words("conc.", "конк.")
  }

  private var summary: String {
    let tasks = language.counted(
      options.tasks, one: Phrase("task", "задача"), few: "задачи", many: Phrase("tasks", "задач"))
    let half =
      words("compute ", "счёт ")
      + language.seconds(options.compute / 2, options.compute < 0.2 ? 2 : 1)
    let wait = language.seconds(options.wait, options.wait < 1 ? 2 : 1)
    let middle =
      switch options.what {
      case .server:
        words("ask a server, answer after \(wait)", "запрос серверу, ответ через \(wait)")
      case .disk: words("read a disk for \(wait)", "чтение с диска \(wait)")
      case .ram: words("loads from memory for \(wait)", "чтение памяти \(wait)")
      }
    let lack = state.lacksDisk ? words("no disk here: ", "диска нет: ") : ""
    return "\(lack)\(tasks): \(half) → \(middle) → \(half)"
  }

  // MARK: Heats

  /// Lanes of tasks where there is room for them and for the ladder, else one for all.
  private var hasLanes: Bool {
    options.tasks <= 3 || size.rows >= 2 * options.tasks + (options.hasLadder ? 14 : 8)
  }

  /// Where there are many rows a lane has two of them.
  private var isTall: Bool { size.rows >= 32 && hasLanes && options.tasks <= 4 }

  private func addHeat(_ heat: WaitHeat, _ rows: inout RowStack) {
    let record = state.heats.heat(heat)?.record
    for lane in 0..<(hasLanes ? options.tasks : 1) {
      let shares =
        record?.density(ofTask: lane, from: 0, to: axis.length, columns: axis.width) ?? []
      if isTall {
        rows.add(.lens) { canvas in
          drawUpperLane(lane, shares, on: &canvas)
          drawMarks(heat, on: &canvas)
        }
      }
      rows.add(.picture) { canvas in
        if lane == 0 {
          canvas.put(name(heat), at: Point(row: 0, column: 1), palette.strong)
          drawTime(heat, on: &canvas)
        }
        hasLanes ? drawLane(heat, lane, shares, on: &canvas) : drawAll(heat, on: &canvas)
        drawMarks(heat, on: &canvas)
      }
    }
    rows.add(.picture) { drawCPU(heat, on: &$0) }
  }

  private func drawTime(_ heat: WaitHeat, on canvas: inout Canvas) {
    guard let figures = state.heats.result(heat)?.figures else { return }
    canvas.putRight(language.seconds(figures.makespan), row: 0, inset: 1, palette.strong)
  }

  /// Theory `╎` and the room's guess `◇`.
  private func drawMarks(_ heat: WaitHeat, on canvas: inout Canvas) {
    let theory = options.theory(heat)
    guard !state.control.room.keepsTheory || heat == .inTurn else { return }
    for time in Set([theory.lowerBound, theory.upperBound]) {
      canvas.put("╎", at: Point(row: 0, column: axis.column(of: time)), palette.accent)
    }
    if heat == .together, let guess = state.control.room.value {
      canvas.put("◇", at: Point(row: 0, column: axis.column(of: guess)), palette.doubtful)
    }
  }

  private func drawUpperLane(_ task: Int, _ shares: [Double], on canvas: inout Canvas) {
    Lanes.density(
      shares.map { $0 * 2 - 1 }, upTo: axis.width, on: &canvas, left: axis.left,
      palette.task(task), palette, isUpper: true)
  }

  private func drawLane(
    _ heat: WaitHeat, _ task: Int, _ density: [Double], on canvas: inout Canvas
  ) {
    canvas.put(String(DemoPalette.letter(task)), at: Point(row: 0, column: 8), palette.task(task))
    guard let record = state.heats.heat(heat)?.record else { return }
    let shares = isTall ? density.map { min(1, $0 * 2) } : density
    // Only where it is: what is not begun and what is over has no lane.
    let begun = record.tasks[task].start.map { axis.column(of: $0) - axis.left } ?? axis.width
    Lanes.density(
      shares, upTo: min(axis.reached(by: record), begun), on: &canvas, left: axis.left,
      palette.task(task),
      palette)
    let end =
      record.tasks[task].end.map { axis.column(of: $0) - axis.left } ?? axis.reached(by: record)
    for column in begun..<max(begun, min(end, axis.width)) where shares[column] > 0.03 {
      let eighths = max(1, Int((shares[column] * 8).rounded()))
      canvas.put(
        Strokes.vertical(eighths: eighths), at: Point(row: 0, column: axis.left + column),
        palette.task(task))
    }
    let waits = record.waiting(
      ofTask: task, for: .answer, from: 0, to: axis.length, columns: axis.width)
    Lanes.waits(waits, where: shares, on: &canvas, left: axis.left, palette)
  }

  /// All tasks in one lane: how many of them wait.
  private func drawAll(_ heat: WaitHeat, on canvas: inout Canvas) {
    canvas.put(words("wait", "ждут"), at: Point(row: 0, column: 5), palette.faint)
    guard let record = state.heats.heat(heat)?.record else { return }
    var sums = [Double](repeating: 0, count: axis.width)
    for task in 0..<options.tasks {
      let waits = record.waiting(
        ofTask: task, for: .answer, from: 0, to: axis.length, columns: axis.width)
      for (column, share) in waits.enumerated() { sums[column] += share }
    }
    for (column, sum) in sums.prefix(axis.reached(by: record)).enumerated() {
      let count = Int(sum.rounded())
      let sign = count == 0 ? "·" : count < 10 ? String(count) : "+"
      canvas.put(
        sign, at: Point(row: 0, column: axis.left + column),
        count == 0 ? palette.faint : palette.accent)
    }
  }

  private func drawCPU(_ heat: WaitHeat, on canvas: inout Canvas) {
    canvas.put("CPU \(demo.cpu)", at: Point(row: 0, column: 1), palette.faint)
    guard let record = state.heats.heat(heat)?.record else { return }
    let columns = record.occupancy(
      ofCPU: demo.cpu, from: 0, to: axis.length, columns: axis.width)
    Lanes.occupancy(
      columns, isMixed: false, upTo: axis.reached(by: record), on: &canvas, left: axis.left, palette
    )
    guard let figures = state.heats.result(heat)?.figures else { return }
    canvas.putRight(
      words("busy ", "занят ") + language.percent(figures.running, 0), row: 0, inset: 1,
      palette.text)
  }

  // MARK: Verdicts

  private func addVerdicts(_ rows: inout RowStack) {
    rows.add(.verdict) { canvas in
      VerdictRow(inTurnText, state.outcome?.verdict(of: "in-turn"), language).draw(
        on: &canvas, palette)
    }
    rows.add(.verdict) { canvas in
      VerdictRow(togetherText, togetherVerdict, language).draw(on: &canvas, palette)
    }
    guard let outcome = state.outcome else { return }
    rows.addRefuted(
      of: outcome, except: ["in-turn", "together", "memory", "same-work"], language, palette)
    let agreement = outcome.pictureClaim?.measured ?? 0
    rows.add(
      .check,
      Line(
        [
          words("kernel agrees ", "сверка с ядром ОС ") + language.percent(agreement),
          words("foreign ", "чужие процессы ") + language.percent(outcome.conditions.foreign),
          words("the same work ", "работа та же ")
            + language.percent(outcome.claims.first { $0.name == "same-work" }?.measured ?? 0),
        ].joined(room: size.columns - 2), palette.faint))
  }

  private var togetherVerdict: Verdict? {
    guard let outcome = state.outcome else { return nil }
    return .worst(["together", "same-work"].compactMap { outcome.verdict(of: $0) })
  }

  private var inTurnText: String {
    let theory = options.theory(.inTurn).upperBound
    let k = options.tasks
    let text = words("in turn  ", "по очереди  ") + "\(k)·(w + c) = " + language.seconds(theory)
    guard let figures = state.heats.result(.inTurn)?.figures else { return text }
    return text + words("   measured ", "   замер ") + language.seconds(figures.makespan)
      + " (" + language.signedPercent(figures.makespan / theory - 1) + ")"
  }

  private var togetherText: String {
    let name = words("together  ", "конкурентно ")
    if state.control.room.keepsTheory {
      return name + words("theory after the room's guess", "теория — после ответа зала")
    }
    let theory = options.theory(.together)
    let dots = ascii ? ".." : "…"
    let isNarrow = size.columns < 74
    let range =
      isNarrow
      ? language.decimal(theory.lowerBound, 2) + " \(dots) " + language.seconds(theory.upperBound)
      : options.what == .ram
        ? "\(options.tasks)·(w + c) = " + language.seconds(theory.upperBound)
        : "w + c \(dots) w + \(options.tasks)c = " + language.decimal(theory.lowerBound, 2)
          + " \(dots) " + language.seconds(theory.upperBound)
    let room = state.control.room.value.map {
      words("  room ", "  зал ") + language.seconds($0, $0 < 10 ? 1 : 0)
    }
    guard let figures = state.heats.result(.together)?.figures, let gain = Self.gain(state) else {
      return name + range + (room ?? "")
    }
    return name + range + (room ?? "") + words("  measured ", "  замер ")
      + language.seconds(figures.makespan) + ", ×" + language.decimal(gain, 2)
  }
}
