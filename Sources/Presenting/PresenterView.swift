/// The state on a canvas: which view for which mode.

import Screen
import Typesetting
import Wording

/// Draws the live demo in the area that a slide keeps for it.
package typealias LiveDrawing = (inout Canvas) -> Void

extension PresenterState {
  /// The whole frame. The canvas has the terminal's size.
  package func draw(on canvas: inout Canvas, live drawing: LiveDrawing = { _ in }) {
    guard size.columns >= 20, size.rows >= 5 else { return drawTooSmall(on: &canvas) }
    switch mode {
    case .blank, .finished: break
    case .help: HelpView(state: self).draw(on: &canvas)
    case .overview: OverviewView(state: self).draw(on: &canvas)
    case .diagnostics: DiagnosticsView(state: self).draw(on: &canvas)
    case .slides: drawSlide(on: &canvas, live: drawing)
    }
  }

  private func drawSlide(on canvas: inout Canvas, live drawing: LiveDrawing) {
    guard noteRows > 0 else { return SlideView(state: self).draw(on: &canvas, live: drawing) }
    canvas.within(Rect(.zero, stageSize)) { SlideView(state: self).draw(on: &$0, live: drawing) }
    drawNotes(on: &canvas)
  }

  /// An empty canvas of the terminal's size in the colours of the theme; a blank screen is black.
  package func canvas(ascii: Bool) -> Canvas {
    let ground = mode == .blank ? Style(.rgb(0), on: .rgb(0)) : theme.ground
    return Canvas(size, ascii: ascii, ground: ground)
  }

  private func drawTooSmall(on canvas: inout Canvas) {
    let words = Phrase("too small: 20×5", "мало места: 20×5")(language)
    canvas.put(words.fitted(to: size.columns), at: .zero)
  }
}
