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
  private(set) var lines: SourceLines
  /// By the number of the line.
  let marks: [Int: Mark]
  /// By their labels.
  var footnotes: [String: FootnoteText]
  /// Where remark.js pauses: in the middle of a list, it may be.
  let pauses: [Int]
  /// What the parser is to read beside the lines.
  private(set) var patches: [SourcePatch]

  /// Where a footnote is defined, its bytes, and the indents of its lines, which are none of its text.
  struct FootnoteText: Equatable {
    var offset: Int
    var range: Range<Int>
    var indents: [SourcePatch]
  }

  /// Reads from a place on.
  init(_ source: SourceLines, from start: Int, _ dialect: Dialect) {
    self.init(source, in: start..<source.bytes.count, dialect)
    if !edits.isEmpty { lines = Self.edited(source, edits) }
    edits = []
  }

  /// Reads a part of the source. Its lines stay as they are: a copy of all of them for every part
  /// would be too much.
  init(_ source: SourceLines, part: Range<Int>, _ dialect: Dialect) {
    self.init(source, in: part, dialect)
    patches = (patches + edits).sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    edits = []
  }

  private init(_ source: SourceLines, in range: Range<Int>, _ dialect: Dialect) {
    var finder = MarkFinder(source, dialect)
    finder.find(in: range)
    pauses = finder.pauses
    marks = finder.marks
    footnotes = finder.footnotes
    patches = finder.patches
    lines = source
    edits = Self.edits(of: source, finder)
  }

  /// Bytes in the place of as many others.
  private var edits: [SourcePatch]

  private static func edits(of source: SourceLines, _ finder: MarkFinder) -> [SourcePatch] {
    var edits: [SourcePatch] = []
    for number in finder.noTables {
      let range = source.range(ofLine: number)
      // A sign that marks nothing.
      edits.append(
        SourcePatch(
          range, source.bytes[range].map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "=") : $0 }))
    }
    for place in finder.formulaEdges { edits.append(SourcePatch(place..<place + 2, "$$".utf8)) }
    for number in finder.hidden {
      let range = source.range(ofLine: number)
      var bytes = [UInt8](repeating: 0x20, count: range.count)
      // The shortest HTML block there is (CommonMark 4.6, kind 3); `---` is as long.
      if let mark = finder.marks[number], range.count >= 3 {
        // A fence of literate Haskell is as good as any.
        let twin = mark == .code ? "```" : "<?>"
        bytes.replaceSubrange(0..<3, with: twin.utf8)
      }
      edits.append(SourcePatch(range, bytes))
    }
    return edits
  }

  private static func edited(_ source: SourceLines, _ edits: [SourcePatch]) -> SourceLines {
    var bytes = source.bytes
    for edit in edits { bytes.replaceSubrange(edit.range, with: edit.bytes) }
    return SourceLines(bytes)
  }

  /// Reads what is left; the words are those of the source.
  func reader(of source: SourceLines) -> MarkdownReader {
    MarkdownReader(lines, original: source, patches: patches)
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
    guard case .html(let html) = block.kind, !marks.isEmpty, html.holds("<?>") else {
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
