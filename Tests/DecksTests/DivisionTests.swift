/// Divisions, definitions and what else Pandoc's decks put around words.

import Decks
import Markup
import Testing

@Suite struct `Divisions` {
  @Test(arguments: [Dialect.pandoc, .patat])
  func `hold headings that begin no slide`(dialect: Dialect) {
    let note = "## A\n\nx\n\n::: {.callout-note}\n## Note\n\ny\n:::\n\n## B\n\nz\n"
    #expect(sketch(note, as: dialect) == ["# A\nx\nh2 Note\ny", "# B\nz"])
    let columns = """
      ## A

      ::: {.columns}
      ::: {.column}
      ## Left
      a
      :::
      ::: {.column}
      ## Right
      b
      :::
      :::
      """
    #expect(sketch(columns, as: dialect) == ["# A\n[h2 Left; a | h2 Right; b]"])
  }

  @Test func `that never end hold nothing`() {
    #expect(sketch("## A\n\n::: x\n\n## B\n\ny\n", as: .pandoc) == ["# A", "# B\ny"])
    #expect(
      sketch("## A\n\n::: x\n\n---\n\n## B\n\ny\n\n:::\n", as: .pandoc) == ["# A", "# B\ny"])
  }

  @Test(arguments: [Dialect.pandoc, .patat, .slides])
  func `of terms and definitions show both`(dialect: Dialect) {
    let indent = "\u{A0}\u{A0}"
    #expect(
      sketch("# A\n\nTerm\n:   first\n    second\n", as: dialect)
        == ["# A\n**Term**/\(indent)first second"])
    #expect(
      sketch("# A\n\nTerm\n\n:   def\n\n~   more\n\nx\n", as: dialect)
        == ["# A\n**Term**/\(indent)def/\(indent)more\nx"])
    #expect(sketch("# A\n\na\nb\n\n: c\n", as: dialect).first?.hasSuffix(": c") == true)
  }

  @Test func `of lines keep the blanks before their words`() {
    #expect(
      sketch("# A\n\n| a\n|    b\n|\n| c\n", as: .pandoc) == ["# A\na/\u{A0}\u{A0}\u{A0}b//c"])
  }

  @Test func `of remark.js know the notes and links of the deck`() {
    let text = """
      # A

      .left[
      see [x] and[^1]
      ]

      [x]: /y
      [^1]: note
      """
    #expect(sketch(text, as: .remark) == ["# A\nsee [x](/y) and[*]\nnote: note"])
  }

  @Test func `of remark.js say of themselves what is not shown`() {
    let text = "# A\n\nx\n\n--\ncount: false\n\ny\n"
    #expect(sketch(text, as: .remark) == ["# A\nx\n1:y"])
  }

  @Test func `of Slidev's halves leave each its heading`() {
    let text =
      "---\nlayout: two-cols\n---\n\n# Before\n\na\n\n::right::\n\n# After\n\nb\n\n---\n\nc\n"
    #expect(sketch(text, as: .slidev).first == "[h1 Before; a | h1 After; b]")
    let one = "---\nlayout: two-cols\n---\n\n# Before\n\na\n\n::right::\n\nb\n\n---\n\nc\n"
    #expect(sketch(one, as: .slidev).first == "# Before\n[a | b]")
  }
}
