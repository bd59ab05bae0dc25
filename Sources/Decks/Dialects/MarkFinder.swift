/// Goes through the lines of a deck once, for what is no Markdown in its dialect.

import Markup

struct MarkFinder {
  let lines: SourceLines
  let dialect: Dialect
  var marks: [Int: SourceMask.Mark] = [:]
  /// The numbers of all lines the parser is not to see.
  var hidden: [Int] = []
  private(set) var footnotes: [String: SourceMask.FootnoteText] = [:]
  /// Lines that look like a table's second and are not: the parser would lose cells of the first.
  var noTables: [Int] = []
  /// Where `\[` or `\]` stands alone on a line: the parser knows `$$`.
  private(set) var formulaEdges: [Int] = []
  /// What the parser is to read beside the source, or in the place of some of it.
  var patches: [SourcePatch] = []
  /// The second lines of tables.
  var tables: [Int] = []
  /// What Vue puts into a part of the slide has begun.
  var hasTemplate = false
  /// Components of Vue's that appear with a step.
  var clickedComponents: Set<Substring> = []
  /// Whether there is a list that may go on, and a blank line above; the numbers last seen at an
  /// indent, and the sign that the parser sees behind them.
  private var list = (
    isOpen: false, isParted: true, numbers: [Int: (number: FancyNumber, sign: Character)]()
  )
  /// The first line that is looked through.
  private var firstLine = 0
  /// LaTeX's lists that are open.
  var latexLists: [LaTeXList] = []
  private var openGroups = 0
  /// The signs and the blank of the numbered item that is open, for lookatme.
  var widthOfNumber = 0
  /// Where remark.js pauses.
  var pauses: [Int] = []
  /// Where a note of remark.js's begins that has not ended.
  var noteLine: Int?
  /// The first line of the slide's properties.
  var propertyLine: Int?
  /// How many lines may be gone through for brackets that fit.
  var linesToLookAt = 1_000_000
  /// Nothing but properties stands on the slide so far.
  var isAtProperties = false
  /// Lines before this one are done with.
  var next = 0

  init(_ lines: SourceLines, _ dialect: Dialect) {
    self.lines = lines
    self.dialect = dialect
  }

  mutating func find(in range: Range<Int>) {
    let start = range.lowerBound
    if dialect == .pandoc, start == 0 { hideTitleBlock() }
    if start == 0, lines.text(ofLine: 0).hasPrefix("#!") { hidden.append(0) }
    firstLine = lines.line(at: start)
    isAtProperties = range.upperBound == lines.bytes.count
    let holdsLinks = dialect == .pandoc && (lines.hold("\\href{") || lines.hold("\\url{"))
    for line in LineWalk(lines, in: range) where line.number >= next {
      if dialect == .remark, takesRemark(line, in: range) { continue }
      if holdsLinks, line.kind == .text { readLaTeXLinks(line) }
      if dialect == .pandoc, takesLaTeX(line) { continue }
      if isPandocs, line.kind == .text { readPandocSpelling(line) }
      if dialect == .reveal, line.kind == .text { readReveal(line) }
      if dialect == .slidev, line.kind == .text { readTags(line) }
      if isPandocs, line.kind == .text { readFancyNumber(line) }
      if dialect == .lookatme || dialect == .patat, line.kind == .text { readTight(line) }
      if dialect == .lookatme, line.kind == .text { readItem(line) }
      // What is indented so far is code.
      guard line.kind == .text, line.indent < 4 else { continue }
      switch line.first {
      case UInt8(ascii: ":"):
        readColons(line)
        readDelimiters(line)
      case UInt8(ascii: "|"), UInt8(ascii: ">"): readDelimiters(line)
      case UInt8(ascii: "-"): readDashes(line)
      case UInt8(ascii: "["): readFootnote(line)
      case UInt8(ascii: "\\"): readLaTeX(line)
      case UInt8(ascii: "{") where dialect == .pandoc: readBrace(line)
      case UInt8(ascii: "}") where dialect == .pandoc: readBrace(line)
      case UInt8(ascii: "+"): readGrid(line)
      case UInt8(ascii: "$") where dialect == .slidev: readFormulaSteps(line)
      case UInt8(ascii: "<") where dialect == .slidev: readSnippet(line)
      default: break
      }
    }
    endNote(at: range.upperBound)
    if !tables.isEmpty { partTables(upTo: range.upperBound) }
    if patches.count > 1 {
      patches.sort {
        ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
      }
    }
  }

  func text(_ line: LineWalk.Line) -> String { lines.text(in: line.range).trimmed }

