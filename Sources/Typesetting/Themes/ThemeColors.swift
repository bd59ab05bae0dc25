/// Styles as files of themes write them, and reading them back: `"#88c9f9 on black bold"`.

import Screen

extension Color {
  /// `#rrggbb`, `#rgb`, a number of the palette, one of sixteen names, `default`; nil for anything
  /// else.
  package init?(themeWord word: String) {
    let word = word.lowercased()
    if word == "default" {
      self = .standard
    } else if word.hasPrefix("#"), let value = UInt32(word.dropFirst(), radix: 16) {
      switch word.utf8.count {
      case 7: self = .rgb(value)
      case 4:
        self = .rgb(
          (value >> 8 & 15) * 0x11_0000 + (value >> 4 & 15) * 0x1100 + (value & 15) * 0x11)
      default: return nil
      }
    } else if let index = UInt8(word) {
      self = .palette(index)
    } else if let index = Self.names.firstIndex(of: word) {
      self = .palette(UInt8(index))
    } else {
      return nil
    }
  }

  package var themeWord: String {
    switch kind {
    case .standard: "default"
    case .palette(let index) where index < 16: Self.names[Int(index)]
    case .palette(let index): String(index)
    case .rgb(let value): "#" + String(value | 0x100_0000, radix: 16).dropFirst()
    }
  }

  private static let hues = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
  ]

  /// The terminal's sixteen colours.
  package static let names = hues + hues.map { "bright-" + $0 }
}

extension Attributes {
  package static let names: [(name: String, attribute: Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline),
    ("reverse", .reverse),
  ]
}

extension Style {
  /// As a file of a theme writes it; what reads it back gets the same.
  package var themeWords: String {
    var words = [foreground.themeWord]
    if background != .standard { words += ["on", background.themeWord] }
    words += Attributes.names.filter { attributes.contains($0.attribute) }.map(\.name)
    return words.joined(separator: " ")
  }
}
