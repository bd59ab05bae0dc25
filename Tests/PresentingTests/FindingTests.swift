/// Finding a slide: by its words, its title, its picture in small, the way one came, a bookmark.

import Decks
import GoldenFrames
import Presenting
import Screen
import Testing
import Typesetting

private let deck = """
  # Потоки

  Поток ждёт.

  ---

  # Процессы

  <!-- pause -->

  ещё потоки

  <!-- notes: вспомнить про барьер -->

  ---

  # Треугольник

  | a | b |
  |---|---|
  | **ПОТОК** | 2 |

  ---

  # Три слова

  ```python
  thread = 1
  ```
  """

private func talk(rows: Int = 24, columns: Int = 80) -> PresenterState {
  presenter(deck, rows: rows, columns: columns)
}

private func foot(_ state: PresenterState) -> String { state.rows.last ?? "" }

/// The glyphs that are marked on the screen.
private func marked(_ state: PresenterState) -> String {
  let cells = (0..<state.size.rows).flatMap { state.frame.row($0) }
  return cells.filter { $0.style.background == state.theme.mark.background }
    .map(\.glyph.text).joined()
}

@Suite struct `Looking for words` {
  @Test(arguments: [
    ("/поток", "1.1", " /поток▏   1/3"), ("l/пот", "2.2", " /пот▏   2/3"),
    ("/поток<enter>n", "2.2", " /поток   2/3"), ("/поток<enter>nn", "3.1", " /поток   3/3"),
    ("/поток<enter>nnn", "1.1", " /поток   1/3"), ("/поток<enter>N", "3.1", " /поток   3/3"),
    ("/барьер", "2.2", " /барьер▏   1/1 в заметках"), ("/thread", "4.1", " /thread▏   1/1"),
    ("/ждет", "1.1", " /ждет▏   1/1"), ("G/поток<esc>", "4.1", " "),
    ("/ъ", "1.1", " /ъ▏   не найдено"),
    ("/ъ<enter>", "1.1", " не найдено: «ъ»"), ("/пот<bs><bs><bs>тр", "3.1", " /тр▏   1/2"),
    ("/поток<enter>n<esc>n", "3.1", " "), ("/поток<enter><right>", "2.1", " /поток   2/3"),
  ])
  func `shows the hits one after the other`(script: String, place: String, words: String) {
    var state = talk()
    _ = state.type(script)
    #expect(state.place == place)
    #expect(foot(state).hasPrefix(words), "\(foot(state))")
  }

  @Test func `marks them where they are seen`() {
    var state = talk()
    _ = state.type("/поток")
    #expect(marked(state) == "Поток")
    _ = state.type("<enter><esc>")
    #expect(marked(state) == "")
  }
}

@Suite struct `Going to a place` {
  @Test(arguments: [
    (":тр<enter>", "3.1"), (":тр<down><enter>", "4.1"), (":тр<down><down><down><enter>", "4.1"),
    (":тсл<enter>", "4.1"), (":3<enter>", "3.1"), (":99<enter>", "4.1"), (":щ<enter>", "1.1"),
    ("3G:<esc>", "3.1"), (":проц<enter>u", "1.1"), ("3GGu", "3.1"), ("3GGuuU", "3.1"),
    ("Gu", "1.1"),
    ("lm3G'", "2.1"), ("m3Gm1G''", "1.1"), ("mm3G'", "3.1"), ("/треуг<enter>u", "1.1"),
  ])
  func `by letters of its title, by the way back, by a bookmark`(script: String, place: String) {
    var state = talk()
    _ = state.type(script)
    #expect(state.place.prefix(1) == place.prefix(1))
  }

  @Test func `tells what the letters mean`() {
    var state = talk()
    _ = state.type(":тр")
    #expect(foot(state).hasPrefix(" :тр▏   → 3 Треугольник   1/2"))
    _ = state.type("щ")
    #expect(foot(state).hasPrefix(" :трщ▏   нет такого заголовка"))
  }
}

