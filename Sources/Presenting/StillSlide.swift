/// One slide as it would be shown, without a presentation around it: for dumps and golden frames.

import Decks
import Markup
import Screen
import Typesetting

package struct StillSlide {
  private let deck: Deck
  private let cursor: DeckCursor
  private let theme: Theme
  private let medium: Medium
  private let standIn: (DemoRequest) -> [Block]

  package init(
    deck: Deck, number: Int, step: Int, theme: Theme, medium: Medium = Medium(),
    standIn: @escaping (DemoRequest) -> [Block] = { $0.alternative }
  ) {
    self.deck = deck
    cursor = DeckCursor(slide: number - 1, step: step)
    self.theme = theme
    self.medium = medium
    self.standIn = standIn
  }

  /// The frame; taller than asked for where the slide would have to scroll.
  package func grid(_ size: Size) -> Grid {
    let slide = deck.slide(at: cursor) ?? Slide()
    let setter = Typesetter(
      theme: theme, medium: medium, settings: deck.settings, standIn: standIn)
    var page = setter.page(for: slide, isFirst: cursor.slide == 0, in: size)
    let whole = Size(rows: size.rows + page.overflow, columns: size.columns)
    page.body.size.rows += page.overflow
    var canvas = Canvas(whole, ascii: medium.ascii, ground: theme.ground)
    page.draw(
      on: &canvas, step: cursor.step, scroll: 0, theme, hasColors: medium.hasColors)
    let foot = FootLine(deck: deck, cursor: cursor, style: slide.style, theme: theme)
    foot.draw(on: &canvas, row: whole.rows - 1)
    return canvas.grid
  }
}
