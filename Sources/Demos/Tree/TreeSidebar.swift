/// The right column of a wide window: every live software thread with its number, place and moves.

import DemoKit
import Machine
import Screen
import Wording

struct TreeSidebar {
  let demo: Tree
  let state: TreeState

  static let columns = 40
  private static let edges = [20, 26, 36]

  /// Nil where there is no room, or nothing alive to tell of.
  init?(demo: Tree, state: TreeState, in size: Size) {
    guard size.columns >= 120, state.showsOwn, !state.isPruned, !state.wanderers.isEmpty,
      state.grown > demo.topology(state).levels.count
    else { return nil }
    self.demo = demo
    self.state = state
  }

  private func words(
    _ english: @autoclosure () -> PhraseKey, _ russian: @autoclosure () -> String
  ) -> String {
    demo.setting.language.words(english(), russian())
  }

  func draw(on canvas: inout Canvas, _ palette: DemoPalette) {
    let threads = state.wanderers
    for row in 0..<min(canvas.size.rows, threads.count + 1) {
      canvas.put("│", at: Point(row: row, column: 1), palette.faint)
    }
    drawCells(
      [words("number", "номер"), "CPU", words("moves", "переездов")], row: 0, palette.faint,
      on: &canvas)
    for (thread, each) in threads.prefix(max(0, canvas.size.rows - 1)).enumerated() {
      let name = words("thread ", "поток ") + String(TreeSeats.letter(thread))
      canvas.put(name, at: Point(row: thread + 1, column: 4), palette.task(thread))
      let cells = [
        each.id == 0 ? "…" : "\(each.id)", each.cpu < 0 ? "…" : "\(each.cpu)",
        demo.setting.language.grouped(each.migrations),
      ]
      drawCells(cells, row: thread + 1, palette.text, on: &canvas)
    }
  }

  private func drawCells(
    _ texts: [String], row: Int, _ style: Style, on canvas: inout Canvas
  ) {
    for (text, edge) in zip(texts, Self.edges) {
      canvas.put(text, at: Point(row: row, column: max(0, edge + 2 - text.columns)), style)
    }
  }
}
