/// The next slide, read and set before somebody asks for it: a key finds it ready.

import Decks
import Screen
import Typesetting

package struct PreparedPage: Equatable, Sendable {
  let place: Int
  let slide: Slide
  let size: Size
  /// As it looks on arrival: nothing panned, nothing zoomed, its demo not there yet. Nil for a slide
  /// with pictures: to read them may take long, and meanwhile no key is heard.
  package let page: Page?
}

extension PresenterState {
  /// Sets the next slide, where that has not been done.
  package mutating func prepare() {
    let next = cursor.slide + 1
    guard mode == .slides, deck.slides.indices.contains(next),
      prepared?.place != next || prepared?.size != stageSize
    else { return }
    let slide = deck.slides[next]
    var typesetter = typesetter
    typesetter.pan = nil
    prepared = PreparedPage(
      place: next, slide: slide, size: stageSize,
      page: slide.hasPictures
        ? nil : typesetter.page(for: slide, isFirst: false, in: stageSize))
  }

  var preparedSlide: Slide? { prepared?.place == cursor.slide ? prepared?.slide : nil }

  /// Nil where the slide looks different from how it was set.
  package var preparedPage: Page? {
    guard let prepared, prepared.place == cursor.slide, prepared.size == stageSize, pan == nil,
      attention == nil, !isDemoVisible
    else { return nil }
    return prepared.page
  }
}
