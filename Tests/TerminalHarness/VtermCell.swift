/// libvterm's cells, colours and attributes as values of the harness.

import CVterm

extension TerminalCell {
  init(_ cell: VTermScreenCell) {
    let codes = withUnsafeBytes(of: cell.chars) { Array($0.bindMemory(to: UInt32.self)) }
    // libvterm marks the right half of a wide glyph with all bits set.
    let isRightHalf = codes.first == .max
    glyph = isRightHalf ? "" : Self.glyph(codes)
    width = isRightHalf ? 0 : Int(cell.width)
    attributes = TerminalAttributes(cell.attrs)
    foreground = TerminalColor(cell.fg)
    background = TerminalColor(cell.bg)
  }

  private static func glyph(_ codes: [UInt32]) -> String {
    let scalars = codes.prefix { $0 != 0 }.compactMap(Unicode.Scalar.init)
    return scalars.isEmpty ? " " : String(String.UnicodeScalarView(scalars))
  }
}

extension TerminalColor {
  init(_ color: VTermColor) {
    let type = UInt32(color.type)
    if type & VTERM_COLOR_DEFAULT_MASK.rawValue != 0 {
      self = .standard
    } else if type & VTERM_COLOR_TYPE_MASK.rawValue == VTERM_COLOR_INDEXED.rawValue {
      self = .palette(color.indexed.idx)
    } else {
      self = .rgb(color.rgb.red, color.rgb.green, color.rgb.blue)
    }
  }
}

extension TerminalAttributes {
  init(_ attributes: VTermScreenCellAttrs) {
    self = []
    if attributes.bold != 0 { insert(.bold) }
    if attributes.underline != 0 { insert(.underlined) }
    if attributes.italic != 0 { insert(.italic) }
    if attributes.blink != 0 { insert(.blinking) }
    if attributes.reverse != 0 { insert(.reversed) }
    if attributes.strike != 0 { insert(.struckThrough) }
  }
}
