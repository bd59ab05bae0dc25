/// Draws the overview: every slide is set anew for its small frame, so that its words can be read.

import Decks
import Screen
import Typesetting
import Wording

struct OverviewView {
  let state: PresenterState

  func draw(on canvas: inout Canvas) {
    let grid = state.overviewGrid
    drawHeading(on: &canvas, grid)
    let first = grid.first(showing: state.selected)
    for position in 0..<grid.count where first + position < state.deck.slides.count {
      canvas.within(grid.place(of: position)) { draw(first + position, on: &$0) }
    }
  }

  private func drawHeading(on canvas: inout Canvas, _ grid: OverviewGrid) {
    let end = canvas.put(
      Phrase("Overview", "Обзор")(state.language), at: Point(row: 0, column: 1), state.theme.title)
    if let section {
      canvas.put(
        section.fitted(to: max(0, canvas.size.columns - end - 32)),
        at: Point(row: 0, column: end + 3), state.theme.accent)
    }
    let pages = (state.deck.slides.count + grid.count - 1) / grid.count
    let page = state.selected / grid.count + 1
    let hint =
      section == nil
      ? Phrase("arrows, Enter", "стрелки, Enter")(state.language)
      : Phrase("Tab section, Enter", "Tab — раздел, Enter")(state.language)
    canvas.putRight(
      pages > 1 ? "\(hint)   \(page)/\(pages)" : hint, row: 0, inset: 1, state.theme.faint)
  }

  /// The title of the section that the chosen slide is in, where there is more than one.
  private var section: String? {
    guard let index = state.deckIndex, index.entries.count(where: \.isSection) > 1,
      let place = index.section(of: state.selected)
    else { return nil }
    return index.entries[place].title
  }

  private func draw(_ index: Int, on canvas: inout Canvas) {
    let slide = state.deck.slides[index]
    let isSelected = index == state.selected
    canvas.frame(isSelected ? state.theme.accent : state.theme.rule)
    let inner = Rect(.zero, canvas.size).inset(rows: 1, columns: 1)
    canvas.within(inner) { drawPage(of: slide, index, on: &$0) }
    drawLabel(index, slide, isSelected, on: &canvas)
  }

  private func drawPage(of slide: Slide, _ index: Int, on canvas: inout Canvas) {
    // Without the row of the foot line, which is on the screen of the talk alone.
    let size = Size(rows: canvas.size.rows + 1, columns: canvas.size.columns)
    var setter = Typesetter(
      theme: state.theme, medium: state.medium, settings: state.deck.settings.forThumbnails)
    // Code is cut: continued below it would not be known again.
    setter.pan = 0
    let page = setter.page(for: slide, isFirst: index == 0, in: size)
    page.draw(
      on: &canvas, step: slide.lastStep, scroll: 0, state.theme,
      hasColors: state.medium.hasColors)
  }

  /// The number in the frame; the chosen one is marked by a sign, too.
  private func drawLabel(_ index: Int, _ slide: Slide, _ isSelected: Bool, on canvas: inout Canvas)
  {
    let mark = state.bookmarks.contains(index) ? (canvas.ascii ? "* " : "★ ") : ""
    let here = index == state.cursor.slide ? (canvas.ascii ? "@ " : "● ") : ""
    let chosen = isSelected ? (canvas.ascii ? "> " : "▶ ") : ""
    let label = " " + chosen + here + mark + String(index + 1) + " "
    let style = isSelected ? state.theme.selection : state.theme.faint
    canvas.put(label, at: Point(row: 0, column: 2), state.emphasised(style, isSelected))
  }
}

extension PresenterState {
  /// What is chosen is seen without colours, too.
  func emphasised(_ style: Style, _ isEmphasised: Bool) -> Style {
    isEmphasised && !medium.hasColors ? style.adding(.reverse) : style
  }
}

extension DeckSettings {
  /// A small slide has no room for what stands above and below all of them.
  var forThumbnails: DeckSettings {
    var settings = self
    (settings.header, settings.footer, settings.margin) = (nil, nil, 0)
    return settings
  }
}
