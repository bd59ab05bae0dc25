/// What authors of published decks write, each with a deck of a few lines: Pandoc and Quarto, Slidev,
/// reveal.js, mdp, patat, presenterm.

import Decks
import Markup
import Testing

@Suite struct `Habits seen in published decks` {
  private func deck(_ text: String, as dialect: Dialect? = nil) -> Deck {
    DeckBuilder.deck(SourceLines(text), as: dialect).deck
  }

  private func dialect(_ text: String) -> Dialect { deck(text).reading.dialect }

  private func titles(_ text: String, as dialect: Dialect? = nil) -> [String?] {
    deck(text, as: dialect).slides.map { $0.title?.plainText }
  }

  // MARK: Tables

  @Test(arguments: [
    ("||X|Y|\n|-|-|-|\n|a|1|2|\n||3|4|", "|X|Y // a|1|2 // |3|4"),
    ("|a|b|c|\n|-|-|-|\n|1||3|", "a|b|c // 1||3"), ("|a|b|\n|-|-|\n|x\\|||", "a|b // x||"),
  ])
  func `two bars hold an empty cell`(table: String, shown: String) {
    #expect(sketch("# A\n\n\(table)\n", as: .plain) == ["# A\n" + shown])
  }

  // MARK: Pandoc and Quarto

  @Test(arguments: [
    "format: revealjs", "output: ioslides_presentation",
    "output:\n  revealjs::revealjs_presentation:\n    css: x",
  ])
  func `Quarto cuts at the second level, whatever stands below the first`(format: String) {
    let text =
      "---\ntitle: D\n\(format)\n---\n\n# One\n\nText.\n\n## A\n\na\n\n# Two\n\n## B\n\nb\n"
    #expect(titles(text, as: .pandoc) == ["D", "One", "A", "Two", "B"])
  }

  @Test func `people may be told in detail`() {
    let text =
      "---\ntitle: D\nauthor:\n  - name: Ian C\n    orcid: 0\n    affiliation:\n      - name: NASA\n        city: G\n"
      + "  - name: {given: Jo, family: Bo}\n    affiliations: UMBC\n---\n\n# A\n"
    let settings = deck(text, as: .pandoc).settings
    #expect(settings.author == "Ian C, Jo Bo" && settings.location == "NASA, UMBC")
  }

  @Test func `paragraphs of the front matter are words apart`() {
    let text = "---\ntitle: D\nauthor: |\n  First\n\n  Second\n---\n\n# A\n"
    #expect(sketch(text, as: .pandoc)[0].contains("First/Second"))
  }

  @Test(arguments: [
    ("::: {.callout-tip title=\"No. 1\"}\nb\n:::", "**No. 1**\nb"),
    ("::: {.content-hidden when-format=\"revealjs\"}\nb\n:::", ""),
    ("::: {.content-visible when-format=\"beamer\"}\nb\n:::", ""),
    ("::: {.content-visible when-format=\"html\"}\nb\n:::", "b"),
    ("::: {.hidden}\n$$\\newcommand{\\E}{E}$$\n:::\n\n$\\E$", "$E$"),
    ("```{=html}\n<style>a {}</style>\n<b>x</b>\n```", "**x**"), ("```{=latex}\n\\vfill\n```", ""),
    ("![](a b.png){#f width=70%}", "![](a%20b.png)"), ("[l](a b.pdf)", "[l](a%20b.pdf)"),
    ("[l](b.pdf \"a title\")", "[l](b.pdf)"),
    ("![](a.png){\n  .absolute width=250\n}", "![](a.png)"), ("a\\ b", "a\u{A0}b"),
    ("a\n\n\\\n\nb", "a\nspace 1\nb"), ("a\n\n&nbsp;\n\nb", "a\nspace 1\nb"),
    ("item \\center", "item "), ("\\rule{1pt}{2pt}\n\nx", "x"),
    ("\\vskip-2em\n\nx", "x"), ("\\scalebox{0.8}{x}", "x"), ("[\\faPython](u.v)", "[Python](u.v)"),
    ("\\begin{tikzpicture}\n\\draw x;\n\\end{tikzpicture}", "code \\draw x;"),
    ("~two words~ H~2~O", "~two words~ H(2)O"),
  ])
  func `Pandoc's blocks and marks`(text: String, shown: String) {
    let wanted = shown.isEmpty ? "# A" : "# A\n" + shown
    #expect(sketch("# A\n\n\(text)\n", as: .pandoc) == [wanted])
  }

  @Test func `columns in a column stand below each other in it`() {
    let inner = "::: {.columns}\n::: {.column}\nb\n:::\n::: {.column}\nc\n:::\n:::\n"
    let text =
      "# A\n\n::::: {.columns}\n:::: {.column}\na\n\n\(inner)::::\n:::: {.column}\nd\n::::\n:::::\n"
    #expect(sketch(text, as: .pandoc) == ["# A\n[a; b; c | d]"])
  }

