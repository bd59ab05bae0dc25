/// One cell of a terminal's screen: glyph, attributes, colours.

package struct TerminalCell: Equatable, Sendable {
  /// A character with its combining marks; empty in the right half of a wide one.
  package var glyph: String
  /// 1 or 2; 0 in the right half of a wide glyph.
  package var width: Int
  package var attributes: TerminalAttributes
  package var foreground: TerminalColor
  package var background: TerminalColor

  static let blank = TerminalCell(
    glyph: " ", width: 1, attributes: [], foreground: .standard, background: .standard)
}

package enum TerminalColor: Equatable, Sendable {
  /// The terminal's own, when the program asked for none.
  case standard
  /// A place in the palette of 256.
  case palette(UInt8)
  case rgb(UInt8, UInt8, UInt8)
}

package struct TerminalAttributes: OptionSet, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let bold = TerminalAttributes(rawValue: 1)
  package static let underlined = TerminalAttributes(rawValue: 2)
  package static let italic = TerminalAttributes(rawValue: 4)
  package static let blinking = TerminalAttributes(rawValue: 8)
  package static let reversed = TerminalAttributes(rawValue: 16)
  package static let struckThrough = TerminalAttributes(rawValue: 32)
}
