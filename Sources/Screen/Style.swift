/// How a glyph is shown: colours and attributes.

/// A colour as the theme means it; the terminal shows the nearest one it has.
package struct Color: Hashable, Sendable {
  /// One number, as frames compare thousands of colours: 0, 1 and an index, or 2 and 24 bits.
  private let code: UInt32

  /// The terminal's own foreground or background.
  package static let standard = Color(code: 0)

  /// An entry of the 256-colour palette (xterm): 16–231 a 6×6×6 cube, 232–255 greys.
  package static func palette(_ index: UInt8) -> Color { Color(code: 1 << 24 | UInt32(index)) }

  /// Red, green and blue, 8 bits each, as 0xRRGGBB.
  package static func rgb(_ value: UInt32) -> Color { Color(code: 2 << 24 | value & 0xFF_FFFF) }

  package enum Kind {
    case standard, palette(UInt8), rgb(UInt32)
  }

  package var kind: Kind {
    switch code >> 24 {
    case 0: .standard
    case 1: .palette(UInt8(truncatingIfNeeded: code))
    default: .rgb(code & 0xFF_FFFF)
    }
  }

  /// The colour as 0xRRGGBB; nil for the terminal's own, which nobody knows.
  package var rgbValue: UInt32? {
    switch kind {
    case .standard: nil
    case .rgb(let value): value
    case .palette(let index): Self.rgb(ofPalette: index)
    }
  }

  private static func rgb(ofPalette index: UInt8) -> UInt32 {
    switch Int(index) {
    case 0..<16: ansi[Int(index)]
    case 16..<232:
      {
        let cube = Int(index) - 16
        let level = { (n: Int) -> UInt32 in n == 0 ? 0 : UInt32(55 + 40 * n) }
        return level(cube / 36) << 16 | level(cube / 6 % 6) << 8 | level(cube % 6)
      }()
    default: UInt32(8 + 10 * (Int(index) - 232)) * 0x01_01_01
    }
  }

  /// xterm's default rendering of the first sixteen.
  package static let ansi: [UInt32] = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]
}

/// The attributes every terminal database knows.
package struct Attributes: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The library's own is generic, and asks the runtime for conformances first.
  package init(arrayLiteral elements: Attributes...) {
    rawValue = elements.reduce(0) { $0 | $1.rawValue }
  }

  package static let bold = Attributes(rawValue: 1)
  package static let dim = Attributes(rawValue: 2)
  package static let italic = Attributes(rawValue: 4)
  package static let underline = Attributes(rawValue: 8)
  package static let reverse = Attributes(rawValue: 16)
}

/// Colours and attributes together.
package struct Style: Hashable, Sendable {
  package var foreground: Color
  package var background: Color
  package var attributes: Attributes

  package init(
    _ foreground: Color = .standard, on background: Color = .standard,
    _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  package static let plain = Style()

  /// This style with another laid over it: its colours win where it has any, attributes add up.
  package func merging(_ over: Style) -> Style {
    Style(
      over.foreground == .standard ? foreground : over.foreground,
      on: over.background == .standard ? background : over.background,
      attributes.union(over.attributes))
  }

  package func adding(_ more: Attributes) -> Style {
    Style(foreground, on: background, attributes.union(more))
  }

  package func without(_ less: Attributes) -> Style {
    Style(foreground, on: background, attributes.subtracting(less))
  }
}
