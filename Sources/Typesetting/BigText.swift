/// Text in the block font, as large as was asked for or as there is room for.

import Screen

struct BigText {
  let medium: Medium

  /// From the largest down, for sizes from 2 to 7.
  static func scales(ofSize size: Int) -> [BlockScale] {
    switch size {
    case ...1: []
    case 2, 3: [.quarters]
    case 4, 5: [.halves, .quarters]
    default: [.full, .halves, .quarters]
    }
  }

  /// The lines of a text in the first of the scales in which it fits, in at most three lines of
  /// letters; nil where it does not, or a sign has no picture.
  func lines(
    of text: String, _ style: Style, width: Int, rows: Int = .max, most scales: [BlockScale]
  ) -> [Line]? {
    let words = text.split(separator: " ").map(String.init)
    guard !words.isEmpty, !scales.isEmpty else { return nil }
    if medium.ascii { return asciiLines(words, style, width, rows) }
    for scale in scales {
      if let texts = broken(words, width, { $0.width(scale) }) {
        let lines = texts.flatMap { $0.rows(scale).map { Line($0, style) } }
        if lines.count <= rows { return lines }
      }
    }
    return nil
  }

  private func asciiLines(
    _ words: [String], _ style: Style, _ width: Int, _ rows: Int
  ) -> [Line]? {
    guard let texts = broken(words, width, { $0.width(.halves) }) else { return nil }
    let lines = texts.flatMap { text in text.asciiRows().map { Line($0, style) } + [Line()] }
    return lines.count <= rows ? lines : nil
  }

  private static let mostLines = 3

  /// Words in lines of a width; nil where a word is too wide, or there are too many lines.
  private func broken(
    _ words: [String], _ width: Int, _ columns: (BlockText) -> Int
  ) -> [BlockText]? {
    var lines: [BlockText] = []
    var line = ""
    for word in words {
      let longer = line.isEmpty ? word : line + " " + word
      guard let text = BlockText(longer) else { return nil }
      if columns(text) <= width {
        if line.isEmpty { lines.append(text) } else { lines[lines.count - 1] = text }
        line = longer
      } else {
        guard let alone = BlockText(word), columns(alone) <= width else { return nil }
        lines.append(alone)
        line = word
      }
      if lines.count > Self.mostLines { return nil }
    }
    return lines
  }
}
