/// The last row of a slide: the talk's title or what the deck wants there, n of m, the clock.

import Decks
import Screen
import Typesetting

struct FootLine {
  let deck: Deck
  let cursor: DeckCursor
  /// Of the slide where the cursor is.
  let style: SlideStyle
  let theme: Theme
  /// The time of day, and what else is told of the time.
  var clock = ""
  /// Said instead of what stands there otherwise.
  var notice: String?
  var isWarning = false

  /// `4/18   03:40`, or the number as the deck wants it.
  var place: String {
    let (number, count) = (cursor.slide + 1, deck.slides.count)
    let paged = deck.settings.paging.map { Self.paged($0, number, of: count) }
    return [paged ?? "\(number)/\(count)", clock].filter { !$0.isEmpty }.parted(by: "   ")
  }

  /// The columns that are left for words beside the place.
  func room(in columns: Int) -> Int {
    max(0, columns - (right.isEmpty ? 2 : right.columns + 4))
  }

  func draw(on canvas: inout Canvas, row: Int) {
    let room = room(in: canvas.size.columns)
    let place = Point(row: row, column: 1)
    if let notice {
      let style = isWarning ? theme.doubtful : theme.faint
      canvas.put(notice.fitted(to: room), at: place, style)
    } else {
      switch content {
      case .nothing: break
      case .words(let words): canvas.put(words.fitted(to: room), at: place, theme.faint)
      case .template(let template):
        canvas.put(template.line(width: room, theme.faint, value: value), at: place)
      }
    }
    canvas.putRight(right, row: row, inset: 1, theme.faint)
  }

  // MARK: What stands there

  /// Only what the deck wrote as a template is read as one: a title may hold braces.
  private enum Content {
    case nothing
    case words(String)
    case template(Template)
  }

  private var content: Content {
    guard hasFooter else { return .nothing }
    if let own = style.footer { return .words(own) }
    return deck.settings.footer.map { .template($0) } ?? .words(standard)
  }

  private var hasFooter: Bool { style.hasFooter && deck.settings.hasFooter }

  /// Where the deck has a place of its own for the number only the clock is left to be told; where it
  /// wants no foot there is none, unless something has to be said.
  private var right: String {
    if !hasFooter, notice == nil { return "" }
    if case .template(let template) = content, !template.right.isEmpty { return clock }
    return place
  }

  /// The talk's title; where the author, or the date, is used to be seen on every slide, it is.
  private var standard: String {
    let title = deck.settings.title ?? ""
    let dialect = deck.reading.dialect
    guard [.mdp, .patat, .slides, .lookatme].contains(dialect) else { return title }
    let date = [.slides, .lookatme].contains(dialect) ? deck.settings.date : nil
    return [title, deck.settings.author ?? "", date ?? ""].filter { !$0.isEmpty }.parted(by: " · ")
  }

  private func value(_ variable: String) -> String? {
    switch variable {
    case "current_slide": String(cursor.slide + 1)
    case "total_slides": String(deck.slides.count)
    default: deck.settings.value(of: variable)
    }
  }

  /// `Slide %d / %d`: the first number is the slide's, the second that of all; others stay.
  private static func paged(_ format: String, _ number: Int, of count: Int) -> String {
    var numbers = [number, count][...]
    var paged = ""
    var rest = format[...]
    while let sign = rest.popFirst() {
      if sign == "%", rest.first == "d", let number = numbers.popFirst() {
        paged += String(number)
        rest = rest.dropFirst()
      } else {
        paged.append(sign)
      }
    }
    return paged
  }
}
