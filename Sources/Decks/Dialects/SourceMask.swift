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
  }

  /// What the parser is to read; places are those of the source.
  let lines: SourceLines
  /// By the number of the line.
  let marks: [Int: Mark]
  /// By their labels.
  let footnotes: [String: FootnoteText]

  /// Where a footnote is defined, and the bytes of its paragraphs.
  struct FootnoteText: Equatable {
    var offset: Int
    var paragraphs: [Range<Int>]
  }

  init(_ source: SourceLines, from start: Int, _ dialect: Dialect) {
    var finder = MarkFinder(source, dialect)
    finder.find(from: start)
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

/// Goes through the lines once.
private struct MarkFinder {
  private let lines: SourceLines
  private let dialect: Dialect
  private(set) var marks: [Int: SourceMask.Mark] = [:]
  /// The numbers of all lines the parser is not to see.
  private(set) var hidden: [Int] = []
  private(set) var footnotes: [String: SourceMask.FootnoteText] = [:]
  /// Lines that look like a table's second and are not: the parser would lose cells of the first.
  private(set) var noTables: [Int] = []
  /// Where `\[` or `\]` stands alone on a line: the parser knows `$$`.
  private(set) var formulaEdges: [Int] = []
  private var openGroups = 0
  /// Lines before this one are done with.
  private var next = 0

  init(_ lines: SourceLines, _ dialect: Dialect) {
    self.lines = lines
    self.dialect = dialect
  }

  mutating func find(from start: Int) {
    if dialect == .pandoc, start == 0 { hideTitleBlock() }
    if start == 0, lines.text(ofLine: 0).hasPrefix("#!") { hidden.append(0) }
    for line in LineWalk(lines, in: start..<lines.bytes.count) where line.number >= next {
      // What is indented so far is code.
      guard line.kind == .text, line.indent < 4 else { continue }
      switch line.first {
      case UInt8(ascii: ":"):
        readColons(line)
        readDelimiters(line)
      case UInt8(ascii: "|"): readDelimiters(line)
      case UInt8(ascii: "-"): readDashes(line)
      case UInt8(ascii: "["): readFootnote(line)
      case UInt8(ascii: "\\"): readLaTeX(line)
      case UInt8(ascii: "{") where dialect == .pandoc: readBrace(line)
      case UInt8(ascii: "}") where dialect == .pandoc: readBrace(line)
      case UInt8(ascii: "+"): readGrid(line)
      case UInt8(ascii: "<") where dialect == .slidev: readSnippet(line)
      default: break
      }
    }
  }

  private func text(_ line: LineWalk.Line) -> String { lines.text(in: line.range).trimmed }

  private mutating func mark(_ mark: SourceMask.Mark, _ line: LineWalk.Line) {
    marks[line.number] = mark
    hidden.append(line.number)
  }

  private mutating func hideTitleBlock() {
    var number = 0
    while number < min(3, lines.count), lines.text(ofLine: number).hasPrefix("% ") {
      hidden.append(number)
      number += 1
    }
  }

  private mutating func readColons(_ line: LineWalk.Line) {
    let text = text(line)
    if text.hasPrefix(":::") {
      let attributes = text.drop { $0 == ":" }.trimmedBlanks
      let opening = attributes.prefix { $0 != ":" }.trimmedBlanks
      mark(opening.isEmpty ? .endDivision : .division(opening), line)
    } else if dialect == .slidev, text.hasPrefix("::"), text.hasSuffix("::"), text.count > 4 {
      mark(.slot(String(text.dropFirst(2).dropLast(2))), line)
    }
  }

  /// GFM: a table's second line has as many cells as the first, or there is no table.
  private mutating func readDelimiters(_ line: LineWalk.Line) {
    let bytes = lines.bytes[line.range]
    guard line.number > 0, bytes.contains(UInt8(ascii: "-")),
      bytes.allSatisfy({ "|-: \t".utf8.contains($0) })
    else { return }
    let head = lines.text(ofLine: line.number - 1)
    if Self.cells(head) != Self.cells(lines.text(in: line.range)) { noTables.append(line.number) }
  }

  private static func cells(_ line: String) -> Int {
    var text = line.trimmed[...]
    if text.first == "|" { text = text.dropFirst() }
    if text.last == "|", !text.hasSuffix("\\|") { text = text.dropLast() }
    var (count, isEscaped) = (1, false)
    for character in text {
      if character == "|", !isEscaped { count += 1 }
      isEscaped = character == "\\" && !isEscaped
    }
    return count
  }

  private mutating func readLaTeX(_ line: LineWalk.Line) {
    let text = text(line)
    if text == "\\begin{code}" || text == "\\end{code}" { return mark(.code, line) }
    guard dialect == .pandoc else { return }
    if text == "\\[" || text == "\\]" { return formulaEdges.append(line.start) }
    guard let layout = BeamerLayout(text) else { return }
    if layout == .nothing { hidden.append(line.number) } else { mark(.layout(layout), line) }
  }

  /// A group of LaTeX's that goes on over paragraphs: the line that ends it.
  private mutating func readBrace(_ line: LineWalk.Line) {
    let text = text(line)
    if text.hasPrefix("{\\") {
      openGroups += text.count { $0 == "{" } > text.count { $0 == "}" } ? 1 : 0
    } else if text == "}", openGroups > 0 {
      openGroups -= 1
      hidden.append(line.number)
    }
  }

  private mutating func readDashes(_ line: LineWalk.Line) {
    if dialect == .slides {
      if lines.text(in: line.range) == "---" { mark(.separator, line) }
    } else if isPandocs, let table = PandocTable.simple(at: line.number, in: lines) {
      take(table)
    } else if dialect == .slidev {
      readSlidevRule(line)
    }
  }

  /// Slidev cuts at every such line, an underline and one behind HTML among them.
  private mutating func readSlidevRule(_ line: LineWalk.Line) {
    let text = text(line)
    guard line.indent == 0, text.count >= 3, text.allSatisfy({ $0 == "-" }) else { return }
    mark(.separator, line)
    if text == "---", let matter = SlideMatter.range(after: line.number, in: lines) {
      let yaml = lines.range(ofLine: matter.lowerBound).lowerBound
      let end = lines.range(ofLine: matter.upperBound).lowerBound
      marks[matter.upperBound] = .matter(yaml..<end)
      hidden += matter
      next = matter.upperBound + 1
    }
  }

  private var isPandocs: Bool { dialect == .pandoc || dialect == .patat }

  private mutating func readGrid(_ line: LineWalk.Line) {
    if isPandocs, let table = PandocTable.grid(at: line.number, in: lines) { take(table) }
  }

  private mutating func take(_ table: ClosedRange<Int>) {
    // A mark takes three signs; a rule of the table has them.
    let place = table.first { lines.range(ofLine: $0).count >= 3 } ?? table.lowerBound
    marks[place] = .table(table)
    hidden += table
    next = table.upperBound + 1
  }

  private mutating func readSnippet(_ line: LineWalk.Line) {
    let text = text(line)
    if text.hasPrefix("<<< ") { mark(.snippet(text.dropFirst(4).trimmedBlanks), line) }
  }

  // MARK: Footnotes

  /// `[^label]: text`, and what is indented below it.
  private mutating func readFootnote(_ line: LineWalk.Line) {
    let text = lines.text(in: line.start..<line.range.upperBound)
    if text.hasPrefix("[comment]:") || text.hasPrefix("[//]:") { return hidden.append(line.number) }
    guard text.hasPrefix("[^"), let end = text.firstIndex(of: "]"),
      text[end...].hasPrefix("]:")
    else { return }
    let label = String(text[text.index(text.startIndex, offsetBy: 2)..<end])
    guard !label.isEmpty, !label.contains(" ") else { return }
    let start = line.start + text[..<end].utf8.count + 2
    let last = lastLine(ofFootnoteAt: line.number)
    let paragraphs = paragraphs(from: start, in: line.number...last)
    if footnotes[label] == nil {
      footnotes[label] = SourceMask.FootnoteText(offset: line.start, paragraphs: paragraphs)
    }
    hidden += line.number...last
    next = last + 1
  }

  /// Lines without a gap belong to it, after a gap those that are indented.
  private func lastLine(ofFootnoteAt first: Int) -> Int {
    var (last, number, isAfterGap) = (first, first + 1, false)
    while number < lines.count {
      let text = lines.text(ofLine: number)
      if text.trimmed.isEmpty {
        isAfterGap = true
      } else if text.hasPrefix("    ") || text.hasPrefix("\t") || !isAfterGap && !beginsBlock(text)
      {
        last = number
      } else {
        break
      }
      number += 1
    }
    return last
  }

  private func beginsBlock(_ text: String) -> Bool {
    ["[^", "#", "- ", "* ", "```", "---", "<", ">", "|", ":::", "~~~"]
      .contains { text.hasPrefix($0) }
  }

  private func paragraphs(from start: Int, in numbers: ClosedRange<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var open: Int? = start
    for number in numbers {
      let range = lines.range(ofLine: number)
      let isBlank = lines.text(in: range).trimmed.isEmpty
      if isBlank {
        open = nil
      } else if let begun = open, let last = found.indices.last, found[last].lowerBound == begun {
        found[last] = begun..<range.upperBound
      } else {
        let begun = open ?? firstWord(in: range)
        found.append(begun..<max(begun, range.upperBound))
        open = begun
      }
    }
    return found
  }

  private func firstWord(in range: Range<Int>) -> Int {
    range.first { lines.bytes[$0] != 0x20 && lines.bytes[$0] != 0x09 } ?? range.lowerBound
  }
}
