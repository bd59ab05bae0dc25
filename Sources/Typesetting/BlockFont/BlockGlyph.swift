/// The picture of one character, drawn on its own or put together from a letter and its marks.

/// The rows of pixels that all letters share.
enum BlockGrid {
  /// Three rows for marks, seven for capitals (five for small letters), two for descenders.
  static let height = 12
  static let capitalTop = 3
}

struct BlockGlyph: Equatable {
  /// A mask for every column of pixels, bit 0 at the top.
  var columns: [UInt16]

  init(columns: [UInt16]) { self.columns = columns }

  /// A letter and the combining marks that may follow it.
  init?(_ character: Character) {
    guard let letter = character.unicodeScalars.first else { return nil }
    let combining = character.unicodeScalars.dropFirst()
    let marks = combining.compactMap { BlockComposition.mark(combining: $0) }
    let base = marks.first.map { BlockComposition.bare(letter, under: $0) } ?? letter
    guard marks.count == combining.count, var glyph = BlockGlyph(base) else { return nil }
    for mark in marks {
      guard let marked = glyph.marked(mark) else { return nil }
      glyph = marked
    }
    self = glyph
  }

  init?(_ scalar: Unicode.Scalar) {
    if scalar == " " {
      self.init(columns: [0, 0])
    } else if let columns = BlockSheets.columns(of: scalar) {
      self.init(columns: columns)
    } else if let twin = BlockComposition.twin(of: scalar) {
      self.init(twin)
    } else if let (letter, mark) = BlockComposition.parts(of: scalar) {
      let base = BlockComposition.bare(letter, under: mark)
      guard let glyph = BlockGlyph(base)?.marked(mark) else { return nil }
      self = glyph
    } else {
      return nil
    }
  }

  /// The highest row with a pixel.
  private var top: Int { columns.reduce(0, |).trailingZeroBitCount }

  /// Whether the middle of the top is blank, as in И.
  private var opensAtTop: Bool { columns[columns.count / 2] >> UInt16(top) & 1 == 0 }

  /// The letter with a mark where that mark belongs.
  func marked(_ mark: Unicode.Scalar) -> BlockGlyph? {
    switch mark {
    case "’": markedBeside()
    case "˘" where opensAtTop: marked(above: "⌣")
    case "¸", "˛": marked(below: mark)
    default: marked(above: mark)
    }
  }

  private func marked(above mark: Unicode.Scalar) -> BlockGlyph? {
    // Marks are drawn for capitals, most of them two rows and a blank one.
    let drop = UInt16(max(top - BlockGrid.capitalTop, 0))
    return BlockSheets.mark(mark, over: columns.count).map { ink in
      over(ink.map { $0 << drop }, at: (columns.count - ink.count) / 2)
    }
  }

  private func marked(below mark: Unicode.Scalar) -> BlockGlyph? {
    BlockSheets.mark(mark, over: columns.count).map { ink in
      let room = columns.count - ink.count
      return over(ink, at: mark == "˛" ? room : room / 2)
    }
  }

  /// With a caron that would not fit over an ascender, as near to the letter as can be.
  private func markedBeside() -> BlockGlyph? {
    BlockSheets.mark("’", over: columns.count).map { ink in
      let near = ink.reduce(0, |) << 1 | ink.reduce(0, |)
      let last = columns.lastIndex { $0 & near != 0 } ?? 0
      return over(ink, at: last + 2)
    }
  }

  /// Both pictures in one, as wide as they need.
  private func over(_ ink: [UInt16], at left: Int) -> BlockGlyph {
    let shift = max(-left, 0)
    let width = max(columns.count + shift, left + shift + ink.count)
    var sum = [UInt16](repeating: 0, count: width)
    for (index, column) in columns.enumerated() { sum[index + shift] |= column }
    for (index, column) in ink.enumerated() { sum[index + left + shift] |= column }
    return BlockGlyph(columns: sum)
  }
}
