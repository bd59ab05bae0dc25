/// What authors are used to in one of the other programs, each with a deck of a few lines.

import Decks
import Markup
import Testing
import Wording

@Suite struct `Habits of those who come from another program` {
  private func steps(_ text: String, as dialect: Dialect) -> [Int] {
    DeckBuilder.deck(SourceLines(text), as: dialect).deck.slides.map { $0.lastStep + 1 }
  }

  // MARK: mdp

  @Test(arguments: [
    ("# C\n\n#define FOO\n#tag", "# C\n#define FOO/#tag"),
    ("# C\n\n ( o.o )\n  > ^ <", "# C\n ( o.o )/  > ^ <"),
    ("# C\n\n> said", "# C\n> said"),
    (
      "# C\n\nThe file:\n\n    ---\n    - hosts: all\n\nend",
      "# C\nThe file:\ncode ---⏎- hosts: all\nend"
    ),
  ])
  func `mdp's lines stay as they are`(text: String, shown: String) {
    #expect(sketch(text, as: .mdp) == [shown])
  }

  @Test(arguments: [
    ("_some_ *high* _*text*_", "_some_ *high* _*text*_"),
    ("x=*y* (*p*) \"*q*\"", "x=*y* (*p*) \"*q*\""),
    ("http://x.y/_z_/a", "http://x.y/_z_/a"), ("(`code`)", "(`code`)"),
  ])
  func `mdp's marks open after a blank or each other`(text: String, shown: String) {
    let words = DeckBuilder.deck(SourceLines("# A\n\n" + text), as: .mdp).deck.slides[0].blocks[0]
    guard case .paragraph(let inlines) = words.kind else {
      Issue.record("no paragraph")
      return
    }
    #expect(marked(inlines) == shown)
  }

