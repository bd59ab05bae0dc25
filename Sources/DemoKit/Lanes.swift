/// Lanes in time: one for a task, one for a hardware thread; density when zoomed out, real slices
/// in the magnifier.

import Screen

package enum Lanes {
  /// The share of every column spent on a CPU: `·` for none, ▁ … █ in eighths; `x` where nothing
  /// ran and the control group was held back.
  package static func density(
    _ shares: [Double], upTo now: Int, on canvas: inout Canvas, left: Int, _ style: Style,
    _ palette: DemoPalette, isUpper: Bool = false, isHeld: (Int) -> Bool = { _ in false }
  ) {
    let idle = palette.faint
    for (index, share) in shares.prefix(max(0, now)).enumerated() {
      let eighths = Int((share * 8).rounded())
      if isUpper, eighths <= 0 { continue }
      if eighths == 0, isHeld(index) {
        canvas.put("x", at: Point(row: 0, column: left + index), palette.bad)
        continue
      }
      let glyph = eighths == 0 ? (share > 0.005 ? "▁" : "·") : Strokes.vertical(eighths: eighths)
      canvas.put(glyph, at: Point(row: 0, column: left + index), eighths == 0 ? idle : style)
    }
  }

  /// Where a task waited for something and was on no CPU: `┄`, or what else stands for it.
  package static func waits(
    _ waits: [Double], where onCPU: [Double], as sign: Character = "┄", on canvas: inout Canvas,
    left: Int, _ palette: DemoPalette, _ style: Style? = nil
  ) {
    for (index, share) in waits.enumerated() where share > 0.5 && onCPU[index] < 0.0625 {
      canvas.put(sign, at: Point(row: 0, column: left + index), style ?? palette.faint)
    }
  }

  /// The letter of the task that had most of the column; where several shared it, how much of the
  /// column was ours.
  package static func occupancy(
    _ columns: [(task: Int?, share: Double)], isMixed: Bool, upTo now: Int,
    on canvas: inout Canvas, left: Int, _ palette: DemoPalette
  ) {
    for (index, column) in columns.prefix(max(0, now)).enumerated() {
      let place = Point(row: 0, column: left + index)
      guard let task = column.task, column.share > 0.05 else {
        canvas.put("·", at: place, palette.faint)
        continue
      }
      if isMixed {
        let eighths = max(1, Int((column.share * 8).rounded()))
        canvas.put(Strokes.vertical(eighths: eighths), at: place, palette.strong)
      } else {
        canvas.put(DemoPalette.letter(task), at: place, palette.task(task))
      }
    }
  }
}
