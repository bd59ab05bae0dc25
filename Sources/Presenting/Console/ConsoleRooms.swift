/// Where everything stands on the console: this slide, the next, the notes, the demo's keys.

import Screen

struct ConsoleRooms {
  /// Rows of the pace below the head; 0 where no time is told.
  let pace: Int
  let now: Rect
  let next: Rect
  let notes: Rect
  /// Rows of the demo, or of a hint, at the bottom.
  let foot: Int

  /// On a small screen there are notes and nothing else.
  let hasAll: Bool

  init(of state: ConsoleState) {
    let size = state.size
    hasAll = size.rows >= 8 && size.columns >= 30
    guard hasAll else {
      (pace, foot, now, next) = (0, 0, Rect(.zero, .zero), Rect(.zero, .zero))
      notes = Rect(.zero, size)
      return
    }
    pace = PaceBar(state: state).rows(in: size.columns - 2)
    foot = state.talk?.demo == nil ? 1 : 2
    let top = 1 + pace
    let slides = state.deck == nil ? 0 : Self.rowsOfSlides(below: top, above: foot, of: state)
    let left = size.columns * 11 / 20
    now = Rect(rows: top..<top + slides, columns: 0..<left)
    next = Rect(rows: top..<top + slides, columns: left..<size.columns)
    notes = Rect(
      rows: top + slides..<max(top + slides, size.rows - foot), columns: 0..<size.columns)
  }

  /// None where there is no room for a line of a slide in its frame.
  private static func rowsOfSlides(below row: Int, above foot: Int, of state: ConsoleState) -> Int {
    let size = state.size
    let wanted =
      switch state.layout {
      case .even: max(5, min((size.rows - row) / 2, size.columns / 4))
      case .largeNotes: size.rows < 30 ? 0 : 7
      case .largeSlides: max(5, min((size.rows - row) * 3 / 4, size.columns / 3))
      }
    // A line of the notes, and what parts it from the slides, come first.
    let rows = min(wanted, size.rows - row - foot - 2)
    return rows > 2 ? rows : 0
  }
}
