/// Cells written over a frame by hand, where curses cannot: as they look in it, and nothing else is
/// changed.
///
/// Source: ECMA-48.

import Screen

package struct CellOverlay {
  let depth: ColorDepth

  package init(depth: ColorDepth) { self.depth = depth }

  /// The cells at their place. The cursor and the colours are left as they were.
  package func bytes(
    of frame: Grid, row: Int, columns: Range<Int>, before: String = "", after: String = ""
  ) -> [UInt8] {
    var bytes = Array("\u{1B}7\u{1B}[\(row + 1);\(columns.lowerBound + 1)H\(before)".utf8)
    var style: Style?
    for cell in frame.cells(row, columns) where !cell.isContinuation {
      if cell.style != style { bytes += sgr(cell.style).utf8 }
      style = cell.style
      cell.glyph.append(to: &bytes)
    }
    return bytes + after.utf8 + "\u{1B}8".utf8
  }

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

extension Cell {
  /// Whether curses takes the glyph for narrow and the terminal does not.
  var isAmbiguous: Bool { glyph.width == 2 && AmbiguousWidth.contains(glyph.base) }
}
