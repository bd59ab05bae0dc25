/// The next slide is set beforehand, and nobody sees that it was.

import Decks
import Markup
import Presenting
import Screen
import Testing
import Typesetting

@Suite struct `The next slide is prepared` {
  private let deck = """
    # Один

    слова

    ---

    # Два

    ```text
    длинная строка программы, длинная строка программы, длинная строка программы, ещё
    ```

    <!-- pause -->

    шаг

    ---

    # Три

    ```demo timeline mode=seq
    ---
    вместо демо
    ```

    ---

    # Четыре

    ![нет](нет.png)
    """

  /// Whatever may change between the preparing and the arrival.
  private var changes: [(String, (inout PresenterState) -> Void)] {
    let edited = DeckBuilder.deck(SourceLines(deck.replacing("Три", with: "Трижды"))).deck
    return [
      ("nothing", { _ in }),
      ("another size", { _ = $0.handle(.resized(Size(rows: 12, columns: 60))) }),
      ("another theme", { _ = $0.handle(.themeChanged(.light)) }),
      ("an edit", { _ = $0.handle(.reloaded(edited, leadsToEdit: false)) }),
      (
        "a shorter talk",
        {
          _ = $0.handle(
            .reloaded(
              DeckBuilder.deck(SourceLines("# Один\n\n---\n\n# Иное")).deck, leadsToEdit: false))
        }
      ),
      ("notes below", { _ = $0.type("S") }),
      ("panned code", { _ = $0.type(">>") }),
      ("a zoomed block", { _ = $0.type("z") }),
      ("a pointer", { _ = $0.type("v") }),
      ("a live demo", { _ = $0.handle(.demoChanged(LiveFace())) }),
    ]
  }

  @Test func `every way through a talk shows what it shows without`() {
    for (name, change) in changes {
      for keys in ["l l l l l l", "h l", "l G l", "2G", "3G l", "o <right> <enter> l", "b l l"] {
        for slide in 1...4 {
          var (prepared, plain) = (presenter(deck), presenter(deck))
          for (index, key) in (["\(slide)G"] + keys.split(separator: " ").map(String.init))
            .enumerated()
          {
            prepared.prepare()
            // between the preparing and the arrival
            if index == 1 {
              change(&prepared)
              change(&plain)
            }
            #expect(prepared.type(key) == plain.type(key))
            let isSame = prepared.frame == plain.frame
            #expect(isSame, "\(name), \(keys) from \(slide), key \(index)")
          }
        }
      }
    }
  }

  @Test func `a key finds the page that was set`() {
    var state = presenter(deck)
    state.prepare()
    let prepared = state.prepared
    #expect(prepared?.page != nil)
    _ = state.type("l")
    #expect(state.preparedPage == prepared?.page)
  }

  @Test func `pictures are not read before somebody comes to them`() {
    var state = presenter(deck)
    _ = state.type("3G")
    state.prepare()
    #expect(state.prepared != nil && state.prepared?.page == nil)
  }
}
