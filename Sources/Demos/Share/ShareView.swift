/// Sharing from outside, and which of its two pictures is drawn.

import DemoKit
import Machine
import Screen
import Wording

extension Share {
  package func proof(of state: ShareState) -> DemoOutcome? {
    state.control.showsProof ? state.outcome : nil
  }

  package func draw(_ state: ShareState, on canvas: inout Canvas) {
    switch state.options.view {
    case .count:
      CountPicture(state: state, demo: self, sheet: Sheet(canvas, setting)).rows.draw(
        on: &canvas)
    case .chart:
      let room = Sidebar.picture(in: canvas.size)
      let picture = ChartPicture(
        state, self, on: Sheet(canvas, setting, size: room))
      picture.rows.draw(on: &canvas, beside: picture.sidebar)
    }
  }

  package func face(of state: ShareState) -> DemoFace {
    let words = { (english: PhraseKey, russian: String) in
      Phrase(english, russian)(setting.language)
    }
    let isChart = state.options.view == .chart
    let face = RunFace(state.control.phase, setting, attempt: state.heats.attempt)
    let left = setting.language.seconds(state.secondsLeft(self), 0)
    let heats = setting.language.counted(
      state.count.results.count, one: Phrase("way", "способ"), few: "способа",
      many: Phrase("ways", "способов"))
    let makespan = state.heats.result(.turns)?.figures.makespan
    let result = DemoFace(
      title: isChart
        ? words("Taking turns: the lock chart", "Совместная работа: график замка")
        : Self.card.title(setting.language),
      status: face.status(
        running: words("\(left) left", "ещё \(left)"),
        done: isChart ? makespan.map { setting.language.seconds($0) } ?? "" : heats),
      foot: face.foot(
        isChart
          ? [
            words("+ − share locked", "+ − доля под замком"), words("n threads", "n потоков"),
            words("s mutex/spin", "s мьютекс/спин"), words("g counters", "g счётчики"),
          ]
          : [
            words("s way", "s способ"), words("n threads", "n потоков"),
            words("g lock chart", "g график замка"), words("y pause", "y пауза в шаге"),
          ], hasResult: state.outcome != nil,
        question: isChart
          ? nil
          : Phrase("How many per cent will be lost?", "Сколько процентов пропадёт?")),
      keys: Self.card.allKeys)
    return face.completed(result, measuring: places(state.options).flatMap { $0 })
  }
}
