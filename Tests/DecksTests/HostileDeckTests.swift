/// Decks with numbers and depths that nobody means: they are read, bounded, and end.

import Decks
import Markup
import Testing
import Wording

private func deck(_ text: String, _ path: String = "d.md") -> Deck {
  DeckBuilder.deck(SourceLines(text), path: path).deck
}

@Suite struct `Decks that mean harm` {
  @Test(arguments: [
    "---\nslide_level: 0\n---\n\n# A\n\nx\n", "---\nslide_level: 999999999\n---\n\n# A\n\nx\n",
    "```ts {lines:true,startLine:9223372036854775807}\na\nb\n```\n",
    "```file\npath: d.md\nstart_line: -9223372036854775808\n```\n",
    "```file\npath: d.md\nlines:\n  start: 9223372036854775807\n```\n",
    "# A\n\n<v-click at=\"9223372036854775807\">x</v-click>\n\n<!-- pause -->\n\ny\n",
    "# A\n\n<v-click at=\"+9223372036854775807\">x</v-click>\n",
    "<!-- new_lines: 20000000 -->\n\nx\n", "---\nmax_columns: 0\n---\n\nx\n",
    "# A\n\n```js [9999999999999999999]\na\n```\n",
  ])
  func `a number of any size is a number`(text: String) {
    let deck = deck(text)
    #expect(!deck.slides.isEmpty)
    #expect(deck.slides.allSatisfy { $0.lastStep <= 10_000 })
  }

  @Test(arguments: [
    ("```demo \0\n```\n", "\u{FFFD}"), ("```demo timeline title=\"a &amp; b\"\n```\n", "timeline"),
    ("- a\n\n```demo  tree\n```\n", "tree"), ("~~~demo tree\\_x\n~~~\n", "tree\\_x"),
  ])
  func `a demo has the name that its fence says, however it is written`(
    text: String, name: String
  ) {
    #expect(deck(text).slides[0].demos.map(\.name) == [name])
  }

  @Test func `a click at a far step can be reached`() {
    let text = "---\nlayout: cover\ndrawings: x\n---\n\n<v-click at=\"100000000\">x</v-click>\n"
    #expect(deck(text).slides[0].lastStep <= 1000)
  }

  @Test func `marks inside marks are bounded in every dialect`() {
    let quotes = "%title: x\n\n" + String(repeating: ">", count: 20_000) + " deep\n"
    let marks = "%title: x\n\n" + String(repeating: "(*(_`", count: 10_000) + "\n"
    let items = (0..<2_000).map { String(repeating: " ", count: $0) + "* a" }
    let list = "%title: x\n\n" + items.joined(separator: "\n") + "\n"
    let pictures =
      "---\nmarp: true\n---\n\n"
      + String(repeating: "![bg left](a.png)\n\n", count: 2_000) + "x\n"
    for text in [quotes, marks, list, pictures] { #expect(deck(text).slides.count == 1) }
  }

  @Test(arguments: [
    "```demo tree\n---\n\tx\n\t\ty", "```demo a\r\r\r---\r\rx", "a[^b]\n\n[^b]: \tc\r",
    "```demo\n---\n\0\r\r\0",
    "- ```demo tree\n\t---\n\t\tx\n\t\t\ty",
  ])
  func `a text that ends with the deck does not end behind it`(text: String) {
    // What is no UTF-8 or NUL grows to three bytes.
    #expect(deck(text).slides.allSatisfy { $0.range.upperBound <= text.utf8.count + 4 })
  }

  @Test(arguments: [
    ("->#\n--", 1), ("a\n\nb\n\nc\n\n->#\n--", 4), ("-> # A <-\n====", 2), ("a\n\n-> <-\n====", 2),
  ])
  func `an underline takes back no more than the line above put down`(text: String, blocks: Int) {
    let deck = DeckBuilder.deck(SourceLines("%title: x\n\n" + text), as: .mdp).deck
    let slide = deck.slides[0]
    #expect(slide.blocks.count + (slide.title == nil ? 0 : 1) >= min(blocks, 1))
    if blocks == 4 {
      #expect(slide.blocks.map(\.inlines).joined().map(\.plainText).prefix(3) == ["a", "b", "c"])
    }
  }

  @Test func `many of anything end soon`() {
    let comments = String(repeating: "<!-- end_slide -->\n", count: 5_000)
    let tags = "<div>\n" + String(repeating: "<a\n", count: 20_000)
    let brackets = String(repeating: "[", count: 20_000) + "]\n\nx[^a]\n\n[^a]: note\n"
    let fence = "%title: x\n\n```\n" + String(repeating: "a\n", count: 20_000) + "```\n"
    for text in ["x\n\n" + comments + "y\n", tags, brackets, fence] {
      #expect(!deck(text).slides.isEmpty)
    }
  }

  @Test(arguments: [
    "a\n\n<br>\n\nb\n", "a\n\n^\n\nb\n", "Note: the server must run.\n\nb\n",
    "--color-scheme sets colours\n\n# A\n", "---\nQuestion: why?\n---\n\n# A\n\nb\n",
    "--date-format=x\n",
  ])
  func `one odd line makes no deck another program's`(text: String) {
    #expect(deck(text).reading.dialect == .plain)
  }

  @Test func `places are those of the line, in Russian settings, too`() {
    let text = "---\ntitle: Слайды про потоки\nauthor: Иван Иванов\nfoo: x\n---\n\n# A\n"
    let lines = SourceLines(text)
    let (deck, diagnostics) = DeckBuilder.deck(lines)
    let told = (diagnostics + DeckReview.diagnostics(of: deck.slides)).map {
      $0.text(path: "d.md", lines: lines, .english)
    }
    #expect(told.count == 1)
    #expect(told.first?.hasPrefix("d.md:4:1: warning: unknown key ‘foo’") == true)
  }

  @Test func `a picture alone in an item is there`() {
    let blocks = deck("- ![a](a.png)\n- ![b](b.png)\n").slides[0].blocks
    #expect(blocks.flatMap(\.inlines).count == 2)
  }

  @Test func `the dashes under a heading are no rule`() {
    #expect(deck("Title\n---\n\n***\n\nmore\n").slides.count == 1)
  }
}
