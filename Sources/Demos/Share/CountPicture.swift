/// Two chairs, the loss that was caught, and the other ways.

import DemoKit
import Glibc
import Screen
import Wording

struct CountPicture: Picture {
  let state: ShareState
  let demo: Share
  let sheet: Sheet

  private var options: ShareOptions { state.options }

  var rows: RowStack {
    var rows = RowStack()
    rows.add(.summary, Line(summary.fitted(to: size.columns - 2), palette.text))
    rows.air()
    addChairs(&rows)
    rows.air()
    addCaught(&rows)
    addOthers(&rows)
    addVerdict(&rows)
    rows.add(pastRuns, in: size, language, palette)
    return rows
  }

  private var summary: String {
    let threads = language.counted(
      options.threads, one: Phrase("thread", "поток"), few: "потока",
      many: Phrase("threads", "потоков"))
    let count = demo.width(options)
    let cores =
      count == 1
      ? words("one core", "одном ядре") : "\(count) " + words("cores", "ядрах")
    let steps = words(
      "x += 1 is three steps: read, add, write. ",
      "x += 1 — это три шага: прочитать, прибавить, записать. ")
    let pause: String =
      switch demo.pause(options) {
      case .off: ""
      case .yield: words("; between them a yield", "; между ними уступаем ядро")
      case .microsecond: words("; between them 1 µs", "; между ними 1 мкс")
      }
    let place = threads + words(" on ", " на ") + cores + pause
    return (steps + place).columns <= size.columns - 2 ? steps + place : place
  }

  // MARK: Chairs

  private func result(_ way: CountWay) -> CountResult? {
    state.count.result(way)
      ?? state.count.current.flatMap { $0.way == way ? $0 : nil }
  }

  private var isWide: Bool { size.columns >= 74 }

  /// Two boxes side by side; one above the other where there is no room for that.
  private func addChairs(_ rows: inout RowStack) {
    let chairs = [CountWay.none, options.chair]
    guard isWide else {
      for (index, way) in chairs.enumerated() {
        rows.add(.picture, Line(title(index, way), palette.strong))
        rows.add(.picture) { drawLine(numbers(way), way, on: &$0) }
        rows.add(.picture) { drawSpeed(way, width: size.columns - 30, on: &$0) }
      }
      return
    }
    let width = (size.columns - 4) / 2
    for row in boxRows {
      rows.add(row == .air ? .air : .picture) { canvas in
        for (index, way) in chairs.enumerated() {
          let place = Rect(
            Point(row: 0, column: 1 + index * (width + 2)), Size(rows: 1, columns: width))
          canvas.within(place) { drawBox(row, index, way, on: &$0) }
        }
      }
    }
  }

  private func title(_ index: Int, _ way: CountWay) -> String {
    words("chair \(index + 1): ", "стул \(index + 1): ") + way.name(language)
  }

  private enum BoxRow: Equatable {
    case top, number(Int), air, speed, code(Int), bottom
  }

  /// With many rows there is room for what each chair's threads do.
  private var boxRows: [BoxRow] {
    let numbers: [BoxRow] = [.number(0), .number(1), .number(2), .air, .speed]
    let code: [BoxRow] = size.rows >= 32 ? [.air, .code(0), .code(1), .code(2)] : []
    return [.top] + numbers + code + [.bottom]
  }

  private func drawBox(_ row: BoxRow, _ index: Int, _ way: CountWay, on canvas: inout Canvas) {
    let last = canvas.size.columns - 1
    if row == .top || row == .bottom {
      canvas.fill("─", row: 0, columns: 1..<last, palette.faint)
      canvas.put(row == .top ? "┌" : "└", at: .zero, palette.faint)
      canvas.put(row == .top ? "┐" : "┘", at: Point(row: 0, column: last), palette.faint)
      if row == .top {
        canvas.put(
          " " + title(index, way) + " ", at: Point(row: 0, column: 2), palette.strong)
      }
      return
    }
    canvas.put("│", at: .zero, palette.faint)
    canvas.put("│", at: Point(row: 0, column: last), palette.faint)
    let inside = Rect(Point(row: 0, column: 1), Size(rows: 1, columns: last - 1))
    canvas.within(inside) { canvas in
      switch row {
      case .number(let place): drawNumber(place, way, on: &canvas)
      case .speed: drawSpeed(way, width: canvas.size.columns - 23, on: &canvas)
      case .code(let line):
        canvas.put(code(way)[line], at: Point(row: 0, column: 13), palette.faint)
      case .top, .air, .bottom: break
      }
    }
  }

  private func drawNumber(_ row: Int, _ way: CountWay, on canvas: inout Canvas) {
    let names = [
      words("added", "прибавили"), words("counted", "в счётчике"), words("lost", "пропало"),
    ]
    canvas.put(names[row], at: Point(row: 0, column: 1), palette.text)
    guard let result = result(way) else { return }
    let number = [result.added, result.counted, result.lost][row]
    let isLoss = row == 2 && result.lost > 0
    let style = isLoss ? palette.bad : row == 2 ? palette.good : palette.text
    let text = language.grouped(Int(clamping: number))
    canvas.put(text, at: Point(row: 0, column: 27 - text.columns), style)
    if isLoss {
      canvas.put(
        "(" + language.percent(result.lostShare, result.lostShare > 0.9995 ? 0 : 1) + ")",
        at: Point(row: 0, column: 28), style)
    }
  }

