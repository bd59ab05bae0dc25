/// What the slides say is read when it is first asked for, and not again.

import Decks
import Markup
import Testing

@testable import Presenting

extension PresenterState {
  /// Where the words of the slides lie in memory: elsewhere once they are read anew.
  fileprivate var address: UnsafePointer<DeckIndex.Entry>? {
    deckIndex?.entries.withUnsafeBufferPointer { $0.baseAddress }
  }
}

@Suite struct `The words of all slides` {
  @Test func `are not read while slides are stepped through`() {
    var state = presenter()
    _ = state.type("<right><right><left>?<esc>b")
    #expect(state.deckIndex == nil)
  }

  @Test func `are read once, for titles, for words and for the overview`() {
    var state = presenter()
    _ = state.type(":")
    let first = state.address
    #expect(first != nil)
    _ = state.type("сл<esc>/о<enter>n<esc>:пе<enter>o<right><esc>")
    #expect(state.address == first)
  }

  @Test func `are read anew of a deck that was edited`() {
    var state = presenter()
    _ = state.type(":<esc>")
    let edited = DeckBuilder.deck(SourceLines("# Новое\n\n---\n\n# Другое\n")).deck
    _ = state.handle(.reloaded(edited, leadsToEdit: false))
    _ = state.type(":")
    #expect(state.deckIndex?.entries.map(\.title) == ["Новое", "Другое"])
  }
}
