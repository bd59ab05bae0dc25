/// The place in a talk one is at: a slide and a step of it.

package struct DeckCursor: Hashable, Sendable {
  /// From 0.
  package var slide: Int
  /// From 0; the last step shows everything.
  package var step: Int

  package init(slide: Int = 0, step: Int = 0) {
    self.slide = slide
    self.step = step
  }

  /// One step on; false at the end of the talk.
  package mutating func advance(in deck: Deck) -> Bool {
    guard let here = deck.slide(at: self) else { return false }
    return advance(past: here, in: deck)
  }

  /// The same for those who have the slide already.
  package mutating func advance(past here: Slide, in deck: Deck) -> Bool {
    if step < here.lastStep {
      step += 1
    } else if slide + 1 < deck.slides.count {
      self = DeckCursor(slide: slide + 1)
    } else {
      return false
    }
    return true
  }

  /// One step back: to a slide in its final state; false at the beginning.
  package mutating func retreat(in deck: Deck) -> Bool {
    if step > 0 {
      step -= 1
    } else if slide > 0 {
      slide -= 1
      step = deck.slides[slide].lastStep
    } else {
      return false
    }
    return true
  }

  /// To a slide by its number, counted from 1 and clamped to the talk.
  package mutating func jump(toNumber number: Int, in deck: Deck) {
    self = DeckCursor(slide: max(0, min(number, deck.slides.count) - 1))
  }

  /// Inside a deck that may have become shorter.
  package func clamped(to deck: Deck) -> DeckCursor {
    let slide = max(0, min(slide, deck.slides.count - 1))
    guard deck.slides.indices.contains(slide) else { return DeckCursor() }
    return DeckCursor(slide: slide, step: min(step, deck.slides[slide].lastStep))
  }
}

extension Deck {
  package func slide(at cursor: DeckCursor) -> Slide? {
    slides.indices.contains(cursor.slide) ? slides[cursor.slide] : nil
  }
}