  @Test func `a slide may be hidden without quotation marks`() {
    let text = "---\nformat: revealjs\n---\n\n## A\n\n## B {visibility=hidden}\n\n## C\n"
    #expect(titles(text, as: .pandoc) == ["A", "C"])
  }

  @Test func `a rule behind HTML in a division cuts`() {
    let text = "# A\n\n::: {.column}\n<iframe src=\"x\"></iframe>\n:::\n---\n\nb\n"
    #expect(sketch(text, as: .pandoc) == ["# A", "b"])
  }

  @Test(arguments: [
    ("\\newcommand{\\zero}{\\mathbf{0}}\n\n$\\zero$", "$\\mathbf{0}$"),
    ("$\\newcommand{\\p}[2]{#1+#2} \\p{a}b$", "$ a+b$"),
    ("$\\newcommand{\\p}[2][z]{#1#2} \\p{a} \\p[y]{a}$", "$ za ya$"),
    ("$\\DeclareMathOperator{\\tr}{tr} \\tr x$", "$ \\operatorname{tr} x$"),
    ("$\\newcommand{\\a}{\\a\\a} \\a$", nil),
  ])
  func `formulas may have commands of the deck's own`(text: String, shown: String?) {
    let slides = sketch("# A\n\n\(text)\n", as: .pandoc)
    // One that means itself is not followed for ever.
    if let shown { #expect(slides == ["# A\n" + shown]) } else { #expect(slides.count == 1) }
  }

  // MARK: Slidev

  private func slidev(_ text: String) -> [String] {
    sketch("---\ntheme: seriph\nlayout: default\n---\n\n# A\n\n---\n\n" + text, as: .slidev)
      .dropFirst().map { $0 }
  }

  @Test func `Slidev begins with a cover, if few words stand there`() {
    let isLead = { (text: String) in self.deck(text, as: .slidev).slides[0].style.isLead }
    #expect(isLead("# A\n\n## B\n") && isLead("---\nlayout: cover\n---\n\n# A\n"))
    #expect(!isLead("# A\n\n- a\n") && !isLead("---\nlayout: default\n---\n\n# A\n\n## B\n"))
    #expect(!deck("# A\n\n---\n\n# B\n\n## C\n", as: .slidev).slides[1].style.isLead)
  }

  @Test func `words are in the middle where a class says so`() {
    let alignments = { (text: String) in
      self.deck("# Z\n\n---\n" + text, as: .slidev).slides[1].items.map(\.alignment)
    }
    #expect(alignments("class: text-center\n---\n\n# A\n\na\n\nb\n") == [.center, .center])
    #expect(alignments("\n# A\n\n<p class=\"text-center\">a</p>\n\nb\n") == [.center, nil])
  }

  @Test func `whatever stands in a grid has a cell`() {
    let grid = { (cells: String) in
      self.slidev("# B\n\n<div class=\"grid grid-cols-2\">\n\n\(cells)\n\n</div>\n")
    }
    #expect(grid("```js\na\n```\n\n```js\nb\n```") == ["# B\n[code a | code b]"])
    #expect(grid("a\n\n- b\n\nc\n\n<div>d</div>") == ["# B\n[a | - b]\n[c | d]"])
    #expect(
      grid("<v-clicks>\n\n<div>\n\na\n\n</div>\n\n<div>\n\nb\n\n</div>\n\n</v-clicks>") == [
        "# B\n[1:a | 2:b]"
      ])
  }

