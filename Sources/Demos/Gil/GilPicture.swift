/// The film of Python's threads, and what twice the work costs in every way.

import DemoKit
import Machine
import Screen
import Wording

struct GilPicture: Picture {
  let state: GilState
  let demo: Gil
  let sheet: Sheet

  var report: GilReport { state.report }
  var options: GilOptions { state.options }

  /// The heat whose film is shown: the one that runs, else the one that was chosen.
  var shown: GilResult? {
    report.current ?? report.result(options.shownBar, workers: 2)
      ?? report.results.last { $0.workers == 2 }
  }

  var rows: RowStack {
    var rows = RowStack()
    rows.add(.summary, Line(summary, palette.text))
    rows.air()
    if let shown { addFilm(shown, &rows) } else { addExpectation(&rows) }
    rows.air()
    addBars(&rows)
    rows.air()
    addMini(&rows)
    addVerdict(&rows)
    addComparison(&rows)
    rows.add(pastRuns, in: size, language, palette)
    return rows
  }

  /// What is seen, and how finely.
  private var summary: String {
    let python = report.python.map { "python " + $0.version } ?? "python3"
    let bar = shown?.bar ?? .count
    let work =
      switch bar {
      case .sha: "hashlib.sha256(…)"
      case .wait: "time.sleep(…)"
      case .count, .processes, .freeThreaded, .interpreters: "while n: n -= 1"
      }
    let milliseconds = language.decimal(columnTime * 1e3, columnTime < 0.001 ? 1 : 0)
    let scale = words("1 column = \(milliseconds) ms", "1 столбец = \(milliseconds) мс")
    return [python, bar.name(language), scale, work].joined(room: size.columns - 2, by: " · ")
  }

  var columnTime: Double { options.columnTime }

  // MARK: The film

  /// Before there is anything to be seen: what is waited for.
  private func addExpectation(_ rows: inout RowStack) {
    let text =
      report.python == nil
      ? words("python3 is starting …", "python3 запускается…")
      : words("python3 is finding out how fast it is …", "python3 узнаёт, как быстро он считает…")
    rows.add(.picture, Line(text, palette.accent))
  }

  private func addFilm(_ result: GilResult, _ rows: inout RowStack) {
    filmRows(result).add(to: &rows)
    rows.add(.measure) { drawOverlap(result, on: &$0) }
  }

  private func filmRows(_ result: GilResult) -> FilmRows {
    FilmRows(
      sheet: sheet, film: result.film,
      worker: worker(result.bar),
      lock: lane(result.bar), cpus: demo.cpus, column: columnTime,
      isLive: report.current != nil, shift: options.shift)
  }

  func worker(_ bar: GilBar) -> String {
    bar == .processes ? words("proc.", "проц.") : words("thread", "поток")
  }

  private func lane(_ bar: GilBar) -> FilmRows.LockLane {
    switch bar {
    case .count: .owner
    case .processes: .none(words("each process has its own", "у каждого процесса свой"))
    case .interpreters:
      .none(words("each interpreter has its own", "у каждого интерпретатора свой"))
    case .sha: .none(words("free: C computes without it", "свободен: C считает без него"))
    case .wait: .none(words("free: both are waiting", "свободен: оба ждут"))
    case .freeThreaded: .none(words("there is none in this build", "в этой сборке его нет"))
    }
  }

  private func drawOverlap(_ result: GilResult, on canvas: inout Canvas) {
    let film = result.film
    let text = overlapText(of: film)
    let style = film.overlapShare > 0.005 ? palette.good : palette.strong
    canvas.put(text.fitted(to: size.columns - 2), at: Point(row: 0, column: 1), style)
    guard result.bar == .count, let slice = film.medianHold else { return }
    let interval = language.decimal((report.interval ?? options.interval) * 1e3, 1)
    let detail =
      words("held for ", "держат по ") + language.milliseconds(slice * 1e3) + ", switchinterval "
      + interval
    if text.columns + detail.columns < size.columns - 4 {
      canvas.putRight(detail, row: 0, inset: 1, palette.faint)
    }
  }

  /// In a tall window the film of those who need no lock stands below.
  private func addComparison(_ rows: inout RowStack) {
    let bars = [GilBar.freeThreaded, .processes, .sha]
    guard size.rows >= 34, report.current == nil, let shown, shown.bar == .count,
      let other = bars.lazy.compactMap({ report.result($0, workers: 2) }).first
    else { return }
    rows.air()
    let title = words("for comparison: ", "для сравнения: ") + other.bar.name(language)
    rows.add(.history, Line(title, palette.faint))
    filmRows(other).add(to: &rows)
  }

  // MARK: The verdict

  private func addVerdict(_ rows: inout RowStack) {
    if let failure = report.failure {
      rows.add(.verdict, Line(failure(language).fitted(to: size.columns - 2), palette.bad))
    }
    let own = state.outcome.flatMap { outcome in
      Verdict.worst(outcome.verdicts.map(\.verdict).filter(\.isJudged))
    }
    // What is doubtful has a reason, and that has to be read.
    let sign =
      own.map {
        ascii ? $0.asciiSign.columns : $0 == .confirmed ? 1 : $0.words(language).columns
      } ?? 0
    let room = state.control.room.value.map {
      words("room ×", "зал ×") + language.decimal($0, 1) + " · "
    }
    let text =
      (room ?? "")
      + fitting(
        [
          words(
            "two threads are no faster than one; processes, C, waiting get round it",
            "два потока не быстрее одного; процессы, C и ожидание обходят GIL"),
          words(
            "2 threads no faster; processes, C, waiting get round it",
            "2 потока не быстрее; процессы, C, ожидание обходят GIL"),
          words("two threads are no faster than one", "два потока не быстрее одного"),
        ], in: size.columns - 4 - sign - (room?.columns ?? 0))
    rows.add(.verdict) { canvas in
      VerdictRow(text, own, language).draw(on: &canvas, palette)
    }
    if let outcome = state.outcome { rows.addRefuted(of: outcome, except: [], language, palette) }
  }
}

extension GilOptions {
  /// Seconds of a column: about a fifth of the switch interval.
  var columnTime: Double {
    switch interval {
    case ..<0.002: 0.000_1
    case ..<0.02: 0.001
    default: 0.01
    }
  }
}
