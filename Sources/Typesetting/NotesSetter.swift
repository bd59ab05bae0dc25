/// The speaker's notes to a page of their own: Markdown like everything else.

import Decks
import Markup
import Screen

extension Typesetter {
  /// Notes set for a part of the screen, to be drawn on a canvas of the whole; it may have to scroll.
  package func page(ofNotes notes: [String], in body: Rect) -> Page {
    let width = min(body.size.columns, Self.measure)
    var rows: [Row] = []
    for note in notes {
      let lines = SourceLines(note)
      let blocks = MarkdownReader(lines).document(in: 0..<lines.bytes.count).blocks
      let setter = BlockSetter(
        theme: theme, medium: medium, step: { _ in 0 }, density: Density(air: .betweenBlocks),
        room: body.size.rows)
      if !rows.isEmpty { rows.append(.gap) }
      rows += setter.rows(of: blocks, width: width)
    }
    let pieces = rows.enumerated().flatMap { index, row in
      row.pieces.map {
        Page.Piece(
          origin: Point(row: index, column: $0.column), content: $0.content, steps: $0.steps)
      }
    }
    return Page(body: body, pieces: pieces, height: rows.count)
  }
}