  private func numbers(_ way: CountWay) -> String {
    guard let result = result(way) else { return "" }
    return words("added ", "прибавили ") + language.grouped(Int(clamping: result.added))
      + words(", lost ", ", пропало ") + language.grouped(Int(clamping: result.lost))
      + (result.lost > 0 ? " (" + language.percent(result.lostShare) + ")" : "")
  }

  private func drawLine(_ text: String, _ way: CountWay, on canvas: inout Canvas) {
    let style = (result(way)?.lost ?? 0) > 0 ? palette.bad : palette.text
    canvas.put(text.fitted(to: size.columns - 4), at: Point(row: 0, column: 3), style)
  }

  /// On a scale of powers of ten, as a copy of one's own is a hundred times as fast as a lock: from a
  /// million a second to the fastest that was tried.
  private func logarithmic(_ rate: Double) -> Double {
    let fastest = state.count.results.map(\.rate).max() ?? 1
    let decades = { (rate: Double) in max(0, log10(max(rate, 1) / 1e6)) }
    return decades(rate) / max(decades(fastest), 1)
  }

  /// The faster of the two chairs fills its bar.
  private func drawSpeed(_ way: CountWay, width: Int, on canvas: inout Canvas) {
    guard let result = result(way) else { return }
    let text = rate(result.rate)
    canvas.put(text, at: Point(row: 0, column: 12 - text.columns), palette.strong)
    let fastest = [CountWay.none, options.chair].compactMap { self.result($0)?.rate }.max() ?? 1
    canvas.bar(
      result.rate / max(fastest, 1), at: Point(row: 0, column: 13), width: max(4, width),
      result.lost > 0 ? palette.bad : palette.good)
    drawRight(result, on: &canvas)
  }

  /// `верно` or `НЕВЕРНО`, once it is known.
  private func drawRight(_ result: CountResult, on canvas: inout Canvas) {
    guard state.count.result(result.way) != nil else { return }
    let isRight = result.lost == 0
    let word = isRight ? words("right", "верно") : words("WRONG", "НЕВЕРНО")
    canvas.putRight(word, row: 0, inset: 1, isRight ? palette.good : palette.bad)
  }

  /// Additions a second.
  func rate(_ rate: Double) -> String {
    language.decimal(rate / 1e6, rate < 1e7 ? 1 : 0) + words(" M/s", " млн/с")
  }

  // MARK: The other ways

  private func addOthers(_ rows: inout RowStack) {
    let others = options.ways.filter { $0 != .none && $0 != options.chair }
    guard !others.isEmpty else { return }
    rows.add(.lens) { canvas in
      canvas.put(words("other ways", "другие способы"), at: Point(row: 0, column: 1), palette.faint)
      canvas.put(
        words("logarithmic scale", "шкала логарифмическая"), at: Point(row: 0, column: 30),
        palette.faint)
    }
    // As wide for all of them, or they could not be compared.
    let widest =
      others.compactMap { way in
        state.count.result(way).map { remark(way, $0).columns }
      }.max() ?? 0
    let width = max(4, size.columns - 30 - widest - 11)
    for way in others {
      rows.add(.detail) { canvas in
        canvas.put(
          way.name(language).fitted(to: 17), at: Point(row: 0, column: 1), palette.text)
        guard let result = result(way) else { return }
        let text = rate(result.rate)
        canvas.put(text, at: Point(row: 0, column: 29 - text.columns), palette.strong)
        let remark = remark(way, result)
        canvas.bar(
          logarithmic(result.rate), at: Point(row: 0, column: 30),
          width: width,
          result.lost > 0 ? palette.bad : palette.good)
        canvas.putRight(remark, row: 0, inset: 10, palette.faint)
        drawRight(result, on: &canvas)
      }
    }
  }

  private func remark(_ way: CountWay, _ result: CountResult) -> String {
    switch way {
    case _ where size.columns < 74: ""
    case .sem2 where result.lost > 0:
      words("lets two in: lost ", "пускает двоих: пропало ") + language.percent(result.lostShare)
    case .shard: words("added up at the end", "сложить в конце")
    default: ""
    }
  }

  // MARK: The verdict

  private func addVerdict(_ rows: inout RowStack) {
    let outcome = state.countOutcome
    let room = state.control.room.value.map {
      words("room ", "зал ") + language.percent($0 / 100, $0 < 10 ? 1 : 0) + "  "
    }
    let text =
      (room ?? "")
      + words(
        "without a lock additions get lost, with one none",
        "без замка пропадает, с замком — ровно 0")
    rows.add(.verdict) { canvas in
      VerdictRow(
        text, outcome.flatMap { .worst($0.verdicts.map(\.verdict).filter(\.isJudged)) }, language
      ).draw(on: &canvas, palette)
    }
    if let outcome { rows.addRefuted(of: outcome, except: [], language, palette) }
  }
}
