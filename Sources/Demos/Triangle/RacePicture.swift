/// Python's picture as far as it is, the same picture by the others, and the ladder of executions.

import DemoKit
import Glibc
import Machine
import Screen
import Wording

struct RacePicture: Picture {
  let state: TriangleState
  let demo: Triangle
  let sheet: Sheet

  private var report: TriangleReport { state.report }
  private var layer: Int { state.options.layers.count }

  /// Everything below the pictures, and the line above them.
  private var otherRows: Int { 1 + 1 + runners.count + 2 }
  private var picture: Size {
    let rows = max(3, min(size.rows - otherRows - (size.rows >= 20 ? 1 : 0), size.columns / 4 - 2))
    return Size(rows: rows, columns: rows * 2)
  }

  /// All that are in the race, and whoever has joined it.
  private var runners: [Runner] {
    Runner.allCases.filter {
      state.options.runners.contains($0) || report.runner($0) != nil || $0 == .numpy
    }
  }

  func draw(on canvas: inout Canvas) {
    let half = size.columns / 2
    drawCaptions(half, on: &canvas)
    let column = max(1, (half - picture.columns) / 2)
    drawPython(in: Rect(Point(row: 1, column: column), picture), on: &canvas)
    let right = Rect(Point(row: 1, column: half + column), picture)
    if let raster = report.racePicture { demo.put(raster, of: layer, in: right, on: &canvas) }
    let top = 1 + picture.rows + (size.rows >= otherRows + picture.rows + 1 ? 1 : 0)
    let below = Rect(rows: top..<max(top, size.rows), columns: 0..<size.columns)
    canvas.within(below) { ladder.draw(on: &$0) }
  }

  // MARK: Pictures

  private func drawCaptions(_ half: Int, on canvas: inout Canvas) {
    canvas.put(
      pythonCaption.fitted(to: half - 2), at: Point(row: 0, column: 1), palette.text)
    canvas.put(
      fastCaption.fitted(to: size.columns - half - 2), at: Point(row: 0, column: half + 1),
      palette.text)
  }

  private var pythonCaption: String {
    let told: String
    if let result = report.runner(.python) {
      told = language.seconds(result.seconds, 1)
    } else if let crawl = report.crawl {
      told = language.percent(crawl.share, 0) + words(" of the rows", " строк")
    } else {
      told = "?"
    }
    return fitting(
      [
        words("plain Python, 1 thread: ", "чистый Python, 1 поток: ") + told,
        words("plain Python: ", "чистый Python: ") + told, told,
      ], in: size.columns / 2 - 2)
  }

  /// Of whoever has made the picture at the right.
  private var fastCaption: String {
    guard let runner = report.racePainter, let result = report.runner(runner) else { return "" }
    return name(runner) + ": " + language.shortTime(result.seconds)
  }

  private func drawPython(in place: Rect, on canvas: inout Canvas) {
    canvas.within(place) { canvas in
      let rows = canvas.size.rows
      let done = report.crawl.map { Int(($0.share * Double(rows)).rounded(.up)) } ?? 0
      for row in done..<max(done, rows) where report.failure == nil && races(.python) {
        canvas.fill("·", row: row, columns: 0..<canvas.size.columns, palette.faint)
      }
      if let crawl = report.crawl {
        demo.put(crawl.raster, of: layer, in: Rect(.zero, canvas.size), on: &canvas)
      }
    }
    guard let text = waiting else { return }
    let shown = " " + text + " "
    canvas.put(
      shown.fitted(to: size.columns / 2 - 2),
      at: Point(
        row: place.origin.row + place.size.rows * 2 / 3,
        column: max(0, place.origin.column + (place.size.columns - shown.columns) / 2)),
      report.failure == nil ? palette.accent : palette.bad)
  }

  private func races(_ runner: Runner) -> Bool { state.options.runners.contains(runner) }

  /// What is said over the picture that is not there.
  private var waiting: String? {
    if let failure = report.failure, report.runner(.python) == nil { return failure(language) }
    guard state.control.phase.isLive else {
      return state.hasRaced
        ? nil : words("p: reel in the rods", "p: сворачиваем удочки")
    }
    guard state.racers.contains(.python) else { return nil }
    guard let crawl = report.crawl else {
      return words("Python is getting ready…", "Python готовится…")
    }
    guard crawl.share > 0.02, crawl.share < 1 else { return nil }
    let left = min(9999, crawl.seconds * (1 / crawl.share - 1))
    let count = language.counted(
      max(1, Int(left.rounded(.up))), one: Phrase("second", "секунда"), few: "секунды",
      many: Phrase("seconds", "секунд"))
    return words("\(count) to go…", "ещё \(count)…")
  }

  // MARK: The ladder

  private static let label = 22
  private static let numbers = 20

  private var ladder: RowStack {
    var rows = RowStack()
    rows.add(.picture) { drawAxis(on: &$0) }
    for runner in runners { rows.add(.picture) { draw(runner, on: &$0) } }
    rows.air()
    // Over Python's picture there is no more room for it once that is there.
    if let failure = report.failure, report.runner(.python) != nil {
      rows.add(.measure, Line(failure(language).fitted(to: size.columns - 2), palette.bad))
    } else {
      rows.add(.measure, Line(lesson, palette.text))
    }
    rows.add(.verdict) { canvas in
      VerdictRow(equality, state.outcome?.verdict(of: "race-equal"), language).draw(
        on: &canvas, palette)
    }
    return rows
  }

  /// Decades from 0.1 million pixels a second on, as many as the fastest needs.
  private var decades: Int {
    let most = report.race.map(\.megapixels).max() ?? 0
    return max(5, Int(log10(max(1, most)).rounded(.up)) + 1)
  }

