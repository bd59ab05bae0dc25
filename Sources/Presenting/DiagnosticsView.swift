/// What is wrong with the deck and with the configuration, and where.

import Screen
import Typesetting
import Wording

struct DiagnosticsView {
  let state: PresenterState

  func draw(on canvas: inout Canvas) {
    let title = Phrase("What is wrong with the deck", "Замечания к файлу")(state.language)
    canvas.put(title, at: Point(row: 0, column: 1), state.theme.title)
    canvas.rule(row: 1, state.theme.rule)
    let lines = lines
    page(of: lines).draw(on: &canvas, state.theme) { canvas, firstRow in
      for (index, line) in lines.enumerated() {
        canvas.put(line.text, at: Point(row: firstRow + index, column: 2), line.style)
      }
    }
  }

  var page: LongPage { page(of: lines) }

  private func page(of lines: [Row]) -> LongPage {
    LongPage(height: lines.count, scroll: state.pageScroll, in: state.size)
  }

  private typealias Row = (text: String, style: Style)

  /// All of it, broken to the width of the screen; a remark goes on below its beginning.
  private var lines: [Row] {
    let (problems, own) = (state.findings.deck, state.findings.own)
    guard !problems.isEmpty || !own.isEmpty else { return rows(of: nothing) }
    var lines = problems.flatMap { rows(of: $0) }
    guard !own.isEmpty else { return lines }
    if !lines.isEmpty { lines.append(("", state.theme.text)) }
    lines.append((heading, state.theme.heading))
    return lines + own.flatMap { rows(of: $0) }
  }

  private func rows(of text: String) -> [Row] {
    text.boxed(to: max(1, state.size.columns - 4)).map { ($0, state.theme.text) }
  }

  private var heading: String {
    state.findings.isOwnStale
      ? Phrase("Configuration: the old one holds", "Настройки: действуют прежние")(state.language)
      : Phrase("Configuration", "Настройки")(state.language)
  }

  private var nothing: String { Phrase("Nothing.", "Всё в порядке.")(state.language) }
}
