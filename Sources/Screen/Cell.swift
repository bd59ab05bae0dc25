/// One place of a grid: a glyph and its style.

/// A wide glyph fills its own cell and leaves a `continuation` in the next.
package struct Cell: Equatable, Sendable {
  package var glyph: Glyph
  package var style: Style

  package init(_ glyph: Glyph, _ style: Style = .plain) {
    self.glyph = glyph
    self.style = style
  }

  package static let blank = Cell(.blank)

  /// The right half of a wide glyph; NUL never comes from text, which is sanitised.
  package static let continuationGlyph = Glyph("\u{0}")

  package var isContinuation: Bool { glyph.base == "\u{0}" }
}
