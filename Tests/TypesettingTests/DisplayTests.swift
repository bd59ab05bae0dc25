/// Formulas and pictures that stand on lines of their own among words.

import Decks
import Glibc
import Markup
import Screen
import Testing
import Typesetting

@Suite struct `A formula among words` {
  @Test func `is on lines of its own, and what follows begins a line`() {
    #expect(
      shown("# A\n\nBefore $$ a = \\frac12 $$ and after\n") == [
        "Before", "    1", "a = ─", "    2", "and after",
      ])
    #expect(shown("# A\n\nBefore $$ab$$\n*after* it\n") == ["Before", "ab", "after it"])
  }

  @Test func `is never broken: too wide for its lines it is a text`() {
    let sum = (1...6).map { "x_{\($0)}" }.joined(separator: " + ")
    let text = "# A\n\n$$ y = \\frac{\(sum)}{2} $$\n"
    #expect(shown(text).count == 3)
    #expect(shown(text, columns: 24).joined(separator: " ").hasPrefix("y = (x₁+x₂+x₃+"))
  }
}

@Suite struct `A picture among words` {
  /// What stands in which columns of a screen.
  private func places(_ text: String, columns: Int) -> [Range<Int>] {
    let raster = Raster(width: 160, height: 40, pixels: Array(repeating: 0, count: 6400))
    let medium = Medium(pictures: PictureSource { _, _ in .raster(raster) })
    let slide = DeckBuilder.deck(SourceLines(text)).deck.slides[0]
    let page = Typesetter(theme: .dark, medium: medium)
      .page(for: slide, isFirst: false, in: Size(rows: 40, columns: columns))
    return page.pieces.map { piece in
      let left = page.body.origin.column + piece.origin.column
      return left..<left + piece.content.columns
    }
  }

  @Test func `leaves few words in the middle, as if it were not there`() {
    let words = places("# A\n\nA short line.\n", columns: 80)
    let among = places("# A\n\nA short line.\n\n![](a.png)\n\nAnd one more.\n", columns: 80)
    #expect(words == [33..<46])
    #expect(among.first == 33..<46 && among.last == 33..<46)
    #expect(among.contains { $0.count > 13 && abs($0.lowerBound + $0.upperBound - 80) <= 1 })
  }

  @Test func `leaves words that fill the width at the margin`() {
    let line = [String](repeating: "word", count: 14).joined(separator: " ")
    let places = places("# A\n\n\(line)\n\n![](a.png)\n", columns: 80)
    #expect(places.first?.lowerBound == 3)
  }
}

@Suite struct `A paragraph of many lines` {
  /// CPU time of setting it, in nanoseconds: two of them are compared.
  private func time(_ text: String) -> Int {
    let slide = DeckBuilder.deck(SourceLines("# A\n\nx\n\n---\n\n# B\n\n" + text)).deck.slides[1]
    let setter = Typesetter(theme: .dark, medium: Medium())
    let begun = threadTime
    _ = setter.page(for: slide, isFirst: false, in: Size(rows: 24, columns: 80))
    return threadTime - begun
  }

  private var threadTime: Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  @Test func `takes no longer on the slide itself than in a quote`() {
    let own = time(String(repeating: "a  \n", count: 2_000))
    let quoted = time(String(repeating: "> a  \n", count: 2_000))
    #expect(own < 4 * quoted)
  }
}
