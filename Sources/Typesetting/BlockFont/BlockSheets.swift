/// Reads sheets of glyphs: a line of keys and, below every key, its pixels. Nothing is read at the
/// start: a character is looked for among the keys when it is asked for, and only its own pixels are
/// read.

import Markup

enum BlockSheets {
  static func columns(of key: Unicode.Scalar) -> [UInt16]? {
    // Those that may hold it, the likeliest first; of Latin the capital ẞ is far behind the others.
    for sheets in key.value < 0x400 ? [latin, signs, greek] : [cyrillic, signs, latin] {
      if let columns = columns(of: key, in: sheets) { return columns }
    }
    return nil
  }

  /// The picture of a mark that stands in the middle of a letter so wide.
  static func mark(_ key: Unicode.Scalar, over width: Int) -> [UInt16]? {
    columns(of: key, in: width.isMultiple(of: 2) ? evenMarks : oddMarks)
  }

  private static func columns(of key: Unicode.Scalar, in sheets: [String]) -> [UInt16]? {
    var word = String(key)
    for var sheet in sheets {
      let found = word.withUTF8 { word in
        sheet.withUTF8 { sheet in place(of: word, in: sheet).map { columns($0, sheet) } }
      }
      if let found { return found }
    }
    return nil
  }

  /// Which of the keys in the first line it is, and where the line ends.
  private static func place(
    of key: UnsafeBufferPointer<UInt8>, in sheet: UnsafeBufferPointer<UInt8>
  ) -> (index: Int, end: Int)? {
    guard let end = sheet.offset(of: UInt8(ascii: "\n")) else { return nil }
    let keys = UnsafeBufferPointer(rebasing: sheet[..<end])
    guard let offset = keys.offset(of: key) else { return nil }
    let index = (0..<offset).count { keys[$0] != blank && keys[$0 + 1] == blank }
    return (index, end)
  }

  private static let blank = UInt8(ascii: " ")

  /// The rows of pixels are laid out alike: what is found in the first stands there in all.
  private static func columns(
    _ place: (index: Int, end: Int), _ sheet: UnsafeBufferPointer<UInt8>
  ) -> [UInt16] {
    let first = sheet[(place.end + 1)...]
    let length =
      (sheet.offset(of: UInt8(ascii: "\n"), from: place.end + 1) ?? sheet.count) - place.end
    var x = first.startIndex
    for _ in 0..<place.index {
      x += first[x...].prefix { $0 != blank }.count
      x += first[x...].prefix { $0 == blank }.count
    }
    let width = first[x...].prefix { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ".") }.count
    let height = (sheet.count - place.end) / length
    // A sheet that has all rows starts with the marks, any other where capitals do.
    let top = height == BlockGrid.height ? 0 : BlockGrid.capitalTop
    return (x..<x + width).map { x in
      (0..<height).reduce(0) { column, y in
        sheet[x + y * length] == UInt8(ascii: "#") ? column | 1 << UInt16(y + top) : column
      }
    }
  }
}
