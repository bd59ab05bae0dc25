/// Columns that HTML makes: grids in rows, boxes side by side, halves by name.

import Decks
import Markup
import Testing

@Suite struct `Grids of HTML` {
  private func slide(_ html: String) -> Slide {
    DeckBuilder.deck(SourceLines("# A\n\n" + html + "\n"), as: .slidev).deck.slides[0]
  }

  private func shares(_ html: String) -> [[Int]] {
    slide(html).items.compactMap { item in
      if case .columns(let columns) = item.content { columns.shares } else { nil }
    }
  }

  @Test func `a full row is followed by the next, the last one is as wide`() {
    let cells = (1...5).map { "<div>c\($0)</div>\n" }.joined()
    #expect(
      words("# A\n\n<div class=\"grid grid-cols-3 gap-4\">\n\(cells)</div>\n", as: .slidev)
        == ["c1 c2 c3", "c4 c5"])
    #expect(shares("<div grid=\"~ cols-2\">\n\(cells)</div>").map(\.count) == [2, 2, 2])
  }

  @Test func `columns are as wide as the grid or they themselves say`() {
    let two = "<div>a</div><div>b</div></div>"
    #expect(
      shares("<div style=\"display: grid; grid-template-columns: 2fr 1fr\">" + two) == [[200, 100]])
    #expect(
      shares("<div style=\"display:grid; grid-template-columns: repeat(2, 1fr);\">" + two) == [
        [0, 0]
      ])
    let spans = "<div class=\"col-span-3\">a</div><div class=\"col-span-2\">b</div></div>"
    #expect(shares("<div class=\"grid grid-cols-5\">" + spans) == [[60, 40]])
  }

  @Test func `what stands one below the other is no column`() {
    let two = "<div>a</div>\n<div>b</div>\n</div>"
    #expect(shares("<div style=\"display: flex\">" + two) == [[0, 0]])
    #expect(shares("<div class=\"flex flex-col\">" + two) == [])
    #expect(shares("<div style=\"display:flex;flex-direction:column\">" + two) == [])
  }

  @Test func `halves that a theme calls by their names`() {
    let halves =
      "<div class=ldiv>\n\na\n\n</div>\n<div class=rdiv>\n\nb\n\n</div>\n<div class=bdiv>\n\nc\n\n</div>"
    #expect(words("# A\n\n" + halves, as: .marp) == ["a b", "c"])
  }
}
