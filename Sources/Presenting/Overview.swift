/// All slides in small, side by side: one is chosen with the arrows.

import Decks
import Screen
import Typesetting

/// How a screen is shared out among small slides.
struct OverviewGrid: Equatable {
  let columns: Int
  let rows: Int
  /// Of one slide with its frame.
  let cell: Size

  private static let leastCell = Size(rows: 7, columns: 26)

  /// Below a row that tells what this is.
  init(in size: Size) {
    columns = max(1, min(8, size.columns / Self.leastCell.columns))
    rows = max(1, (size.rows - 1) / max(Self.leastCell.rows, size.rows / 5))
    cell = Size(rows: max(3, (size.rows - 1) / rows), columns: size.columns / columns)
  }

  var count: Int { columns * rows }

  /// The first slide of the screen on which one is.
  func first(showing slide: Int) -> Int { slide / count * count }

  func place(of position: Int) -> Rect {
    Rect(
      Point(row: 1 + position / columns * cell.rows, column: position % columns * cell.columns),
      cell)
  }
}

extension PresenterState {
  mutating func openOverview() {
    mode = .overview
    selected = cursor.slide
  }

  /// Nil for a key that means here what it means everywhere.
  mutating func pressInOverview(_ key: Key) -> [PresenterEffect]? {
    let grid = OverviewGrid(in: size)
    switch key {
    case .left, .character("h"): select(selected - 1)
    case .right, .character("l"): select(selected + 1)
    case .up, .character("k"): select(selected - grid.columns)
    case .down, .character("j"): select(selected + grid.columns)
    case .pageUp: select(selected - grid.count)
    case .pageDown: select(selected + grid.count)
    case .home, .character("g"): select(0)
    case .end, .character("G"): select(deck.slides.count - 1)
    case .enter, .character(" "):
      mode = .slides
      go(to: selected + 1)
    case .escape, .character("o"), .character("q"): mode = .slides
    default: return nil
    }
    return []
  }

  private mutating func select(_ slide: Int) {
    selected = max(0, min(slide, deck.slides.count - 1))
  }
}
