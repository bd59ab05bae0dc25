/// Links that terminals make clickable: written over the frame by hand, as curses knows nothing of
/// them.
///
/// Source: the hyperlink specification of VTE and iTerm2 (OSC 8), ECMA-48 for the rest.

import Screen

package struct HyperlinkOverlay {
  private let depth: ColorDepth
  /// Terminals are asked for no more than browsers take.
  private static let longest = 2083

  package init(depth: ColorDepth) { self.depth = depth }

  /// The cells of every link once more, each between the marks of its address. The cursor and the
  /// colours are left as they were.
  package func bytes(for frame: Grid) -> [UInt8] {
    frame.links.reduce(into: []) { bytes, link in
      guard let address = Self.address(link.address) else { return }
      bytes += "\u{1B}7\u{1B}[\(link.row + 1);\(link.columns.lowerBound + 1)H".utf8
      bytes += "\u{1B}]8;;\(address)\u{1B}\\".utf8
      bytes += cells(frame, link)
      bytes += "\u{1B}]8;;\u{1B}\\\u{1B}8".utf8
    }
  }

  private func cells(_ frame: Grid, _ link: GridLink) -> [UInt8] {
    var bytes: [UInt8] = []
    var style: Style?
    for cell in frame.cells(link.row, link.columns) where !cell.isContinuation {
      if cell.style != style { bytes += sgr(cell.style).utf8 }
      style = cell.style
      cell.glyph.append(to: &bytes)
    }
    return bytes
  }

  /// Only addresses that lead out of the deck; nothing but printable ASCII reaches the terminal.
  package static func address(_ text: String) -> String? {
    let schemes = ["https://", "http://", "mailto:", "ftp://"]
    guard schemes.contains(where: text.lowercased().hasPrefix) else { return nil }
    var address = ""
    for byte in text.utf8 {
      if (0x21...0x7E).contains(byte) {
        address.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        address += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return address.utf8.count <= longest ? address : nil
  }

  // MARK: Styles

  private func sgr(_ style: Style) -> String {
    var codes = ["0"]
    let attributes: [(Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
    ]
    for (attribute, code) in attributes where style.attributes.contains(attribute) {
      codes.append(code)
    }
    codes += color(style.foreground, base: 30) + color(style.background, base: 40)
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }

  private func color(_ color: Color, base: Int) -> [String] {
    let number = depth.number(of: color)
    guard number >= 0 else { return [] }
    switch depth {
    case .mono: return []
    case .direct:
      return [base + 8, 2, number >> 16, number >> 8 & 255, number & 255].map(String.init)
    case .palette: return [base + 8, 5, number].map(String.init)
    case .sixteen, .eight:
      return [String(number < 8 ? base + number : base + 60 + number - 8)]
    }
  }
}
