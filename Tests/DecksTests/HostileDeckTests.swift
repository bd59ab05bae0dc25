/// Decks with numbers and depths that nobody means: they are read, bounded, and end.

import Decks
import Glibc
import Markup
import Testing
import Wording

private func deck(_ text: String, _ path: String = "d.md") -> Deck {
  DeckBuilder.deck(SourceLines(text), path: path).deck
}

/// A deck that is as long as one likes.
private struct Many: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var dialect: Dialect
  /// The smaller of the two sizes that are compared.
  var count: Int
  var text: @Sendable (Int) -> String

  init(
    _ name: String, _ count: Int, _ dialect: Dialect = .plain,
    _ text: @escaping @Sendable (Int) -> String
  ) {
    (testDescription, self.count, self.dialect, self.text) = (name, count, dialect, text)
  }

  /// One thing many times, below another.
  init(
    _ name: String, _ count: Int, _ dialect: Dialect = .plain, after head: String = "",
    _ part: String
  ) {
    self.init(name, count, dialect) { head + String(repeating: part, count: $0) + "\n" }
  }
}

private let many = [
  Many("ends of slides", 600, .plain, "<!-- end_slide -->\n"),
  Many("tags that never end", 2_500, after: "<div>\n", "<a\n"),
  Many("tags that end in quotes", 500, after: "<div>\n", "<a b=\">\""),
  Many("brackets", 2_500) { String(repeating: "[", count: $0) + "]\n\nx[^a]\n\n[^a]: note\n" },
  Many("mdp's code", 2_500, .mdp, after: "```\n", "a\n"),
  Many("mdp's comments", 2_500, .mdp, after: "<!--\n", "a\n"),
  Many("mdp's paragraphs", 1_000, .mdp, "a\n"),
  Many("mdp's quotes", 1_000, .mdp, "> a\n"),
  Many("mdp's lists", 1_000, .mdp, "* a\n"),
  Many("mdp's items", 1_000, .mdp, after: "* a\n", " a\n"),
  Many("mdp's lines in the middle", 1_000, .mdp, "-> a <-\n"),
  Many("mdp's brackets", 2_500, .mdp, "["), Many("mdp's bars", 2_500, .mdp, after: "a ", "`"),
  Many("mdp's brackets that end far away", 2_500, .mdp) {
    String(repeating: "[", count: $0) + "](\n"
  },
  Many("mdp's pauses in lists", 600, .mdp, after: "* a\n", "^\n  * b\n"),
  Many("HTML's wide rows", 200, after: "<table>\n", "<tr><td colspan=20>x</td></tr>\n"),
  Many("HTML's wide cells", 200, after: "<table><tr>\n", "<td colspan=20>x</td>\n"),
  Many("scripts", 1_000, after: "x ", "<script>"),
  Many("styles in HTML", 1_000, after: "<div>\n", "<style>"),
  Many("templates of themselves", 200, .remark, "name: a\ntemplate: a\nclass: x\n\nb\n\n---\n"),
  Many("brackets in remark.js's", 150, .remark, ".left[\n.red[x]\ny\n]\n\n---\n"),
  Many("definitions", 200) { count in
    (0..<count).map { "[a\($0)] b\n\n---\n\n" }.joined()
      + (0..<count).map { "[a\($0)]: /\($0)\n" }.joined()
  },
  Many("tables", 300, .plain, "| a | b |\n|-|-|\n| 1 | 2 |\n# B\n"),
  Many("rows of dashes", 1_000, after: "| a |\n", "|---|\n"),
  Many("Pandoc's tables", 200, .pandoc, "-------\na   b\n--- ---\n1   2\n\n"),
  Many("divisions that never end", 500, .pandoc, "::: x\n## A\n"),
  Many("LaTeX's lists", 300, .pandoc, "\\begin{itemize}\n\\item a\n\\end{itemize}\n"),
]

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
    "```demo tree\n---\nx\n\t\n", "```demo tree\n---\nx\n\t", "```demo tree\n---\nx\n\u{FDFD}",
    "````md magic-move\n```js\nx\n\t", "%title: x\n\n-> # T <-\n=====\n",
    "%title: x\n\n-> # T <-\n-----\n",
  ])
  func `the end of the file is the end of everything`(text: String) {
    for dialect in [nil, Dialect.slidev, .mdp] {
      #expect(!DeckBuilder.deck(SourceLines(text), as: dialect).deck.slides.map(\.title).isEmpty)
    }
    let bytes = Array("```demo tree\n---\nx\n".utf8) + [0xD0]
    #expect(DeckBuilder.deck(SourceLines(bytes)).deck.slides.map(\.demos.count) == [1])
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

  @Test(arguments: many)
  private func `many of anything end soon`(_ many: Many) {
    // Eight times as many: 64 times the time if it grew with the square. What counts is the time
    // this thread computes, whatever others do meanwhile.
    #expect((0..<5).contains { _ in time(many, 8 * many.count) < time(many, many.count) * 32 })
  }

  @Test(arguments: ["<a\n", "<a b=\">\""])
  func `a tag that never ends costs no more than one that does`(tag: String) {
    let (open, ended) = (
      Many(tag, 2_500, after: "<div>\n", tag), Many("", 0, after: "<div>\n", "<a>\n")
    )
    // Were each followed to the end of all of them, it would take many times as long.
    #expect((0..<5).contains { _ in time(open, 2_500) < time(ended, 2_500) })
  }

  private func time(_ many: Many, _ count: Int) -> Int {
    let text = many.text(count)
    let start = threadTime
    let deck = DeckBuilder.deck(SourceLines(text), path: "d.md", as: many.dialect).deck
    #expect(!deck.slides.isEmpty)
    for slide in deck.slides { #expect(slide.lastStep >= 0) }
    return threadTime - start
  }

  /// Nanoseconds that this thread has computed.
  private var threadTime: Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  @Test func `no table is wider than any screen`() {
    let cells = String(repeating: "<td colspan=20>x</td>", count: 2_000)
    let rows = String(repeating: "<tr><td rowspan=999>y</td></tr>", count: 2_000)
    for slide in deck("# A\n\n<table><tr>\(cells)</tr>\(rows)</table>\n").slides {
      for case .table(let table) in slide.blocks.map(\.kind) {
        #expect(table.alignments.count == 128)
        #expect(table.rows[0].cells.flatMap(\.self).plainText.count { $0 == "x" } == 2_000)
      }
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
