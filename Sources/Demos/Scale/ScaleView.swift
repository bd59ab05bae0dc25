/// The curves drawn: theory in braille, measured points on it, beside them what they say.

import DemoKit
import Machine
import Screen
import Wording

extension Scale {
  package func draw(_ state: ScaleState, on canvas: inout Canvas) {
    if state.control.showsProof, let outcome = state.outcome {
      return ProofPanel(outcome, setting.language).draw(on: &canvas)
    }
    let side = ScaleWords(
      state: state, demo: self, language: setting.language,
      palette: DemoPalette(ground: canvas.ground))
    let width = canvas.size.columns
    guard width >= 74, canvas.size.rows >= 12 else { return side.draw(on: &canvas) }
    let right = width >= 120 ? 44 : 33
    let plot = Rect(rows: 0..<canvas.size.rows, columns: 0..<width - right)
    let curves = ScalePlot(
      state: state, demo: self, language: setting.language, palette: side.palette)
    canvas.within(plot) { curves.draw(on: &$0) }
    let words = Rect(rows: 0..<canvas.size.rows, columns: width - right..<width)
    canvas.within(words) { side.draw(on: &$0) }
  }

  package func face(of state: ScaleState) -> DemoFace {
    let words = { (english: String, russian: String) in Phrase(english, russian)(setting.language) }
    let face = RunFace(state.control.phase, setting, attempt: state.attempt)
    let left = setting.language.seconds(state.secondsLeft, 0)
    let now = state.report.current.map { "n = \($0.threads), " } ?? ""
    let result = DemoFace(
      title: Self.card.title(setting.language),
      status: face.status(
        running: now + words("\(left) left", "ещё \(left)"),
        done: setting.language.counted(
          state.report.points.count, one: Phrase("point", "точка"), few: "точки",
          many: Phrase("points", "точек"))),
      foot: face.foot(
        [
          words("+ − serial share", "+ − доля s"), words("k kind", "k вид задачи"),
          words("n up to", "n до скольких"), words("f out of order", "f без очереди"),
        ], hasResult: state.outcome != nil,
        question: Phrase(
          "How many times faster will two threads be?", "Во сколько раз быстрее вдвоём?")),
      keys: Self.card.allKeys)
    return face.completed(result, measuring: setting.canPin() ? cpus : [])
  }
}

/// The plane of threads and speedup.
struct ScalePlot {
  let state: ScaleState
  let demo: Scale
  let language: Language
  let palette: DemoPalette
  // Asked of the machine once for a picture, not for every column of it.
  private let threads: [Int]
  private let cores: Int

  init(state: ScaleState, demo: Scale, language: Language, palette: DemoPalette) {
    self.state = state
    self.demo = demo
    self.language = language
    self.palette = palette
    threads = demo.threads(state.options)
    cores = demo.cores
  }

  private var options: ScaleOptions { state.options }
  private var mostThreads: Double { Double(max(2, threads.last ?? 2)) }
  /// Nothing is faster than there are cores.
  private var mostSpeedup: Double { min(mostThreads, max(2, Double(cores))) * 1.08 }

  private static let left = 5

  func draw(on canvas: inout Canvas) {
    let size = canvas.size
    let field = Rect(rows: 1..<max(2, size.rows - 2), columns: Self.left + 1..<size.columns - 2)
    drawAxes(field, on: &canvas)
    if !state.control.room.keepsTheory { drawTheory(field, on: &canvas) }
    for kind in options.kinds { drawPoints(kind, field, on: &canvas) }
    drawGuess(field, on: &canvas)
  }

  // MARK: Scales

  private func log(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    return Double(value.exponent) + (value.significand - 1)
  }

  /// A number of threads as a share of the axis.
  private func across(_ n: Double) -> Double {
    options.isLogarithmic ? log(n) / max(log(mostThreads), 1) : n / mostThreads
  }

  private func threads(at share: Double) -> Double {
    guard options.isLogarithmic else { return share * mostThreads }
    let value = share * max(log(mostThreads), 1)
    let whole = value.rounded(.down)
    return Double(sign: .plus, exponent: Int(whole), significand: 1 + (value - whole))
  }

