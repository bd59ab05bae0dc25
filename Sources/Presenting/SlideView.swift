/// A slide: its page, and the live demo in the place it keeps.

import Decks
import Markup
import Screen
import Typesetting
import Wording

struct SlideView {
  let state: PresenterState

  /// A demo drawn in full takes so many rows (the frames of an 80×24 terminal).
  private static let rowsOfDemo = 20

  func draw(on canvas: inout Canvas, live drawing: LiveDrawing) {
    if let live = state.live, state.isDemoVisible {
      drawStage(live, on: &canvas, drawing)
    } else {
      state.page.draw(
        on: &canvas, step: state.cursor.step, scroll: state.scroll, state.theme,
        hasColors: state.medium.hasColors)
      state.drawAttention(on: &canvas)
      markHits(on: &canvas)
      drawProblem(on: &canvas)
      StatusBar(state: state).draw(on: &canvas)
    }
  }

  /// The words one looks for.
  private func markHits(on canvas: inout Canvas) {
    guard let search = state.search else { return }
    canvas.mark(search.text, rows: 0..<canvas.size.rows - 1) { style in
      state.emphasised(
        Style(style.foreground, on: style.background).merging(state.theme.mark), true)
    }
  }

  // MARK: With a demo

  /// First row: heading, the demo's state, n/m, clock. Last row: the demo's keys.
  private func drawStage(_ live: LiveFace, on canvas: inout Canvas, _ drawing: LiveDrawing) {
    let size = canvas.size
    drawHeading(live, on: &canvas)
    canvas.rule(row: 1, state.theme.rule)
    var top = 2
    if state.slide.demos.count > 1 { top += drawFloor(row: top, on: &canvas) }
    if showsWords(live, in: size) { top += drawWords(below: top, on: &canvas) }
    let bottom = max(top, size.rows - 2)
    let rows = max(top, bottom - (live.rows ?? bottom))..<bottom
    canvas.within(Rect(rows: rows, columns: 0..<size.columns), drawing)
    canvas.rule(row: size.rows - 2, state.theme.rule)
    let room = size.columns - 2
    let foot = StatusBar(state: state).prompt(room: room) ?? live.foot.joined(room: room)
    canvas.put(foot.fitted(to: room), at: Point(row: size.rows - 1, column: 1), state.theme.faint)
  }

  private func drawHeading(_ live: LiveFace, on canvas: inout Canvas) {
    let place = StatusBar(state: state).place
    let slow = state.isLinkSlow ? Phrase("   5 fps", "   5 к/с")(state.language) : ""
    let right =
      Line("  ") + live.status + Line(slow, state.theme.doubtful)
      + Line(StatusBar(state: state).stale.map { "   " + $0 } ?? "", state.theme.doubtful)
      + Line("   " + place, state.theme.faint)
    let room = canvas.size.columns - 2 - right.width
    let own = state.medium.shown(state.slide.title?.plainText ?? "")
    // A demo's longer title only where it fits.
    let other = live.title.map(state.medium.shown)
    let title = other.flatMap { $0.columns <= room || own.isEmpty ? $0 : nil } ?? own
    canvas.put(title.fitted(to: max(0, room)), at: Point(row: 0, column: 1), state.theme.title)
    canvas.put(right, at: Point(row: 0, column: canvas.size.columns - 1 - right.width))
  }

  /// The slide's words stay where rows are left, else only until the demo is started.
  private func showsWords(_ live: LiveFace, in size: Size) -> Bool {
    let words = wordRows
    guard words > 0 else { return false }
    return !live.hasStarted || size.rows - 4 - words - 1 >= live.rows ?? Self.rowsOfDemo
  }

  private var wordRows: Int { Set(state.page.pieces.map(\.origin.row)).count }

  /// Which of the slide's demos has the floor, and that Tab passes it on.
  private func drawFloor(row: Int, on canvas: inout Canvas) -> Int {
    let key = state.keyName(of: .focusDemo)
    let hint = key.map { Phrase("\($0) next", "\($0) — следующее")(state.language) } ?? ""
    let end = canvas.size.columns - hint.columns - 3
    let names = FloorRow(demos: state.slide.demos, floor: state.floor)
    for (index, columns) in zip(names.labels.indices, names.columns(in: end)) {
      let hasFloor = index == min(state.floor, state.slide.demos.count - 1)
      canvas.put(
        names.labels[index].fitted(to: columns.count),
        at: Point(row: row, column: columns.lowerBound),
        hasFloor ? state.theme.strong : state.theme.faint)
    }
    canvas.putRight(hint, row: row, inset: 1, state.theme.faint)
    return 1
  }

  /// Draws the words above the demo; returns the rows they take.
  private func drawWords(below top: Int, on canvas: inout Canvas) -> Int {
    let first = state.page.pieces.map(\.origin.row).min() ?? 0
    for piece in state.page.pieces where piece.steps.contains(state.cursor.step) {
      guard case .line(let line) = piece.content else { continue }
      canvas.put(
        line,
        at: Point(
          row: top + piece.origin.row - first,
          column: state.page.body.origin.column + piece.origin.column))
    }
    return wordRows
  }

  /// Why there is no demo: in a box above the foot, so that nothing of the slide is lost.
  private func drawProblem(on canvas: inout Canvas) {
    guard let problem = state.live?.problem else { return }
    let size = canvas.size
    let width = min(size.columns - 4, problem.columns + 4)
    let rows = (problem.columns + max(1, width - 4) - 1) / max(1, width - 4)
    let box = Rect(
      Point(row: max(2, size.rows - 4 - rows), column: (size.columns - width) / 2),
      Size(rows: rows + 2, columns: width))
    canvas.within(box) { canvas in
      canvas.clear()
      canvas.frame(state.theme.bad)
      canvas.within(Rect(.zero, canvas.size).inset(rows: 1, columns: 2)) { canvas in
        _ = canvas.putWrapped(problem, state.theme.bad)
      }
    }
  }
}
