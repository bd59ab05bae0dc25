/// Pages in place of the slide that may be longer than the screen: the help, what is wrong.

import Screen
import Typesetting

/// A part of a page that is seen below its heading, with marks where there is more.
struct LongPage {
  /// Of the whole page, without its heading.
  let height: Int
  let scroll: Int
  /// The rows there are for it.
  let rows: Int

  init(height: Int, scroll: Int, in size: Size) {
    self.height = height
    rows = max(1, size.rows - Self.heading)
    self.scroll = max(0, min(scroll, height - rows))
  }

  /// A title and the rule below it.
  static let heading = 2

  var overflow: Int { max(0, height - rows) }

  /// Draws the page from its first row on; what is scrolled away falls outside.
  func draw(
    on canvas: inout Canvas, _ theme: Theme, page: (inout Canvas, _ firstRow: Int) -> Void
  ) {
    // A page that fits has air above it.
    let air = rows > height + 1 ? 1 : 0
    let area = Rect(rows: Self.heading..<canvas.size.rows, columns: 0..<canvas.size.columns)
    canvas.within(area) { canvas in
      page(&canvas, air - scroll)
      drawMarks(on: &canvas, theme)
    }
  }

  private func drawMarks(on canvas: inout Canvas, _ theme: Theme) {
    let column = canvas.size.columns - 1
    if scroll > 0 { canvas.put("▲", at: Point(row: 0, column: column), theme.accent) }
    if scroll < overflow { canvas.put("▼", at: Point(row: rows - 1, column: column), theme.accent) }
  }
}

extension PresenterState {
  /// What stands in place of the slide and may be longer than the screen; nil where nothing does.
  private var longPage: LongPage? {
    switch mode {
    case .help: HelpView(state: self).page
    case .diagnostics: DiagnosticsView(state: self).page
    default: nil
    }
  }

  /// Through a page that is longer than the screen, a row with the arrows, a screen with other keys;
  /// false where the key leaves the page.
  mutating func scrollPage(_ command: PresenterCommand, _ key: Key) -> Bool {
    guard let page = longPage, page.overflow > 0 else { return false }
    let isRow = key == .up || key == .down
    let step = isRow ? 1 : max(1, page.rows - 1)
    let target =
      switch command {
      case .next: page.scroll + step
      case .previous: page.scroll - step
      case .first: 0
      case .last: page.overflow
      default: -1
      }
    let next = max(0, min(page.overflow, target))
    guard [.next, .previous, .first, .last].contains(command) else { return false }
    // An arrow that is held down does not leave the page; a clicker's key goes through it and on.
    guard next != page.scroll || isRow || command == .first || command == .last else {
      return false
    }
    pageScroll = next
    return true
  }

  /// The wheel's.
  mutating func scrollPage(by rows: Int) {
    guard let page = longPage else { return }
    pageScroll = max(0, min(page.overflow, page.scroll + rows))
  }
}