  @Test func `children of clicks come one by one, with all that they hold`() {
    let two = "<div>\n\na\n\n- x\n- y\n\n</div>\n\n<div>\n\nb\n\n</div>"
    #expect(
      slidev("# B\n\n<v-clicks>\n\n\(two)\n\n</v-clicks>\n\nc\n") == [
        "# B\n1:a\n1:- x, 1:- y\n2:b\nc"
      ])
  }

  @Test func `clicks count on from each other, not from those with a number`() {
    let clicks = ["v-click", "v-click=\"3\"", "v-click", "v-click=\"4\""].enumerated()
      .map { "<div \($0.element)> \($0.offset) </div>\n" }.joined()
    #expect(slidev("# B\n\n" + clicks) == ["# B\n1:0 \n3:1 \n2:2 \n4:3 "])
  }

  @Test func `tags may go on over lines, with events`() {
    #expect(
      slidev("# B\n\n<MyCard\n  title=\"x\"\n  v-click\n>\n\nin\n\n</MyCard>\n\nout\n") == [
        "# B\n1:in\nout"
      ])
    #expect(slidev("# B\n\na <span @click=\"x = 1\">b</span> c\n") == ["# B\na b c"])
    #expect(slidev("# B\n\n- <carbon:edit /> a\n- b <carbon:x/> c\n") == ["# B\n- a, - b c"])
  }

  @Test func `settings of a slide may be none`() {
    #expect(titles("# A\n\n---\n---\n\n# B\n\n---\n---\n\n# C\n", as: .slidev) == ["A", "B", "C"])
  }

  @Test func `Slidev's expressions name settings`() {
    let text =
      "---\ntitle: T\nauthor: A B\n---\n\n# {{ $slidev.configs.title }}\n\n{{ configs.author }} {{ 1 + 2 }}\n"
    #expect(sketch(text, as: .slidev) == ["# T\nA B {{ 1 + 2 }}"])
  }

  @Test func `a link to a number leads to a slide`() {
    #expect(slidev("# B\n\n[two](/2) [f](/2.md)\n") == ["# B\n[two](#2) [f](/2.md)"])
  }

  // MARK: reveal.js

  @Test(arguments: ["a", "* a", "1. a", "> a", "| a |\n|---|\n| b |", "<div>a</div>", "![](a.png)"])
  func `reveal's notes begin on any line`(above: String) {
    let slide = deck("# A\n\n\(above)\nNote: secret\nmore\n\n---\n\n# B\n", as: .reveal).slides[0]
    #expect(slide.notes == ["secret\nmore"])
    #expect(!Sketch(slide: slide).text.contains("secret"))
  }

  @Test func `MathJax's brackets have two backslashes`() {
    #expect(
      sketch("# A\n\na \\\\(x^2\\\\) b\n\n\\\\[ y \\\\]\n", as: .reveal) == [
        "# A\na $x^2$ b\n$ y $"
      ])
  }

  @Test(arguments: [
    ("---\ntheme: black\n---\n\n# A\n", Dialect.reveal), ("---\ntheme: dark\n---\n\n# A\n", .plain),
    ("---\nhighlightTheme: x\n---\n\n# A\n", .reveal),
    ("# A\n\nNote: a\n\n---\n\n# B\n\nNote: b\n\n---\n\n# C\n\nNote: c\n", .reveal),
    ("# A\n\nNote: a\n\n# B\n\nNote: b\n\n# C\n\nNote: c\n\n# D\n", .plain),
    ("# A <!-- .element: class=\"x\" -->\n", .reveal),
    ("<p class=\"fragment\">x</p>\n", .reveal),
    ("---\ncanvasWidth: 900\n---\n\n# A\n", .slidev),
    ("# A\n\n```\n~~~graph-easy --as=boxart\n[ A ]\n~~~\n```\n", .slides),
    ("# A\n\n````\n```sh\nx\n```\n````\n\n~~~\n~~~\n", .plain),
  ])
  func `decks are known by what else they set`(text: String, wanted: Dialect) {
    #expect(dialect(text) == wanted)
  }

  // MARK: mdp and patat

  @Test(arguments: [
    ("Agenda\n<br>\n* a\n<br>\n    * b\n<br>\n* c", "Agenda\n1:- a (2:- b), 3:- c"),
    ("- a\ngoes on\nto here\n- b", "- a/goes on/to here, - b"),
    ("\tcode\n\t\t* item", "code code\n- item"),
  ])
  func `mdp's lists are one across stops, and take the lines below`(text: String, shown: String) {
    let text = sketch("# A\n\n\(text)\n", as: .mdp).map { $0.replacing("⏎", with: "/") }
    #expect(text == ["# A\n" + shown])
  }

  @Test func `mdp's rows between items stay`() {
    let isTight = { (text: String) -> Bool? in
      guard case .list(let list)? = self.deck(text, as: .mdp).slides[0].blocks.first?.kind else {
        return nil
      }
      return list.isTight
    }
    #expect(isTight("# A\n\n* a\n\n* b\n\n^\n\n* c\n") == false)
    #expect(isTight("# A\n\n* a\n* b\n") == true)
  }

  @Test func `blanks before mdp's arrow are as wide as words`() {
    let text = sketch("# A\n\n-> ab   <-\n-> abcd <-\n", as: .mdp)
    #expect(text == ["# A\nab\u{A0}\u{A0}/abcd"])
  }

  @Test func `patat shows marks as they are typed, unless it is told otherwise`() {
    let text = "---\npatat: {wrap: true}\n---\n\n# A\n\n--help ... \"x\"\n\n#B\n\ny\n"
    #expect(sketch(text, as: .patat) == ["# A\n--help ... \"x\"", "# B\ny"])
    let smart = text.replacing("wrap: true", with: "wrap: true, pandocExtensions: [smart]")
    #expect(sketch(smart, as: .patat)[0] == "# A\n–help … “x”")
  }

  @Test func `tpp's lines stay below each other, whatever they look like`() {
    let text =
      "--newpage\n--center a\n--center b\n\n--center c\nd\n--color red\ne\n--color white\nf\n\n--boldon\ng\n"
    #expect(sketch(text, as: .tpp) == ["a/b\nc\nd/red(e)/f\n**g**"])
    #expect(sketch("--newpage\n  a\n  b\n", as: .tpp) == ["  a/  b"])
  }

  // MARK: presenterm

  @Test func `the gaps of presenterm's lists hold from where they are asked for`() {
    let text = "# A\n\n- a\n\n<!-- list_item_newlines: 3 -->\n\nx\n\n- b\n"
    #expect(deck(text, as: .presenterm).slides[0].items.map(\.itemGap) == [nil, 3, 3])
  }
}
