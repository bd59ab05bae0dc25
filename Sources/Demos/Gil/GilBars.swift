/// Twice the work, done by two: how much longer it takes in every way, theory beside the measurement.

import DemoKit
import Machine
import Screen
import Wording

extension GilPicture {
  private static let name = 23
  /// Room for the numbers at the right: CPUs, theory, measurement, verdict.
  private static let numbers = 28
  /// The longest bar.
  private static let longest = 2.5

  private var barWidth: Int { max(4, size.columns - Self.name - Self.numbers) }

  func addBars(_ rows: inout RowStack) {
    let shown = options.bars.filter { !report.absent.contains($0) }
    rows.add(.detail) { canvas in
      let title = words("twice the work takes …", "работа вдвое больше, время …")
      canvas.put(title, at: Point(row: 0, column: 1), palette.faint)
      let unit = words("one = 1.00", "один = 1,00")
      if title.columns + unit.columns + 3 < Self.name + barWidth {
        canvas.put(unit, at: Point(row: 0, column: title.columns + 4), palette.faint)
      }
      put(
        [words("CPUs", "ядер"), words("theory", "теория"), words("here", "замер")], palette.faint,
        on: &canvas)
    }
    for bar in shown { rows.add(.detail) { draw(bar, on: &$0) } }
    let absent = options.bars.filter(report.absent.contains)
    guard !absent.isEmpty else { return }
    let names = absent.map { $0.name(language) }.joined(separator: ", ")
    rows.add(
      .lens,
      Line(
        (names + words(": none on this machine", ": нет на этой машине")).fitted(
          to: size.columns - 2), palette.faint))
  }

  /// Three numbers at their columns, counted from the right edge.
  private func put(_ texts: [String], _ style: Style, on canvas: inout Canvas) {
    for (text, inset) in zip(texts, [21, 13, 5]) {
      canvas.putRight(text, row: 0, inset: inset, style)
    }
  }

  private func draw(_ bar: GilBar, on canvas: inout Canvas) {
    let isShown =
      report.current == nil && shown?.bar == bar && report.result(bar, workers: 2) != nil
    canvas.put(
      bar.name(language).fitted(to: Self.name - 1), at: Point(row: 0, column: 1),
      isShown ? palette.strong : palette.text)
    let theory = demo.theory(bar)
    // Theory waits where the room is to guess first.
    let hidesTheory = state.control.room.keepsTheory
    let ratio = report.ratio(bar)
    let style = (ratio ?? theory) > 1.5 ? palette.bad : palette.good
    canvas.bar(
      (ratio ?? 0) / Self.longest, at: Point(row: 0, column: Self.name), width: barWidth, style)
    if !hidesTheory {
      let column = Self.name + Int((theory / Self.longest * Double(barWidth)).rounded())
      if (ratio ?? 0) < theory * 1.02 {
        canvas.put("╎", at: Point(row: 0, column: column), palette.accent)
      }
    }
    let result = report.result(bar, workers: 2)
    put(
      [
        result.map { language.decimal($0.cpus, 2) } ?? "",
        hidesTheory ? "" : language.decimal(theory, 2),
        ratio.map { language.decimal($0, 2) } ?? (isRunning(bar) ? "…" : ""),
      ], palette.strong, on: &canvas)
    guard let verdict = verdict(bar) else { return }
    canvas.putRight(
      ascii ? verdict.asciiSign : verdict.sign, row: 0, inset: ascii ? 0 : 1,
      palette.style(of: verdict))
  }

  private func isRunning(_ bar: GilBar) -> Bool { report.current?.bar == bar }

  /// What stands for all claims about a bar.
  private func verdict(_ bar: GilBar) -> Verdict? {
    let names: [String] =
      switch bar {
      case .count: ["gil-overlap", "gil-cpu", "gil-twice"]
      case .processes, .sha, .interpreters: [bar.rawValue + "-cpu"]
      case .wait: ["wait-once"]
      case .freeThreaded: ["ft-overlap"]
      }
    return state.outcome.flatMap { outcome in .worst(names.compactMap(outcome.verdict)) }
  }

  // MARK: The mini-interpreter in a line or two

  func addMini(_ rows: inout RowStack) {
    guard options.engine != .python else { return }
    guard let none = report.mini(.none, workers: 2), let gil = report.miniRatio(.gil, workers: 2),
      let free = report.miniRatio(.none, workers: 2)
    else {
      let text = words(
        "built-in mini-interpreter: why the lock is there (e)",
        "встроенный мини-интерпретатор: зачем нужен замок (e)")
      return rows.add(.lens, Line(text, palette.faint))
    }
    let first = fitting(
      [
        words(
          "mini-interpreter (built in, e): the same counting, its lock can be taken off",
          "мини-интерпретатор (встроен, e): тот же счёт, а замок снимается"),
        words(
          "mini-interpreter (e): its lock can be taken off",
          "мини-интерпретатор (встроен, e): замок снимается"),
      ], in: size.columns - 2)
    rows.add(.lens, Line(first, palette.faint))
    let locked = words("locked ", "с замком ") + language.decimal(gil, 2)
    let bare = words("unlocked ", "без замка ") + language.decimal(free, 2)
    let count = language.grouped(none.references)
    let taken = locked.columns + bare.columns + 7
    let wrong = fitting(
      [
        words("but references are miscounted: 1 → ", "но счётчик ссылок врёт: 1 → ") + count,
        words("references: 1 → ", "ссылок: 1 → ") + count,
      ], in: size.columns - taken)
    rows.add(.detail) { canvas in
      var column = canvas.put(locked + "   ", at: Point(row: 0, column: 1), palette.text)
      column = canvas.put(bare + ", ", at: Point(row: 0, column: column), palette.text)
      canvas.put(
        wrong, at: Point(row: 0, column: column),
        none.references == 1 ? palette.text : palette.bad)
    }
  }
}
