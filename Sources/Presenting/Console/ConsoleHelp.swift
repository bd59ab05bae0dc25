/// The console's keys: its own, and that all others are the show's.

import Screen
import Typesetting
import Wording

struct ConsoleHelp {
  let state: ConsoleState

  private var entries: [(keys: String, words: Phrase)] {
    [
      (
        state.medium.ascii ? "Right Left" : "→ ←",
        Phrase(
          "and every other key: as if pressed on the show", "и все прочие клавиши — как в показе")
      ),
      (
        keys([.overview, .search, .goTo]),
        Phrase(
          "overview, search, go to: seen here alone", "обзор, поиск, переход: видны только здесь")
      ),
      (keys([.notesDown, .notesUp]), Phrase("notes: further down, up", "заметки: ниже, выше")),
      (
        keys([.consoleRoom]),
        Phrase("more room for notes, for slides", "больше места заметкам, слайдам")
      ),
      (keys([.help]), Phrase("once more: the show's keys", "ещё раз — клавиши показа")),
      (keys([.endShow]), Phrase("ends the show", "завершить показ")),
      (
        keys([.quit], most: 2),
        Phrase("leaves the console, the show goes on", "закрыть пульт, показ продолжится")
      ),
      (keys([.suspend, .redraw]), Phrase("suspend, draw again", "приостановить, перерисовать")),
    ].filter { !$0.keys.isEmpty }
  }

  /// The first keys of each of these commands.
  private func keys(_ commands: [PresenterCommand], most: Int = 1) -> String {
    commands.flatMap { state.table.keys(of: $0).prefix(most) }
      .map { $0.name(state.language, ascii: state.medium.ascii) }.joined(separator: " ")
  }

  func draw(on canvas: inout Canvas) {
    canvas.put(
      Phrase("The console's keys", "Клавиши пульта")(state.language), at: Point(row: 0, column: 1),
      state.theme.title)
    canvas.rule(row: 1, state.theme.rule)
    let entries = entries
    let width = entries.map(\.keys.columns).max() ?? 0
    var row = 3
    for entry in entries {
      canvas.put(entry.keys, at: Point(row: row, column: 2), state.theme.accent)
      let column = width + 4
      let area = Rect(
        rows: row..<max(row, canvas.size.rows),
        columns: column..<max(column, canvas.size.columns - 1))
      row += canvas.within(area) { $0.putWrapped(entry.words(state.language), state.theme.text) }
    }
    if let keys = state.talk?.demo?.keys {
      let area = Rect(
        rows: row + 1..<max(row + 1, canvas.size.rows), columns: 2..<canvas.size.columns)
      canvas.within(area) { _ = $0.putWrapped(keys.joined(separator: "   "), state.theme.faint) }
    }
  }
}
