/// A talk: its settings and its slides.

import Markup
import Wording

package struct Deck: Equatable, Sendable {
  package var settings: DeckSettings
  package var slides: Slides
  /// How the source was read, and why so.
  package var reading = Reading(dialect: .plain)

  package init(settings: DeckSettings, slides: Slides) {
    self.settings = settings
    self.slides = slides
  }
}

/// What the front matter says of the whole talk.
package struct DeckSettings: Equatable, Sendable {
  package var title: String?
  package var subtitle: String?
  package var author: String?
  package var event: String?
  package var location: String?
  package var date: String?
  package var language: Language?
  package var theme: String?
  /// Where the theme was named; nil where it is one of the program's own.
  package var themeOffset: Int?
  /// The themes that come with the program.
  package static let themes = [
    "dark", "light", "high-contrast", "color-blind", "midnight", "chalkboard", "paper", "amber",
    "terminal", "mono",
  ]
  /// With a clicker's single key: start the slide's demo first, then go on.
  package var clickerStartsDemos: Bool?
  /// Seconds after which slides go on by themselves.
  package var advance: Int?
  /// How long the talk is to take.
  package var minutes: Double?
  /// Lists and tables appear item by item, row by row.
  package var incrementalLists = false
  package var incrementalTables = false
  /// presenterm: no slide has anything at its foot.
  package var hasFooter = true
  /// Slidev: all code has line numbers.
  package var hasLineNumbers = false
  /// patat: marks become what printers set, where the deck asks for it.
  package var isSmart = false
  /// patat: what the code in these languages would be run with.
  package var evaluators: [String] = []
  /// So many lines on is the next item of a list, where a slide says nothing else.
  package var itemGap: Int?
  /// What stands above and below every slide.
  package var header: Template?
  package var footer: Template?
  /// The number of a slide as a format: `Slide %d / %d`.
  package var paging: String?
  /// The most columns and rows a slide takes of a large screen.
  package var mostColumns: Int?
  package var mostRows: Int?
  package var margin: Int?

  package init() {}
}

/// A line in three parts; `{author}` and the like are filled in slide by slide.
package struct Template: Equatable, Sendable {
  package var left: String
  package var center: String
  package var right: String

  package init(left: String = "", center: String = "", right: String = "") {
    self.left = left
    self.center = center
    self.right = right
  }
}
