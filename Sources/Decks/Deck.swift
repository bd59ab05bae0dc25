/// A talk: its settings and its slides.

import Markup
import Wording

package struct Deck: Equatable, Sendable {
  package var settings: DeckSettings
  package var slides: [Slide]

  package init(settings: DeckSettings, slides: [Slide]) {
    self.settings = settings
    self.slides = slides
  }
}

/// What the front matter says of the whole talk.
package struct DeckSettings: Equatable, Sendable {
  package var title: String?
  package var author: String?
  package var date: String?
  package var language: Language?
  package var theme: String?
  /// The themes there are.
  package static let themes = ["dark", "light", "terminal"]
  /// With a clicker's single key: start the slide's demo first, then go on.
  package var clickerStartsDemos = false

  package init() {}
}
