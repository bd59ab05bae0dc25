/// The mini-interpreter explained in one frame: its code, its film, what every lock costs and saves.

import DemoKit
import Machine
import Screen
import Wording

struct MiniPicture: Picture {
  let state: GilState
  let demo: Gil
  let sheet: Sheet

  var report: GilReport { state.report }
  var options: GilOptions { state.options }

  /// The heat whose film is shown.
  private var shown: MiniResult? {
    report.currentMini ?? report.mini(options.shownLock, workers: 2)
      ?? report.mini.last { $0.workers == 2 }
  }

  var rows: RowStack {
    var rows = RowStack()
    rows.add(.summary, Line(summary, palette.text))
    if let failure = report.failure {
      rows.add(.detail, Line(failure(language).fitted(to: size.columns - 2), palette.bad))
    }
    rows.air()
    if let shown { addFilm(shown, &rows) }
    rows.air()
    addCode(&rows)
    rows.air()
    addTable(&rows)
    rows.air()
    addVerdict(&rows)
    addComparison(&rows)
    return rows
  }

  private var summary: String {
    let lock = (shown?.lock ?? options.shownLock)
    let name =
      switch lock {
      case .gil: words("lock: GIL", "замок: GIL")
      case .none: words("no lock", "без замка")
      case .atomic: words("atomic counts", "атомики")
      }
    return [
      words("mini-interpreter (built in)", "мини-интерпретатор (встроен)"), name,
      words("2 threads", "2 потока"), "while n: n -= 1",
    ].joined(room: size.columns - 2, by: " · ")
  }

  // MARK: The film

  private func filmRows(_ result: MiniResult) -> FilmRows {
    FilmRows(
      sheet: sheet, film: result.film, worker: words("thread", "поток"),
      lock: result.lock == .gil ? .owner : .none(words("off", "снят")), cpus: demo.cpus,
      column: options.columnTime, isLive: report.currentMini != nil, shift: options.shift)
  }

  /// In a tall window the film of those who have no lock stands below.
  private func addComparison(_ rows: inout RowStack) {
    guard size.rows >= 34, report.currentMini == nil, shown?.lock == .gil,
      let other = report.mini(.none, workers: 2)
    else { return }
    rows.air()
    let title = words("for comparison: ", "для сравнения: ") + other.lock.name(language)
    rows.add(.history, Line(title, palette.faint))
    filmRows(other).add(to: &rows)
  }

  private func addFilm(_ result: MiniResult, _ rows: inout RowStack) {
    filmRows(result).add(to: &rows)
    rows.add(.measure, Line(overlapText(of: result.film), palette.strong))
  }

  // MARK: The code

  /// Each instruction with what it does to the counts of references.
  private var code: [(String, String)] {
    [
      ("LOAD n", words("one more reference to n", "ссылок на n: +1")),
      (
        "LOAD 1",
        words(
          "one more reference to 1, which both threads use", "ссылок на 1: +1, а единица — общая")
      ),
      ("SUB", words("a new number; one reference less to both", "новое число, ссылок на оба: −1")),
      ("STORE n", words("one reference less to the old n", "ссылок на старое n: −1")),
      ("JUMP", words("here the lock changes hands", "здесь замок переходит к другому")),
    ]
  }

  private func addCode(_ rows: inout RowStack) {
    for (index, line) in code.enumerated() {
      rows.add(.check) { canvas in
        let style = index == 1 ? palette.accent : palette.text
        canvas.put(line.0, at: Point(row: 0, column: 3), style.adding(.bold))
        canvas.put(
          line.1.fitted(to: max(0, size.columns - 14)), at: Point(row: 0, column: 13),
          index == 1 ? palette.accent : palette.faint)
      }
    }
  }

  // MARK: The table

  /// Right edges of the numbers.
  private var edges: [Int] { size.columns >= 70 ? [27, 40, 61] : [22, 32, 47] }

  private func addTable(_ rows: inout RowStack) {
    rows.add(.detail) { canvas in
      canvas.put(words("lock", "замок"), at: Point(row: 0, column: 1), palette.faint)
      put(
        [
          words("1 thread", "1 поток"), words("2 threads", "2 потока"),
          words("references to 1", "ссылок на 1"),
        ], [palette.faint, palette.faint, palette.faint], on: &canvas)
    }
    for lock in MiniLock.allCases { rows.add(.detail) { draw(lock, on: &$0) } }
  }

  private func put(_ texts: [String], _ styles: [Style], on canvas: inout Canvas) {
    for ((text, edge), style) in zip(zip(texts, edges), styles) {
      canvas.put(text, at: Point(row: 0, column: edge - text.columns), style)
    }
  }

  private func draw(_ lock: MiniLock, on canvas: inout Canvas) {
    let isShown = report.currentMini == nil && shown?.lock == lock
    canvas.put(
      lock.name(language), at: Point(row: 0, column: 1), isShown ? palette.strong : palette.text)
    let ratio = { (workers: Int) in
      report.miniRatio(lock, workers: workers).map { language.decimal($0, 2) } ?? ""
    }
    let two = report.mini(lock, workers: 2)
    let isWrong = two.map { $0.references != 1 } ?? false
    put(
      [ratio(1), ratio(2), two.map { language.grouped($0.references) } ?? ""],
      [palette.text, palette.strong, isWrong ? palette.bad : palette.good], on: &canvas)
    guard let two else { return }
    let word = isWrong ? words("WRONG", "НЕВЕРНО") : words("right", "верно")
    canvas.putRight(word, row: 0, inset: 1, two.references == 1 ? palette.good : palette.bad)
  }

  // MARK: The verdict

  private func addVerdict(_ rows: inout RowStack) {
    let isDear = (report.miniRatio(.atomic, workers: 2) ?? 2) > 1.5
    let tail =
      isDear
      ? words(", with atomics dear", ", с атомиками — дороги")
      : words(", with atomics right", ", с атомиками — верны")
    let text = fitting(
      [
        words(
          "the lock keeps the counts right; without it they are wrong",
          "замок бережёт счётчики; без него они врут") + tail,
        words("without the lock counts are wrong", "без замка счётчики врут") + tail,
      ], in: size.columns - (ascii ? 8 : 5))
    let own = state.outcome.map { outcome in
      outcome.verdicts.filter { $0.claim.name.hasPrefix("mini") }.map(\.verdict).filter(\.isJudged)
    }
    rows.add(.verdict) { canvas in
      VerdictRow(text, own.flatMap { .worst($0) }, language).draw(on: &canvas, palette)
    }
    if let outcome = state.outcome { rows.addRefuted(of: outcome, except: [], language, palette) }
  }

  var sidebar: Sidebar { sidebar(of: shown?.film, worker: words("thread", "поток")) }
}
