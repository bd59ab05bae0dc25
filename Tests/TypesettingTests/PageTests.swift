/// Slides that are more than text: columns, steps inside a line, lit code, large letters.

import Decks
import Markup
import Screen
import Testing

@testable import Typesetting

private func slide(_ text: String) -> Slide {
  DeckBuilder.deck(SourceLines(text)).deck.slides[0]
}

private func page(
  _ text: String, _ rows: Int = 20, _ columns: Int = 60, ascii: Bool = false, pan: Int? = nil
) -> (page: Page, slide: Slide) {
  let slide = slide(text)
  var setter = Typesetter(theme: .dark, medium: Medium(ascii: ascii))
  setter.pan = pan
  let size = Size(rows: rows, columns: columns)
  return (setter.page(for: slide, isFirst: false, in: size), slide)
}

/// The body's rows that hold anything at a step.
private func rows(_ page: Page, step: Int, _ rows: Int = 20, _ columns: Int = 60) -> [String] {
  var canvas = Canvas(Size(rows: rows, columns: columns))
  page.draw(on: &canvas, step: step, scroll: 0, .dark)
  return (page.body.origin.row..<rows).map { canvas.grid.text(ofRow: $0) }.filter { !$0.isEmpty }
}

private func trimmed(_ rows: [String]) -> [String] {
  let indent = rows.map { $0.prefix { $0 == " " }.count }.min() ?? 0
  return rows.map { String($0.dropFirst(indent)) }
}

