/// The help page, drawn from the key map and from what the live demo says of its keys.

import Screen
import Typesetting
import Wording

struct HelpView {
  let state: PresenterState

  private typealias Entry = (keys: String, words: String)

  func draw(on canvas: inout Canvas) {
    canvas.put(
      Phrase("Keys", "Клавиши")(state.language), at: Point(row: 0, column: 1), state.theme.title)
    canvas.rule(row: 1, state.theme.rule)
    let area = Rect(rows: 2..<canvas.size.rows, columns: 0..<canvas.size.columns)
    canvas.within(area) { canvas in
      let isWide = canvas.size.columns >= 76
      let columns = isWide && !demoEntries.isEmpty ? 2 : 1
      let width = canvas.size.columns / columns
      draw(own, in: Rect(rows: 0..<canvas.size.rows, columns: 0..<width), on: &canvas)
      if columns == 2 {
        let right = Rect(rows: 0..<canvas.size.rows, columns: width..<canvas.size.columns)
        draw(demoEntries, in: right, on: &canvas)
      }
    }
  }

  private var own: [Entry] {
    KeyMap.bindings.map { binding in
      (
        binding.keys.map { $0.name(state.language) }.joined(separator: " "),
        binding.help(state.language)
      )
    }
  }

  private var demoEntries: [Entry] { state.isDemoVisible ? state.live?.help ?? [] : [] }

  private func draw(_ entries: [Entry], in area: Rect, on canvas: inout Canvas) {
    let keys = min(entries.map(\.keys.columns).max() ?? 0, area.size.columns * 3 / 5)
    canvas.within(area) { canvas in
      let air = canvas.size.rows > entries.count + 1 ? 1 : 0
      for (row, entry) in entries.enumerated() {
        canvas.put(
          entry.keys.fitted(to: keys), at: Point(row: row + air, column: 2), state.theme.accent)
        canvas.put(
          entry.words.fitted(to: max(0, canvas.size.columns - keys - 5)),
          at: Point(row: row + air, column: keys + 4), state.theme.text)
      }
    }
  }
}
