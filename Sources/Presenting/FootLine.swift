/// The last row of a slide: the talk's title or what the deck wants there, n of m, the clock.

import Decks
import Screen
import Typesetting

struct FootLine {
  let deck: Deck
  let cursor: DeckCursor
  let theme: Theme
  var clock = ""
  /// Said instead of what stands there otherwise.
  var notice: String?
  var isWarning = false

  private var slide: Slide { deck.slide(at: cursor) ?? Slide() }

  /// `4/18   03:40`
  private var place: String {
    let number = "\(cursor.slide + 1)/\(deck.slides.count)"
    return clock.isEmpty ? number : number + "   " + clock
  }

  func draw(on canvas: inout Canvas, row: Int) {
    let template = template
    // Where the deck has a place of its own for the number only the clock is left to be told.
    let right = template?.right.isEmpty == false ? clock : place
    let room = max(0, canvas.size.columns - (right.isEmpty ? 2 : right.columns + 4))
    if let notice {
      let style = isWarning ? theme.doubtful : theme.faint
      canvas.put(notice.fitted(to: room), at: Point(row: row, column: 1), style)
    } else if let template {
      canvas.put(
        template.line(width: room, theme.faint, value: value), at: Point(row: row, column: 1))
    }
    canvas.putRight(right, row: row, inset: 1, theme.faint)
  }

  private var template: Template? {
    guard slide.style.hasFooter else { return nil }
    if let own = slide.style.footer { return Template(left: own) }
    return deck.settings.footer ?? standard
  }

  /// The talk's title; where the author is used to be seen on every slide, he is.
  private var standard: Template {
    let title = deck.settings.title ?? ""
    guard [.mdp, .patat, .slides, .lookatme].contains(deck.reading.dialect),
      let author = deck.settings.author, !author.isEmpty
    else { return Template(left: title) }
    return Template(left: title.isEmpty ? author : title + " · " + author)
  }

  private func value(_ variable: String) -> String? {
    switch variable {
    case "current_slide": String(cursor.slide + 1)
    case "total_slides": String(deck.slides.count)
    default: deck.settings.value(of: variable)
    }
  }
}
