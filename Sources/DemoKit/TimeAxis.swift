/// Seconds to columns: the axis over the lanes, its ticks, the forecast on it.

import Screen
import Wording

package struct TimeAxis: Equatable, Sendable {
  /// Seconds that the axis shows.
  package var length: Double
  /// Where it begins and how wide it is, in columns.
  package var left: Int
  package var width: Int

  package init(length: Double, left: Int, width: Int) {
    self.length = max(length, 1e-3)
    self.left = left
    self.width = max(width, 1)
  }

  package func column(of time: Double) -> Int {
    left + max(0, min(width, Int((time / length * Double(width)).rounded())))
  }

  /// How many columns a run has reached; none before there is one.
  package func reached(by record: RunRecord?) -> Int {
    guard let record else { return 0 }
    let end = record.isFinished ? record.tasks.compactMap(\.end).max() ?? 0 : record.now
    return column(of: end) - left
  }

  /// The stretch of time that a column stands for, the first column being 0.
  package func span(ofColumn column: Int, from start: Double = 0) -> ClosedRange<Double> {
    let each = length / Double(width)
    return start + Double(column) * each...start + Double(column + 1) * each
  }

  /// A round number of seconds, so that there are four to ten ticks with room for their numbers.
  private var step: Double {
    let candidates = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50]
    let most = max(1, Double(width / 6))
    return candidates.first { length / $0 <= min(10, most) } ?? 100
  }

  private var ticks: [Double] {
    var ticks: [Double] = []
    var time = 0.0
    while time <= length * 1.0001 {
      ticks.append(time)
      time += step
    }
    return ticks
  }

  /// The numbers over the ticks, with the unit after the last.
  package func drawNumbers(on canvas: inout Canvas, _ language: Language, _ style: Style) {
    for (index, time) in ticks.enumerated() {
      let unit = index == ticks.count - 1 ? " " + Phrase("s", "с")(language) : ""
      let text = language.decimal(time, step < 1 ? 1 : 0) + unit
      canvas.put(text, at: Point(row: 0, column: column(of: time)), style)
    }
  }

  package func drawLine(on canvas: inout Canvas, _ style: Style) {
    for column in left..<left + width {
      canvas.put("─", at: Point(row: 0, column: column), style)
    }
    for (index, time) in ticks.enumerated() {
      let glyph: Character = index == 0 ? "├" : column(of: time) == left + width ? "┤" : "┼"
      canvas.put(glyph, at: Point(row: 0, column: column(of: time)), style)
    }
  }
}
