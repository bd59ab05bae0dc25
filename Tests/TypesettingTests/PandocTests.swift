/// What Pandoc's decks write beside Markdown: examples, spans, Beamer's LaTeX.

import Decks
import Markup
import Screen
import Testing

@Suite struct `Pandoc's own` {
  @Test func `examples are numbered through the deck, and named`() {
    let deck = "# A\n\n(@) one\n(@x) two\n    goes on\n\n# B\n\n- (@) three\n\nas (@x), (@y)\n"
    #expect(shown(deck, as: .pandoc) == ["1) one", "2) two goes on"])
    #expect(
      shown(deck, slide: 2, as: .pandoc) == ["• 3) three", "as (2), (@y)"])
  }

  @Test(arguments: [Dialect.pandoc, .patat, .plain, .slidev])
  func `spans show their words alone`(dialect: Dialect) {
    let text =
      "x\n\n[red *words*]{.red} [small]{.smallcaps} [s]{style=\"color: red; x: y\"}\n\n[a][b] [c]{d e}\n"
    #expect(words(text, as: dialect) == ["x", "red words small s", "[a][b] [c]{d e}"])
  }

  @Test func `classes and styles of spans are colours and marks`() {
    let words = "[a]{.red} [b]{style=\"color:#f00\"} [c]{.underline} [d]{.mark} [e]{.facade}"
    let slide = DeckBuilder.deck(SourceLines("# A\n\n" + words + "\n"), as: .pandoc).deck.slides[0]
    let kinds = slide.blocks.flatMap(\.inlines).flatMap { $0 }.compactMap { inline in
      if case .styled(let style, _) = inline.kind { style } else { nil }
    }
    #expect(
      kinds == [.color("red", on: nil), .color("#f00", on: nil), .underline, .mark])
  }

  @Test func `Beamer's columns, blocks and pauses are obeyed`() {
    let text = """
      # A

      \\begin{columns}[T]
      \\column{0.3\\textwidth}
      left
      \\begin{column}{0.7\\textwidth}
      right
      \\end{column}
      \\end{columns}

      \\begin{block}{Title}
      inside
      \\end{block}
      \\pause
      after \\pause more
      """
    #expect(
      steps(text, as: .pandoc).map(\.glued) == [
        "left right|Title|inside", "left right|Title|inside|after",
        "left right|Title|inside|after more",
      ])
    let slide = DeckBuilder.deck(SourceLines(text), as: .pandoc).deck.slides[0]
    #expect(slide.columnCount == 2)
  }

  @Test func `LaTeX's references are shown by their keys, what is verbatim as it is`() {
    let text = #"""
      # A

      see \cite{knuth84} and \citet[p. 3]{doe99}, slide \ref{fig:a}, \eqref{eq}; \verb|a_b*c| \verb+x+

      \url{https://a.b/c} \url{a.b/d}

      5 \verb and \cite
      """#
    #expect(
      words(text, as: .pandoc) == [
        "see [knuth84] and doe99, slide fig:a, (eq); a_b*c x", "https://a.b/c a.b/d",
        #"5 \verb and \cite"#,
      ])
    let slide = DeckBuilder.deck(SourceLines(text), as: .pandoc).deck.slides[0]
    let links = slide.blocks.flatMap(\.inlines).flatMap { $0 }.filter {
      if case .link = $0.kind { true } else { false }
    }
    // What has no scheme leads nowhere.
    #expect(links.count == 1)
  }

  @Test func `LaTeX that styles does, what lays out is hidden, the rest is shown`() {
    let text =
      "# A\n\n\\centering\n\n\\small \\textbf{bold *x*} \\alert{red} \\vspace{1cm}\\other{y} \\ldots{} \\textcolor{blue}{z\n"
    #expect(
      shown(text, as: .pandoc) == ["bold x red \\other{y} … \\textcolor{blue}{z"])
    #expect(
      words("# A\n\n{\\color{red} a *b*} {\\Large c} {\\other d} {e} {\\small f\n", as: .pandoc)
        == ["a b c {\\other d} {e} f"])
    #expect(shown("# A\n\n\\textbf{x}\n", as: .plain) == ["\\textbf{x}"])
    #expect(
      steps("# A\n\na \\uncover<2->{b} c\\footnote{note \\emph{d}}\n", as: .pandoc) == [
        "a c¹|¹ note d", "a b c¹|¹ note d",
      ])
  }

  @Test func `lines that only lay out make no slide and part no title from it`() {
    let text =
      "---\nslide_level: 1\n---\n\n\\newpage\n\n# A\n\n\\centering \\vspace{1cm}\nx\n\n\\newpage\n\n# B\n"
    let deck = DeckBuilder.deck(SourceLines(text), as: .pandoc).deck
    #expect(deck.slides.map { $0.title?.plainText } == ["A", "B"])
    #expect(words(text, as: .pandoc) == ["x"])
  }

  @Test(arguments: [
    "output: beamer_presentation", "output:\n  ioslides_presentation:\n    incremental: true",
    "output:\n  slidy_presentation: default", "output: revealjs::revealjs_presentation",
    "revealjs-url: x", "format: revealjs",
  ])
  func `what R Markdown and Quarto make slides with speaks for Pandoc`(matter: String) {
    let deck = DeckBuilder.deck(SourceLines("---\n\(matter)\n---\n\n# A\n\nx\n")).deck
    #expect(deck.reading.dialect == .pandoc)
  }

  @Test func `settings under the format's name count`() {
    let matter =
      "---\noutput:\n  beamer_presentation:\n    slide_level: 1\n    incremental: yes\n---\n"
    let deck = DeckBuilder.deck(SourceLines(matter + "\n# A\n\n## B\n\n- x\n- y\n")).deck
    #expect(deck.slides.count == 1)
    #expect(deck.slides[0].lastStep == 2)
  }

  @Test func `groups of LaTeX go on over paragraphs, environments over none`() {
    let text =
      "# A\n\n{\\centering \\textbf{a}\n\n}\n\n\\begin{center}b \\end{center}\n\nc\\ d `\\hfill`{=latex} e\n"
    #expect(words(text, as: .pandoc) == ["a", "b", "c\u{A0}d e"])
  }

  @Test func `formulas between brackets`() {
    #expect(words("# A\n\n- a\n\\[\nx_1 + y\n\\]\n", as: .pandoc) == ["• a", "x₁ + y"])
    #expect(words("# A\n\n\\[ x \\]\n", as: .plain) == ["[ x ]"])
  }

  @Test func `a table's caption without its mark`() {
    let table = "# A\n\n| a |\n|---|\n| b |\n\n"
    #expect(words(table + "Table: words {#tbl:x}\n", as: .pandoc).last == "words")
    #expect(words(table + "Table: {x=y}\n", as: .pandoc).last == "b")
    #expect(words("# A\n\nTable: words\n", as: .pandoc) == ["Table: words"])
  }

  @Test func `citations are shown by their keys`() {
    let text = "# A\n\nAs [@knuth84; see *also* @doe99, p. 3] and [-@x_1], a@b.c, [@]\n"
    #expect(
      words(text, as: .pandoc) == ["As [knuth84; see also doe99, p. 3] and [x_1], a@b.c,", "[@]"])
    #expect(told(text, as: .pandoc).isEmpty)
    #expect(words("# A\n\n---\n\n# B\n\n[@you]\n", slide: 2, as: .slidev) == ["[@you]"])
  }

  @Test func `a definition that goes on below stands under its beginning`() {
    let text = "# A\n\nTerm\n: what it is said to mean by those who know it well\n"
    let hanging = ["Term", "  what it is said to mean by", "  those who know it well"]
    #expect(shown(text, as: .pandoc, columns: 30).map(\.plainBlanks) == hanging)
    let more = "\n    A *second* paragraph of it\n    on two lines\n\n    a third\n\nand text\n"
    #expect(
      shown(text + more, as: .pandoc, columns: 30).map(\.plainBlanks) == hanging + [
        "  A second paragraph of it on", "  two lines", "  a third", "and text",
      ])
    let code = "# A\n\nTerm\n: words\n\n        code\n\ntext\n\n    code\n"
    #expect(shown(code, as: .pandoc).map(\.glued).suffix(3) == ["code", "text", "code"])
  }
}

extension String {
  fileprivate var plainBlanks: String { String(map { $0 == "\u{A0}" ? " " : $0 }) }
}
