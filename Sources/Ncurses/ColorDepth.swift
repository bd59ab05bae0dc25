/// Colours as the terminal has them: the nearest one to what the theme means.

import Screen

package enum ColorDepth: Equatable, Sendable {
  case mono, eight, sixteen, palette, direct

  /// What a terminal with so many colours can show.
  package init(colors: Int, isDirect: Bool) {
    if isDirect {
      self = .direct
    } else {
      switch colors {
      case 256...: self = .palette
      case 16...: self = .sixteen
      case 8...: self = .eight
      default: self = .mono
      }
    }
  }

  /// A terminal with so many colours knows the rest of ECMA-48, too; an old one may not even know how
  /// to take a single attribute away.
  var isModern: Bool { self == .palette || self == .direct }

  /// The number of a colour for curses; -1 is the terminal's own.
  package func number(of color: Color) -> Int {
    guard self != .mono, let rgb = color.rgbValue else { return -1 }
    if case .palette(let index) = color.kind, self != .direct, Int(index) < count {
      return Int(index)
    }
    switch self {
    case .mono: return -1
    // Entries 0 to 7 of a direct-colour terminal are the ANSI colours: 1 to 7 mean no shade of blue.
    case .direct: return rgb < 8 ? 0 : Int(rgb)
    case .palette: return Self.nearestOf256(rgb)
    case .sixteen: return Self.nearestOfEight(rgb) + (Self.isBright(rgb) ? 8 : 0)
    case .eight: return Self.nearestOfEight(rgb)
    }
  }

  private var count: Int {
    switch self {
    case .mono: 0
    case .eight: 8
    case .sixteen: 16
    case .palette: 256
    case .direct: 1 << 24
    }
  }

  /// The nearest of xterm's cube and greys by the squared distance of the channels.
  private static func nearestOf256(_ rgb: UInt32) -> Int {
    let (red, green, blue) = channels(rgb)
    let step = { (value: Int) in value < 48 ? 0 : value < 115 ? 1 : (value - 35) / 40 }
    let cube = 16 + 36 * step(red) + 6 * step(green) + step(blue)
    let grey = 232 + max(0, min(23, ((red + green + blue) / 3 - 3) / 10))
    return distance(rgb, of: grey) < distance(rgb, of: cube) ? grey : cube
  }

  private static func distance(_ rgb: UInt32, of index: Int) -> Int {
    let (red, green, blue) = channels(rgb)
    let (r, g, b) = channels(Color.palette(UInt8(index)).rgbValue ?? 0)
    return (red - r) * (red - r) + (green - g) * (green - g) + (blue - b) * (blue - b)
  }

  /// By hue, so that colours that tell things apart stay apart; greys become black or white.
  private static func nearestOfEight(_ rgb: UInt32) -> Int {
    let (red, green, blue) = channels(rgb)
    let most = max(red, green, blue)
    let least = min(red, green, blue)
    if (most - least) * 4 < max(most, 1) { return most > 110 ? 7 : 0 }
    if red == most, green * 5 > most * 3, blue * 3 < most { return 3 }
    let bit = { (value: Int, weight: Int) in value * 5 >= most * 4 ? weight : 0 }
    return bit(red, 1) + bit(green, 2) + bit(blue, 4)
  }

  private static func isBright(_ rgb: UInt32) -> Bool {
    let (red, green, blue) = channels(rgb)
    return red + green + blue > 480
  }

  private static func channels(_ rgb: UInt32) -> (Int, Int, Int) {
    (Int(rgb >> 16 & 255), Int(rgb >> 8 & 255), Int(rgb & 255))
  }
}
