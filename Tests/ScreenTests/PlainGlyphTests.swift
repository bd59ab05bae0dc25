/// The glyphs that are not looked up: the tables would say the same of them.

import Testing

@testable import Screen

@Suite struct `Plain glyphs` {
  @Test func `have one column, are no marks and stand for themselves`() {
    let plain = (UInt32(0)...0x10FFFF).compactMap(Unicode.Scalar.init).filter(GlyphWidth.isPlain)
    #expect(plain.count > 300)
    for scalar in plain {
      #expect(GlyphWidth.columns(scalar) == 1, "\(scalar)")
      // A scalar that is looked up stands before it.
      #expect(Array(Glyphs("\u{4E00}\(scalar)")).map(\.base) == ["\u{4E00}", scalar], "\(scalar)")
      #expect(String(scalar).columns == 1)
    }
  }

  @Test(arguments: ["\u{301}", "\u{200D}😀", "\u{FE0F}", "\u{489}"])
  func `gather what follows them`(mark: String) {
    for base in ["a", "ж", "█"] {
      #expect(Array(Glyphs(base + mark)).count == 1)
      #expect((base + mark).columns == 1)
    }
  }

  @Test func `a frame on its ground changes where something stands on it`() {
    let ground = Cell(.blank, Style.plain)
    var grid = Grid(Size(rows: 3, columns: 8), filledWith: ground)
    #expect((0..<3).allSatisfy { grid.changedColumns(ofRow: $0, sinceFilledWith: ground) == nil })
    grid.put(Glyph("x"), .plain, row: 1, column: 2)
    grid.put(Glyph("語", width: 2), .plain, row: 1, column: 5)
    #expect(grid.changedColumns(ofRow: 1, sinceFilledWith: ground) == 2..<7)
    #expect(grid.changedColumns(ofRow: 0, sinceFilledWith: ground) == nil)
  }
}
