/// Slidev's table of contents, and mistakes in a slide's settings.

import Decks
import Markup
import Testing

@Suite struct `Slidev's own` {
  private let deck = """
    ---
    drawings: x
    layout: default
    title: Talk
    ---

    # One

    <Toc minDepth="1" maxDepth="2" />

    ---

    ## Two *and* more

    ---
    hideInToc: true
    ---

    # Hidden

    ---
    layout: center
    hide: true
    ---

    # Gone

    ---

    ### Deep

    ---

    # Three
    """

  @Test func `the contents are the titles, those below in lists of their own`() {
    #expect(shown(deck, as: .slidev) == ["• One", "  ◦ Two and more", "• Three"])
    let slide = DeckBuilder.deck(SourceLines(deck), as: .slidev).deck.slides[0]
    let links = slide.blocks.flatMap(\.inlines).flatMap { $0 }.compactMap { inline in
      if case .link(let destination, _) = inline.kind { destination } else { nil }
    }
    #expect(links == ["#one", "#two-and-more", "#three"])
  }

  @Test func `any line of dashes cuts, behind HTML and below text, too`() {
    let text = "# A\n\n<div>a</div>\n---\nlayout: center\n---\n\nwords\n---\n\n- b\n-----\n\n# C\n"
    let slides = DeckBuilder.deck(SourceLines(text), as: .slidev).deck.slides
    #expect(slides.map { $0.title?.plainText } == ["A", nil, nil, "C"])
    #expect(words(text, slide: 2, as: .slidev) == ["words"])
  }

  @Test func `code moves with settings behind its name`() {
    let moves = "# A\n\n````md magic-move {lines: true}\n```js\na\n```\n```js\nb\n```\n````\n"
    #expect(steps(moves, as: .slidev) == ["1 a", "1 b"])
  }

  @Test func `above code stands its title, and every line has its number if the deck says so`() {
    let code = "# A\n\n```ts [app.ts] {1|2}\na\nb\n```\n"
    #expect(shown(code, step: 0, as: .slidev) == ["  app.ts", "▌ a", "  b"])
    #expect(shown("# A\n\n```py title=\"x.py\"\na\n```\n", as: .plain) == ["x.py", "a"])
    #expect(shown("# A\n\n```js [1|2]\na\nb\n```\n", step: 0, as: .reveal) == ["1▌ a", "2  b"])
    let numbered = "---\nlineNumbers: true\ndrawings: x\n---\n\n" + "# A\n\n```ts\na\nb\n```\n"
    #expect(shown(numbered, as: .slidev) == ["1  a", "2  b"])
  }

  @Test func `settings of a slide that are no YAML are an error with its place`() {
    let text = "# A\n\n---\nlayout: [\n---\n\n# B\n"
    #expect(told(text, as: .slidev).count == 1)
    #expect(told(text, as: .slidev)[0].hasPrefix("d.md:5:1: error"))
    #expect(told(text, as: .slidev)[0].contains("error: slide's settings: "))
    #expect(DeckBuilder.deck(SourceLines(text), as: .slidev).deck.slides.count == 2)
    let fenced = "# A\n\n---\n\n```yaml\nlayout: \"x\nclass: y\n```\n\n# B\n"
    #expect(told(fenced, as: .slidev).contains { $0.contains("error: slide's settings: ") })
  }

  @Test func `more keys than are read are told of`() {
    let keys = (0..<201).map { "  k\($0): x\n" }.joined()
    let text = "---\npatat:\n" + keys + "---\n\n# A\n"
    #expect(
      told(text) == ["d.md:202:9: error: front matter: more than 200 keys: the rest is not read"])
    #expect(told(text.replacing("  k200: x\n", with: "").replacing("  k199: x\n", with: "")) == [])
  }

  @Test func `a picture in the midst of a text comes with its click`() {
    let text = "# A\n\nOne <v-click>two ![](p.png) three</v-click> four ![](q.png)\n"
    let found = steps(text, as: .slidev)
    #expect(found.count == 2)
    #expect(!found[0].contains("p.png") && !found[0].contains("two"))
    #expect(found[0].contains("four") && found[0].contains("q.png"))
    #expect(found[1].contains("p.png") && found[1].contains("three"))
    let tag = steps("# A\n\nOne <v-click><img src=\"p.png\"></v-click> two\n", as: .slidev)
    #expect(tag.map { $0.contains("p.png") } == [false, true])
  }
}
