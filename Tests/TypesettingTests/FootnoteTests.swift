/// Footnotes: marks in notes, notes in the text, notes that nobody needs.

import Decks
import Testing

@Suite struct `Footnotes` {
  @Test func `a note may refer to another, which comes after it with the same step`() {
    let text = "# A\n\nx\n\n<!-- pause -->\n\ny[^a]\n\n[^a]: one[^b]\n\n[^b]: two[^a]\n"
    #expect(steps(text) == ["x", "x|y¹|¹ one²|² two¹"])
  }

  @Test func `one that nothing refers to is told of`() {
    #expect(
      told("# A\n\nx[^a]\n\n[^a]: one\n\n[^b]: two\n") == [
        "d.md:7:1: warning: nothing refers to the footnote ‘b’: not shown"
      ])
  }

  @Test func `Pandoc's notes in the text are notes`() {
    let text = "# A\n\nx^[see *this* [^a] one]. y[^a]\n\n[^a]: two\n"
    for dialect in [Dialect.pandoc, .patat, .plain] {
      #expect(
        words(text, as: dialect) == ["x¹. y²", "¹ see this ² one", "² two"])
    }
    #expect(words("# A\n\nx^[see this].\n", as: .marp) == ["x^[see this]."])
  }

  @Test func `patterns and brackets without an end are none`() {
    #expect(words("# A\n\n^[a-z]+ and x^[open one\n") == ["^[a-z]+ and x^[open one"])
  }

  @Test func `a note has no steps of its own`() {
    #expect(steps("# A\n\nx[^a]\n\n[^a]: a <!-- pause --> b\n") == ["x¹|¹ a b"])
  }
}
