/// Links that terminals make clickable: written over the frame by hand, as curses knows nothing of
/// them.
///
/// Source: the hyperlink specification of VTE and iTerm2 (OSC 8).

import Screen

package struct HyperlinkOverlay {
  private let cells: CellOverlay
  /// Terminals are asked for no more than browsers take.
  private static let longest = 2083

  package init(depth: ColorDepth) { cells = CellOverlay(depth: depth) }

  /// The cells of every link once more, each between the marks of its address. The cursor and the
  /// colours are left as they were.
  package func bytes(for frame: Grid) -> [UInt8] {
    frame.links.reduce(into: []) { bytes, link in
      guard let address = Self.address(link.address) else { return }
      bytes += cells.bytes(
        of: frame, row: link.row, columns: link.columns, before: "\u{1B}]8;;\(address)\u{1B}\\",
        after: "\u{1B}]8;;\u{1B}\\")
    }
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
}
