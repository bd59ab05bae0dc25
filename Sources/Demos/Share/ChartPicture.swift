/// The lock chart: who works, who has the lock, who waits for it; and what it costs.

import DemoKit
import Machine
import Screen
import Wording

struct ChartPicture: Picture {
  let state: ShareState
  let demo: Share
  let sheet: Sheet
  private let cores: Int
  private let theory: Double
  private let axis: TimeAxis

  private static let left = 10

  init(_ state: ShareState, _ demo: Share, on sheet: Sheet) {
    self.state = state
    self.demo = demo
    self.sheet = sheet
    cores = demo.width(state.options)
    theory = state.options.theory(cores: cores)
    let now = state.heats.heat(.turns)?.record?.makespan ?? 0
    axis = TimeAxis(
      length: now > theory * 1.04 ? now : theory, left: Self.left,
      width: max(10, sheet.size.columns - Self.left - 10))
  }

  func name(_ task: Int) -> String {
    words("task ", "задача ") + String(DemoPalette.letter(task))
  }

  var options: ShareOptions { state.options }
  private var ideal: Double {
    max(Double(options.rounds) * (options.free + options.hold), options.inTurn / Double(cores))
  }
  var record: RunRecord? { state.heats.heat(.turns)?.record }
  private var figures: RunFigures? { state.heats.result(.turns)?.figures }

  var rows: RowStack {
    var rows = RowStack()
    rows.air()
    rows.add(.summary, Line(summary.fitted(to: size.columns - 2), palette.text))
    rows.air()
    rows.add(.picture) { axis.drawNumbers(on: &$0, language, palette.faint) }
    rows.add(.picture) { axis.drawLine(on: &$0, palette.faint) }
    let held = (0..<(record?.tasks.count ?? 0)).map { holding(of: $0) }
    for task in 0..<options.threads {
      if isTall { rows.add(.lens) { drawLane(task, held, isUpper: true, on: &$0) } }
      rows.add(.picture) { drawLane(task, held, on: &$0) }
    }
    rows.air()
    rows.add(.picture) { drawLock(held, on: &$0) }
    rows.air()
    rows.add(.detail) { drawLegend(on: &$0) }
    rows.air()
    addBars(&rows)
    rows.air()
    addVerdict(&rows)
    rows.add(pastRuns, in: size, language, palette)
    return rows
  }

  /// Where there are many rows a lane has two of them.
  private var isTall: Bool { size.rows >= 32 && options.threads <= 5 }

  private var isNarrow: Bool { size.columns < 76 }

  private var summary: String {
    let threads = language.counted(
      options.threads, one: Phrase("thread", "поток"), few: "потока",
      many: Phrase("threads", "потоков"))
    let cores = language.counted(
      self.cores, one: Phrase("core", "ядро"), few: "ядра", many: Phrase("cores", "ядер"))
    let rounds = language.counted(
      options.rounds, one: Phrase("round", "круг"), few: "круга", many: Phrase("rounds", "кругов"))
    let kind = options.spins ? words(" (spin)", " (спин)") : ""
    // In a narrow window the lanes below say how many threads there are.
    let who = isNarrow ? [rounds] : [threads, cores, rounds]
    return who.joined(separator: ", ") + ": "
      + (isNarrow ? words("free ", "свободно ") : words("free work ", "свободная работа "))
      + language.seconds(options.free, 2) + ", "
      + words(isNarrow ? "locked\(kind) " : "under the lock\(kind) ", "под замком\(kind) ")
      + language.seconds(options.hold, 2)
  }

  // MARK: Lanes

  private var reached: Int { axis.reached(by: record) }

  private func drawMark(on canvas: inout Canvas) {
    guard !state.control.room.keepsTheory else { return }
    canvas.put("╎", at: Point(row: 0, column: axis.column(of: theory)), palette.accent)
    if let guess = state.control.room.value {
      canvas.put("◇", at: Point(row: 0, column: axis.column(of: guess)), palette.doubtful)
    }
  }

  /// The share of each column in which a task has the lock.
  private func holding(of task: Int) -> [Double] {
    record?.holding(ofTask: task, from: 0, to: axis.length, columns: axis.width) ?? []
  }

  /// What is free work fills the lower half of a lane, what goes on under the lock the whole of it.
  private func drawLane(
    _ task: Int, _ holding: [[Double]], isUpper: Bool = false, on canvas: inout Canvas
  ) {
    let style = palette.task(task)
    if !isUpper { canvas.put(name(task), at: Point(row: 0, column: 1), style) }
    drawMark(on: &canvas)
    guard let record, record.tasks.indices.contains(task) else { return }
    let (end, width) = (axis.length, axis.width)
    let on = record.density(ofTask: task, from: 0, to: end, columns: width)
    let waits = record.waiting(ofTask: task, for: .lock, from: 0, to: end, columns: width)
    for column in 0..<reached {
      let place = Point(row: 0, column: axis.left + column)
      if holding[task][column] >= 0.5 {
        canvas.put("█", at: place, style.adding(.bold))
      } else if waits[column] >= 0.5 {
        canvas.put("░", at: place, palette.bad)
      } else if on[column] > 0.02, !isUpper {
        canvas.put(on[column] <= 0.25 ? "▁" : "▄", at: place, style)
      }
    }
    if !isUpper, let end = record.tasks[task].end {
      canvas.putRight(language.seconds(end), row: 0, inset: 1, palette.text)
    }
  }