  private var barWidth: Int { max(8, size.columns - Self.label - Self.numbers) }

  private func share(_ megapixels: Double) -> Double {
    max(0, (log10(max(1e-9, megapixels)) + 1) / Double(decades))
  }

  private func drawAxis(on canvas: inout Canvas) {
    canvas.put(
      words("million pixels/s", "млн пикселей/с"), at: Point(row: 0, column: 1), palette.faint)
    var end = 0
    for decade in 0...decades {
      let text = decade == 0 ? language.decimal(0.1, 1) : language.grouped(Self.power(decade - 1))
      let column = Self.label + barWidth * decade / decades
      // A label stands over its place, or is left out where the numbers begin.
      let start = decade == 0 ? column : column - text.columns / 2
      guard start >= end, start + text.columns <= Self.label + barWidth + 3 else { continue }
      canvas.put(text, at: Point(row: 0, column: start), palette.faint)
      end = start + text.columns + 1
    }
    canvas.putRight(words("times", "раз"), row: 0, inset: 1, palette.faint)
  }

  private static func power(_ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { product, _ in product * 10 }
  }

  private func draw(_ runner: Runner, on canvas: inout Canvas) {
    canvas.put(
      name(runner).fitted(to: Self.label - 2), at: Point(row: 0, column: 1), palette.text)
    guard let result = report.runner(runner) else {
      let text = missing(runner)
      canvas.put(text, at: Point(row: 0, column: Self.label), palette.faint)
      return
    }
    canvas.bar(
      share(result.megapixels), at: Point(row: 0, column: Self.label), width: barWidth,
      style(runner))
    let value = result.megapixels
    canvas.putRight(
      language.decimal(value, value < 10 ? 2 : value < 100 ? 1 : 0), row: 0, inset: 11,
      palette.strong)
    guard let base = report.runner(.python), base.megapixels > 0 else { return }
    let times = value / base.megapixels
    canvas.putRight(
      "×" + language.decimal(times, times < 9.95 && runner != .python ? 1 : 0), row: 0, inset: 1,
      palette.strong)
  }

  private func style(_ runner: Runner) -> Style {
    switch runner {
    case .python: palette.bad
    case .numpy: palette.doubtful
    case .scalar, .simd, .threads: palette.good
    }
  }

  private func missing(_ runner: Runner) -> String {
    if runner == .threads, demo.threads(state.options) < 2 {
      return words("needs a second core", "нужно второе ядро")
    }
    if report.absent.contains(runner) {
      return words("none on this machine", "нет на этой машине")
    }
    if state.racers.contains(runner) { return "…" }
    guard runner == .numpy, !races(.numpy) else { return "" }
    return state.awaitsNumpy
      ? words("is waiting for Python", "ждёт, пока закончит Python") : words("key m", "клавиша m")
  }

  private func name(_ runner: Runner) -> String {
    let lanes = report.set.map { words(" (\($0.lanes) at once)", " (\($0.lanes) сразу)") }
    let version = report.runner(runner)?.version
    return switch runner {
    case .python:
      fitting(
        [
          words("plain Python ", "чистый Python ") + (version ?? ""),
          version.map { "Python " + $0 } ?? words("plain Python", "чистый Python"),
        ], in: Self.label - 2)
    case .numpy: "numpy" + (version.map { " " + $0 } ?? "")
    case .scalar: words("Swift, by the pixel", "Swift, по пикселю")
    case .simd: "C, SIMD" + (lanes ?? "")
    case .threads: "C, SIMD, " + crew
    }
  }

  /// Threads with a core each are as many cores.
  private var crew: String {
    let count = demo.threads(state.options)
    return count <= demo.cores
      ? language.counted(
        count, one: Phrase("core", "ядро"), few: "ядра", many: Phrase("cores", "ядер"))
      : language.counted(
        count, one: Phrase("thread", "поток"), few: "потока", many: Phrase("threads", "потоков"))
  }

  // MARK: What it comes to

  private var lesson: String {
    let guess = state.control.room.value.map {
      words("room ×", "зал ×") + language.decimal($0, 0) + " · "
    }
    return (guess ?? "") + moral(in: size.columns - 2 - (guess?.columns ?? 0))
  }

  private func moral(in room: Int) -> String {
    guard let python = report.runner(.python), let numpy = report.runner(.numpy) else {
      return fitting(
        [
          words(
            "one function, several executions: only the loop over the pixels differs",
            "одна функция, несколько исполнений: разный только цикл по пикселям"),
          words("one function, several executions", "одна функция, несколько исполнений"),
        ], in: room)
    }
    let times = "×" + language.decimal(numpy.megapixels / python.megapixels, 0)
    guard python.python == numpy.python else {
      return words("\(times): the for loop inside numpy", "\(times): цикл for внутри numpy")
    }
    return fitting(
      [
        words(
          "\(times): the same Python, but the for loop is inside numpy",
          "\(times) — тот же Python, но цикл for внутри numpy"),
        words("\(times): the for loop inside numpy", "\(times): цикл for внутри numpy"),
      ], in: room)
  }

  private var equality: String {
    let count = report.race.count
    guard count > 1, state.outcome != nil else {
      return words("the picture has to be the same for all", "картинка у всех должна совпасть")
    }
    return fitting(
      [
        words(
          "one function, \(count) executions, one picture (tolerance 1/255)",
          "функция одна, исполнений \(count), картинки совпали (допуск 1/255)"),
        words("\(count) executions, one picture", "исполнений \(count), картинка одна"),
      ], in: size.columns - 6)
  }
}
