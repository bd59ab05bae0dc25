/// Tables: where they end, how short their dashes may be, and Pandoc's without bars.

import Decks
import Markup
import Testing

private let table = "| a | b |\n|---|---|\n| 1 | 2 |\n"
private let sketched = "a|b // 1|2"

@Suite struct `Tables` {
  @Test(arguments: [
    ("## B\n\nx\n", "h2 B\nx"), ("```demo tree\n```\n", "demo tree"),
    ("```\n| c |\n```\n", "code | c |"), ("~~~\nc\n~~~\n", "code c"),
    ("</div>\n\nx\n", "x"), ("<p>x</p>\n", "x"), ("> q\n", "> q"), ("- i\n", "- i"),
    ("  ## B\n", "h2 B"),
  ])
  func `end where another block begins`(below: String, shown: String) {
    for dialect in [Dialect.plain, .presenterm, .pandoc, .marp, .slidev, .reveal, .lookatme] {
      let own = dialect == .pandoc ? below.replacing("## B", with: "### B") : below
      let text = "---\ntheme: x\nslide_level: 1\n---\n\n# A\n\n" + table + own
      #expect(
        sketch(text, as: dialect)
          == ["# A\n\(sketched)\n" + shown.replacing("h2 B", with: own == below ? "h2 B" : "h3 B")],
        "\(dialect)")
    }
  }

  @Test func `end before a heading that begins a slide, with bars at their ends or without`() {
    #expect(sketch("# A\n\n" + table + "# B\n\nx\n") == ["# A\n" + sketched, "# B\nx"])
    let bare = "a | b\n---|---\n1 | 2\n"
    #expect(sketch("# A\n\n" + bare + "# B\n\nx\n") == ["# A\n" + sketched, "# B\nx"])
  }

  @Test func `end before orders and divisions`() {
    let pause = "# A\n\n" + table + "<!-- pause -->\n- x\n"
    #expect(sketch(pause) == ["# A\n\(sketched)\n1:- x"])
    let columns =
      "# A\n\n::: {.columns}\n::: {.column}\n" + table + ":::\n::: {.column}\nx\n:::\n:::\n"
    #expect(sketch(columns, as: .pandoc) == ["# A\n[\(sketched) | x]"])
    let slot = "# A\n\nleft\n\n" + table + "::right::\nx\n"
    #expect(sketch(slot, as: .slidev) == ["# A\n[left; \(sketched) | x]"])
    let grid =
      "---\nmarp: true\n---\n\n# A\n\n<div class=\"columns\">\n<div>\n\n" + table
      + "</div>\n<div>\n\nx\n\n</div>\n</div>\n"
    #expect(sketch(grid) == ["# A\n[\(sketched) | x]"])
  }

  @Test func `keep rows that begin with a tag or go on as text`() {
    #expect(sketch("# A\n\n" + table + "<b>x</b> | y\n") == ["# A\n\(sketched) // **x**|y"])
    #expect(sketch("# A\n\n" + table + "x\n") == ["# A\n\(sketched) // x|"])
  }

  @Test(arguments: ["|-|-|", "|--|--|", "|:-|-:|", "-|-", "--|--", "| - | - |"])
  func `need no more than one dash`(rule: String) {
    #expect(sketch("# A\n\n|a|b|\n\(rule)\n|1|2|\n") == ["# A\n" + sketched])
  }

  @Test(arguments: [
    ("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 4 |", "a|b| // 1|2|3 // 4||"),
    ("a | b\n--|--\n1 | 2 | **3** | 4\n", "a|b|| // 1|2|**3**|4"),
    ("> a | b\n> --|--\n> 1 | 2 | 3 |\n", "> a|b| // 1|2|3"),
    ("| a |\n|---|\n| 1 | 2 \\| 3 |\n\nx | y", "a| // 1|2 | 3\nx | y"),
  ])
  func `lose no cell that has no head`(text: String, shown: String) {
    #expect(sketch("# A\n\n\(text)\n") == ["# A\n" + shown])
  }

  @Test(arguments: [
    ("> | a | b |\n> |-|-|\n> | 1 | 2 |", "> a|b // 1|2"),
    ("- | a | b |\n  |---|---|\n  | 1 | 2 |", "- (a|b // 1|2)"),
    ("1. | a | b |\n   |--|--|\n   | 1 | 2 |", "1. (a|b // 1|2)"),
    ("> - a | b\n>   --|--\n>   1 | 2", "> - (a|b // 1|2)"),
    ("- | a | b |\n|---|---|", "- | a | b | |---|---|"),
  ])
  func `stand in quotes and items, from their first line`(text: String, shown: String) {
    #expect(sketch("# A\n\n\(text)\n") == ["# A\n" + shown])
  }

  @Test(arguments: [
    (
      "| a |\n|---|\n| http://e.com/a|\n| b |\n\nmore\n\n- last",
      "a // [http://e.com/a](http://e.com/a) // b\nmore\n- last"
    ),
    (
      "|http://e.com|x|\n|---|---|\n|[l](http://e.com/a)|www.e.org|\n\nmore",
      "[http://e.com](http://e.com)|x // [l](http://e.com/a)|[www.e.org](http://www.e.org)\nmore"
    ),
    ("a|b\n-|-\n(http://e.com/a)|2\n\nmore", "a|b // ([http://e.com/a](http://e.com/a))|2\nmore"),
  ])
  func `lose nothing behind an address that a bar follows`(text: String, shown: String) {
    #expect(sketch("# A\n\n\(text)\n") == ["# A\n" + shown])
  }

  @Test(arguments: [
    ("Results:\n| a | b |\n|--:|:--|\n| 1 | 2 |", "Results:\na|b // 1|2"),
    ("two\nlines\na | b\n-|-\n1 | 2", "two lines\na|b // 1|2"),
    ("> Results:\n> | a | b |\n> |---|---|\n> | 1 | 2 |", "> Results: a|b // 1|2"),
    ("- item\n  | a | b |\n  |---|---|\n  | 1 | 2 |", "- item (a|b // 1|2)"),
    ("- x\n- | a | b |\n  |---|---|", "- x, - (a|b)"),
  ])
  func `begin below a line of text`(text: String, shown: String) {
    #expect(sketch("# A\n\n\(text)\n") == ["# A\n" + shown])
    if text.hasPrefix("Results") {
      #expect(sketch("# A\n\n\(text)\n", as: .pandoc)[0].hasPrefix("# A\nResults: |"))
    }
  }

  @Test func `have bars in their code where they are escaped`() {
    #expect(
      sketch("# A\n\n| a |\n|---|\n| `x \\|\\| y` *and `\\|`* |\n\n`\\|`\n")
        == ["# A\na // `x || y` *and `|`*\n`\\|`"])
  }

  @Test func `need as many cells in both lines, and lose no sign without`() {
    #expect(sketch("# A\n\n| a | b | c |\n|---|---|\n") == ["# A\n| a | b | c | |---|---|"])
    #expect(sketch("# A\n\na | b | c\n---|---\n") == ["# A\na | b | c ---|---"])
  }

  @Test func `of Pandoc's reach neither above the text nor over the end of a slide`() {
    let first = "---\npatat: {}\n---\na   b\n--- ---\n1   2\n\n# Next\n\nx\n"
    #expect(sketch(first, as: .patat) == [sketched, "# Next\nx"])
    let below = "# A\n\nx\n\n---\nName   Age\n-----  ---\nAnn     30\n\n# B\n\ny\n"
    #expect(sketch(below, as: .pandoc) == ["# A\nx", "Name|Age // Ann|30", "# B\ny"])
    #expect(sketch("a\n\n- - -\n# Title\n\nx\n", as: .patat) == ["a", "# Title\nx"])
  }

  @Test func `of Pandoc's over several lines have rules around them`() {
    let text = """
      # A

      -------------------
      Centered   Default
      heading
      ---------- --------
      first      row

      second     row
      -------------------

      x
      """
    #expect(
      sketch(text, as: .pandoc)
        == ["# A\nCentered heading|Default // first|row // second|row\nx"])
  }

  @Test func `of Pandoc's stand as their heads stand over the dashes`() {
    let text = """
      # A

        Right     Left     Center     Default
      -------     ------ ----------   -------
           12     12        12            12
      """
    let slide = DeckBuilder.deck(SourceLines(text), as: .pandoc).deck.slides[0]
    guard case .table(let table)? = slide.blocks.first?.kind else {
      Issue.record("no table")
      return
    }
    #expect(table.alignments == [.right, .left, .center, .standard])
  }

  @Test func `of HTML leave room below cells that take several rows`() {
    let text = """
      # A

      <table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr>
      <tr><td>d</td><td>e</td></tr></table>
      """
    #expect(sketch(text) == ["# A\n| // a|b // |c // d|e"])
  }
}
