/// What is wrong with the deck, and where.

import Screen
import Typesetting
import Wording

struct DiagnosticsView {
  let state: PresenterState

  func draw(on canvas: inout Canvas) {
    let title = Phrase("What is wrong with the deck", "Замечания к файлу")(state.language)
    canvas.put(title, at: Point(row: 0, column: 1), state.theme.title)
    canvas.rule(row: 1, state.theme.rule)
    let inner = Rect(rows: 2..<canvas.size.rows, columns: 2..<max(2, canvas.size.columns - 2))
    canvas.within(inner) { canvas in
      var row = 1
      for problem in state.problems.isEmpty && own.isEmpty ? [nothing] : state.problems {
        row += canvas.putWrapped(problem, row: row, state.theme.text)
      }
      guard !own.isEmpty else { return }
      if !state.problems.isEmpty { row += 1 }
      for problem in [heading] + own {
        row += canvas.putWrapped(
          problem, row: row, problem == heading ? state.theme.heading : state.theme.text)
      }
    }
  }

  private var own: [String] { state.ownProblems }

  private var heading: String {
    state.isOwnStale
      ? Phrase("Configuration: the old one holds", "Настройки: действуют прежние")(state.language)
      : Phrase("Configuration", "Настройки")(state.language)
  }

  private var nothing: String { Phrase("Nothing.", "Всё в порядке.")(state.language) }
}
