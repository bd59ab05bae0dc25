/// Reads a deck through for what is wrong with it, some slides at a time: a talk begins without it.

import Decks
import Markup

struct DeckReview {
  /// The deck with what was found so far, in the order of the source once it is done.
  private(set) var loaded: LoadedDeck
  private let check: DemoCheck
  private var next = 0

  /// About a millisecond of ordinary slides.
  private static let slidesAtOnce = 32

  init(_ loaded: LoadedDeck, _ check: DemoCheck) {
    self.loaded = loaded
    self.check = check
  }

  /// Reads on; false when it is done.
  mutating func goOn() -> Bool {
    guard !loaded.isReviewed else { return false }
    let slides = loaded.deck.slides
    let end = min(next + Self.slidesAtOnce, slides.count)
    for index in next..<end {
      let (slide, diagnostics) = slides.read(index)
      loaded.diagnostics += diagnostics
      for request in slide.demos { loaded.diagnostics += check.diagnostics(of: request) }
    }
    next = end
    if end == slides.count { finish() }
    return !loaded.isReviewed
  }

  private mutating func finish() {
    loaded.diagnostics.sort { $0.range.lowerBound < $1.range.lowerBound }
    loaded.isReviewed = true
  }
}
