/// Cells as curses takes them: characters, attributes, and the number of a pair of colours.

import CNcurses
import Screen

struct CursesCells {
  private let depth: ColorDepth
  /// Letters other than ASCII cannot be written at all.
  private let hasOnlyASCII: Bool
  private let mostPairs: Int
  /// The numbers of the curses pairs given so far, from 1 on.
  private var pairs = ColorPairs()

  /// More than pictures on a terminal with sixteen colours could use.
  private static let manyPairs = 256

  init(depth: ColorDepth, hasOnlyASCII: Bool) {
    self.depth = depth
    self.hasOnlyASCII = hasOnlyASCII
    mostPairs = Int(cn_pairs())
  }

  mutating func cell(_ cell: Cell) -> cn_cell { self.cell(cell, pair(cell.style)) }

  /// Neighbours: they mostly look alike, so that a style is translated once.
  mutating func append(_ neighbours: ArraySlice<Cell>, to cells: inout [cn_cell]) {
    var style = Style.plain
    var pair = pair(style)
    for cell in neighbours where !cell.isContinuation {
      if cell.style != style {
        style = cell.style
        pair = self.pair(style)
      }
      if AmbiguousWidth.isWide, cell.isAmbiguous {
        let blank = self.cell(Cell(.blank, cell.style), pair)
        cells += [blank, blank]
      } else {
        cells.append(self.cell(cell, pair))
      }
    }
  }

  private func cell(_ cell: Cell, _ pair: Int32) -> cn_cell {
    var result = cn_cell()
    result.text.0 = shown(cell.glyph.base)
    if !cell.glyph.marks.isEmpty, !hasOnlyASCII {
      withUnsafeMutableBytes(of: &result.text) { text in
        let text = text.bindMemory(to: UInt32.self)
        for (place, mark) in cell.glyph.marks.enumerated() { text[place + 1] = mark.value }
      }
    }
    result.attributes = UInt32(cell.style.attributes.rawValue)
    result.pair = pair
    return result
  }

  /// A question mark where the character set has nothing better.
  private func shown(_ scalar: Unicode.Scalar) -> UInt32 {
    hasOnlyASCII && !scalar.isASCII ? 0x3F : scalar.value
  }

  // MARK: Colours

  private mutating func pair(_ style: Style) -> Int32 {
    guard depth != .mono else { return 0 }
    let wanted = ColorPairs.Pair(
      foreground: Int32(depth.number(of: style.foreground)),
      background: Int32(depth.number(of: style.background)))
    if let number = pairs.number(of: wanted) { return number }
    // A terminal with few pairs: what has none left is shown in the terminal's own colours.
    let number = pairs.next
    guard number < mostPairs, cn_pair(number, wanted.foreground, wanted.background) else {
      return 0
    }
    pairs.append(wanted)
    return number
  }

  /// A moving picture needs new pairs all the time. Where those that are left might not do, all are
  /// given anew, and every cell gets its new one.
  mutating func renewsPairs(for frame: Grid) -> Bool {
    guard mostPairs > Self.manyPairs,
      pairs.count + frame.size.rows * frame.size.columns >= mostPairs
    else { return false }
    pairs.removeAll()
    return true
  }
}
