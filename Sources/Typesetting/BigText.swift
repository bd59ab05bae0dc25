/// Text in the block font, as large as was asked for or as there is room for.

import Screen

struct BigText {
  let medium: Medium
  /// So many of the largest scales are too large for the page.
  var smaller = 0

  private static let longest = 2000

  /// From the largest down, for sizes from 2 to 7.
  static func scales(ofSize size: Int) -> [BlockScale] {
    switch size {
    case ...1: []
    case 2, 3: [.quarters]
    case 4, 5: [.halves, .quarters]
    default: [.full, .halves, .quarters]
    }
  }

  /// What stands before the lines of an item: its label, and how far they are indented by it.
  struct Label {
    var text: BlockText
    /// In pixels.
    var indent: Int
  }

  /// The lines of a text in the first of the scales in which it fits, in at most three lines of
  /// letters; nil where it does not, or a sign has no picture.
  func lines(
    of text: String, _ style: Style, width: Int, rows: Int = .max, most scales: [BlockScale],
    behind label: Label? = nil
  ) -> [Line]? {
    let scales = scales.dropFirst(smaller)
    // Three lines of the widest screen hold less.
    guard text.utf8.count <= Self.longest else { return nil }
    let words = text.split(separator: " ").map(String.init)
    guard !words.isEmpty, !scales.isEmpty, let setter = BlockLines(words) else { return nil }
    let faces = faces(scales)
    let last = faces.suffix(1)
    // Smaller letters are better than a line that ends in "of the", and both are better than lines
    // whose letters touch.
    for (faces, partsGroups, gap) in [
      (faces, false, [""]), (faces, true, [""]), (last, false, []), (last, true, []),
    ] {
      for face in faces {
        let room = width - face.scale.cells(ofPixels: label?.indent ?? 0)
        let texts = setter.lines(width: room, face.scale, partsGroups: partsGroups) ?? []
        let lines = Array(texts.behind(label).map(face.rows).joined(separator: gap))
        if !lines.isEmpty, lines.count <= rows { return lines.map { Line($0, style) } }
      }
    }
    return nil
  }

  /// Letters of a scale, and how they are drawn.
  private struct Face {
    var scale: BlockScale
    var rows: (BlockText) -> [String]
  }

  /// ASCII has letters of two heights, both as wide as halves are.
  private func faces(_ scales: ArraySlice<BlockScale>) -> ArraySlice<Face> {
    guard medium.ascii else {
      return scales.map { scale in Face(scale: scale) { $0.rows(scale) } }[...]
    }
    let low = Face(scale: .halves) { $0.lowASCIIRows() }
    let high = Face(scale: .halves) { $0.asciiRows() }
    return scales.first == .quarters ? [low] : [high, low]
  }
}

extension [BlockText] {
  /// The lines of an item: the first behind its label, the others below it.
  fileprivate func behind(_ label: BigText.Label?) -> [BlockText] {
    guard let label else { return self }
    return enumerated().map { index, text in
      text.indented(by: label.indent, behind: index == 0 ? label.text : nil)
    }
  }
}

/// Words of the block font in lines of about equal length.
private struct BlockLines {
  /// What must not be parted, word by word.
  private let groups: [[BlockText]]

  /// Nil where a sign has no picture.
  init?(_ words: [String]) {
    var groups: [[BlockText]] = []
    var previous: TextToken?
    for word in words {
      guard let text = BlockText(word) else { return nil }
      let token = TextToken(word)
      if let previous, previous.clingsInTitle || token.clings(to: previous) {
        groups[groups.count - 1].append(text)
      } else {
        groups.append([text])
      }
      previous = token
    }
    self.groups = groups
  }

  private static let mostLines = 3

  /// Nil where a word is too wide, or there are too many lines.
  func lines(width: Int, _ scale: BlockScale, partsGroups: Bool) -> [BlockText]? {
    let parts = (partsGroups ? groups.flatMap { $0.map { [$0] } } : groups)
      .map { BlockText(joining: $0) }
    guard let lines = Self.filled(parts, width, scale), lines.count <= Self.mostLines else {
      return nil
    }
    return Self.balanced(parts, lines, width, scale)
  }

  /// As much on every line as there is room for.
  private static func filled(_ parts: [BlockText], _ width: Int, _ scale: BlockScale)
    -> [BlockText]?
  {
    var lines: [BlockText] = []
    for part in parts {
      if let last = lines.last, case let longer = BlockText(joining: [last, part]),
        longer.width(scale) <= width
      {
        lines[lines.count - 1] = longer
      } else {
        guard part.width(scale) <= width else { return nil }
        lines.append(part)
      }
    }
    return lines
  }

  /// As many lines in the narrowest width that holds them.
  private static func balanced(
    _ parts: [BlockText], _ lines: [BlockText], _ width: Int, _ scale: BlockScale
  ) -> [BlockText] {
    var best = lines
    var (low, high) = (parts.map { $0.width(scale) }.max() ?? 0, width)
    while lines.count > 1, low < high {
      let middle = (low + high) / 2
      if let closer = filled(parts, middle, scale), closer.count == lines.count {
        (best, high) = (closer, middle)
      } else {
        low = middle + 1
      }
    }
    return best
  }
}

extension TextToken {
  fileprivate init(_ word: String) {
    self.init(
      blanks: TextRun(), word: TextRun(Glyphs(word).map { TextPiece(glyph: $0, span: 0) }))
  }
}
