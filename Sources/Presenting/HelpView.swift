/// The help page, drawn from the key map and from what the live demo says of its keys.

import Decks
import Screen
import Typesetting
import Wording

struct HelpView {
  let state: PresenterState

  private typealias Entry = (keys: String, words: String)

  var page: LongPage {
    let height = lists.map { rows(of: $0) + 1 }.reduce(-1, +)
    return LongPage(height: height, scroll: state.pageScroll, in: state.size)
  }

  func draw(on canvas: inout Canvas) {
    canvas.put(
      Phrase("Keys", "Клавиши")(state.language), at: Point(row: 0, column: 1), state.theme.title)
    drawReading(on: &canvas)
    canvas.rule(row: 1, state.theme.rule)
    page.draw(on: &canvas, state.theme) { canvas, firstRow in
      var row = firstRow
      for list in lists {
        draw(list, row: row, on: &canvas)
        row += rows(of: list) + 1
      }
    }
  }

  /// As what the deck was read, where it is another program's.
  private func drawReading(on canvas: inout Canvas) {
    let dialect = state.deck.reading.dialect
    guard dialect != .plain else { return }
    let words = Phrase("a \(dialect.name) deck", "файл в формате \(dialect.name)")(state.language)
    canvas.putRight(words, row: 0, inset: 1, state.theme.faint)
  }

  // MARK: Entries

  /// The demo's keys come first: they are what one looks for.
  private var lists: [[Entry]] { [demoEntries, own].filter { !$0.isEmpty } }

  private var own: [Entry] {
    KeyMap.bindings.filter { !$0.command.isOfConsole }.compactMap { binding -> Entry? in
      // What is the demo's on this slide stands among its keys.
      let keys = state.keyTable.keys(of: binding.command).filter {
        $0.second != nil || !state.isDemos($0.first)
      }
      guard !keys.isEmpty else { return nil }
      let names = keys.map { $0.name(state.language, ascii: state.medium.ascii) }
      return (self.keys(names), binding.help(state.language))
    } + typed
  }

  /// What is typed rather than pressed.
  private var typed: [Entry] {
    [
      ("12 Enter", Phrase("slide 12", "слайд 12")(state.language)),
      ("n N", Phrase("hits of a search", "по найденному")(state.language)),
    ]
  }

  /// As many of a command's keys as there is room for, none of them cut.
  private func keys(_ names: [String]) -> String {
    let room = state.size.columns < 100 ? 12 : 18
    return names.reduce("") { line, name in
      let longer = line.isEmpty ? name : line + " " + name
      return longer.columns <= room || line.isEmpty ? longer : line
    }
  }

  private var demoEntries: [Entry] { state.isDemoVisible ? state.live?.help ?? [] : [] }

  // MARK: Columns

  /// So many stand side by side as leave room for their words.
  private func columns(of list: [Entry]) -> Int {
    max(1, min(4, (state.size.columns - 2) / width(of: list)))
  }

  private func rows(of list: [Entry]) -> Int {
    (list.count + columns(of: list) - 1) / columns(of: list)
  }

  private func width(of list: [Entry]) -> Int {
    keyWidth(of: list) + 2 + (list.map(\.words.columns).max() ?? 0) + 2
  }

  private func keyWidth(of list: [Entry]) -> Int { list.map(\.keys.columns).max() ?? 0 }

  private func draw(_ list: [Entry], row: Int, on canvas: inout Canvas) {
    let rows = rows(of: list)
    let share = (state.size.columns - 2) / columns(of: list)
    for (index, entry) in list.enumerated() {
      let column = 2 + index / rows * share
      let words = column + keyWidth(of: list) + 2
      let room = min(column + share, canvas.size.columns) - words - 1
      let row = row + index % rows
      canvas.put(entry.keys, at: Point(row: row, column: column), state.theme.accent)
      canvas.put(
        entry.words.fitted(to: max(0, room)), at: Point(row: row, column: words), state.theme.text)
    }
  }
}
