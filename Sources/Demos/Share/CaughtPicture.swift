/// A lost addition as it happened: who read and who wrote when.

import DemoKit
import Screen
import Wording

extension CountPicture {
  func addCaught(_ rows: inout RowStack) {
    guard let loss = state.count.result(.none)?.caught, loss.sides.count == 2 else {
      return addNothingCaught(&rows)
    }
    let title = words(
      "a caught loss, a real one, from the log of this run:",
      "пойманная потеря — настоящая, из журнала этого заезда:")
    rows.add(.detail, Line(title.fitted(to: size.columns - 2), palette.accent))
    rows.add(.detail) { drawTimes(loss, on: &$0) }
    for side in loss.sides { rows.add(.detail) { draw(side, of: loss, on: &$0) } }
    let moral = words(
      "both read the same, both wrote one more: one “+1” is gone",
      "прочитали одно и то же, записали одно и то же: один «+1» исчез")
    rows.add(.lens) {
      $0.put(moral.fitted(to: size.columns - 4), at: Point(row: 0, column: 3), palette.bad)
    }
  }

  private func addNothingCaught(_ rows: inout RowStack) {
    let isTried = state.count.result(.none) != nil
    let text =
      isTried
      ? words(
        "no loss was caught in the log of this run", "в журнале этого заезда потерь не поймано")
      : ""
    rows.add(.detail, Line(text, palette.faint))
  }

  /// Where a moment of the loss lies; nanoseconds from its beginning.
  private func column(of time: Int, in loss: CaughtLoss) -> Int {
    let left = 12
    let end = max(1, loss.sides.map(\.written).max() ?? 1)
    return left + time * max(30, min(size.columns - left - 14, 60)) / end
  }

  private func drawTimes(_ loss: CaughtLoss, on canvas: inout Canvas) {
    canvas.put(words("ns", "нс"), at: Point(row: 0, column: 3), palette.faint)
    // From left to right; one that would run into the one before it is left out.
    var free = 0
    for time in Set(loss.sides.flatMap { [$0.read, $0.written] }).sorted() {
      let column = column(of: time, in: loss)
      guard column >= free else { continue }
      free = canvas.put(String(time), at: Point(row: 0, column: column), palette.faint) + 1
    }
  }

  private func draw(_ side: CaughtLoss.Side, of loss: CaughtLoss, on canvas: inout Canvas) {
    let style = palette.task(side.thread)
    canvas.put(
      words("thread ", "поток ") + "\(side.thread + 1)", at: Point(row: 0, column: 3), style)
    let read = words("reads ", "читает ") + tail(loss.value)
    let write = words("writes ", "пишет ") + tail(loss.value &+ 1)
    let from = column(of: side.read, in: loss)
    let to = max(from + read.columns + 2, column(of: side.written, in: loss))
    canvas.fill("─", row: 0, columns: from..<max(from, to), palette.faint)
    canvas.put(read + " ", at: Point(row: 0, column: from), style)
    canvas.put("▶", at: Point(row: 0, column: to - 1), palette.faint)
    canvas.put(write, at: Point(row: 0, column: to), style)
  }

  /// The last digits: the first ones are alike anyway.
  private func tail(_ value: UInt64) -> String {
    let digits = String(value)
    return digits.count > 3 ? "…" + digits.suffix(3) : digits
  }
}
