/// presenterm's links between notes.

import Decks
import Markup
import Testing

@Suite struct `Wikilinks` {
  private let deck = """
    Threads
    ===

    See [[Locks and keys]], [[Locks and keys|the *next* one]].

    [[nowhere|elsewhere]], [[ ]] [[x].

    <!-- end_slide -->

    Locks and keys
    ===
    """

  @Test func `words are shown, marks are not`() {
    #expect(
      words(deck, as: .presenterm) == [
        "See Locks and keys, the next one.", "elsewhere, [[ ]] [[x].",
      ])
    #expect(words("# A\n\n[[x]]\n", as: .plain) == ["[[x]]"])
  }

  @Test func `they lead to the slide that is called so`() {
    let slide = DeckBuilder.deck(SourceLines(deck), as: .presenterm).deck.slides[0]
    let links = slide.blocks.flatMap(\.inlines).flatMap { $0 }.compactMap { inline in
      if case .link(let destination, _) = inline.kind { destination } else { nil }
    }
    #expect(links == ["#locks-and-keys", "#locks-and-keys"])
  }
}
