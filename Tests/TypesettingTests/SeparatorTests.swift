/// What separates slides, where a deck says it by a pattern.

import Decks
import Markup
import Testing

@Suite struct `Separators by pattern` {
  private func slides(_ matter: String, _ text: String) -> [String] {
    let deck = DeckBuilder.deck(SourceLines("---\n\(matter)\n---\n\(text)")).deck
    return deck.slides.map { $0.title?.plainText ?? "–" }
  }

  @Test(arguments: [
    "separator: ^\\n\\n\\n", "separator: \"^\\n\\n\\n\"", "separator: \\n\\n\\n\\n",
  ])
  func `three blank lines`(matter: String) {
    let text = "# A\n\nx\n\n\n# B\n\n---\n\n```\na\n\n\n\nb\n```\n\n\n\n# C\n\n\n\n\n- c\n"
    #expect(slides(matter, text) == ["A", "C", "–"])
  }

  @Test func `two for a slide below`() {
    let matter = "separator: ^\\n\\n\\n\nverticalSeparator: ^\\n\\n"
    #expect(slides(matter, "# A\n\nx\n\n\n# B\n\n\n\n# C\n\ny\n") == ["A", "B", "C"])
  }

  @Test func `lines in patterns`() {
    let matter = "separator: ^\\r?\\n---\\r?\\n$\nverticalSeparator: ^\\s*----\\s*$"
    #expect(slides(matter, "# A\n\n----\n\n# B\n\n--\n\n# C\n") == ["A", "B", "C"])
    let comments = "separator: <!--s-->\nverticalSeparator: <!--v-->"
    #expect(slides(comments, "# A\n\n<!--s-->\n\n# B\n\n<!--v-->\n\n# C\n") == ["A", "B", "C"])
  }

  @Test func `gaps within a list separate nothing`() {
    let matter = "separator: ^\\n\\n\\n\nverticalSeparator: ^\\n\\n"
    let remark = "<!-- .element: class=\"fragment\" -->"
    let list = "# A\n\n- a\n\n\n- b\n\(remark)\n\n\n- c\n\n\n  more\n\n\n# B\n"
    #expect(slides(matter, list) == ["A", "B"])
    #expect(slides(matter, "# A\n\n- a\n\n\n1. b\n\n\n# B\n") == ["A", "–", "B"])
    #expect(titles("# A\n\n- a\n\n\n- b\n\n\n- c\n\nx\n\n\ny\n") == ["A"])
    #expect(titles("# A\n\n- a\n\n\n- b\n\n\nx\n\n\n# B\n") == ["A", "–", "B"])
  }

  private func titles(_ text: String, as dialect: Dialect? = .reveal) -> [String] {
    DeckBuilder.deck(SourceLines(text), as: dialect).deck.slides.map { $0.title?.plainText ?? "–" }
  }

  @Test func `comments of a sign or two separate, where nothing is said`() {
    let text = "# A\n\n<!-- v -->\n\n# B\nx\n<!-- s -->\n# C\n\n<!-- v -->\n\ny\n"
    #expect(titles(text, as: nil) == ["A", "B", "C", "–"])
    #expect(titles("# A\n\n<!-- > -->\n\n# B\n\n<!-- > -->\n\n# C\n") == ["A", "B", "C"])
    #expect(titles("# A\n\n<!-- x -->\n\n# B\n\n---\n\n# C\n") == ["A", "C"])
  }

  @Test func `a comment begins the notes`() {
    let text =
      "---\nseparator: <!-- s -->\nnotesSeparator: <!-- n -->\n---\n"
      + "# A\n\nx\n\n<!-- n -->\n\n- y\n\n<!-- s -->\n\n# B\n"
    #expect(titles(text, as: nil) == ["A", "B"])
    #expect(words(text) == ["x"])
    #expect(DeckBuilder.deck(SourceLines(text)).deck.slides[0].notes == ["- y"])
  }

  @Test func `longer rules and gaps separate where there is no short rule`() {
    #expect(titles("# A\n\n--------\n\n# B\n\n---------\n\n# C\n") == ["A", "B", "C"])
    #expect(titles("# A\n\n--------\n\n# B\n\n---\n\n# C\n") == ["A", "C"])
    #expect(titles("# A\n\n\n# B\n\n\n\n# C\n") == ["A", "B", "C"])
    #expect(titles("# A\n\n\n# B\n\n---\n\n# C\n\n\nx\n") == ["A", "C"])
    #expect(titles("# A\n\n----\n\n# B\n\n---\n\n# C\n\n----\n\n# D\n") == ["A", "B", "C", "D"])
  }
}

@Suite struct `What needs no room` {
  @Test func `a rule under the title or at the slide's end parts nothing`() {
    #expect(
      shown("# A\n\n----\n\nb\n\n----\n\nc\n\n----\n", as: .slides).map(\.count) == [1, 54, 1])
    #expect(shown("----\n\nb\n", as: .slides).count == 2)
  }

  @Test(arguments: ["~~~figlet -f x\nHi\n~~~\n", "```\n~~~figlet\nHi\n~~~\n```\n"])
  func `a program's banner is large letters of ours`(text: String) {
    let slide = DeckBuilder.deck(SourceLines("# A\n\n" + text), as: .slides).deck.slides[0]
    #expect(slide.items.map(\.size) == [3])
    #expect(slide.blocks.flatMap(\.inlines).map(\.plainText) == ["Hi"])
  }

  @Test func `lines that name a program inside a fence`() {
    #expect(words("# A\n\n```\n~~~graph-easy --x\n[a]\n~~~\n```\n", as: .slides) == ["[a]"])
    #expect(words("# A\n\n```\n~~~x\na\n~~~\n```\n", as: .patat).count == 3)
  }
}
