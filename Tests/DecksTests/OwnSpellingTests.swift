/// What programs spell in ways of their own: lit lines, several orders in a comment, hidden slides.

import Decks
import Markup
import Testing
import Wording

private func code(_ info: String) -> CodeDisplay? {
  let deck = DeckBuilder.deck(SourceLines("# A\n\n```\(info)\na\nb\nc\n```\n")).deck
  for case .code(let code) in deck.slides[0].blocks.map(\.kind) { return code.display }
  return nil
}

@Suite struct `Spellings of one program` {
  @Test(arguments: [
    ("js [|2|3]", ["all", "2", "3"]), ("js {|2|3}", ["all", "2", "3"]),
    ("{.js code-line-numbers=\"|2|1-3\"}", ["all", "2", "1-3"]), ("js [5: 1|2-3]", ["1", "2-3"]),
    ("js [|]", ["all", "all"]), ("js {x|2}", []), ("js []", []),
  ])
  func `groups of lit lines may be empty, and lines begin with a number`(
    info: String, groups: [String]
  ) {
    let found = code(info)?.highlights.map { group in
      group.ranges.map { ranges in
        ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
          .joined(separator: ",")
      } ?? "all"
    }
    #expect(found == groups)
    #expect(code("js [5: 1|2-3]")?.firstLine == 5)
  }

