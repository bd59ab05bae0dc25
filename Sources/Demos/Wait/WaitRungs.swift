/// The ladder of waits drawn: how long each takes, on a human scale too, and what is gained by waiting
/// together.

import DemoKit
import Machine
import Screen
import Wording

extension WaitPicture {
  private static let columns = (value: 19, human: 30, gain: 46)

  func addLadder(_ rows: inout RowStack) {
    guard options.hasLadder else { return }
    rows.add(.detail) { canvas in
      let titles = [
        (1, words("waiting for", "чего ждём")), (Self.columns.value, words("measured", "замер")),
        (Self.columns.human, words("if a tick were 1 s", "если такт = 1 с")),
        (Self.columns.gain + 4, words("two on one thread", "вдвоём на 1 потоке")),
      ]
      for (column, title) in titles {
        canvas.put(title, at: Point(row: 0, column: column), palette.faint)
      }
    }
    for kind in WaitKind.allCases {
      rows.add(.detail) { drawRung(kind, on: &$0) }
    }
  }

  /// How long the tasks waited for the server, the mean of all.
  private var measuredWait: Double? {
    guard options.what == .server, let record = state.heats.heat(.inTurn)?.record,
      state.heats.result(.inTurn) != nil
    else { return nil }
    let waited = record.waits.reduce(0) { $0 + $1.waited(for: .answer, from: 0, to: record.now) }
    return waited / Double(max(1, options.tasks))
  }

  private func drawRung(_ kind: WaitKind, on canvas: inout Canvas) {
    canvas.put(kind.name(language), at: Point(row: 0, column: 1), palette.text)
    guard let row = state.ladder.rows[kind] else {
      return canvas.fill(
        "·", row: 0, columns: Self.columns.value..<Self.columns.value + 1, palette.faint)
    }
    guard let latency = row.latency else {
      canvas.put(
        words("no disk can be read directly here", "нет: напрямую диск здесь не прочесть"),
        at: Point(row: 0, column: Self.columns.value), palette.faint)
      return
    }
    // The server's row tells of the heat's waits once there are any.
    let time = kind == .server ? measuredWait ?? latency : latency
    canvas.put(
      language.shortTime(time), at: Point(row: 0, column: Self.columns.value), palette.strong)
    canvas.put(
      HumanTime(time: time).words(language), at: Point(row: 0, column: Self.columns.human),
      palette.text)
    let column = Self.columns.gain + 4
    guard let gain = row.gain else {
      canvas.put("—", at: Point(row: 0, column: column), palette.faint)
      return
    }
    let end = canvas.put(
      "×" + language.decimal(gain, 1), at: Point(row: 0, column: column), palette.strong)
    drawRemark(kind, row, at: end + 1, on: &canvas)
  }

  /// Why memory gains nothing, and who does gain there; the verdict of the claim about it.
  private func drawRemark(
    _ kind: WaitKind, _ row: LadderRow, at column: Int, on canvas: inout Canvas
  ) {
    if kind == .loopback, state.ladder.hasNoNetwork {
      canvas.put(
        words("a socket pair: no network", "пара сокетов: сети нет"),
        at: Point(row: 0, column: column), palette.faint)
    }
    guard kind == .memory else { return }
    let remark =
      row.siblingGain.map {
        words("siblings ×", "соседи ×") + language.decimal($0, 1)
      } ?? words("the CPU is busy", "ядро занято")
    canvas.put(remark, at: Point(row: 0, column: column), palette.faint)
    if let verdict = state.outcome?.verdict(of: "memory") {
      canvas.putRight(
        ascii ? verdict.asciiSign : verdict.sign, row: 0, inset: 1, palette.style(of: verdict))
    }
  }
}