@Suite struct `Pages` {
  @Test func `columns share the width, are revisited in any order, and pauses hold inside them`() {
    let text = """
      <!-- column_layout: [1, 2] -->
      <!-- column: 1 -->
      right
      <!-- pause -->
      <!-- column: 0 -->
      left
      <!-- column: 1 -->
      <!-- pause -->
      right again
      <!-- reset_layout -->
      below
      """
    let (set, slide) = page(text)
    #expect(slide.lastStep == 2)
    let right = String(repeating: " ", count: 20) + "right"
    #expect(rows(set, step: 0).map { $0.dropFirst(3) } == [right[...]])
    let last = trimmed(rows(set, step: 2))
    #expect(
      last.map { $0.split(separator: " ").joined(separator: " ") } == [
        "left right", "right again", "below",
      ])
  }

  @Test func `columns too narrow for words stand below each other`() {
    let text =
      "<!-- column_layout: [1, 1, 1] -->\n<!-- column: 0 -->\none\n<!-- column: 1 -->\n"
      + "two\n<!-- column: 2 -->\nthree\n"
    #expect(trimmed(rows(page(text, 20, 40).page, step: 0, 20, 40)) == ["one", "two", "three"])
  }

  @Test func `words that appear later leave their place free`() {
    let text = "---\nmarp: false\nlayout: default\n---\n\none <v-click>two</v-click> three\n"
    let (set, slide) = page(text)
    #expect(slide.lastStep == 1)
    #expect(trimmed(rows(set, step: 0)) == ["one     three"])
    #expect(trimmed(rows(set, step: 1)) == ["one two three"])
  }

  @Test func `lit lines follow the steps, and the others are dimmed`() {
    let text = "# C\n\n```text {1|2-3|all}\na\nb\nc\n```\n"
    let (set, slide) = page(text)
    #expect(slide.lastStep == 2)
    #expect(trimmed(rows(set, step: 0)) == ["▌ a", "  b", "  c"])
    #expect(trimmed(rows(set, step: 1)) == ["  a", "▌ b", "▌ c"])
    #expect(trimmed(rows(set, step: 2)) == ["a", "b", "c"])
    #expect(set.focusRows(atStep: 1).map { $0.count } == 2)
    #expect(set.focusRows(atStep: 2) == nil)
  }

  @Test func `every spelling of line numbers and groups is read`() throws {
    for info in [
      "ts {2-3|5|all}{lines:true,startLine:5}", "ts +line_numbers {2-3|5|all}",
      "ts {2-3|5|all} +line_numbers",
    ] {
      let slide = slide("```\(info)\na\n```\n")
      let code = try #require(slide.blocks.lazy.compactMap(\.code).first)
      #expect(code.display.language == "ts")
      #expect(code.display.hasLineNumbers)
      #expect(slide.lastStep == 2, "\(info)")
    }
    #expect(slide("```js [1|2-3]\na\n```\n").lastStep == 1)
    #expect(slide("```js [2]\na\n```\n").lastStep == 0)
    #expect(slide("```{.python .numberLines startFrom=\"3\"}\na\n```\n").lastStep == 0)
  }

  @Test func `bars and marks have twins in ASCII`() {
    let text = "> quote\n\n```text {1}\na\n```\n"
    let set = page(text, ascii: true).page
    #expect(trimmed(rows(set, step: 0)) == ["| quote", "  > a"])
    #expect("↪‹›▹▣".allSatisfy { Strokes.twin(of: $0)?.isASCII == true })
  }

  @Test func `wide code goes on below, or is cut with marks and panned`() {
    let text = "```\n0123456789abcdefghij0123456789abcdefghij0123456789\n```\n"
    let wrapped = page(text, 20, 40).page
    #expect(wrapped.codeOverhang == 10)
    #expect(rows(wrapped, step: 0, 20, 40).count == 2)
    let cut = rows(page(text, 20, 40, pan: 0).page, step: 0, 20, 40)
    #expect(cut == ["0123456789abcdefghij0123456789abcdefghi›"])
    let panned = rows(page(text, 20, 40, pan: 8).page, step: 0, 20, 40)
    #expect(panned == ["‹9abcdefghij0123456789abcdefghij0123456›"])
    let end = rows(page(text, 20, 40, pan: 16).page, step: 0, 20, 40)
    #expect(end == ["‹bcdefghij0123456789abcdefghij0123456789"])
  }

  @Test func `a panned block moves as one, and halves no wide glyph`() {
    let text = """
      ```
      abcdefgh日本語ijklmnopqrstuvwxyzABCDEFGHIJ日本語KLMNOPQ
      abc
      \t\t|
               column
      ```
      """
    #expect(
      rows(page(text, 20, 40, pan: 8).page, step: 0, 20, 40) == [
        "‹ 本語ijklmnopqrstuvwxyzABCDEFGHIJ日本 ›", "‹", "|", " column",
      ])
    #expect(
      rows(page(text, 20, 40, pan: 9).page, step: 0, 20, 40) == [
        "‹本語ijklmnopqrstuvwxyzABCDEFGHIJ日本語›", "‹", "‹", "column",
      ])
  }

  @Test func `what goes on stands no further left than what it goes on from`() {
    let rows = LongLine(Line("    print(one, two, three)"), mark: .plain, continuation: .plain)
      .continued(to: 18).map(\.text)
    #expect(rows == ["    print(one, ", "    ↪ two, three)"])
  }

  @Test func `a table may be wider than prose`() {
    let cells = (1...6).map { "cell number \($0) of the table" }
    let bars = String(repeating: "|-", count: 6) + "|"
    let row = "| " + cells.joined(separator: " | ") + " |"
    let table = row + "\n" + bars.replacing("-", with: "---") + "\n" + row + "\n"
    let page = Typesetter(theme: .dark)
      .page(for: slide("# T\n\n" + table), isFirst: false, in: Size(rows: 45, columns: 200))
    #expect(Set(page.pieces.map(\.origin.row)).count == 3)
  }

  @Test func `blanks at the end of code are no reason to go on below`() {
    let text = "# A\n\n```\nab\(String(repeating: " ", count: 40))\nabc\n```\n"
    #expect(trimmed(rows(page(text, 20, 30).page, step: 0, 20, 30)) == ["ab", "abc"])
  }

  @Test func `listings below each other have one margin`() {
    let long = String(repeating: "x", count: 71)
    let text = "# A\n\n```\n\(long)\n```\n\nw\n\n```\na\n```\n"
    let codes = page(text, 24, 80).page.pieces.filter { $0.content.columns > 1 }
    #expect(Set(codes.map(\.origin.column)).count == 1)
    let starts = rows(page(text, 24, 80).page, step: 0, 24, 80).filter { !$0.contains("w") }
      .map { $0.prefix { $0 == " " }.count }
    #expect(Set(starts).count == 1)
  }

  @Test func `letters of a size are for all of that size, or for none`() {
    let long = String(repeating: "words that have no room ", count: 12)
    let text = "<!-- font_size: 2 -->\n\n\(long)\n\nshort\n"
    #expect(trimmed(rows(page(text, 40, 60).page, step: 0, 40, 60)).last == "short")
  }

  @Test func `lines that are kept have the margins where they need them`() {
    let line = String(repeating: "x", count: 78)
    let text = "---\npatat: {wrap: false}\n---\n\n# A\n\n\(line)\nb\n"
    let set = rows(page(text, 24, 80).page, step: 0, 24, 80)
    #expect(trimmed(set) == [line, "b"])
  }

  @Test(arguments: [
    ("--title T\n--newpage\n  a\n  b\n", Dialect.tpp), ("# A\n\nx \\newline\n  Won't\n", .pandoc),
  ])
  func `a line begins where it is written to begin`(text: String, dialect: Dialect) throws {
    let slide = try #require(DeckBuilder.deck(SourceLines(text), as: dialect).deck.slides.last)
    let page = Typesetter(theme: .dark)
      .page(for: slide, isFirst: false, in: Size(rows: 24, columns: 80))
    let starts = rows(page, step: 0, 24, 80).map { $0.prefix { $0 == " " }.count }
    #expect(starts.count == 2 && Set(starts).count == 1)
  }

  @Test func `empty columns give others what they need`() {
    let text =
      "<!-- column_layout: [2, 2, 4, 2] -->\n\n<!-- column: 1 -->\n\nleft words\n\n<!-- column: 2 -->\n\nright\n"
    #expect(trimmed(rows(page(text, 24, 60).page, step: 0, 24, 60)).count == 1)
  }

  @Test func `a list in the middle of a cover keeps its edge`() {
    let text = "<!-- _class: lead -->\n\n# A\n\n- a long first item\n\nb\n\n- c\n"
    let slide = DeckBuilder.deck(SourceLines(text), as: .marp).deck.slides[0]
    let page = Typesetter(theme: .dark)
      .page(for: slide, isFirst: false, in: Size(rows: 24, columns: 80))
    let body = rows(page, step: 0, 24, 80).suffix(3)
    #expect(Set(body.map { $0.prefix { $0 == " " }.count }).count == 1)
  }

  @Test func `code goes on below behind a word where there is one, else anywhere`() {
    let text =
      "```\nwarning: slide 7 is two rows too tall for it\nthreads = [Thread(target=work, args=(1,))]\n"
      + "012345678901234567890123456789\n```\n"
    #expect(
      rows(page(text, 20, 30).page, step: 0, 20, 30) == [
        "warning: slide 7 is two rows", "↪ too tall for it", "threads = [Thread(target=work,",
        "↪ args=(1,))]",
        "012345678901234567890123456789",
      ])
  }

  @Test func `large letters shrink until they fit, and are text where nothing fits`() {
    let text = "<!-- font_size: 7 -->\n\nBig words\n"
    let wide = page(text, 40, 140).page
    let narrow = page(text, 40, 40).page
    let tiny = page("<!-- font_size: 7 -->\n\n" + String(repeating: "word ", count: 30), 40, 40)
      .page
    #expect(wide.pieces.map { $0.content.columns }.max() ?? 0 > 80)
    #expect(
      rows(narrow, step: 0, 40, 40).allSatisfy { $0.contains { "▘▝▀▖▌▞▛▗▚▐▜▄▙▟█".contains($0) } })
    #expect(rows(tiny, step: 0, 40, 40).joined().contains("word"))
  }

  @Test func `items of lists are large, too, all of them or none`() {
    let text = "<!-- font_size: 2 -->\n\n9. a\n10. to be\n\n    - it\n"
    let large = [
      "   ▄▖", "  ▐ ▐   ▗▄", "   ▀▜   ▗▄▌", "   ▄▞▗  ▚▄▌", " ▖ ▄▖          ▖",
      "▝▌▐ ▐   ▟▄ ▄▖  ▙▄ ▗▄", " ▌▐▝▐   ▐ ▐ ▐  ▌ ▌▙▄▌", "▗▙▝▄▞▗  ▝▄▝▄▞  ▙▄▘▚▄",
      "            ▖", "        ▗▖  ▖▟▄", "        ██  ▌▐", "        ▝▘  ▌▝▄",
    ]
    #expect(rows(page(text, 40, 40).page, step: 0, 40, 40) == large)
    let long = "<!-- font_size: 2 -->\n\n9. a\n10. " + String(repeating: "word ", count: 30)
    #expect(rows(page(long, 40, 40).page, step: 0, 40, 40).first == " 9. a")
  }

  @Test func `six levels of headings are told apart without colours`() {
    let headings = (1...6).map { String(repeating: "#", count: $0) + " h" }
    let text = "# t\n\n" + headings.joined(separator: "\n\n") + "\n\n---\n\nx\n"
    let set = rows(page(text, 40).page, step: 0, 40)
    #expect(trimmed(set) == ["h", "━", "h", "─", "▌ h", "▎ h", "▸ h", "▹ h"])
  }

  @Test func `the middle is the middle of the screen, and space is kept`() {
    let (set, _) = page("top\n\n<!-- jump_to_middle -->\n\nmiddle\n")
    let places = set.pieces.map { $0.origin.row + set.body.origin.row }
    #expect(places == [1, 10])
    let spaced = page("one\n\n<!-- new_lines: 3 -->\n\ntwo\n").page
    let rows = spaced.pieces.map(\.origin.row)
    #expect(rows[1] - rows[0] == 4)
  }

  @Test func `footnotes and addresses stand at the bottom, each behind its number`() {
    let text = "See [docs](https://example.org/docs) twice[^a].\n\n[^a]: A *note*.\n"
    let set = rows(page(text).page, step: 0)
    #expect(
      set.map { $0.trimmedBlanks } == [
        "See docs[1] twice¹.", "¹ A note.", "[1] https://example.org/docs",
      ])
  }

  @Test func `a footnote and an address are there as soon as their marks are`() {
    let text = "one\n\n<!-- pause -->\n\ntwo[^a] and [docs](https://example.org/x)\n\n[^a]: note\n"
    let set = page(text).page
    #expect(rows(set, step: 0).map { $0.trimmedBlanks } == ["one"])
    #expect(rows(set, step: 1).count == 4)
  }

  @Test func `alerts have a title, nested quotes two bars`() {
    #expect(
      trimmed(rows(page("> [!TIP]\n> Use it.\n").page, step: 0)) == ["▎ ✓ Tip", "▎ Use it."])
    #expect(
      trimmed(rows(page("> [!CAUTION] Stop\n> Now.\n").page, step: 0)) == ["▎ ✗ Stop", "▎ Now."])
    #expect(trimmed(rows(page("> a\n>\n> > b\n").page, step: 0)) == ["▎ a", "▎", "▎ ▎ b"])
  }

  @Test func `html says what it can, and is text otherwise`() {
    let text = "H<sub>2</sub>O x<sup>n</sup> <kbd>Q</kbd> <u>u</u> <blink>w</blink>a<br>b &amp; c\n"
    #expect(
      trimmed(rows(page(text).page, step: 0)) == ["H₂O xⁿ \u{A0}Q\u{A0} u wa", "b & c"])
  }
}

