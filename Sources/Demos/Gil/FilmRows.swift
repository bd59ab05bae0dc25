/// A film drawn: the workers' lanes, whose turn it was, the CPUs, a millisecond to a column.

import DemoKit
import Machine
import Screen
import Wording

/// Built for one picture; rows take what they need with them.
struct FilmRows: Picture {
  let sheet: Sheet
  let film: LockFilm
  /// What the workers are called; their numbers are added.
  let worker: String
  /// The lane of whose turn it is; nil where there is nothing to wait for, with the reason.
  let lock: LockLane
  let cpus: [Int]
  /// Seconds that a column stands for.
  let column: Double
  /// The film goes on: its end is shown, else its middle.
  let isLive: Bool
  /// How far it was moved from its middle: steps, of which there are so many to either end.
  let shift: Int
  static let steps = 20

  enum LockLane: Equatable {
    case owner
    case none(String)
  }

  static let left = 11
  private var width: Int { max(8, size.columns - Self.left - 1) }

  /// The stretch of time that is shown.
  private var stretch: ClosedRange<Double> {
    let length = Double(width) * column
    let last = max(0, film.record.now - length)
    let place = isLive ? 1 : 0.5 + 0.5 * Double(shift) / Double(Self.steps)
    return last * place...last * place + length
  }

  /// How many columns there is anything to be seen in.
  private var reached: Int {
    max(0, min(width, Int(((film.record.now - stretch.lowerBound) / column).rounded())))
  }

  func add(to rows: inout RowStack) {
    let (low, high) = (stretch.lowerBound, stretch.upperBound)
    let shares = film.record.tasks.indices.map {
      film.record.density(ofTask: $0, from: low, to: high, columns: width)
    }
    for (index, own) in shares.enumerated() {
      rows.add(.picture) { canvas in
        canvas.put(name(index), at: Point(row: 0, column: 1), palette.task(index))
        Lanes.density(
          own, upTo: reached, on: &canvas, left: Self.left, palette.task(index), palette)
      }
    }
    rows.add(.picture) { drawLock(shares, on: &$0) }
    addCPUs(low...high, &rows)
  }

  private func name(_ index: Int) -> String { worker + " \(index + 1)" }

  private func drawLock(_ shares: [[Double]], on canvas: inout Canvas) {
    canvas.put("GIL", at: Point(row: 0, column: 1), palette.strong)
    if case .none(let reason) = lock {
      canvas.put(
        reason.fitted(to: width), at: Point(row: 0, column: Self.left), palette.faint)
      return
    }
    for column in 0..<reached {
      let place = Point(row: 0, column: Self.left + column)
      let owner = shares.indices.max { shares[$0][column] < shares[$1][column] } ?? 0
      guard shares[owner][column] > 0.05 else {
        canvas.put("·", at: place, palette.faint)
        continue
      }
      canvas.put(String(owner + 1), at: place, palette.task(owner).adding(.bold))
    }
  }

  private func addCPUs(_ time: ClosedRange<Double>, _ rows: inout RowStack) {
    guard film.usesSwitches else {
      let text = words(
        "no records of the kernel's here: by Python's own stamps, CPUs unknown",
        "записей ОС здесь нет: по отметкам самого Python, ядра неизвестны")
      return rows.add(.detail) { canvas in
        canvas.put("CPU", at: Point(row: 0, column: 1), palette.faint)
        canvas.put(text.fitted(to: width), at: Point(row: 0, column: Self.left), palette.faint)
      }
    }
    for cpu in shownCPUs {
      rows.add(.lens) { canvas in
        canvas.put("CPU \(cpu)", at: Point(row: 0, column: 1), palette.faint)
        let columns = film.record.occupancy(
          ofCPU: cpu, from: time.lowerBound, to: time.upperBound, columns: width)
        for (index, column) in columns.prefix(reached).enumerated() {
          let place = Point(row: 0, column: Self.left + index)
          if let task = column.task, column.share > 0.05 {
            canvas.put(String(task + 1), at: place, palette.task(task))
          } else {
            canvas.put("·", at: place, palette.faint)
          }
        }
      }
    }
  }

  /// CPUs the workers were on, at least two where there are two, at most four.
  private var shownCPUs: [Int] {
    var used: [Int] = []
    for cpu in film.record.threads.flatMap({ $0.slices.map { $0.cpu } })
    where cpu >= 0 && !used.contains(cpu) { used.append(cpu) }
    let others = cpus.filter { !used.contains($0) }
    return (used.prefix(4) + others.prefix(max(0, 2 - used.count))).sorted()
  }
}

extension Picture {
  /// How long both were at work at once.
  func overlapText(of film: LockFilm) -> String {
    let whole = language.grouped(Int((film.record.makespan * 1e3).rounded()))
    let together = language.decimal(film.workedTogether * 1e3, 1)
    return words(
      "both at work at once: \(together) ms of \(whole)",
      "работали одновременно: \(together) мс из \(whole)")
  }

  /// The workers of a film in numbers.
  func sidebar(of film: LockFilm?, worker: String) -> Sidebar {
    var sidebar = Sidebar(palette)
    guard let film else { return sidebar }
    let titles = [
      words("at work", "работал"), words("slices", "отрезков"), words("waited", "ждал"),
    ]
    sidebar.addTable(
      titles,
      film.record.threads.enumerated().map { index, trace in
        let span = film.record.tasks[index]
        let life = (span.end ?? film.record.now) - (span.start ?? 0)
        let work = trace.slices.reduce(0) { $0 + $1.length }
        let cells = [
          language.seconds(work), language.grouped(trace.slices.count),
          language.seconds(max(0, life - work)),
        ]
        return (worker + " \(index + 1)", palette.task(index), cells)
      })
    return sidebar
  }
}