@Suite struct `The overview` {
  @Test(arguments: [(24, 80), (20, 60), (40, 120)])
  func `shows every slide in small`(rows: Int, columns: Int) {
    var state = talk(rows: rows, columns: columns)
    _ = state.type("lmo<right>")
    #expect(GoldenFrame.difference(state.frame, from: "overview-\(columns)x\(rows)") == nil)
  }

  @Test func `shows few slides as large as all of them fit on the screen`() {
    let deck = (1...21).map { "# Слайд \($0)\n\nслова слайда \($0)\n" }.joined(
      separator: "\n---\n\n")
    var state = presenter(deck, rows: 60, columns: 200)
    _ = state.type("o")
    let text = state.frame.text
    for number in 1...21 { #expect(text.contains("слова слайда \(number)")) }
    #expect(state.rows[0].hasSuffix("стрелки, Enter"))
    #expect(state.rows.last { !$0.isEmpty }?.contains("┘") == true)
    #expect(state.rows[54...].contains { $0.contains("┘") })
    var wide = presenter(deck, rows: 24, columns: 80)
    _ = wide.type("o")
    #expect(wide.rows[0].hasSuffix("1/3") && wide.frame.text.contains("слова слайда 9"))
  }

  @Test func `cuts long lines of code, so that a drawing is known again`() {
    let box = ["┌", "│", "└"].map { $0 + String(repeating: $0 == "│" ? " " : "─", count: 50) }
    var state = presenter("# A\n\n```\n" + box.joined(separator: "\n") + "\n```\n")
    _ = state.type("o")
    let text = state.frame.text
    #expect(text.contains("›") && !text.contains("↪"))
  }

  @Test(arguments: [
    ("o<right><enter>", "2.1"), ("oG<enter>", "4.1"), ("oGg<enter>", "1.1"),
    ("o<down><enter>", "4.1"),
    ("o<left><enter>", "1.1"), ("oj ", "4.1"), ("ollq", "1.1"), ("oll<esc>", "1.1"),
    ("olo", "1.1"),
    ("o<right><enter>u", "1.1"), ("щд ", "2.1"),
  ])
  func `is walked through with the arrows`(script: String, place: String) {
    var state = talk()
    _ = state.type(script)
    #expect(state.place.prefix(1) == place.prefix(1))
    #expect(state.mode == .slides)
  }
}

@Suite struct `What is pasted into a presentation` {
  @Test(arguments: [
    ("/", "поток", " /поток▏   1/3"), ("/по", "ток", " /поток▏   1/3"),
    (":", "тре", " :тре▏   → 3 Треугольник"), (":1", "2", " :12▏   → 4 Три слова"),
  ])
  func `is as if it was typed where words are`(keys: String, pasted: String, row: String) {
    var state = talk()
    _ = state.type(keys)
    #expect(state.handle(.pasted(pasted)).isEmpty)
    #expect(foot(state).hasPrefix(row), "\(foot(state))")
  }

  @Test(arguments: ["", "2", "o", "?", "e", "b", "S", "x", "/поток<enter>", ":<esc>"])
  func `does nothing elsewhere`(keys: String) {
    var state = talk()
    _ = state.type(keys)
    let (place, rows) = (state.place, state.rows)
    #expect(state.handle(.pasted("lq 3G")).isEmpty)
    #expect(state.place == place && state.rows == rows)
    #expect(state.mode != .finished)
  }

  @Test func `is no longer than what may be typed`() {
    let word = String(repeating: "ы", count: 200)
    var (pasted, typed) = (talk(columns: 300), talk(columns: 300))
    _ = pasted.type("/")
    for _ in 0..<3 { _ = pasted.handle(.pasted(word)) }
    _ = typed.type("/" + word + "ы")
    #expect(foot(pasted) == foot(typed))
  }

  @Test func `is at its end when one letter has all the accents there is room for`() {
    var state = talk()
    _ = state.type("/a")
    _ = state.handle(.pasted(String(repeating: "\u{301}", count: 20_000)))
    _ = state.type("b")
    #expect(!foot(state).contains("b") && foot(state).hasPrefix(" /"))
  }
}
