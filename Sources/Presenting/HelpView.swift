/// The help page, drawn from the key map and from what the live demo says of its keys.

import Decks
import Screen
import Typesetting
import Wording

struct HelpView {
  let state: PresenterState

  private typealias Entry = (keys: String, words: String)

  /// Two lists side by side, or one below the other where that is too narrow for all their words.
  private var isWide: Bool {
    demoEntries.isEmpty || width(of: own) + width(of: demoEntries) <= state.size.columns
  }

  /// Rows below the heading.
  var height: Int {
    isWide ? max(own.count, demoEntries.count) : own.count + demoEntries.count + 1
  }

  func draw(on canvas: inout Canvas) {
    canvas.put(
      Phrase("Keys", "Клавиши")(state.language), at: Point(row: 0, column: 1), state.theme.title)
    drawReading(on: &canvas)
    canvas.rule(row: 1, state.theme.rule)
    let rows = canvas.size.rows - 2
    let air = rows > height + 1 ? 1 : 0
    let scroll = min(state.helpScroll, max(0, height - rows))
    canvas.within(Rect(rows: 2..<canvas.size.rows, columns: 0..<canvas.size.columns)) { canvas in
      // The demo's come first where they are not side by side: they are what one looks for.
      let lists: [(entries: [Entry], row: Int, column: Int)] =
        isWide
        ? [(own, 0, 0), (demoEntries, 0, canvas.size.columns - width(of: demoEntries))]
        : [(demoEntries, 0, 0), (own, demoEntries.count + 1, 0)]
      for list in lists {
        draw(list.entries, row: list.row + air - scroll, column: list.column, on: &canvas)
      }
      drawMarks(scroll, rows, on: &canvas)
    }
  }

  /// As what the deck was read, where it is another program's.
  private func drawReading(on canvas: inout Canvas) {
    let dialect = state.deck.reading.dialect
    guard dialect != .plain else { return }
    let words = Phrase("a \(dialect.name) deck", "файл \(dialect.name)")(state.language)
    canvas.putRight(words, row: 0, inset: 1, state.theme.faint)
  }

  private func drawMarks(_ scroll: Int, _ rows: Int, on canvas: inout Canvas) {
    let column = canvas.size.columns - 1
    if scroll > 0 { canvas.put("▲", at: Point(row: 0, column: column), state.theme.accent) }
    if height - scroll > rows {
      canvas.put("▼", at: Point(row: rows - 1, column: column), state.theme.accent)
    }
  }

  private var own: [Entry] {
    KeyMap.bindings.map { binding in
      (
        keys(binding.keys.map { $0.name(state.language, ascii: state.medium.ascii) }),
        binding.help(state.language)
      )
    }
  }

  /// As many of a command's keys as there is room for, none of them cut.
  private func keys(_ names: [String]) -> String {
    let room = state.size.columns < 100 ? 18 : 27
    return names.reduce("") { line, name in
      let longer = line.isEmpty ? name : line + " " + name
      return longer.columns <= room || line.isEmpty ? longer : line
    }
  }

  private var demoEntries: [Entry] { state.isDemoVisible ? state.live?.help ?? [] : [] }

  private func keyWidth(of entries: [Entry]) -> Int { entries.map(\.keys.columns).max() ?? 0 }

  private func width(of entries: [Entry]) -> Int {
    guard !entries.isEmpty else { return 0 }
    return keyWidth(of: entries) + 4 + (entries.map(\.words.columns).max() ?? 0) + 2
  }

  private func draw(_ entries: [Entry], row: Int, column: Int, on canvas: inout Canvas) {
    let words = column + 2 + keyWidth(of: entries) + 2
    for (index, entry) in entries.enumerated() where row + index >= 0 {
      canvas.put(entry.keys, at: Point(row: row + index, column: column + 2), state.theme.accent)
      canvas.put(
        entry.words.fitted(to: max(0, canvas.size.columns - words - 1)),
        at: Point(row: row + index, column: words), state.theme.text)
    }
  }
}
