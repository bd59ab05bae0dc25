/// Slides on terminals that have nothing but ASCII: signs are spelled out, letters stay.

import Decks
import Markup
import Screen
import Testing

@testable import Typesetting

/// The rows of the first slide's body that hold anything, as an ASCII terminal shows them.
private func rows(_ text: String, rows: Int = 24, columns: Int = 80) -> [String] {
  let slide = DeckBuilder.deck(SourceLines(text)).deck.slides[0]
  let setter = Typesetter(theme: .dark, medium: Medium(ascii: true))
  let page = setter.page(for: slide, isFirst: false, in: Size(rows: rows, columns: columns))
  var canvas = Canvas(Size(rows: rows + page.overflow, columns: columns), ascii: true)
  page.draw(on: &canvas, step: slide.lastStep, scroll: 0, .dark)
  let grid = Strokes.ascii(canvas.grid)
  let found = (page.body.origin.row..<grid.size.rows).map { grid.text(ofRow: $0) }
    .filter { !$0.isEmpty }
  let indent = found.map { $0.prefix { $0 == " " }.count }.min() ?? 0
  return found.map { String($0.dropFirst(indent)) }
}

@Suite struct `In ASCII` {
  @Test(arguments: [
    ("n ≤ 1, a → b…", "n <= 1, a -> b..."),
    ("2<sup>10</sup> x<sup>n+1</sup> m²", "2^10 x^(n+1) m^2"),
    ("H<sub>2</sub>O 101<sub>2</sub> CO₂", "H2O 101_2 CO2"), (":rocket: 🎉", ":rocket: :tada:"),
    ("~~struck~~ →", "~struck~ ->"), ("© 2026, ±5 €, ½", "(c) 2026, +/-5 EUR, 1/2"),
    ("«Ёж» — naïve 日本語", "\"Ёж\" - naïve 日本語"), ("x∈A ⊆ B", "x in A subseteq B"),
    ("$n \\to \\infty$, $x_1^2 \\cdot y'$", "n -> oo, x_1^2 * y'"), ("`a ≠ b`", "a != b"),
    ("ℱ(x), ℓ", "F(x), l"), ("one · two", "one | two"), ("▁▃▅ █", "_-= #"),
    ("🧵🚥", ":thread: :traffic_light:"),
  ])
  func `signs are spelled out`(text: String, shown: String) {
    #expect(rows(text + "\n") == [shown])
  }

  @Test func `what stands on a slide has marks of ASCII that differ`() {
    let text = """
      # t

      ### three

      #### four

      - [x] done
      - [ ] to do

      > [!WARNING]
      > Hot.

      > [!IMPORTANT]
      > Cold.

      ```text {1}
      lit ≤   | x
      a ──→ b | y
      ```

      ---

      next
      """
    #expect(
      rows(text) == [
        "### three", "#### four", "[x] done", "[ ] to do", "| ! Warning", "| Hot.", "| * Important",
        "| Cold.", "  > lit <=  | x", "    a --> b | y",
      ])
  }

  @Test func `formulas on several lines keep their columns`() {
    let text = #"$$f(n) = \begin{cases} 1 & n \le 1 \\ n^{10} & n > 1 \end{cases}$$"#
    #expect(rows(text) == ["       / 1     n <= 1", "f(n) = {", #"       \ n^10  n > 1"#])
  }

  @Test func `a title that is too high for letters of one sign a pixel has lower ones`() {
    #expect(
      rows("# Forks for all\n", rows: 16, columns: 40) == [
        "    mmmm            m", "    #     mmm  m mm #  m  mmm",
        "    #\"\"  #   # #\"   #m\"  \"mm",
        "    #    \"mmm\" #    # \"m mmm\"", "    mm                     m  m",
        "  m#mm  mmm  m mm     mmm  #  #", "   #   #   # #\"       mmm# #  #",
        "   #   \"mmm\" #       \"mmm# \"m \"m", "----------------------------------",
      ])
  }

  @Test func `large letters are either all there or all text`() {
    let text = "<!-- font_size: 7 -->\n\nBig words here\n\n<!-- font_size: 2 -->\n\nsmall\n"
    #expect(rows(text, rows: 14, columns: 40) == ["Big words here", "small"])
    let large = rows(text, rows: 40, columns: 80)
    #expect(large.dropLast(4).allSatisfy { $0.allSatisfy { " #".contains($0) } })
    #expect(large.suffix(4).allSatisfy { $0.allSatisfy { " #m\"".contains($0) } })
  }
}
