/// The lock from outside, its curtain, and which of its two pictures is drawn.

import DemoKit
import Machine
import Screen
import Wording

extension Gil {
  package func proof(of state: GilState) -> DemoOutcome? {
    state.control.showsProof ? state.outcome : nil
  }

  package func draw(_ state: GilState, on canvas: inout Canvas) {
    if state.isCurtained {
      return Curtain(demo: self, state: state, sheet: Sheet(canvas, setting)).draw(
        on: &canvas)
    }
    let room = Sidebar.picture(in: canvas.size)
    let sheet = Sheet(canvas, setting, size: room)
    if state.showsMini {
      let picture = MiniPicture(state: state, demo: self, sheet: sheet)
      picture.rows.draw(on: &canvas, beside: picture.sidebar)
    } else {
      let picture = GilPicture(state: state, demo: self, sheet: sheet)
      picture.rows.draw(on: &canvas, beside: picture.sidebar)
    }
  }

  package func face(of state: GilState) -> DemoFace {
    let words = { (english: PhraseKey, russian: String) in
      Phrase(english, russian)(setting.language)
    }
    let face = RunFace(state.control.phase, setting, attempt: state.attempt)
    let version = state.report.python.map { "python " + $0.version } ?? words("mini", "мини")
    let result = DemoFace(
      title: state.isCurtained ? nil : Self.card.title(setting.language),
      status: face.status(running: version, done: version),
      foot: face.foot(
        state.showsMini
          ? [
            words("l lock", "l замок"), words("e python/mini", "e python/мини"),
            words("i interval", "i интервал"), words("Tab ←→ film", "Tab ←→ фильм"),
          ]
          : [
            words("e python/mini", "e python/мини"), words("i interval", "i интервал"),
            words("c whose film", "c чей фильм"), words("l lock", "l замок"),
            words("Tab ←→ film", "Tab ←→ фильм"),
          ], hasResult: state.outcome != nil,
        question: Phrase(
          "Twice the work, two threads: how many times longer?",
          "Работы вдвое больше, потоков два: во сколько раз дольше?")),
      keys: Self.card.allKeys)
    return face.completed(result, measuring: cpus)
  }
}

/// What is there before the run: nothing to be seen, and who is announced.
private struct Curtain: Picture {
  let demo: Gil
  let state: GilState
  let sheet: Sheet

  private var text: [(String, Style)] {
    [
      (words("Ladies and gentlemen,", "Дамы и господа,"), palette.text),
      ("", .plain), ("G I L", palette.accent.adding(.bold)), ("", .plain), (cast, palette.faint),
    ]
  }

  private var cast: String {
    let python =
      state.options.engine == .mini
      ? words("a mini-interpreter", "мини-интерпретатор")
      : words("a real python3", "настоящий python3")
    let cores = language.counted(
      demo.cores, one: Phrase("core", "ядро"), few: "ядра", many: Phrase("cores", "ядер"))
    return python + " · " + words("2 threads", "2 потока") + " · " + cores
  }

  func draw(on canvas: inout Canvas) {
    let width = size.columns
    let widest = text.map(\.0.columns).max() ?? 0
    // Folds on both sides, as many as leave the words some air.
    let fold = max(0, (width - widest - 8) / 2)
    for row in 0..<size.rows {
      for column in stride(from: 1, to: fold, by: 3) {
        canvas.put("┃", at: Point(row: row, column: column), palette.faint)
        canvas.put("┃", at: Point(row: row, column: width - 1 - column), palette.faint)
      }
    }
    let shown = size.rows >= text.count ? text : text.filter { !$0.0.isEmpty }
    let top = max(0, (size.rows - shown.count) / 2)
    for (index, line) in shown.enumerated() {
      let place = Point(row: top + index, column: max(0, (width - line.0.columns) / 2))
      canvas.put(line.0, at: place, line.1)
    }
  }
}
