/// What the slides are called and what they say, read once for all when something is looked for.

import Decks
import Markup
import Wording

struct DeckIndex: Equatable, Sendable {
  struct Entry: Equatable, Sendable {
    var title: String
    /// Folded: what is on the slide, and what only the speaker reads.
    var words: [UInt8]
    var notes: [UInt8]
    var isSection: Bool
  }

  let entries: [Entry]

  init(of deck: Deck) {
    entries = deck.slides.map { slide in
      Entry(
        title: slide.title?.plainText ?? "", words: slide.words.folded,
        notes: slide.notes.joined(separator: "\n").folded, isSection: slide.style.isLead)
    }
  }

  /// The slides on which a text is found.
  func slides(with text: String) -> [Int] {
    let text = text.folded
    guard !text.isEmpty else { return [] }
    return entries.indices.filter {
      entries[$0].words.firstPlace(of: text) != nil || entries[$0].notes.firstPlace(of: text) != nil
    }
  }

  /// The slides that are meant by letters of their titles; the best first.
  func slides(called text: String) -> [Int] {
    let scores = entries.indices.compactMap { index in
      FuzzyMatch.score(text, in: entries[index].title).map { (index, $0) }
    }
    return scores.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map(\.0)
  }
}
