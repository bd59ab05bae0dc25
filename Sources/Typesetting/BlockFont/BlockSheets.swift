/// Reads sheets of glyphs: a line of keys and, below every key, its pixels.

/// Nothing is read at the start: a character is looked for among the keys when it is asked for, and
/// only its own pixels are read.
enum BlockSheets {
  static func columns(of key: Unicode.Scalar) -> [UInt16]? {
    for sheets in [latin, cyrillic, signs, greek] {
      if let columns = columns(of: key, in: sheets) { return columns }
    }
    return nil
  }

  /// The picture of a mark that stands in the middle of a letter so wide.
  static func mark(_ key: Unicode.Scalar, over width: Int) -> [UInt16]? {
    columns(of: key, in: width.isMultiple(of: 2) ? evenMarks : oddMarks)
  }

  private static func columns(of key: Unicode.Scalar, in sheets: [String]) -> [UInt16]? {
    for sheet in sheets {
      if let place = place(of: key, in: sheet) { return columns(at: place, in: sheet) }
    }
    return nil
  }

  /// Which of the keys in the first line it is.
  private static func place(of key: Unicode.Scalar, in sheet: String) -> Int? {
    var place = 0
    for scalar in sheet.unicodeScalars {
      if scalar == "\n" { return nil }
      if scalar == key { return place }
      if scalar != " " { place += 1 }
    }
    return nil
  }

  /// One pass over the bytes: to cut out rows and words would take ten times as long.
  private static func columns(at place: Int, in sheet: String) -> [UInt16] {
    var columns: [UInt16] = []
    var (y, word, x) = (-1, 0, 0)
    for byte in sheet.utf8 {
      switch byte {
      case UInt8(ascii: "\n"): (y, word, x) = (y + 1, 0, 0)
      case UInt8(ascii: " "): (word, x) = (x > 0 ? word + 1 : word, 0)
      default:
        if y >= 0, word == place {
          if y == 0 { columns.append(0) }
          if byte == UInt8(ascii: "#") { columns[x] |= 1 << UInt16(y) }
        }
        x += 1
      }
    }
    // A sheet that has all rows starts with the marks, any other where capitals do.
    return y + 1 == BlockGrid.height ? columns : columns.map { $0 << UInt16(BlockGrid.capitalTop) }
  }
}