extension Block {
  fileprivate var code: CodeBlock? {
    if case .code(let code) = kind { code } else { nil }
  }
}

@Suite struct `Without colours` {
  private func rows(_ text: String, hasColors: Bool) -> [String] {
    let setter = Typesetter(theme: .dark, medium: Medium(hasColors: hasColors))
    let page = setter.page(
      for: slide(text), isFirst: false, in: Size(rows: 20, columns: 60))
    var canvas = Canvas(Size(rows: 20, columns: 60))
    page.draw(on: &canvas, step: 0, scroll: 0, .dark, hasColors: hasColors)
    let all = (page.body.origin.row..<20).map { canvas.grid.text(ofRow: $0) }
    return trimmed(all.filter { !$0.isEmpty })
  }

  @Test func `code in a line stands between backticks, an alert of its own title tells its kind`() {
    let text = "# T\n\ncall `f(x)` now\n\n> [!WARNING] Hot\n> plate"
    #expect(
      rows(text, hasColors: false) == [
        "call `f(x)` now", "▎ ▲ Warning: Hot", "▎ plate",
      ])
    #expect(
      rows(text, hasColors: true) == ["call f(x) now", "▎ ▲ Hot", "▎ plate"])
  }

  private func spans(_ text: String, _ theme: Theme = .mono) -> [(text: String, style: Style)] {
    let setter = BlockSetter(
      theme: theme, medium: Medium(hasColors: false), step: { _ in 0 }, density: Density())
    let rows = setter.rows(of: slide(text).items[0].blocks, width: 40)
    return rows.flatMap(\.pieces).flatMap { piece -> [(String, Style)] in
      guard case .line(let line) = piece.content else { return [] }
      return line.spans.map { ($0.text, $0.style) }
    }
  }

  @Test func `what a colour tells apart is bold, and marked where it is the ground`() {
    let red = spans("# T\n\na <span style=\"color: red\">b</span> c\n")
    #expect(red.first { $0.text == "b" }?.style.attributes == .bold)
    let ground = spans("# T\n\na <span style=\"background-color: red\">b</span> c\n")
    #expect(ground.first { $0.text == "b" }?.style.attributes == .reverse)
  }

  @Test func `no line goes on under the bar of an alert`() {
    let caution = spans("# T\n\n> [!CAUTION]\n> hot\n")
    #expect(caution.contains { $0.text == "Caution" && $0.style.attributes.contains(.underline) })
    let bars = caution.filter { $0.text.contains("▎") || $0.text.contains("✗") }
    #expect(bars.count == 3)
    #expect(!bars.contains { $0.style.attributes.contains(.underline) })
  }

  /// The words in the middle of three columns stand in the middle of the screen.
  @Test(arguments: [80, 100, 140, 200]) func `an empty column is a margin`(columns: Int) {
    let words = String(repeating: "word ", count: 60)
    let text = "# T\n\n<!-- column_layout: [1, 3, 1] -->\n\n<!-- column: 1 -->\n\n\(words)\n"
    let page = Typesetter(theme: .dark)
      .page(for: slide(text), isFirst: false, in: Size(rows: 24, columns: columns))
    let left = page.pieces.map(\.origin.column).min() ?? 0
    let right = page.pieces.map { $0.origin.column + $0.content.columns }.max() ?? 0
    let margin = page.body.origin.column
    #expect(abs((margin + left) - (columns - margin - right)) <= 6)
  }

  @Test func `a picture gets smaller before the page has to scroll, down to a quarter of it`() {
    let raster = Raster(width: 800, height: 600, pixels: Array(repeating: 0, count: 480_000))
    let setter = Typesetter(
      theme: .dark, medium: Medium(pictures: PictureSource { _, _ in .raster(raster) }))
    let heights = { (text: String, rows: Int) -> [Int] in
      let page = setter.page(for: slide(text), isFirst: false, in: Size(rows: rows, columns: 80))
      let pictures = page.pieces.compactMap { piece in
        if case .picture(_, let size) = piece.content { size.rows } else { nil }
      }
      return pictures + [page.overflow]
    }
    #expect(heights("# T\n\nwords\n\n![](p.png)\n\nmore\n", 24) == [17, 0])
    #expect(heights("# T\n\n![](p.png)\n\n![](p.png)\n", 24) == [9, 9, 0])
    #expect(heights("# T\n\nwords\n\n![](p.png){width=100%}\n\nmore\n", 24).last == 0)
    #expect(heights("# T\n\n![](p.png){height=600}\n", 24)[1] > 0)
    let list = String(repeating: "- item\n", count: 20)
    #expect(heights("# T\n\n![](p.png)\n\n" + list, 24)[1] > 0)
  }
}
