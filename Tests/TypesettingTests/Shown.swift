/// A slide of a deck as rows of text: what tests look at.

import Decks
import Markup
import Screen
import Typesetting
import Wording

/// The rows of a slide's body that hold anything, without the indent they have in common.
func shown(
  _ text: String, step: Int? = nil, slide number: Int = 1, as dialect: Dialect? = nil,
  columns: Int = 60
) -> [String] {
  let slide = DeckBuilder.deck(SourceLines(text), as: dialect).deck.slides[number - 1]
  let size = Size(rows: 40, columns: columns)
  let page = Typesetter(theme: .dark, medium: Medium()).page(for: slide, isFirst: false, in: size)
  var canvas = Canvas(size)
  page.draw(on: &canvas, step: step ?? slide.lastStep, scroll: 0, .dark)
  let rows = (page.body.origin.row..<size.rows).map { canvas.grid.text(ofRow: $0) }
    .filter { !$0.allSatisfy(\.isWhitespace) }
  let indent = rows.map { $0.prefix { $0 == " " }.count }.min() ?? 0
  return rows.map { String($0.dropFirst(indent).reversed().drop { $0 == " " }.reversed()) }
}

extension String {
  /// With one blank where there are several.
  var glued: String { split(separator: " ").joined(separator: " ") }
}

/// The rows without any indent, with one blank where there are several.
func words(_ text: String, slide number: Int = 1, as dialect: Dialect? = nil) -> [String] {
  shown(text, slide: number, as: dialect).map(\.glued)
}

/// What a slide shows at each of its steps, a stroke between two rows.
func steps(_ text: String, slide number: Int = 1, as dialect: Dialect? = nil) -> [String] {
  let slide = DeckBuilder.deck(SourceLines(text), as: dialect).deck.slides[number - 1]
  return (0...slide.lastStep).map {
    shown(text, step: $0, slide: number, as: dialect).map(\.glued).joined(separator: "|")
  }
}

func told(_ text: String, as dialect: Dialect? = nil) -> [String] {
  let lines = SourceLines(text)
  let (deck, diagnostics) = DeckBuilder.deck(lines, as: dialect)
  return (diagnostics + DeckReview.diagnostics(of: deck.slides)).map {
    $0.text(path: "d.md", lines: lines, .english)
  }
}