  mutating func mark(_ mark: SourceMask.Mark, _ line: LineWalk.Line) {
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
      // HTML above would go on over it for the parser.
      if isPandocs, line.number > 0, row(line.number - 1).first == UInt8(ascii: "<") {
        patches.append(SourcePatch(line.range.lowerBound..<line.range.lowerBound, "\n".utf8))
      }
      mark(opening.isEmpty ? .endDivision : .division(opening), line)
    } else if dialect == .slidev, text.hasPrefix("::"), text.hasSuffix("::"), text.count > 4 {
      mark(.slot(String(text.dropFirst(2).dropLast(2))), line)
    } else if dialect == .slidev, text.hasPrefix("::"), text.isComponentEdge {
      hidden.append(line.number)
    }
  }

  private mutating func readLaTeX(_ line: LineWalk.Line) {
    let text = text(line)
    if text == "\\begin{code}" || text == "\\end{code}" { return mark(.code, line) }
    guard dialect == .pandoc else { return }
    if TeXMacros.isDefinition(text) { return hidden.append(line.number) }
    if text == "\\[" || text == "\\]" { return formulaEdges.append(line.start) }
    if LaTeXList.isFormula(text) {
      // Within dollars it is a formula already.
      let edge = text.hasPrefix("\\b") ? line.number - 1 : line.number + 1
      if edge >= 0, edge < lines.count, lines.text(ofLine: edge).trimmed == "$$" { return }
      return patches.append(SourcePatch(line.start..<line.range.upperBound, "$$".utf8))
    }
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
    if mayDelimit(line) { return readDelimiters(line) }
    if dialect == .slides {
      if lines.text(in: line.range) == "---" { mark(.separator, line) }
    } else if isPandocs, let table = PandocTable.simple(at: line.number, in: lines, from: firstLine)
    {
      take(table)
    } else if dialect == .slidev {
      readSlidevRule(line)
    }
  }

  var isPandocs: Bool { dialect == .pandoc || dialect == .patat }

  private mutating func readGrid(_ line: LineWalk.Line) {
    if isPandocs, let table = PandocTable.grid(at: line.number, in: lines) { take(table) }
  }

  /// An item with a number that CommonMark does not know; none where a paragraph goes on, or code.
  private mutating func readFancyNumber(_ line: LineWalk.Line) {
    guard line.first != 0 else { return list.isParted = true }
    // No number is longer, and as few bytes are a text that takes no memory.
    let end = min(line.start + 12, line.range.upperBound)
    let text = lines.text(in: line.start..<end).trimmed[...]
    let isItem = text.beginsItem
    let mayBegin = list.isParted ? list.isOpen || line.indent < 4 : list.isOpen
    let above = list.numbers[line.indent]
    if mayBegin, !isItem, let number = FancyNumber(text, below: above?.number) {
      // The parser tells lists apart by what stands behind their numbers, and by that alone.
      var sign = above?.sign ?? number.delimiter
      if let above, !number.goesOn(with: above.number) { sign = above.sign == "." ? ")" : "." }
      patches.append(
        SourcePatch(line.start..<line.start + number.length, number.digits(sign).utf8))
      list.numbers = list.numbers.filter { $0.key < line.indent }
      list.numbers[line.indent] = (number, sign)
      list.isOpen = true
    } else if isItem {
      list.isOpen = true
      list.numbers = list.numbers.filter { $0.key < line.indent }
    } else if list.isParted, line.indent == 0 {
      list.isOpen = false
      list.numbers = [:]
    }
    list.isParted = false
  }

  /// `$$ {1|3|all}`: which lines of a formula are lit is none of the formula.
  private mutating func readFormulaSteps(_ line: LineWalk.Line) {
    let text = text(line)
    guard text.hasPrefix("$$"), text.hasSuffix("}"),
      text.dropFirst(2).trimmedBlanks.hasPrefix("{"),
      text.dropFirst(2).allSatisfy({ "{}0123456789,-|*all ".contains($0) })
    else { return }
    patches.append(SourcePatch(line.start + 2..<line.range.upperBound, []))
  }

  private mutating func take(_ table: ClosedRange<Int>) {
    // A mark takes three signs; a rule of the table has them.
    let place = table.first { lines.range(ofLine: $0).count >= 3 } ?? table.lowerBound
    marks[place] = .table(table)
    hidden += table
    next = table.upperBound + 1
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
    if footnotes[label] == nil {
      footnotes[label] = SourceMask.FootnoteText(
        offset: line.start, range: start..<lines.range(ofLine: last).upperBound,
        indents: indents(ofLines: line.number + 1..<last + 1))
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

  /// What makes the lines below the first belong to it.
  private func indents(ofLines numbers: Range<Int>) -> [SourcePatch] {
    numbers.compactMap { number in
      let range = lines.range(ofLine: number)
      let isTab = lines.bytes[range].first == 0x09
      let count = isTab ? 1 : lines.bytes[range].prefix(4).prefix { $0 == 0x20 }.count
      return count == 0 ? nil : SourcePatch(range.lowerBound..<range.lowerBound + count, [])
    }
  }
}

extension String {
  /// `<template v-slot:right>`, `<template #right>`: what stands in it belongs where `::right::` says.
  var slotOfTemplate: String? {
    guard hasPrefix("<template "), hasSuffix(">") else { return nil }
    let words = dropFirst(10).dropLast().trimmedBlanks
    guard let mark = ["v-slot:", "#"].first(where: { words.hasPrefix($0) }) else { return nil }
    let name = words.dropFirst(mark.count).prefix { $0.isLetter || $0 == "-" }
    // Components have slots of their own: for steps, and for the ground.
    guard !words.contains(">"), !["", "dark", "light"].contains(name) else { return nil }
    return String(name)
  }

  /// `::code-group`, `::Name{of="it"}`, or the `::` that ends it: what stands between is shown.
  fileprivate var isComponentEdge: Bool {
    let name = dropFirst(2).prefix { $0 != "{" }
    let isWhole = name.endIndex == endIndex || hasSuffix("}")
    return isWhole && name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }
}
