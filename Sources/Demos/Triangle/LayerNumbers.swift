/// The functions one by one, every layer's price, and what all threads came to.

import DemoKit
import Machine
import Screen
import Wording

struct LayerNumbers: Picture {
  let state: TriangleState
  let demo: Triangle
  let sheet: Sheet

  private var report: TriangleReport { state.report }
  private var options: TriangleOptions { state.options }

  var rows: RowStack {
    var rows = RowStack()
    addFunctions(&rows)
    rows.add(.picture) { drawHeading(on: &$0) }
    for layer in 1...options.layers.count { rows.add(.picture) { draw(layer, on: &$0) } }
    rows.air()
    rows.add(.summary, Line(" " + kernel, palette.text))
    if let limits = report.limits {
      rows.add(.detail, Line(" " + text(of: limits), palette.faint))
    }
    rows.air()
    addTimes(&rows)
    addVerdicts(&rows)
    addCode(&rows)
    if let outcome = state.outcome {
      rows.addRefuted(
        of: outcome, except: ["speedup", "same-picture", "coverage", "tiles-once", "no-waiting"],
        language, palette)
    }
    return rows
  }

  // MARK: Functions

  private static let smallRows = 4

  /// Red, green and blue of the fourth layer: what each function is by itself.
  private func addFunctions(_ rows: inout RowStack) {
    guard let colors = report.colors, size.rows >= 18 else { return }
    let width = Self.smallRows * 2
    let left = (0..<3).map { 2 + $0 * (width + 4) }
    rows.add(.lens) { canvas in
      for (index, name) in ["f₀", "f₁", "f₂"].enumerated() {
        canvas.put(name, at: Point(row: 0, column: left[index] + width / 2 - 1), palette.text)
      }
    }
    for row in 0..<Self.smallRows {
      rows.add(.lens) { canvas in
        for channel in 0..<3 {
          let place = Rect(
            Point(row: -row, column: left[channel]), Size(rows: Self.smallRows, columns: width))
          demo.put(colors.channel(channel), of: 4, in: place, on: &canvas)
        }
      }
    }
  }

  // MARK: Layers

  /// Columns of a layer's numbers, counted from the right edge.
  private var hasShares: Bool { size.columns >= 38 }
  private var priceInset: Int { hasShares ? 13 : 1 }

  private func drawHeading(on canvas: inout Canvas) {
    canvas.put(words("layer", "слой"), at: Point(row: 0, column: 2), palette.faint)
    canvas.putRight(words("ns/px", "нс/пкс"), row: 0, inset: priceInset, palette.faint)
    if hasShares {
      canvas.putRight(words("of limit", "от предела"), row: 0, inset: 1, palette.faint)
    }
  }

  private func draw(_ layer: Int, on canvas: inout Canvas) {
    let isShown = report.shownLayer == layer
    let style = isShown ? palette.strong : palette.text
    if isShown { canvas.put("▸", at: .zero, palette.accent) }
    canvas.put(
      "\(layer) " + name(layer).fitted(to: size.columns - priceInset - 10),
      at: Point(row: 0, column: 2), style)
    guard let result = report.layer(layer) else { return }
    canvas.putRight(price(result.nanoseconds), row: 0, inset: priceInset, style)
    guard hasShares, let limits = report.limits else { return }
    let (isMemory, share) = limits.share(of: result)
    let what = isMemory ? words("memory ", "память ") : words("core ", "ядро ")
    let percent = language.percent(share, 0)
    canvas.putRight(
      fitting([what + percent, percent], in: priceInset - 2), row: 0, inset: 1,
      isMemory ? palette.doubtful : palette.good)
  }

  private func price(_ nanoseconds: Double) -> String {
    language.decimal(nanoseconds, nanoseconds < 0.1 ? 3 : 2)
  }

