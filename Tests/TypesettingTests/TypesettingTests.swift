/// Slides and sizes to pages: golden frames, and what must hold at every size.

import Decks
import GoldenFrames
import Markup
import Presenting
import Screen
import Testing
import Typesetting

private let sample = """
  # Заголовок слайда

  Абзац с *курсивом*, **жирным**, `кодом` и [ссылкой](https://example.org) — и тире не начинает строку.

  - первое
  - второе, подлиннее, чтобы переносилось на следующую строку при узком окне
    1. вложенное
    2. 日本語 и emoji 👍🏽

  > цитата
  > в две строки

  | слово | L | когда |
  |:--|--:|:-:|
  | последовательно | 1 | проще всего на свете |
  | параллельно | много | считаем |

  ```
  код   как есть
  ```
  """

private func deck(_ text: String) -> Deck { DeckBuilder.deck(SourceLines(text)).deck }

private func frame(_ text: String, _ rows: Int, _ columns: Int, theme: Theme = .dark) -> Grid {
  StillSlide(deck: deck(text), number: 1, step: 99, theme: theme)
    .grid(Size(rows: rows, columns: columns))
}

@Suite struct `Typesetting` {
  @Test(arguments: [(24, 80), (20, 60), (12, 40), (40, 120)])
  func `a slide of everything is set for a size`(rows: Int, columns: Int) {
    let grid = frame(sample, rows, columns)
    #expect(GoldenFrame.difference(grid, from: "everything-\(columns)x\(rows)") == nil)
  }

  @Test func `a deck may name every theme there is, and no other`() {
    #expect(Theme.all.map(\.name).sorted() == DeckSettings.themes.sorted())
  }

  @Test func `themes give colours by role`() {
    for theme in Theme.all {
      let grid = frame("# T\n\ntext *em* `code`\n\n- a\n", 12, 40, theme: theme)
      #expect(GoldenFrame.difference(grid, from: "theme-\(theme.name)", styled: true) == nil)
    }
  }

  @Test func `a cover stands in the middle`() {
    let grid = frame("# Параллелизм в Python\n\nпо главе 1 · К. Нгуен\n", 16, 60)
    #expect(GoldenFrame.difference(grid, from: "cover-60x16") == nil)
  }

  @Test func `no word is lost at any size from 40×12 up`() {
    let words = Set(["Заголовок", "курсивом", "вложенное", "日本語", "цитата", "проще", "считаем"])
    for columns in stride(from: 40, through: 200, by: 7) {
      for rows in [12, 20, 24, 60] {
        let text = frame(sample, rows, columns).text
        for word in words { #expect(text.contains(word), "\(word) at \(columns)×\(rows)") }
      }
    }
  }

  @Test func `nothing moves at a pause`() {
    let text = "# A\n\nодин\n\n<!-- pause -->\n\nдва\n\n<!-- pause -->\n\n- три\n"
    let grids = (0...2).map {
      StillSlide(deck: deck(text), number: 1, step: $0, theme: .dark)
        .grid(Size(rows: 16, columns: 40))
    }
    for (earlier, later) in zip(grids, grids.dropFirst()) {
      for row in 0..<16 where !earlier.text(ofRow: row).isEmpty {
        #expect(earlier.text(ofRow: row) == later.text(ofRow: row))
      }
    }
    #expect(!grids[0].text.contains("два"))
    #expect(grids[2].text.contains("три"))
  }

  @Test func `a dash does not begin a line`() {
    let grid = frame("x\n\nсловослово словослов — и дальше — тут\n", 12, 24)
    let starts = (0..<12).map { grid.text(ofRow: $0).drop { $0 == " " }.first }
    #expect(!starts.contains("—"))
  }

  @Test func `what is too tall is compacted before it has to scroll`() {
    let list = (1...9).map { "абзац \($0)" }.joined(separator: "\n\n")
    let slide = deck("# T\n\n" + list).slides[0]
    let setter = Typesetter(theme: .dark)
    #expect(setter.page(for: slide, isFirst: false, in: Size(rows: 14, columns: 60)).overflow == 0)
    #expect(setter.page(for: slide, isFirst: false, in: Size(rows: 10, columns: 60)).overflow > 0)
  }
}

@Suite struct `Lines of the source` {
  @Test(arguments: [
    ("中文，\n字", "中文，字"), ("カナ。\n**漢**", "カナ。漢"), ("漢\n（字）", "漢（字）"), ("中文\n字", "中文 字"),
    ("한국\n말", "한국 말"), ("中，\nabc", "中， abc"), ("a\nb", "a b"),
  ])
  func `their ends are blanks where the script has blanks`(text: String, words: String) {
    #expect(shown("# A\n\n" + text + "\n") == [words])
  }

  @Test func `mdp's items stay inside the one above over a gap`() {
    #expect(
      shown("# A\n\n* a\n\n\t\t* b\n\n\t\t* c\n\n* d\n", as: .mdp) == [
        "• a", "  ◦ b", "  ◦ c", "• d",
      ])
  }

  @Test func `a heading of nothing takes no room`() {
    #expect(shown("# A\n\n## <br>\n\nb\n", as: .slides) == ["b"])
  }
}