  /// The words with mdp's marks around what is styled.
  private func marked(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline.kind {
      case .text(let text): text
      case .code(let text): "`\(text)`"
      case .styled(.color, let inner): "*\(marked(inner))*"
      case .styled(.underline, let inner): "_\(marked(inner))_"
      default: "?"
      }
    }.joined()
  }

  @Test func `between two stops there is something`() {
    #expect(steps("# A\n\na\n\n<br>\n<br>\n\nb\n\n^\n\nc", as: .mdp) == [3])
    #expect(steps("# A\n\none\n\n. . .\n\n. . .\n\ntwo\n\n. . .\n", as: .patat) == [2])
  }

  // MARK: patat and Pandoc

  @Test func `patat's titles above the level of slides stand alone`() {
    let text = "---\npatat: {slideLevel: 2}\n---\n\n# End\n\nthanks\n\n## More\n\nx\n"
    #expect(sketch(text, as: .patat) == ["# End", "thanks", "# More\nx"])
  }

  @Test func `a definition may hold lists and code`() {
    let text = """
      # A

      filter
      :   - drops
          - keeps

          ```haskell
          filter even

          end
          ```

          - last
      """
    let indent = "\u{A0}\u{A0}"
    #expect(
      sketch(text, as: .patat) == [
        "# A\n**filter**/\(indent)• drops/\(indent)• keeps\ncode filter even⏎⏎end\n\(indent)• last"
      ])
  }

  @Test func `cells of a grid keep their items and paragraphs`() {
    let text = """
      # A

      +------+------------+
      | a    | b          |
      +======+============+
      | p1   | - built-in |
      |      |   wrapper  |
      | p2   | - bright   |
      +------+------------+
      """
    #expect(sketch(text, as: .pandoc) == ["# A\na|b // p1/p2|• built-in wrapper/• bright"])
  }

  @Test(arguments: ["Table: Cap", ": Cap {#tbl:x}"]) func `a caption may stand before its table`(
    caption: String
  ) {
    let text = "# A\n\n\(caption)\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    #expect(sketch(text, as: .pandoc) == ["# A\nCap\na|b // 1|2"])
  }

  @Test func `a line of a line block goes on after a blank`() {
    #expect(
      sketch("# A\n\n| one\n| two\n  more\n| three\n", as: .pandoc) == ["# A\none/two more/three"])
    #expect(sketch("# A\n\n| one\nmore\n", as: .pandoc) == ["# A\n| one more"])
  }

  @Test(arguments: [
    ("'quoted' and don't", "‘quoted’ and don’t"), ("the '90s", "the '90s"),
    ("'a.' 'b'", "‘a.’ ‘b’"),
  ])
  func `single quotation marks come in pairs`(text: String, shown: String) {
    #expect(sketch("# A\n\n" + text, as: .pandoc) == ["# A\n" + shown])
  }

  @Test func `an aligned formula may stand between dollars, too`() {
    let lines = ["\\begin{align}", "a &= b \\\\", "c &= d", "\\end{align}"].joined(separator: "\n")
    let shown = sketch("# S\n\n$$\n\(lines)\n$$\n", as: .plain)
    #expect(sketch("# S\n\n$$\n\(lines)\n$$\n", as: .pandoc) == shown)
  }

  // MARK: reveal.js

  @Test func `reveal's formulas in backticks, and pictures that are loaded late`() {
    let slide = DeckBuilder.deck(
      SourceLines("# A\n\n`$$ x^2 $$`\n\n<img data-src=\"r.png\">\n"), as: .reveal
    )
    .deck.slides[0]
    let kinds = slide.blocks.flatMap(\.inlines).joined().map(\.kind)
    #expect(kinds.first == .math("x^2", isDisplay: true))
    #expect(
      kinds.contains { if case .image(let image) = $0 { image.source == "r.png" } else { false } })
  }

  // MARK: slides

  @Test(arguments: [
    ("```\n~~~go run .\n\n~~~\n\n```", "code $ go run ."),
    ("```\n~~~sort\nb\na\n~~~\n```", "code b⏎a"),
    ("~~~figlet -c -f Shadow \"FZF\"\n~~~", "FZF"), ("~~~figlet\nBig\n~~~", "Big"),
    ("```\n~~~figlet\nBig\n~~~\n\n```", "Big"),
  ])
  func `of what slides would run the text is shown, or else the command`(
    fence: String, shown: String
  ) {
    #expect(sketch("# A\n\n\(fence)\n", as: .slides) == ["# A\n" + shown])
  }

  // MARK: lookatme

  @Test func `lookatme's headings need no blank`() {
    #expect(
      sketch(
        "#Intro\n\nby me\n\n##Loops\n\nx\n\n##More\n\n```c\n#include <x>\n```\n", as: .lookatme)
        == ["# Intro\nby me", "# Loops\nx", "# More\ncode #include <x>"])
  }

  @Test func `lookatme's items are inner ones however little they are indented`() {
    let text =
      "# A\n\n1. First\n2. Second\n  1. sub one\n  2. sub two\n 3. sub three\n3. Third\n\nend\n  - x\n"
    #expect(
      sketch(text, as: .lookatme) == [
        "# A\n1. First, 1. Second (1. sub one, 1. sub two, 1. sub three), 1. Third\nend\n- x"
      ])
  }

  @Test func `what is typed into lookatme's terminal is shown`() {
    let text = "# A\n\n```terminal-ex\ncommand: zsh -il\nrows: 30\ninit_text: go test\n```\n"
    #expect(sketch(text, as: .lookatme) == ["# A\ncode $ zsh -il⏎go test"])
    // What lookatme does not show above the terminal it types into it all the same.
    let typed = text.replacing("rows: 30", with: "init_codeblock: false")
    #expect(sketch(typed, as: .lookatme) == ["# A\ncode $ zsh -il⏎go test"])
    let twice = text.replacing("zsh -il", with: "go test")
    #expect(sketch(twice, as: .lookatme) == ["# A\ncode $ go test"])
  }

  // MARK: presenterm

  @Test func `presenterm's rules are rules where the deck says so`() {
    let text = "---\noptions:\n  end_slide_shorthand: false\n---\n\nOne\n===\n\na\n\n---\n\nb\n"
    #expect(sketch(text, as: .presenterm) == ["# One\na\nrule\nb"])
    #expect(sketch(text.replacing("false", with: "true"), as: .presenterm) == ["# One\na", "b"])
  }

  @Test func `presenterm's lines between items may be told once for all`() {
    let text = "---\noptions:\n  list_item_newlines: 2\n---\n\n# A\n\n- a\n"
    #expect(DeckBuilder.deck(SourceLines(text), as: .presenterm).deck.settings.itemGap == 2)
  }

  private func told(_ text: String, as dialect: Dialect) -> [String] {
    let lines = SourceLines(text)
    let (deck, found) = DeckBuilder.deck(lines, as: dialect)
    return (found + DeckReview.diagnostics(of: deck.slides)).map {
      $0.text(path: "d", lines: lines, .english)
    }
  }

  @Test func `what presenterm would refuse is told of`() {
    let option = "---\noptions:\n  implicit_slid_ends: true\n---\n\nOne\n===\n"
    #expect(
      told(option, as: .presenterm) == [
        "d:3:3: warning: unknown option ‘implicit_slid_ends’; did you mean implicit_slide_ends?"
      ])
    #expect(told(option.replacing("slid_", with: "slide_"), as: .presenterm) == [])
    #expect(
      told("<!-- font_size: 9 -->\n\nx\n", as: .presenterm) == [
        "d:1:1: warning: font_size: 9 is none of 1…7"
      ])
  }

  @Test(arguments: ["<iframe src=\"x\"></iframe>", "<video src=\"x\" />", "<Youtube id=\"x\" />"])
  func `what only a browser could show is told of`(element: String) {
    let name = element.dropFirst().prefix { $0.isLetter }.lowercased()
    #expect(
      told("# A\n\n\(element)\n\nx\n", as: .slidev) == [
        "d:3:1: warning: not shown in a terminal: <\(name)>"
      ])
  }

  @Test(arguments: [
    ("<!-- snippet_output: x -->", "snippet_output"),
    ("```bash +exec_replace\nls\n```", "+exec_replace"),
    ("```mermaid +render\nx\n```", "+render"),
  ])
  func `what presenterm would run is told of`(order: String, program: String) {
    let told = told("# A\n\n\(order)\n\nx\n", as: .presenterm)
    #expect(
      told.count == 1
        && told[0].hasSuffix("‘\(program)’ is not run here: what it prints is not shown"))
    #expect(self.told("# A\n\n```bash +exec\nls\n```\n", as: .presenterm) == [])
  }

  @Test func `remarks are no orders that were misspelt`() {
    let remarks = "<!-- PROJECT LOGO -->\n\n<!-- a sentence -->\n\n<!-- Word -->\n\nx\n"
    #expect(told(remarks, as: .plain) == [])
    #expect(told("<!-- puase -->\n\n<!-- foo: 1 -->\n\nx\n", as: .plain).count == 2)
  }

  // MARK: Slidev

  private func slidev(_ text: String) -> [String] {
    sketch("---\ntheme: seriph\ndrawings:\n  persist: false\n---\n\n# A\n\n---\n" + text)
  }

  @Test func `Slidev's slides have keys of their themes' and remarks`() {
    #expect(slidev("foo: bar\ndragPos:\n  square: 691,32\n---\n\n# B\n") == ["# A", "# B"])
    #expect(slidev("# remark\nlayout: center\n---\n\n# B\n") == ["# A", "# B"])
    #expect(slidev("\nsome: text\n\n---\n\n# B\n") == ["# A", "some: text", "# B"])
  }

  @Test func `Slidev's halves come in any order`() {
    let slots = "layout: two-cols\n---\n\n::right::\n\nr\n\n::default::\n\nl\n"
    #expect(slidev(slots) == ["# A", "[l | r]"])
  }

  @Test func `of a component that stands alone on its line what is in it is shown`() {
    #expect(
      slidev("\n<MyBox>\n\ninner\n\n</MyBox>\n\nList<String>\n") == ["# A", "inner\nList<String>"])
    let list = "\n<VClicks>\n\n- a\n- b\n\n</VClicks>\n\nend\n"
    #expect(slidev(list) == ["# A", "1:- a, 2:- b\nend"])
  }

  @Test func `Slidev's components show what the audience sees`() {
    let steps =
      "\n<v-switch>\n<template #0>z</template>\n<template #1>a</template>\n<template #2>b</template>\n</v-switch>\n"
    #expect(slidev(steps) == ["# A", "z\n1:a\n2:b"])
    let apart =
      "\n<v-switch>\n\n<template #1>\n\n- a\n\n</template>\n<template #2>\n\nb\n\n</template>\n\n</v-switch>\n"
    #expect(slidev(apart) == ["# A", "1:- a\n2:b"])
    let grounds =
      "\n<LightOrDark>\n<template #dark>d</template>\n<template #light>l</template>\n</LightOrDark>\n"
    #expect(slidev(grounds) == ["# A", "d"])
    let screens = "\n<RenderWhen context=\"presenter\">\n\np\n\n</RenderWhen>\n\nx\n"
    #expect(slidev(screens) == ["# A", "x"])
    #expect(slidev("\n<Link to=\"4\" title=\"Go\"/>\n") == ["# A", "Go "])
  }

  @Test func `Slidev's clicks may be bound to a number`() {
    let list = "\n<v-clicks :every=\"2\">\n\n- a\n- b\n- c\n- d\n\n</v-clicks>\n"
    #expect(slidev("\n# B\n" + list) == ["# A", "# B\n1:- a, 1:- b, 2:- c, 2:- d"])
  }
}
