/// A grid as text: the golden format of tests and what `lectern dump` prints.

/// Two renderings of one grid. Plain: bars at both edges keep trailing blanks visible. Styled: a
/// second block of the same shape in which every letter is a style, with a legend below.
package struct FrameText {
  package let grid: Grid
  package init(_ grid: Grid) { self.grid = grid }

  package var plain: String {
    (0..<grid.size.rows).map { "|" + glyphs(ofRow: $0) + "|" }.joined(separator: "\n") + "\n"
  }

  package var styled: String {
    var legend: [Style] = []
    var rows: [String] = []
    for row in 0..<grid.size.rows {
      var letters = ""
      for cell in grid.row(row) { letters.append(letter(of: cell.style, in: &legend)) }
      rows.append("|" + letters + "|")
    }
    let names = legend.enumerated().map { "\(Self.letters[$0 % Self.letters.count]) \($1.words)" }
    return plain + "\n" + rows.joined(separator: "\n") + "\n" + names.joined(separator: "\n") + "\n"
  }

  private func glyphs(ofRow row: Int) -> String {
    grid.row(row).reduce(into: "") { text, cell in
      if !cell.isContinuation { cell.glyph.append(to: &text) }
    }
  }

  private static let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")

  private func letter(of style: Style, in legend: inout [Style]) -> Character {
    if style == .plain { return " " }
    if !legend.contains(style) { legend.append(style) }
    let index = legend.firstIndex(of: style) ?? 0
    return Self.letters[index % Self.letters.count]
  }

  /// The rows with the terminal's own colour sequences (ECMA-48 SGR), for `dump --ansi`.
  package var ansi: String {
    var text = ""
    for row in 0..<grid.size.rows {
      var current = Style.plain
      for cell in grid.row(row) where !cell.isContinuation {
        if cell.style != current { text += cell.style.sgr }
        current = cell.style
        cell.glyph.append(to: &text)
      }
      text += "\u{1B}[0m\n"
    }
    return text
  }
}

extension Style {
  /// The style in words, for legends.
  package var words: String {
    var words: [String] = []
    if foreground != .standard { words.append(foreground.word) }
    if background != .standard { words.append("on " + background.word) }
    let names: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"),
      (.reverse, "reverse"),
    ]
    words += names.filter { attributes.contains($0.0) }.map(\.1)
    return words.joined(separator: " ")
  }

  /// Select Graphic Rendition: everything off, then this style on.
  fileprivate var sgr: String {
    var codes = ["0"]
    let numbers: [(Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
    ]
    codes += numbers.filter { attributes.contains($0.0) }.map(\.1)
    codes += foreground.sgr(layer: 38) + background.sgr(layer: 48)
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }
}

extension Color {
  fileprivate var word: String {
    switch kind {
    case .standard: "standard"
    case .palette(let index): "palette \(index)"
    case .rgb(let value): "#" + String(value | 0x1_000000, radix: 16).dropFirst()
    }
  }

  fileprivate func sgr(layer: Int) -> [String] {
    switch kind {
    case .standard: []
    case .palette(let index): ["\(layer)", "5", "\(index)"]
    case .rgb(let value):
      ["\(layer)", "2", "\(value >> 16 & 255)", "\(value >> 8 & 255)", "\(value & 255)"]
    }
  }
}
