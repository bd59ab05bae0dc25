/// What remark.js's decks write beside Markdown.

import Decks
import Markup
import Testing

@Suite struct `remark.js's own` {
  private func deck(_ text: String) -> Deck {
    DeckBuilder.deck(SourceLines(text), as: .remark).deck
  }

  @Test func `properties are none of the text, whatever follows a known one`() {
    #expect(words("name:a\nnumber: 3\nclass: b\n# A\n\nfoo: x\n", as: .remark) == ["foo: x"])
    #expect(words("foo: x\n\n# A\n", as: .remark).first == "foo: x")
    #expect(deck("name: a\n\n---\n\nclass: b\n---\n# C\n").slides.count == 3)
  }

  @Test func `layouts and templates give their headings and classes on`() {
    let text =
      "name: t\nlayout: true\nclass: center, middle\n# T\nfoot\n\n---\na\n---\nlayout: false\n# B\n---\ntemplate: t\nc\n"
    let slides = deck(text).slides
    #expect(slides.map { $0.title?.plainText } == ["T", "B", "T"])
    #expect(slides.map(\.style.isLead) == [true, false, true])
    #expect(words(text, as: .remark).last == "a")
  }

  @Test func `pauses in a list leave it whole, notes end at them`() {
    let text = "# A\n\n1. a\n\n--\n1. b\n\n???\n\nnote\n\n--\n\n1. c\n"
    #expect(steps(text, as: .remark) == ["1. a", "1. a|2. b", "1. a|2. b|3. c"])
    #expect(deck(text).slides[0].notes == ["note"])
    #expect(deck("# A\n\na\n\n--\n").slides[0].lastStep == 0)
  }

  @Test func `classes are columns, sides, colours or nothing`() {
    let text = "# A\n\n.pull-left[\na `]`\n]\n.pull-right[.red[b] .x.y[c]]\n\nd\n"
    #expect(words(text, as: .remark) == ["a ] b c", "d"])
    #expect(deck(text).slides[0].columnCount == 2)
    #expect(deck("# A\n\n.left-code[\na\n]\n\nb\n").slides[0].columnCount == 1)
    let items = deck("# A\n\n.center-60[\na\n]\n").slides[0].items
    #expect(items.map(\.alignment) == [.center])
    #expect(words("# A\n\na.b[c] .d [e] .f[g\n", as: .remark) == ["a.b[c] .d [e] .f[g"])
  }

  @Test func `headings without a blank, lit lines, pictures by macros`() {
    #expect(deck("#A\n\n##B\nc\n").slides[0].title?.plainText == "A")
    #expect(words("#A\n\n##B\nc\n", as: .remark) == ["B", "─", "c"])
    #expect(words("# A\n\n#1 is x\n", as: .remark) == ["#1 is x"])
    let code = "# A\n\n```py\n*a = 1\n* b\nc #<<\n```\n"
    #expect(
      shown(code, as: .remark).map { $0.filter { $0 != "▌" && $0 != " " } } == ["a=1", "b", "c"])
    let picture = deck("# A\n\n![:scale 40%](b.png)\n").slides[0].blocks.flatMap(\.inlines)
    guard case .image(let image)? = picture.first?.first?.kind else {
      Issue.record("no picture")
      return
    }
    #expect(image.size.width == .share(0.4) && image.alternative.isEmpty)
  }

  @Test(arguments: [
    "class: center, middle\n\n# A\n", "# A\n\n---\nlayout: false\n\n# B\n", "# A\n\n???\nb\n",
    "---\noutput:\n  xaringan::moon_reader: default\n---\n\n# A\n",
  ])
  func `it is known by its own words`(text: String) {
    #expect(DeckBuilder.deck(SourceLines(text)).deck.reading.dialect == .remark)
  }

  @Test func `bullets less deep than the text of a numbered item are in it`() {
    #expect(
      shown("# A\n\n1. a\n  - b\n  - c\n2. d\n1. e\n") == [
        "1. a", "   ◦ b", "   ◦ c", "2. d", "3. e",
      ])
    #expect(shown("# A\n\n1. a\n- b\n\n1. c\n") == ["1. a", "• b", "1. c"])
  }

  @Test(arguments: [".a[\n", ".a[x\n", "class: a\n", "---\nname: a\n", ".a[x]\n\n--\n"])
  func `any number of them ends`(line: String) {
    let text = "class: center, middle\n\n# A\n---\n" + String(repeating: line, count: 5_000)
    #expect(deck(text + "# last\n").slides.count > 1)
    let nested =
      String(repeating: ".a[\n", count: 2_000) + "x\n" + String(repeating: "]\n", count: 2_000)
    #expect(
      deck(nested).slides[0].blocks.flatMap(\.inlines).joined().contains {
        $0.plainText.contains("x")
      })
  }
}
