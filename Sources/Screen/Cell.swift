/// One place of a grid: a glyph and its style.

/// A glyph is one spacing scalar and at most four marks on it (what curses can keep in a cell).
/// A wide glyph fills its own cell and leaves a `continuation` in the next.
package struct Cell: Equatable, Sendable {
  package var glyph: Character
  package var style: Style

  package init(_ glyph: Character, _ style: Style = .plain) {
    self.glyph = glyph
    self.style = style
  }

  package static let blank = Cell(" ")

  /// The right half of a wide glyph; NUL never comes from text, which is sanitised.
  package static let continuationGlyph: Character = "\u{0}"

  package var isContinuation: Bool { glyph == Self.continuationGlyph }
}
