/// Code that knitr and Quarto run.

import Decks
import Markup
import Testing

@Suite struct `Chunks of code` {
  private func code(_ info: String) -> CodeBlock? {
    let text = "# A\n\n```\(info)\n#| echo: false\n#| label: x\nx = 1\n#| y\n```\n"
    for block in DeckBuilder.deck(SourceLines(text)).deck.slides[0].blocks {
      if case .code(let code) = block.kind { return code }
    }
    return nil
  }

  @Test(arguments: [
    ("{python}", "python"), ("{r, echo=FALSE}", "r"), ("{r setup, fig.cap=\"a, b\"}", "r"),
    ("{{python}}", "python"), ("{.python}", "python"), ("{python startFrom=5}", "python"),
  ])
  func `their language is found, their settings are hidden`(info: String, language: String) {
    #expect(code(info)?.display.language == language)
    #expect(code(info)?.lines.map(\.text) == ["x = 1", "#| y"])
  }

  @Test(arguments: ["{1,3}", "{all}", "{lines:true}", "{startFrom=5}"])
  func `what else stands in braces is no language`(info: String) {
    #expect(code(info)?.display.language == "")
  }

  @Test func `code of other decks keeps its lines`() {
    #expect(code("python")?.lines.count == 4)
  }

  @Test(arguments: ["{r setup, include=FALSE}\nx", "{python}\n#| include: false\nx"])
  func `those that prepare the others are no slide`(chunk: String) {
    let text = "---\noutput: slidy_presentation\n---\n\n```\(chunk)\n```\n\n## A\n\nx\n"
    #expect(DeckBuilder.deck(SourceLines(text)).deck.slides.map { $0.title?.plainText } == ["A"])
  }

  @Test func `they speak for Pandoc`() {
    let deck = DeckBuilder.deck(SourceLines("# A\n\n```{r, echo=FALSE}\nx\n```\n")).deck
    #expect(deck.reading.dialect == .pandoc)
  }
}