  private func name(_ layer: Int) -> String {
    switch layer {
    case 1: words("half-plane f₀", "полуплоскость f₀")
    case 2: words("and f₁", "и f₁")
    case 3: words("and f₂", "и f₂")
    case 4: words("colour f₀ f₁ f₂", "цвет f₀ f₁ f₂")
    case 5:
      words("pattern: ", "узор: ")
        + language.counted(
          options.layers.folds, one: Phrase("fold", "свёртка"), few: "свёртки",
          many: Phrase("folds", "свёрток"))
    default: words("light", "свет")
    }
  }

  // MARK: Kernel and threads

  private var kernel: String {
    guard let set = report.set else { return "C, SIMD" }
    let lanes = language.counted(
      set.lanes, one: Phrase("pixel", "пиксель"), few: "пикселя", many: Phrase("pixels", "пикселей")
    )
    return fitting(
      [
        "C, " + set.name + ": " + lanes + words(" at once", " сразу"),
        set.name + ": \(set.lanes)" + words(" at once", " сразу"),
      ], in: size.columns - 3)
  }

  /// Lanes times the instructions of a core in a second, and what memory takes.
  private func text(of limits: MachineLimits) -> String {
    let billions = { (value: Double) in language.decimal(value / 1e9, value < 99.5e9 ? 1 : 0) }
    let lanes = report.set?.lanes ?? 1
    let (each, bytes) = (billions(limits.arithmetic / Double(lanes)), billions(limits.fill))
    return fitting(
      [
        words(
          "limit of a core: \(lanes) × \(each) bn op/s, memory \(bytes) GB/s",
          "предел ядра: \(lanes) × \(each) млрд оп/с, память \(bytes) ГБ/с"),
        words(
          "limit: \(lanes)×\(each) bn op/s, \(bytes) GB/s",
          "предел: \(lanes)×\(each) млрд оп/с, \(bytes) ГБ/с"),
        words("\(lanes)×\(each) bn op/s", "\(lanes)×\(each) млрд оп/с"),
      ], in: size.columns - 3)
  }

  private func addTimes(_ rows: inout RowStack) {
    let count = demo.threads(options)
    let pixels =
      hasShares
      ? language.decimal(Double(options.size * options.size) / 1e6, 1)
        + words(" Mpx, ", " млн пкс, ") : ""
    let threads = { (count: Int) in
      self.language.counted(
        count, one: Phrase("thread", "поток"), few: "потока", many: Phrase("threads", "потоков"))
    }
    let time = { (seconds: Double?) in
      seconds.map { self.language.milliseconds($0 * 1e3) } ?? ""
    }
    rows.add(.measure) { canvas in
      canvas.put(pixels + threads(1), at: Point(row: 0, column: 2), palette.text)
      canvas.putRight(time(report.threads?.one), row: 0, inset: 1, palette.strong)
    }
    guard count > 1 else { return }
    rows.add(.measure) { canvas in
      let column = 2 + pixels.columns
      canvas.put(threads(count), at: Point(row: 0, column: column), palette.text)
      canvas.putRight(time(report.threads?.many), row: 0, inset: 1, palette.strong)
    }
  }

  // MARK: Verdicts

  private func addVerdicts(_ rows: inout RowStack) {
    if demo.threads(options) > 1 {
      add(speedup(isShort: isDoubtful("speedup")), "speedup", &rows)
    }
    add(
      report.threads.map { result in
        fitting(
          [
            words(
              "same picture, bit by bit, \(times(result.pictures))",
              "картинка бит в бит та же, \(times(result.pictures))"),
            words("same picture, bit by bit", "картинка бит в бит та же"),
            words("same, bit by bit", "та же бит в бит"),
          ], in: textRoom)
      }
        ?? fitting(
          [
            words("same picture for all, bit by bit", "у всех одна картинка, бит в бит"),
            words("same picture for all", "у всех одна картинка"),
          ], in: textRoom),
      "same-picture", &rows)
    add(coverage, "coverage", &rows)
  }

  private func add(_ text: String, _ claim: String, _ rows: inout RowStack) {
    let verdict = state.outcome?.verdict(of: claim)
    rows.add(.verdict) { canvas in
      draw(text, verdict, on: &canvas)
    }
  }

