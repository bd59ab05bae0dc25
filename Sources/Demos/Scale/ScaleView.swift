/// The curves drawn: theory in braille, measured points on it, beside them what they say.

import DemoKit
import Machine
import Screen
import Wording

extension Scale {
  package func proof(of state: ScaleState) -> DemoOutcome? {
    state.control.showsProof ? state.outcome : nil
  }

  package func draw(_ state: ScaleState, on canvas: inout Canvas) {
    let picture = ScalePicture(state, self, on: Sheet(canvas, setting))
    let width = canvas.size.columns
    guard width >= 74, canvas.size.rows >= 12 else { return picture.drawWords(on: &canvas) }
    let right = width >= 120 ? 44 : 33
    let plot = Rect(rows: 0..<canvas.size.rows, columns: 0..<width - right)
    canvas.within(plot) { ScalePlot(picture: picture).draw(on: &$0) }
    let words = Rect(rows: 0..<canvas.size.rows, columns: width - right..<width)
    canvas.within(words) { picture.drawWords(on: &$0) }
  }

  package func face(of state: ScaleState) -> DemoFace {
    let words = { (english: PhraseKey, russian: String) in
      Phrase(english, russian)(setting.language)
    }
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

/// What the plane and the words beside it are made of.
struct ScalePicture: Picture {
  let state: ScaleState
  let demo: Scale
  let sheet: Sheet
  // Asked of the machine once for a picture, not for every column of it.
  let threads: [Int]
  let cores: Int

  init(_ state: ScaleState, _ demo: Scale, on sheet: Sheet) {
    self.state = state
    self.demo = demo
    self.sheet = sheet
    threads = demo.threads(state.options)
    cores = demo.cores
  }

  var report: ScaleReport { state.report }
  var options: ScaleOptions { state.options }

  var fit: ScalabilityFit? {
    ScalabilityFit(threads.compactMap { n in report.speedup(.primes, n).map { (n, $0) } })
  }
}

extension DemoPalette {
  func style(of kind: ScaleKind) -> Style {
    task(ScaleKind.allCases.firstIndex(of: kind) ?? 0).adding(.bold)
  }
}
