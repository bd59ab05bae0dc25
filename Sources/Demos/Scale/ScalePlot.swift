/// The plane of threads and speedup: theory in braille, measured points on it.

import DemoKit
import Glibc
import Screen
import Wording

struct ScalePlot {
  let picture: ScalePicture

  private var state: ScaleState { picture.state }
  private var options: ScaleOptions { picture.options }
  private var palette: DemoPalette { picture.palette }
  private var threads: [Int] { picture.threads }
  private var cores: Int { picture.cores }
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

  /// A number of threads as a share of the axis.
  private func across(_ n: Double) -> Double {
    options.isLogarithmic ? log2(n) / max(log2(mostThreads), 1) : n / mostThreads
  }

  private func threads(at share: Double) -> Double {
    guard options.isLogarithmic else { return share * mostThreads }
    return exp2(share * max(log2(mostThreads), 1))
  }

  private func up(_ speedup: Double) -> Double {
    guard options.isLogarithmic else { return speedup / mostSpeedup }
    // Down to a sixteenth: what is slower than that lies on the axis.
    return (log2(max(speedup, 1 / 16)) + 4) / (log2(mostSpeedup) + 4)
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
      picture.words("speedup by threads", "ускорение от числа потоков"),
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
    if options.showsFit, let fit = picture.fit { plot.draw(line { fit.speedup(max($0, 1)) }) }
    canvas.within(field) { plot.draw(on: &$0, palette.faint) }
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
