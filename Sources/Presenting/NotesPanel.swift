/// The speaker's notes below the slide, in the same terminal: nothing for a screen the audience sees.

import Decks
import Screen
import Typesetting
import Wording

extension PresenterState {
  /// The rows that notes take away from the slide, the rule above them among them.
  var noteRows: Int {
    guard showsNotes, mode == .slides, size.rows >= 12 else { return 0 }
    let wanted = max(5, size.rows * 2 / 5)
    // A demo needs its rows, and is worth more than the rest of the notes, which can be scrolled.
    let spare = size.rows - Self.leastStage
    return wantedDemo != nil && spare >= 4 ? min(wanted, spare) : wanted
  }

  /// The rows below which a demo is its words.
  static let leastStage = 20

  /// What is left for the slide.
  var stageSize: Size { Size(rows: size.rows - noteRows, columns: size.columns) }

  mutating func toggleNotes() {
    showsNotes.toggle()
    noteScroll = 0
    resize()
  }

  mutating func scrollNotes(by rows: Int) {
    guard noteRows > 0 else { return }
    noteScroll = max(0, min(noteScroll + rows, notesPage.overflow))
  }

  var notesPage: Page {
    let area = Rect(
      rows: min(stageSize.rows + 1, size.rows)..<size.rows,
      columns: min(2, size.columns)..<max(2, size.columns - 2))
    return Typesetter(theme: theme, medium: medium).page(ofNotes: slide.notes, in: area)
  }

  func drawNotes(on canvas: inout Canvas) {
    let row = stageSize.rows
    canvas.rule(row: row, theme.rule)
    canvas.put(
      Phrase(" Notes ", " Заметки ")(language), at: Point(row: row, column: 2), theme.faint)
    if slide.notes.isEmpty {
      canvas.put(
        Phrase("none for this slide", "к этому слайду нет")(language),
        at: Point(row: row + 1, column: 2), theme.faint)
    }
    notesPage.draw(
      on: &canvas, step: 0, scroll: noteScroll, theme, hasColors: medium.hasColors)
  }
}