  private func drawLock(_ all: [[Double]], on canvas: inout Canvas) {
    canvas.put(words("lock", "замок"), at: Point(row: 0, column: 1), palette.strong)
    guard !all.isEmpty else { return }
    for column in 0..<reached {
      let place = Point(row: 0, column: axis.left + column)
      let most = all.indices.max { all[$0][column] < all[$1][column] } ?? 0
      if all[most][column] >= 0.3 {
        canvas.put(DemoPalette.letter(most), at: place, palette.task(most))
      } else {
        canvas.put("·", at: place, palette.faint)
      }
    }
    if let claims {
      canvas.putRight(language.percent(claims.lockShare, 0), row: 0, inset: 1, palette.text)
    }
  }

  private var claims: ChartClaims? { ChartClaims(state: state, demo: demo) }

  private func drawLegend(on canvas: inout Canvas) {
    var column = canvas.put("▄", at: Point(row: 0, column: 1), palette.task(0))
    column = canvas.put(
      words(" free work    ", " свободная работа    "), at: Point(row: 0, column: column),
      palette.faint)
    column = canvas.put("█", at: Point(row: 0, column: column), palette.task(0))
    column = canvas.put(
      words(" under the lock    ", " под замком    "), at: Point(row: 0, column: column),
      palette.faint)
    column = canvas.put("░", at: Point(row: 0, column: column), palette.bad)
    canvas.put(
      words(" waits for the lock", " ждёт замок"), at: Point(row: 0, column: column), palette.faint)
  }

  // MARK: Bars

  private func addBars(_ rows: inout RowStack) {
    let all = words("together", "вместе")
    let bars: [(String, Double?, Style)] = [
      (words("in turn, theory", "по очереди, теория"), options.inTurn, palette.faint),
      (all + words(", measured", ", замер"), figures?.makespan, palette.strong),
      (all + words(", ideal", ", идеал"), ideal, palette.faint),
    ]
    for (name, time, style) in bars {
      rows.add(.detail) { canvas in
        canvas.put(name, at: Point(row: 0, column: 1), palette.text)
        guard let time else {
          canvas.put("…", at: Point(row: 0, column: 18), palette.faint)
          return
        }
        let text = language.seconds(time)
        canvas.put(text, at: Point(row: 0, column: 27 - text.columns), palette.text)
        canvas.bar(
          time / options.inTurn, at: Point(row: 0, column: 29), width: max(6, size.columns - 38),
          style)
        if time < options.inTurn {
          canvas.putRight(
            "×" + language.decimal(options.inTurn / time, 2), row: 0, inset: 1, palette.strong)
        }
      }
    }
  }

  // MARK: Verdicts

  /// Why it takes so long, with this run's numbers.
  private var formula: String {
    let (f, h) = (language.decimal(options.free, 2), language.decimal(options.hold, 2))
    let (r, n) = (options.rounds, options.threads)
    switch options.limit(cores: cores).by {
    case .lock: return "n·R·h + f = \(n)·\(r)·\(h) + \(f) = "
    case .ownWork: return "R(f + h) + (n−1)h = \(r)·(\(f)+\(h)) + \(n - 1)·\(h) = "
    case .cores: return ""
    }
  }

  private func addVerdict(_ rows: inout RowStack) {
    rows.add(.verdict) { canvas in
      let verdict = state.control.room.keepsTheory ? nil : state.chartOutcome?.verdict(of: "time")
      VerdictRow(timeText, verdict, language).draw(on: &canvas, palette)
    }
    guard let claims, let outcome = state.chartOutcome else { return }
    rows.add(.verdict) { canvas in
      VerdictRow(
        waitsText(claims), .worst(["excluded", "waited"].compactMap(outcome.verdict)), language
      ).draw(on: &canvas, palette)
    }
    rows.add(.check, Line(check(claims, outcome), palette.faint))
    rows.addRefuted(
      of: outcome, except: ["time", "excluded", "waited"], language, palette)
  }

  private var timeText: String {
    if state.control.room.keepsTheory {
      return words("theory  after the room's guess", "теория  после ответа зала")
    }
    var text = words("theory  ", "теория  ")
    if size.columns >= 76 { text += formula }
    text += language.seconds(theory)
    if let guess = state.control.room.value {
      text += words("  room ", "  зал ") + language.seconds(guess, guess < 10 ? 1 : 0)
    }
    guard let figures else { return text }
    return text + words("  measured ", "  замер ") + language.decimal(figures.makespan, 2) + " ("
      + language.signedPercent(figures.makespan / theory - 1) + ")"
  }

  private func waitsText(_ claims: ChartClaims) -> String {
    let waits = claims.record.tasks.indices.prefix(4).map {
      String(DemoPalette.letter($0)) + " " + language.seconds(claims.waited($0))
    }
    return words("waited for the lock: ", "ждали замок: ") + waits.joined(separator: ", ")
  }

  private func check(_ claims: ChartClaims, _ outcome: DemoOutcome) -> String {
    [
      words("hand-overs ", "передач замка ") + language.grouped(claims.handOvers),
      words("fairness ", "справедливость ") + language.decimal(claims.fairness, 2),
      words("kernel agrees ", "сверка с ядром ОС ")
        + language.percent(outcome.pictureClaim?.measured ?? 0),
      words("foreign ", "чужие процессы ") + language.percent(outcome.conditions.foreign),
    ].joined(room: size.columns - 2)
  }
}
