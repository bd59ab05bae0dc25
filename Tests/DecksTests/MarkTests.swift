/// Marks that only some dialects have: what is written with a backslash is none of them.

import Decks
import Markup
import Testing

@Suite struct `Marks` {
  @Test(arguments: [
    (#"write \\textbf{x}"#, #"write \textbf{x}"#), (#"x\\pause y"#, #"x\pause y"#),
    (#"C:\\ drive"#, #"C:\ drive"#), (#"\[words\]{.red}"#, "[words]{.red}"),
    (#"a\^b\^c"#, "a^b^c"), (#"\textbf{x} [y]{.red} a^b^"#, "**x** red(y) a^b^"),
    ("&#91;words]{.red}", "[words]{.red}"),
  ])
  func `that are escaped are signs`(text: String, shown: String) {
    #expect(sketch("# A\n\n\(text)\n", as: .pandoc) == ["# A\n" + shown])
  }

  @Test func `of links between slides may be escaped, too`() {
    let deck = "Two\n===\n\n\\[\\[Two\\]\\] [[Two]]\n"
    #expect(sketch(deck, as: .presenterm) == ["# Two\n[[Two]] [Two](#two)"])
  }

  @Test func `of notes stand behind a word, and patterns are none`() {
    #expect(sketch("# A\n\nthe pattern ^[a-z ]+$ is\n") == ["# A\nthe pattern ^[a-z ]+$ is"])
    #expect(sketch("# A\n\nx\\^[not note here]\n") == ["# A\nx^[not note here]"])
    #expect(sketch("# A\n\nx^[a note here]\n") == ["# A\nx[*]\nnote: a note here"])
    #expect(
      sketch("# A\n\nx\\[^1\\] y[^1]\n\n[^1]: z\n") == ["# A\nx[^1] y[*]\nnote: z"])
  }

  @Test func `that raise words come in pairs, and one alone is a sign`() {
    #expect(sketch("# A\n\n5 ^ 3 and x^2^\n", as: .pandoc) == ["# A\n5 ^ 3 and x^2^"])
    let slide = DeckBuilder.deck(SourceLines("# A\n\n5 ^ 3, x^2^\n"), as: .pandoc).deck.slides[0]
    #expect(slide.blocks.flatMap(\.inlines)[0].count == 2)
  }

  @Test(arguments: [
    ("2*3*4 = 24, __init__", "2*3*4 = 24, __init__"),
    ("**a** *b* _c_ d_e_f", "**a** *b* *c* d_e_f"),
    ("`a*b*c` $x_1*y*z$", "`a*b*c` $x_1*y*z$"), ("(*a*), **b**.", "(*a*), **b**."),
    ("f(*args, **kwargs)", "f(*args, **kwargs)"),
  ])
  func `between tags of HTML stand around words`(text: String, shown: String) {
    #expect(sketch("# A\n\n<p>\(text)</p>\n") == ["# A\n" + shown])
  }

  @Test func `of LaTeX for lists, formulas and links are Markdown's`() {
    let list = """
      # A

      Before:
      \\begin{itemize}
      \\item one
        goes on
      \\begin{enumerate}
      \\item x
      \\item y
      \\end{enumerate}
      \\pause
      \\item two
      \\end{itemize}
      After
      """
    #expect(
      sketch(list, as: .pandoc)
        == ["# A\nBefore:\n- one goes on (1. x, 1. y), 1:- two\n1:After"])
    let formula =
      "# A\n\n\\begin{equation}\nx^2\n\\end{equation}\n\n\\begin{align*}\ny\n\\end{align*}\n"
    #expect(sketch(formula, as: .pandoc) == ["# A\n$x^2 $\n$y $"])
    let links =
      "# A\n\nsee \\href{https://a.org/x_y}{the *page*} and \\url{https://b.org}, \\url{c}.\n"
    #expect(
      sketch(links, as: .pandoc)
        == ["# A\nsee [the *page*](https://a.org/x_y) and [https://b.org](https://b.org), c."])
  }
}
