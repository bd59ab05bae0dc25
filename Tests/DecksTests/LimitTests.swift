/// What a deck may hold, at its limit and around it.

import Decks
import Markup
import Testing
import Wording

/// The slides' texts and what was wrong.
private func read(_ text: String) -> (slides: [String], told: [String]) {
  let (deck, diagnostics) = DeckBuilder.deck(SourceLines(text))
  let told = diagnostics + DeckReview.diagnostics(of: deck.slides)
  return (
    deck.slides.map { $0.blocks.flatMap(\.inlines).map(\.plainText).joined() },
    told.map { $0.message(.english) }
  )
}

@Suite struct `Limits of a deck` {
  @Test(arguments: [-1, 0, 1])
  func `a slide of more than 256 KiB is told of`(more: Int) {
    let words = String(repeating: "a", count: Limits.slide + more)
    let (slides, told) = read(words + "\n")
    #expect((slides == ["> 256 KiB"]) == (more > 0))
    #expect(told == (more > 0 ? ["this slide is over 256 KiB: not shown"] : []))
  }

  @Test(arguments: [-1, 0, 1])
  func `what is read as a whole is cut after so many lines`(more: Int) {
    let text = (1...50 + more).map { "line \($0)\n" }.joined()
    let (deck, told) = DeckBuilder.deck(SourceLines(text), isLazy: false, mostLines: 50)
    let shown = deck.slides.flatMap(\.blocks).flatMap(\.inlines).map(\.plainText).joined()
    #expect(shown.hasSuffix("line \(50 + min(0, more))"))
    #expect(told.map { $0.range.lowerBound } == (more > 0 ? [text.utf8.count - 8] : []))
  }

  @Test func `lines of a deck with rules are not counted`() {
    let text = "# A\n\n---\n\n" + String(repeating: "a\n", count: 100)
    #expect(DeckBuilder.deck(SourceLines(text), mostLines: 50).diagnostics.isEmpty)
  }

  @Test func `the slides beside it are shown`() {
    for (length, shown) in [(Limits.slide - 8, false), (Limits.slide + 1, true)] {
      let words = String(repeating: "a", count: length)
      let (slides, told) = read("# A\n\n---\n\n" + words + "\n\n---\n\nend\n")
      #expect(slides.count == 3 && slides.last == "end")
      #expect((slides[1] == "> 256 KiB") == shown)
      #expect(told.isEmpty != shown)
    }
  }

  @Test(arguments: [-1, 0, 1])
  func `quotes deeper than 64 are shown flat`(more: Int) {
    let (slides, told) = read(String(repeating: "> ", count: Limits.depth + more) + "deep\n")
    #expect(slides == ["deep"])
    #expect(told == (more > 0 ? ["nested deeper than 64 levels: shown flat"] : []))
  }

  @Test(arguments: [-1, 0, 1])
  func `front matter ends at 64 KiB`(more: Int) {
    let line = "author: x\ntitle: "
    let title = String(repeating: "t", count: Limits.frontMatter + more - line.utf8.count - 1)
    let (slides, told) = read("---\n" + line + title + "\n---\n\nx\n")
    #expect(slides.last == "x")
    #expect(told == (more > 0 ? ["front matter over 64 KiB"] : []))
  }

  @Test(arguments: [-1, 0, 1])
  func `front matter has two hundred keys`(more: Int) {
    let keys = (1...Limits.frontMatterKeys + more).map { "x\($0): \($0)\n" }.joined()
    let told = read("---\n" + keys + "---\n\nx\n").told
    let most = "front matter: more than 200 keys: the rest is not read"
    #expect(told.contains(most) == (more > 0))
  }

  @Test(arguments: [-1, 0, 1])
  func `front matter nests sixteen deep`(more: Int) {
    // The mapping around it is the first level.
    let depth = Limits.frontMatterDepth + more - 1
    let value = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let told = read("---\nx: " + value + "\n---\n\nx\n").told
    #expect(told.contains("front matter: nested deeper than 16 levels") == (more > 0))
  }
}
