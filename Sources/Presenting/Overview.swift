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

  /// What is left of a row at its left, where the columns do not fill it.
  private let indent: Int

  private static let leastCell = Size(rows: 7, columns: 26)

  /// Below a row that tells what this is. Few slides are as large as all of them fit on the screen;
  /// of many, as many are shown as can be read.
  init(in size: Size, slides: Int) {
    let room = max(1, size.rows - 1)
    let most = max(1, min(8, size.columns / Self.leastCell.columns))
    let fitting = (1...most).first { columns in
      columns * (room / Self.rows(ofWidth: size.columns / columns)) >= slides
    }
    if let fitting {
      columns = fitting
      rows = max(1, (slides + fitting - 1) / fitting)
    } else {
      columns = most
      rows = max(1, room / max(Self.leastCell.rows, size.rows / 5))
    }
    let width = size.columns / columns
    cell = Size(
      rows: max(3, min(room / rows, max(Self.leastCell.rows, width / 2))), columns: width)
    indent = (size.columns - columns * width) / 2
  }

  /// Of a small slide that has the shape of a screen.
  private static func rows(ofWidth columns: Int) -> Int { max(leastCell.rows, columns * 3 / 10) }

  var count: Int { columns * rows }

  /// The first slide of the screen on which one is.
  func first(showing slide: Int) -> Int { slide / count * count }

  func place(of position: Int) -> Rect {
    Rect(
      Point(
        row: 1 + position / columns * cell.rows,
        column: indent + position % columns * cell.columns),
      cell)
  }
}

extension PresenterState {
  var overviewGrid: OverviewGrid { OverviewGrid(in: size, slides: deck.slides.count) }

  mutating func openOverview() {
    mode = .overview
    selected = cursor.slide
    // Sections are known when all slides are.
    _ = index()
  }

  /// The keys of every list; nil for one that means here what it means everywhere.
  mutating func pressInOverview(_ key: Key) -> [PresenterEffect]? {
    let grid = overviewGrid
    switch key {
    case .left: select(selected - 1)
    case .right: select(selected + 1)
    case .up: select(selected - grid.columns)
    case .down: select(selected + grid.columns)
    case .pageUp: select(selected - grid.count)
    case .pageDown: select(selected + grid.count)
    case .tab: select(index().section(after: selected) ?? deck.slides.count - 1)
    case .backTab: select(index().section(before: selected) ?? 0)
    case .home: select(0)
    case .end: select(deck.slides.count - 1)
    case .enter, .character(" "):
      mode = .slides
      go(to: selected + 1)
    case .escape: mode = .slides
    default:
      guard let arrow = arrow(of: key) else { return nil }
      return pressInOverview(arrow)
    }
    return []
  }

  /// `h j k l` are arrows, unless somebody has chosen something else for them than steps.
  private func arrow(of key: Key) -> Key? {
    let arrows: [Key: Key] = [
      .character("h"): .left, .character("j"): .down, .character("k"): .up,
      .character("l"): .right,
    ]
    let isFree = keyTable.command(for: key)?.isStep ?? true
    return isFree && ownKeys?.beginsChord(key) != true ? arrows[key] : nil
  }

  /// The first and the last slide, by whatever keys lead there; false for other commands.
  mutating func selectInOverview(_ command: PresenterCommand) -> Bool {
    switch command {
    case .first: select(0)
    case .last: select(deck.slides.count - 1)
    default: return false
    }
    return true
  }

  private mutating func select(_ slide: Int) {
    selected = max(0, min(slide, deck.slides.count - 1))
  }
}
