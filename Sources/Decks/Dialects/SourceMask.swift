/// Lines that are no Markdown but orders (`::: notes`, `::right::`, settings of a slide) are hidden
/// from the Markdown parser, each behind a piece of HTML of the same length, and kept aside.

import Markup

struct SourceMask {
  /// What a hidden line says.
  enum Mark: Equatable {
    /// Pandoc's fenced division: its attributes, or its end.
    case division(String), endDivision
    case slot(String)
    case separator
    /// Settings of one slide: the YAML's bytes.
    case matter(Range<Int>)
    /// Slidev's snippet from a file.
    case snippet(String)
    /// LaTeX's marks around literate Haskell.
    case code
    /// What a line of LaTeX says of the layout.
    case layout(BeamerLayout)
    /// A table in one of Pandoc's older forms: the lines it takes.
    case table(ClosedRange<Int>)
    /// What remark.js is told of a slide.
    case properties(YAML)
    /// Words for the speaker.
    case notes(Range<Int>)
    /// remark.js's `.class[` … `]`: the classes, and what stands between the brackets.
    case classed([String], Range<Int>)
  }

  /// What the parser is to read; places are those of the source.
  let lines: SourceLines
  /// By the number of the line.
  let marks: [Int: Mark]
  /// By their labels.
  let footnotes: [String: FootnoteText]
  /// Where remark.js pauses: in the middle of a list, it may be.
  let pauses: [Int]

  /// Where a footnote is defined, and the bytes of its paragraphs.
  struct FootnoteText: Equatable {
    var offset: Int
    var paragraphs: [Range<Int>]
  }

  /// Reads from a place on, up to another one or the end.
  init(_ source: SourceLines, from start: Int, upTo end: Int? = nil, _ dialect: Dialect) {
    var finder = MarkFinder(source, dialect)
    finder.find(in: start..<(end ?? source.bytes.count))
    pauses = finder.pauses
    marks = finder.marks
    footnotes = finder.footnotes
    let isUntouched =
      finder.hidden.isEmpty && finder.noTables.isEmpty && finder.formulaEdges.isEmpty
    lines = isUntouched ? source : Self.masked(source, finder)
  }

  private static func masked(_ source: SourceLines, _ finder: MarkFinder) -> SourceLines {
    var bytes = source.bytes
    for number in finder.noTables {
      for place in source.range(ofLine: number) where bytes[place] == UInt8(ascii: "-") {
        bytes[place] = UInt8(ascii: "_")
      }
    }
    for place in finder.formulaEdges { bytes.replaceSubrange(place..<place + 2, with: "$$".utf8) }
    for number in finder.hidden {
      let range = source.range(ofLine: number)
      for place in range { bytes[place] = 0x20 }
      // The shortest HTML block there is (CommonMark 4.6, kind 3); `---` is as long.
      if let mark = finder.marks[number], range.count >= 3 {
        // A fence of literate Haskell is as good as any.
        let twin = mark == .code ? "```" : "<?>"
        bytes.replaceSubrange(range.lowerBound..<range.lowerBound + 3, with: twin.utf8)
      }
    }
    return SourceLines(bytes)
  }

  /// The pauses in a part of the source.
  func pauses(in range: Range<Int>) -> ArraySlice<Int> {
    var (low, high) = (0, pauses.count)
    while low < high {
      let middle = (low + high) / 2
      if pauses[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return pauses[low...].prefix { $0 < range.upperBound }
  }

  /// The block in pieces: the parser takes lines of HTML below each other for one block, be they
  /// marks or not.
  func pieces(of block: Block) -> [Block] {
    guard case .html(let html) = block.kind, !marks.isEmpty, html.contains("<?>") else {
      return [block]
    }
    var pieces: [Block] = []
    let first = lines.line(at: block.range.lowerBound)
    for (index, line) in html.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where first + index < lines.count {
      let range = lines.range(ofLine: first + index)
      let isMark = line.hasPrefix("<?>")
      if !isMark, let last = pieces.indices.last, case .html(let text) = pieces[last].kind,
        !text.hasPrefix("<?>")
      {
        pieces[last] = Block(
          .html(text + "\n" + line), pieces[last].range.lowerBound..<range.upperBound)
      } else if isMark || !line.isEmpty {
        pieces.append(Block(.html(String(line)), range))
      }
    }
    return pieces
  }

  /// The marks that stand where a block of HTML is, a line each, with their offsets.
  func marks(of block: Block) -> [(mark: Mark, offset: Int)] {
    guard !marks.isEmpty, case .html(let html) = block.kind, html.hasPrefix("<?>") else {
      return []
    }
    let first = lines.line(at: block.range.lowerBound)
    let last = lines.line(at: max(block.range.lowerBound, block.range.upperBound - 1))
    return (first...last).compactMap { number in
      marks[number].map { ($0, lines.range(ofLine: number).lowerBound) }
    }
  }
}