  private func times(_ count: Int) -> String {
    language.counted(
      count, one: Phrase("time", "раз"), few: "раза", many: Phrase("times", "раз"))
  }

  /// What the sign at the right leaves of a row.
  private var textRoom: Int { size.columns - (ascii ? 8 : 5) }

  /// A sign says enough; only what disturbed the run has to be read.
  private func draw(_ text: String, _ verdict: Verdict?, on canvas: inout Canvas) {
    canvas.put(text.fitted(to: textRoom), at: Point(row: 0, column: 2), palette.text)
    guard let verdict else { return }
    let sign = ascii ? verdict.asciiSign : verdict.sign
    let words = verdict.words(language)
    let isShort = ascii || verdict == .confirmed || text.columns + words.columns > size.columns - 4
    canvas.putRight(isShort ? sign : words, row: 0, inset: 1, palette.style(of: verdict))
  }

  private func isDoubtful(_ claim: String) -> Bool {
    state.outcome?.verdict(of: claim).map { $0 != .confirmed } ?? false
  }

  /// Short where what disturbed the run has to be read beside it.
  private func speedup(isShort: Bool) -> String {
    let theory = language.decimal(demo.theory(demo.threads(options)), 2)
    let room = state.control.room
    let guess = room.value.map { words(", room ×", ", зал ×") + language.decimal($0, 1) } ?? ""
    let expected =
      room.keepsTheory || isShort ? "" : words(" (theory ×", " (теория ×") + theory + guess + ")"
    let measured = report.threads.map { "×" + language.decimal($0.speedup, 2) } ?? ""
    let name = words("speed-up", "ускорение")
    return fitting(
      [
        name + (measured.isEmpty ? "" : " ") + measured + expected,
        measured.isEmpty ? name : measured + expected,
        measured.isEmpty || expected.isEmpty
          ? measured : measured + words(" of ×", " из ×") + theory,
      ], in: textRoom)
  }

  private var coverage: String {
    let worst = report.layers.max { $0.coverageExcess < $1.coverageExcess }
    let isWrong = state.outcome?.verdict(of: "coverage") == .refuted
    guard let layer = isWrong ? worst : report.shownLayer.flatMap(report.layer) ?? worst else {
      return fitting(
        [
          words("covered: as geometry says", "закрашено: как велит геометрия"),
          words("covered by geometry", "закрашено по геометрии"),
        ], in: textRoom)
    }
    let share = { (count: Double) in
      self.language.percent(count / Double(layer.pixels), 2)
    }
    return fitting(
      [
        words("covered ", "закрашено ") + share(Double(layer.covered))
          + words(", by geometry ", ", по геометрии ") + share(layer.expected),
        words("covered ", "закрашено ") + share(Double(layer.covered)),
      ], in: textRoom)
  }

  // MARK: Code

  /// Every layer is a line.
  private func addCode(_ rows: inout RowStack) {
    guard size.rows >= 30 else { return }
    rows.air()
    rows.add(
      .history,
      Line(" " + words("what every pixel does", "что делает каждый пиксель"), palette.faint))
    let code = [
      "in = f0 >= 0", "in &= f1 >= 0", "in &= f2 >= 0", "color = in ? (f0, f1, f2) : 0",
      "f += f; f -= f >= 1 ? 1 : 0     // ×\(options.layers.folds)", "color *= light[argmin(f)]",
    ]
    for (index, line) in code.prefix(options.layers.count).enumerated() {
      let style = report.shownLayer == index + 1 ? palette.strong : palette.text
      rows.add(.history, Line(" \(index + 1)  " + line, style))
    }
  }
}

extension Raster {
  /// One of red, green and blue alone.
  fileprivate func channel(_ channel: Int) -> Raster {
    let mask: UInt32 = 0xFF00_0000 | 0xFF << UInt32(16 - 8 * channel)
    return Raster(width: width, height: height, pixels: pixels.map { $0 & mask })
  }
}
