/// Colours as decks write them: names, `#rrggbb`, `rgb(…)`.

import Screen

extension Theme {
  /// nil for what is no colour: the text keeps its own.
  func color(named name: String) -> Color? {
    let name = name.lowercased().filter { $0 != " " }
    if name.hasPrefix("#") { return Self.hex(name.dropFirst()) }
    if name.hasPrefix("rgb") { return Self.channels(name) }
    // presenterm's palettes name colours as its themes do
    for prefix in ["palette:", "p:"] where name.hasPrefix(prefix) {
      return color(named: String(name.dropFirst(prefix.count)))
    }
    if let role = color(ofRole: name) { return role }
    return Self.names[name].map { .rgb($0) } ?? (name.count == 6 ? Self.hex(name[...]) : nil)
  }

  /// The basic colours as this theme has them, so that they can be read on its ground.
  private func color(ofRole name: String) -> Color? {
    switch name {
    case "red": bad.foreground
    case "green": good.foreground
    case "yellow": doubtful.foreground
    case "blue", "cyan": accent.foreground
    case "purple", "magenta", "violet": important.foreground
    case "orange": emphasis.foreground
    case "gray", "grey": faint.foreground
    case "white" where isLight == false, "black" where isLight == true: title.foreground
    default: nil
    }
  }

  private static func hex(_ digits: Substring) -> Color? {
    guard let value = UInt32(digits, radix: 16) else { return nil }
    switch digits.count {
    case 6: return .rgb(value)
    case 8: return .rgb(value >> 8)
    case 3:
      let (red, green, blue) = (value >> 8 & 15, value >> 4 & 15, value & 15)
      return .rgb(red * 0x11_0000 + green * 0x1100 + blue * 0x11)
    default: return nil
    }
  }

  private static func channels(_ text: String) -> Color? {
    let numbers = text.split { !$0.isNumber }.prefix(3).compactMap { UInt32($0) }
    guard numbers.count == 3, numbers.allSatisfy({ $0 < 256 }) else { return nil }
    return .rgb(numbers[0] << 16 | numbers[1] << 8 | numbers[2])
  }

  /// The commoner of CSS's names.
  private static let names: [String: UInt32] = [
    "black": 0x000000, "white": 0xFFFFFF, "silver": 0xC0C0C0, "maroon": 0x800000,
    "olive": 0x808000, "lime": 0x00FF00, "aqua": 0x00FFFF, "teal": 0x008080, "navy": 0x000080,
    "fuchsia": 0xFF00FF, "pink": 0xFFC0CB, "hotpink": 0xFF69B4, "deeppink": 0xFF1493,
    "crimson": 0xDC143C, "tomato": 0xFF6347, "coral": 0xFF7F50, "salmon": 0xFA8072,
    "darkorange": 0xFF8C00, "gold": 0xFFD700, "khaki": 0xF0E68C, "brown": 0xA52A2A,
    "chocolate": 0xD2691E, "tan": 0xD2B48C, "beige": 0xF5F5DC, "ivory": 0xFFFFF0,
    "darkgreen": 0x006400, "forestgreen": 0x228B22, "seagreen": 0x2E8B57,
    "limegreen": 0x32CD32, "lightgreen": 0x90EE90, "turquoise": 0x40E0D0,
    "steelblue": 0x4682B4, "royalblue": 0x4169E1, "dodgerblue": 0x1E90FF,
    "skyblue": 0x87CEEB, "lightblue": 0xADD8E6, "darkblue": 0x00008B, "indigo": 0x4B0082,
    "slateblue": 0x6A5ACD, "orchid": 0xDA70D6, "plum": 0xDDA0DD, "lavender": 0xE6E6FA,
    "darkred": 0x8B0000, "firebrick": 0xB22222, "lightgray": 0xD3D3D3, "lightgrey": 0xD3D3D3,
    "darkgray": 0xA9A9A9, "darkgrey": 0xA9A9A9, "slategray": 0x708090, "dimgray": 0x696969,
  ]
}
