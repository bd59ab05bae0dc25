/// The last row of the screen: what a deck says there, what is typed, which links there are.

import Presenting
import Screen
import Testing

extension PresenterState {
  fileprivate var foot: String { rows.last ?? "" }
}

@Suite struct `The foot line` {
  @Test func `a title with braces is no template`() {
    let title = "{author} }} {{"
    let head = "---\ntitle: \"\(title)\"\nauthor: Анна\n"
    #expect(presenter(head + "---\n\n# A\n\nx\n").foot.hasPrefix(" \(title)  "))
    let filled = presenter(head + "footer: \"{{{title}}} {author} {nobody}\"\n---\n\n# A\n\nx\n")
    #expect(filled.foot.hasPrefix(" {\(title)} Анна {nobody}  "))
  }

  @Test(arguments: [
    ("Slide %d / %d", "Slide 1 / 2"), ("%d", "1"), ("100 % %d %d %d", "100 % 1 2 %d"),
  ])
  func `paging is the format of the number`(format: String, shown: String) {
    let state = presenter("---\npaging: \"\(format)\"\n---\n\n# A\n\nx\n\n---\n\n# B\n")
    #expect(state.foot.hasSuffix("  " + shown))
  }

  @Test func `a slide that wants no foot has none, but for what has to be said`() {
    var state = presenter("# A\n\n[x](https://a.org)\n\n<!-- no_footer -->\n\n---\n\n# B\n")
    #expect(state.foot == "")
    _ = state.type("f")
    #expect(state.foot.contains("a.org"))
    _ = state.type("<esc>l")
    #expect(state.foot.hasSuffix("2/2"))
    let empty = "---\ntitle: T\ntheme:\n  override:\n    footer:\n      style: empty\n---\n\n"
    #expect(presenter(empty + "A\n===\n\nx\n\n<!-- end_slide -->\n\nB\n===\n").foot == "")
  }

  @Test func `what stands over every slide stands over a cover, too, and no rule with it`() {
    let text = "---\nmarp: true\nheader: Курс\n---\n\n# Обложка\n\n---\n\n# Слайд\n\nслова\n"
    var state = presenter(text, columns: 60)
    #expect(state.rows[0] == " Курс")
    #expect(state.rows[1] == "")
    _ = state.type("l")
    #expect(state.rows[...2] == [" Курс", " Слайд", String(repeating: "─", count: 60)])
  }

  // MARK: Links

  private static let links =
    "# A\n\n"
    + (1...12).map { "[x](https://example.org/a/long/address/\($0))" }.joined(separator: " ")
    + "\n\n---\n\n# B\n"

  @Test func `of many links as many are told as there is room for`() {
    var state = presenter(Self.links, columns: 60)
    _ = state.type("f")
    #expect(state.foot == " ▏  1 exa…ddress/1  2 exa…ddress/2  3 exa…ddress/3  …   1/2")
    _ = state.type("1")
    #expect(state.foot.hasPrefix(" 1▏  1 exa…ddress/1  10 exa…dress/10"))
    _ = state.type("<bs>")
    #expect(state.foot.hasPrefix(" ▏  1 "))
  }

  @Test func `a number chooses a link, every other key does what it always does`() {
    var state = presenter(Self.links)
    #expect(state.type("f12") == [.copy("https://example.org/a/long/address/12")])
    #expect(state.type("f1<enter>") == [.copy("https://example.org/a/long/address/1")])
    #expect(state.type("f<right>") == [])
    #expect(state.place == "2.1")
    #expect(!state.foot.contains("▏"))
    _ = state.type("hf<esc>")
    #expect(state.place == "1.1")
    #expect(!state.foot.contains("▏"))
    #expect(state.type("fr") == [.reload])
  }

  @Test func `a key that is no digit ends the number and does what it always does`() {
    var state = presenter()
    _ = state.type(":3<right>")
    #expect(state.place == "1.2")
    #expect(!state.foot.contains("▏"))
  }
}
