/// Pauses inside texts: what follows them comes with them, and no key changes nothing.

import Decks
import Testing

@Suite struct `Pauses in a text` {
  @Test func `what follows appears with the step, in the place it keeps`() {
    #expect(steps("# A\n\nfoo <!-- pause --> bar\n") == ["foo", "foo bar"])
    #expect(
      steps("# A\n\na *b <!-- stop --> c* d\n\ne\n") == ["a b", "a b c d|e"])
    #expect(steps("# A\n\nx <!-- pause -->y <!-- pause --> z\n") == ["x", "x y", "x y z"])
  }

  @Test func `at the end of a paragraph it holds for what comes below`() {
    #expect(steps("# A\n\na <!-- pause -->\n\nb\n") == ["a", "a|b"])
    #expect(steps("# A\n\n- a <!-- pause -->\n- b\n") == ["• a", "• a|• b"])
    #expect(steps("# A <!-- pause -->\n\na\n") == ["", "a"])
  }

  @Test func `at the end of a slide it is a stop only where the program makes one`() {
    for dialect in [Dialect.plain, .presenterm] {
      #expect(steps("# A\n\na <!-- pause -->\n", as: dialect) == ["a"])
      #expect(steps("# A\n\n- a\n  <!-- pause -->\n", as: dialect) == ["• a"])
    }
    #expect(steps("# A\n\na <!-- stop -->\n", as: .lookatme) == ["a", "a"])
  }

  @Test func `behind a list that pauses by itself it is the list's`() {
    let list = "# A\n\n<!-- incremental_lists: true -->\n\n- a\n- b\n\n<!-- pause -->\n\nc\n"
    #expect(steps(list, as: .presenterm) == ["", "• a", "• a|• b", "• a|• b|c"])
    let two = list.replacing("<!-- pause -->", with: "<!-- pause -->\n\n- x <!-- pause -->\n- y")
    #expect(
      steps(two, as: .presenterm).count == 6, "\(steps(two, as: .presenterm))")
    let quoted = "# A\n\nt\n\n. . .\n\n> - a\n> - b\n\n. . .\n\nc\n"
    #expect(steps(quoted, as: .pandoc) == ["t", "t|• a", "t|• a|• b", "t|• a|• b|c"])
  }

  @Test func `in a table it parts the cells of a row, too`() {
    let table = "# A\n\n| a | b |\n|---|---|\n| 1 <!-- pause --> | 2 |\n| 3 | 4 |\n"
    #expect(
      steps(table) == ["a │ b|───┼──|1 │", "a │ b|───┼──|1 │ 2|3 │ 4"])
  }

  @Test func `a comment leaves one blank of two`() {
    #expect(shown("# A\n\na <!-- // x --> b\n") == ["a b"])
    #expect(shown("# A\n\na <!-- // x\ny -->\nb\n") == ["a b"])
  }
}
