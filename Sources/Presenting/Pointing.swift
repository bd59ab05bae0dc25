/// What a mouse does: the wheel goes on and back, a press chooses what lies under it.

import Decks
import Screen
import Typesetting
import Wording

extension PresenterState {
  mutating func point(_ mouse: Mouse) -> [PresenterEffect] {
    switch (mode, mouse.kind) {
    case (.slides, .wheelDown): return wheel(by: 3)
    case (.slides, .wheelUp): return wheel(by: -3)
    case (.overview, .wheelDown): return pressInOverview(.pageDown) ?? []
    case (.overview, .wheelUp): return pressInOverview(.pageUp) ?? []
    case (.help, .wheelDown), (.diagnostics, .wheelDown): scrollPage(by: 3)
    case (.help, .wheelUp), (.diagnostics, .wheelUp): scrollPage(by: -3)
    case (.slides, .press): return pressSlide(at: mouse.place)
    case (.overview, .press): chooseInOverview(at: mouse.place)
    case (.help, .press), (.blank, .press), (.diagnostics, .press): mode = .slides
    default: break
    }
    return []
  }

  /// Through what is taller than the screen, else through the steps.
  private mutating func wheel(by rows: Int) -> [PresenterEffect] {
    let key = rows > 0 ? Key.down : .up
    if isDemoVisible, rows > 0 ? live?.hasBelow == true : live?.hasAbove == true {
      return Array(repeating: .pressDemo(key), count: abs(rows))
    }
    let target = max(0, min(scroll + rows, page.overflow))
    if target != scroll, !isDemoVisible {
      (scroll, hasScrolled) = (target, true)
    } else if mayStep(key) {
      rows > 0 ? moveOn() : moveBack()
    }
    return []
  }

  private mutating func chooseInOverview(at place: Point) {
    let grid = overviewGrid
    let first = grid.first(showing: selected)
    for position in 0..<grid.count where grid.place(of: position).contains(place) {
      guard first + position < deck.slides.count else { return }
      mode = .slides
      go(to: first + position + 1)
    }
  }

  private mutating func pressSlide(at place: Point) -> [PresenterEffect] {
    if let link = link(at: place) { return follow(link) }
    if case .pointer = attention {
      attention = .pointer(row: min(place.row, stageSize.rows - 2))
    } else if case .spotlight = attention,
      let part = parts.firstIndex(where: { $0.contains(place.row) })
    {
      attention = .spotlight(part)
    } else if isDemoVisible, place.row < stageSize.rows {
      return pressDemo(at: place)
    }
    return []
  }

  /// The row that tells which demo has the floor passes it on; elsewhere a press is the space bar's.
  private mutating func pressDemo(at place: Point) -> [PresenterEffect] {
    let demos = slide.demos
    guard demos.count > 1, place.row == 2 else { return [.pressDemo(.character(" "))] }
    let columns = FloorRow(demos: demos, floor: floor).columns(in: stageSize.columns)
    if let chosen = columns.firstIndex(where: { $0.contains(place.column) }) { floor = chosen }
    return []
  }

  /// Where what is seen at a place leads.
  private func link(at place: Point) -> LinkTarget? {
    var canvas = canvas(ascii: false)
    draw(on: &canvas)
    let link = canvas.grid.links.last {
      $0.row == place.row && $0.columns.contains(place.column)
    }
    return link.map { target(of: $0.address) }
  }
}