  @Test func `what stands behind code with steps is there with it, listings light up in turn`() {
    let code = "```py {1|2|3}\na\nb\nc\n```\n"
    let text =
      "# A\n\n<!-- column_layout: [1, 1] -->\n<!-- column: 0 -->\n\n\(code)\n<!-- column: 1 -->\n\n"
      + "words\n\n\(code)\n<!-- reset_layout -->\n\nmore\n\n<!-- pause -->\n\nlast\n"
    #expect(
      sketch(text, as: .presenterm) == ["# A\n[code a⏎b⏎c | words; code a⏎b⏎c]\nmore\n5:last"])
    let slide = DeckBuilder.deck(SourceLines(text), as: .presenterm).deck.slides[0]
    let starts = slide.blocks.compactMap { block -> Int? in
      if case .code(let code) = block.kind { code.display.lightsFrom } else { nil }
    }
    #expect(starts == [0, 2] && slide.lastStep == 5)
  }

  @Test func `Marp's comment has an order a line, and lists below one`() {
    let text = """
      ---
      marp: true
      ---

      <!--
      footer: F
      header: "H *i*"
      -->

      # A

      ---

      <!--
      class:
        - lead
        - invert
      _footer: ''
      style: |
        section { color: red }
      -->

      # B

      """
    let deck = DeckBuilder.deck(SourceLines(text)).deck
    #expect(deck.slides.map(\.style.header) == ["H i", "H i"])
    #expect(deck.slides.map(\.style.footer) == ["F", ""])
    #expect(deck.slides.map(\.style.isLead) == [false, true])
    #expect(deck.slides.map(\.notes) == [[], []])
  }

  @Test func `reveal's hidden slides are left out`() {
    let text = "# A\n\n---\n\n<!-- .slide: data-visibility=\"hidden\" -->\n\n# B\n\n---\n\n# C\n"
    #expect(sketch(text, as: .reveal) == ["# A", "# C"])
    let quarto = "---\nslide-level: 2\n---\n\n## A\n\n## B {visibility=\"hidden\"}\n\nx\n\n## C\n"
    #expect(sketch(quarto, as: .pandoc).map { $0.prefix(3) } == ["# A", "# C"])
  }

  @Test func `fragments that go, or change, are seen before, and take their step`() {
    let reveal = "# A\n\ngoes <!-- .element: class=\"fragment fade-out\" -->\n\n"
    #expect(
      sketch(reveal + "comes <!-- .element: class=\"fragment\" -->\n", as: .reveal)
        == ["# A\ngoes \n2:comes "])
    #expect(
      sketch(
        "# A\n\n<div v-click.hide>\n\ngoes\n\n</div>\n\n<v-click hide>\n\nthis\n\n</v-click>\n",
        as: .slidev) == ["# A\ngoes\nthis"])
  }

  @Test func `Pandoc prints dashes, dots and quotation marks, not in code`() {
    let text = """
      ---
      title: "Потоки --- это просто"
      aspectratio: 169
      ---

      ## A -- B

      Поток --- единица, стр. 5--10, "кавычки"... `a -- b "c"` "*d*" don't

      """
    let deck = DeckBuilder.deck(SourceLines(text)).deck
    #expect(deck.settings.title == "Потоки — это просто")
    #expect(
      sketch(text) == [
        "# Потоки — это просто",
        "# A – B\nПоток — единица, стр. 5–10, “кавычки”… `a -- b \"c\"` “*d*” don’t",
      ])
    #expect(sketch("# A\n\na -- \"b\"\n", as: .plain) == ["# A\na -- \"b\""])
  }

  @Test func `Beamer's notes are the speaker's, Pandoc counts what has no number`() {
    let text = "## A\n\n\\note<1>[item]{one {b}\ntwo}\n\nwords\n\n#. a\n#. b\n"
    let slide = DeckBuilder.deck(SourceLines(text), as: .pandoc).deck.slides[0]
    #expect(slide.notes == ["one {b}\ntwo"])
    #expect(sketch(text, as: .pandoc) == ["# A\nwords\n1. a, 1. b"])
  }

  @Test(arguments: [
    ("a) x\nb) y", "a) x, b) y"), ("(c) x\n(d) y", "(c) x, (d) y"),
    ("i. x\nii. y\niii. z", "i. x, ii. y, iii. z"),
    ("IV.  x\nV.  y", "IV. x, V. y"), ("A)  x\n\nB)  y", "A) x, B) y"),
    ("(1) x\n(2) y", "(1) x, (2) y"),
    ("z) x\nb) y", "z) x, aa) y"), ("h. x\ni. y", "h. x, i. y"),
    ("iv. x\nv. y", "iv. x, v. y"), ("a) x\n\n(1) y\n\n#. z", "a) x\n(1) y\n1. z"),
    ("a. long\nand longer\nb. y", "a. long and longer, b. y"),
    ("1. x\n    a) y\n    b) z\n2. v", "1. x (a) y, b) z), 1. v"),
    ("a) x\n\n    more\n\nb) y", "a) x more, b) y"),
    ("words\na) x", "words a) x"), ("B. Russell", "B. Russell"), ("i.e. this", "i.e. this"),
    ("mix) x", "mix) x"),
    ("```\na) x\n```", "code a) x"),
  ])
  func `Pandoc numbers with letters and Roman numbers, too`(text: String, expected: String) {
    let shown = sketch("# A\n\n" + text + "\n", as: .pandoc)
    #expect(shown.map { $0.replacing("⏎", with: " ") } == ["# A\n" + expected])
    #expect(!sketch("# A\n\na) x\nb) y\n", as: .marp)[0].contains("\na) x, "))
  }

  @Test func `Vue's templates are Slidev's slots, its components are what stands in them`() {
    for opening in [
      "<template v-slot:right>", "<template #right>", "<template v-slot:right=\"it\">",
    ] {
      let text = "# A\n\nleft\n\n\(opening)\n\nb\n\n</template>\n"
      #expect(sketch(text, as: .slidev) == ["# A\n[left | b]"])
    }
    let group =
      "# A\n\n::code-group\n\n```sh\nnpm i\n```\n\n```sh\nyarn\n```\n\n::\n\n::Box{color=\"red\"}\nx\n::\n"
    #expect(sketch(group, as: .slidev) == ["# A\ncode npm i\ncode yarn\nx"])
  }

  @Test func `Slidev's steps of a formula are none of it`() {
    #expect(
      sketch("# A\n\n$$ {1|3|all}\na\n$$\n", as: .slidev)
        == sketch("# A\n\n$$\na\n$$\n", as: .slidev))
  }

  @Test func `Pandoc's rule may have crosses, its formulas names, LaTeX's code is code`() {
    #expect(sketch("## A\n\n| a | b |\n|---+--:|\n| 1 | 2 |\n", as: .pandoc) == ["# A\na|b // 1|2"])
    #expect(
      sketch("## A\n\n$$a$$ {#eq:1}\n", as: .pandoc) == sketch("## A\n\n$$a$$\n", as: .pandoc))
    for begin in ["{lstlisting}[language=C]", "{minted}{c}", "{verbatim}"] {
      let name = begin.prefix { $0 != "}" } + "}"
      let text = "## A\n\n\\begin\(begin)\nint x;\n\n# y\n\\end\(name)\n\nmore\n"
      #expect(sketch(text, as: .pandoc) == ["# A\ncode int x;⏎⏎# y\nmore"], "\(begin)")
    }
  }

  @Test func `GitHub's fence of a formula is one, mdp's pause is one without a header, too`() {
    #expect(sketch("# A\n\n```math\na\n```\n") == sketch("# A\n\n$$a$$\n"))
    #expect(sketch("# A\n\na\n\n^\n\nb\n") == ["# A\na\n1:b"])
  }

  @Test func `lines that a file has not are told of, and their place is seen`() {
    let files = DeckFiles { _, _ in .success(Array("a\nb\n".utf8)) }
    let text = "# A\n\n```file\npath: x.py\nstart_line: 9\n```\n"
    let lines = SourceLines(text)
    let (deck, _) = DeckBuilder.deck(lines, as: .presenterm, files: files)
    let slide = deck.slides.read(0)
    #expect(
      slide.diagnostics.map { $0.text(path: "d", lines: lines, .english) } == [
        "d:4:1: warning: x.py has no such lines, only 2"
      ])
    #expect(Sketch(slide: slide.slide).text == "# A\ncode ▣ x.py")
  }

  @Test(arguments: [
    (Dialect.slides, "MMMM dd, YYYY", "November 7, 2026"),
    (.slides, "YYYY-MM-DD", "2026-11-07"), (.slides, "mm/dd/YY", "11/7/26"),
    (.slides, "MMM dd, YYYY - Summit", "Nov 7, 2026 - Summit"), (.slides, "Summit", "Summit"),
    (.slides, "January 2, 2006", "November 7, 2026"),
    (.slides, "02.01.06, 2006", "07.11.26, 2026"), (.slides, "May 2, 2024", "May 2, 2024"),
    (.lookatme, "now", "2026-11-07"), (.lookatme, "2024-02-29", "2024-02-29"),
  ])
  func `the day may be a pattern`(dialect: Dialect, date: String, shown: String) {
    let deck = DeckBuilder.deck(
      SourceLines("---\ntitle: T\nauthor: A\ndate: \(date)\n---\n\n# A\n"), as: dialect,
      today: CalendarDay(year: 2026, month: 11, day: 7)
    ).deck
    #expect(deck.settings.date == shown)
  }

  @Test func `Quarto's shortcodes are left out and told of`() {
    let text = "## A\n\na {{< pagebreak >}} b {{< c\n"
    #expect(sketch(text, as: .pandoc) == ["# A\na  b {{< c"])
    let lines = SourceLines(text)
    let deck = DeckBuilder.deck(lines, as: .pandoc).deck
    #expect(
      deck.slides.read(0).diagnostics.map { $0.text(path: "d", lines: lines, .english) }
        == ["d:3:1: warning: shortcode ‘pagebreak’: not shown"])
  }

  @Test func `a byte order mark is no text, in whatever dialect`() {
    for text in ["%title: T\n\n# A\n\n---\n\n# B\n", "% T\n\n# A\n", "--title T\n--newpage\nx\n"] {
      #expect(sketch("\u{FEFF}" + text) == sketch(text))
    }
  }

  @Test func `Pandoc's pause may stand in an item and in a quote`() {
    #expect(
      sketch("# A\n\n1. one\n\n    . . .\n\n2. two\n\n> a\n>\n> . . .\n>\n> b\n", as: .pandoc)
        == ["# A\n1. one, 1:1. two\n> 1:a 2:b"])
  }

  @Test(arguments: [
    ("[^n]: Para\n\n    - a\n    - b\n\n    ```c\n    x\n    ```", "Para- a, - bcode x"),
    ("[^n]: > quote\n    > more", "> quote more"), ("[^n]: - a\n    - b", "- a, - b"),
    ("[^n]:\n    text\n    on", "text on"), ("[^n]: text\n  on\n\n\tmore", "text onmore"),
  ])
  func `footnotes hold blocks, without the indent that makes them theirs`(
    note: String, shown: String
  ) {
    #expect(sketch("# A\n\nx[^n]\n\n\(note)\n\nnext\n") == ["# A\nx[*]\nnext\nnote: \(shown)"])
  }
}
