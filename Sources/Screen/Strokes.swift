/// Rules, boxes, bars in eighths, and what stands for them in ASCII.

/// Every line-art glyph we draw and its stand-in of the same width.
package enum Strokes {
  /// A grid in which line art is ASCII; letters of any script stay.
  package static func ascii(_ grid: Grid) -> Grid {
    grid.withSpelledEllipses.mapped { cell in
      guard !cell.glyph.base.isASCII, let twin = twin(of: Character(cell.glyph.base)),
        let scalar = twin.unicodeScalars.first
      else { return cell }
      return Cell(Glyph(scalar), cell.style)
    }
  }

  /// The ASCII stand-in of a line-art or typographic glyph; nil for glyphs that need none.
  package static func twin(of glyph: Character) -> Character? {
    if glyph.isASCII { return nil }
    if let twin = twins[glyph] { return twin }
    guard let scalar = glyph.unicodeScalars.first else { return nil }
    switch scalar.value {
    case 0x2500...0x254B, 0x2550...0x257F: return boxTwin(of: scalar.value)
    case 0x2580...0x259F: return "#"
    case 0x2800...0x28FF: return density(dots: (scalar.value & 0xFF).nonzeroBitCount)
    case 0x25A0...0x25FF: return "*"
    default: return nil
    }
  }

  /// Eighths as tenths (what a digit can say), shades, arrows, quotation marks.
  private static let twins: [Character: Character] = [
    "▁": "1", "▂": "2", "▃": "3", "▄": "5", "▅": "6", "▆": "7", "▇": "9", "█": "#",
    "░": "%", "▒": "%", "▓": "#", "┄": "~", "┊": ":", "╎": "|", "║": "|", "│": "|", "┃": "|",
    "▲": "^", "▼": "v", "▶": ">", "◀": "<", "◇": "o", "◆": "#", "■": "#", "●": "*", "○": "o",
    "▮": "#",
    "▯": ".", "·": ".", "•": "*", "◦": "-", "▪": "+", "‣": ">", "→": ">", "←": "<", "↑": "^",
    "↓": "v", "↔": "=", "⇒": ">", "×": "x", "÷": "/", "−": "-", "—": "-", "–": "-", "‖": "|",
    "…": "~", "«": "\"", "»": "\"", "“": "\"", "”": "\"", "„": "\"", "‘": "'", "’": "'",
    "≥": ">", "≤": "<", "≈": "~", "≠": "#", "✓": "+", "✗": "x", "✔": "+", "✘": "x",
    "\u{A0}": " ", "№": "#", "⌈": "[", "⌉": "]", "⌊": "[", "⌋": "]", "±": "+", "°": "o", "µ": "u",
    "ё": "ё", "₀": "0", "₁": "1", "₂": "2", "₃": "3", "²": "2", "³": "3", "⁶": "6", "⁹": "9",
    "▸": ">", "½": "/", "∧": "^",
    "①": "1", "②": "2", "③": "3", "④": "4", "⑤": "5", "Σ": "S", "⇔": "=", "⊃": ">", "⊂": "<",
    "⎛": "/", "⎜": "|", "⎝": "\\", "⎞": "\\", "⎟": "|", "⎠": "/", "⎡": "[", "⎢": "[", "⎣": "[",
    "⎤": "]", "⎥": "]", "⎦": "]", "⎧": "/", "⎨": "{", "⎩": "\\", "⎪": "|", "⎫": "\\", "⎬": "}",
    "⎭": "/",
    "⏎": "<", "↪": "\\", "‹": "<", "›": ">", "▹": ">", "▣": "#",
  ]

  private static func boxTwin(of value: UInt32) -> Character {
    switch value {
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D: "-"
    case 0x2550: "="
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x2551, 0x254E, 0x254F: "|"
    case 0x2571: "/"
    case 0x2572: "\\"
    case 0x2574, 0x2576, 0x2578, 0x257A, 0x257C, 0x257E: "-"
    case 0x2575, 0x2577, 0x2579, 0x257B, 0x257D, 0x257F: "|"
    default: "+"
    }
  }

  private static func density(dots: Int) -> Character {
    let ramp: [Character] = [" ", ".", ":", "-", "=", "+", "*", "#", "@"]
    return ramp[min(dots, ramp.count - 1)]
  }

  /// A block that fills so many eighths of a cell from below: blank, ▁ … █.
  package static func vertical(eighths: Int) -> Character {
    block(0x2580, plus: max(0, min(eighths, 8)))
  }

  /// A block that fills so many eighths of a cell from the left: blank, ▏ … █.
  package static func horizontal(eighths: Int) -> Character {
    block(0x2590, plus: -max(0, min(eighths, 8)))
  }

  /// Unicode has the blocks in a row, on both sides of these places.
  private static func block(_ place: Int, plus eighths: Int) -> Character {
    guard eighths != 0, let scalar = Unicode.Scalar(UInt32(place + eighths)) else { return " " }
    return Character(scalar)
  }
}

extension Canvas {
  /// A horizontal rule across the whole canvas.
  package mutating func rule(row: Int, _ style: Style = .plain) {
    fill("─", row: row, columns: 0..<size.columns, style)
  }

  /// A bar of so much of a width, in eighths of a cell.
  package mutating func bar(_ share: Double, at point: Point, width: Int, _ style: Style = .plain) {
    let eighths = Int((max(0, min(share, 1)) * Double(width) * 8).rounded())
    var column = point.column
    for _ in 0..<eighths / 8 {
      put("█", at: Point(row: point.row, column: column), style)
      column += 1
    }
    if eighths % 8 > 0 {
      put(
        Strokes.horizontal(eighths: eighths % 8), at: Point(row: point.row, column: column), style)
    }
  }
}

extension Grid {
  /// Three dots where an ellipsis has room for them: before two blanks that look like it.
  fileprivate var withSpelledEllipses: Grid {
    var grid = self
    for row in 0..<size.rows {
      for column in 0..<max(0, size.columns - 2)
      where self[row, column].glyph.base == "…" {
        let cell = self[row, column]
        let dots = column..<column + 3
        let isFree = cells(row, dots).dropFirst().allSatisfy {
          $0.glyph == .blank && $0.style.background == cell.style.background
        }
        guard isFree else { continue }
        for place in dots { grid[row, place] = Cell(Glyph("."), cell.style) }
      }
    }
    return grid
  }
}