  private func up(_ speedup: Double) -> Double {
    guard options.isLogarithmic else { return speedup / mostSpeedup }
    // Down to a sixteenth: what is slower than that lies on the axis.
    return (log(speedup) + 4) / (log(mostSpeedup) + 4)
  }

  private func place(_ n: Int, _ speedup: Double, _ field: Rect) -> Point {
    let (rows, columns) = (field.rows.count, field.columns.count)
    let column =
      field.columns.lowerBound + min(columns - 1, Int(across(Double(n)) * Double(columns)))
    let height = max(0, min(1, up(speedup)))
    let row = field.rows.upperBound - 1 - min(rows - 1, Int(height * Double(rows)))
    return Point(row: row, column: column)
  }

  // MARK: Axes

  private func drawAxes(_ field: Rect, on canvas: inout Canvas) {
    let faint = palette.faint
    let (axis, bottom) = (Self.left, field.rows.upperBound)
    canvas.put(
      Phrase("speedup by threads", "ускорение от числа потоков")(language),
      at: Point(row: 0, column: 1), palette.text)
    for row in field.rows { canvas.put("│", at: Point(row: row, column: axis), faint) }
    canvas.put("└", at: Point(row: bottom, column: axis), faint)
    for column in axis + 1..<field.columns.upperBound {
      canvas.put("─", at: Point(row: bottom, column: column), faint)
    }
    for value in marks(Int(mostSpeedup)) {
      let row = place(1, Double(value), field).row
      canvas.put("┤", at: Point(row: row, column: axis), faint)
      canvas.put(
        String(value), at: Point(row: row, column: axis - String(value).count - 1), palette.text)
    }
    var last = axis
    for n in threads {
      let column = place(n, 0, field).column
      guard column > last else { continue }
      last = column + String(n).count
      canvas.put("┴", at: Point(row: bottom, column: column), faint)
      canvas.put(String(n), at: Point(row: bottom + 1, column: column), palette.text)
    }
  }

  /// 1, 2, 3 …, or every second, fourth … where there are many.
  private func marks(_ most: Int) -> [Int] {
    var step = 1
    while most / step > 6 { step *= 2 }
    return [1] + stride(from: step, through: max(most, 1), by: step).filter { $0 > 1 }
  }

  // MARK: Theory and points

  private func drawTheory(_ field: Rect, on canvas: inout Canvas) {
    var plot = BraillePlot(field.size)
    let line = { (height: @escaping (Double) -> Double) -> (Double) -> Double? in
      { share in
        let n = threads(at: share)
        return n >= 0.5 ? up(height(n)) : nil
      }
    }
    let capacity = { (kind: ScaleKind, n: Double) in
      state.report.rates.capacity(kind, n, cores: cores)
    }
    if options.kinds.contains(.primes) { plot.draw(line { capacity(.primes, $0) }) }
    if options.kinds.contains(.mixed) {
      plot.draw(line { options.amdahl(capacity(.mixed, max($0, 1))) })
    }
    if options.kinds.contains(.chain) { plot.draw(line { _ in 1 }) }
    if options.showsFit, let fit { plot.draw(line { fit.speedup(max($0, 1)) }) }
    canvas.within(field) { plot.draw(on: &$0, palette.faint) }
  }

  var fit: ScalabilityFit? {
    ScalabilityFit(
      threads.compactMap { n in state.report.speedup(.primes, n).map { (n, $0) } })
  }

  private func drawPoints(_ kind: ScaleKind, _ field: Rect, on canvas: inout Canvas) {
    for n in threads {
      guard let speedup = state.report.speedup(kind, n) else { continue }
      // More threads than cores: measured, but nothing is claimed of it.
      let style = n > cores ? palette.faint : palette.style(of: kind)
      canvas.put(kind.sign, at: place(n, speedup, field), style)
    }
  }

  private func drawGuess(_ field: Rect, on canvas: inout Canvas) {
    guard let guess = state.control.room.value else { return }
    canvas.put("◇", at: place(2, guess, field), palette.doubtful)
  }
}

extension DemoPalette {
  func style(of kind: ScaleKind) -> Style {
    task(ScaleKind.allCases.firstIndex(of: kind) ?? 0).adding(.bold)
  }
}
