/// mdp's decks, read line by line as mdp does: line ends and inner blanks are kept.
///
/// Facts: mdp's man page, but for the header, where its code says `%`.

import Markup

struct MdpReader {
  private let lines: SourceLines
  private var sections = [Section()]
  /// The lines of the paragraph, quote or code being read.
  private var open = Open.nothing
  private var number = 0
  /// Whether the line before was empty: rules and indented code follow one.
  private var followsGap = true
  /// There was an empty line between the items of a list.
  private var isParted = false
  /// The line before, if it was text in the middle, and how many blocks were made of it.
  private var centred: (line: SourceText, count: Int)?

  private enum Open {
    case nothing
    case text([SourceText])
    case quote([SourceText])
    case list([MdpEntry])
    case code([SourceText], mark: Character?)
  }

  /// The header's words in their order (title, author, date), and the line after them.
  static func header(of lines: SourceLines) -> (words: [SourceText], end: Int) {
    var reader = MdpReader(lines: lines)
    let words = reader.header()
    return (words, reader.number)
  }

  /// The slides of a part of the source: whole lines.
  static func sections(in range: Range<Int>, of lines: SourceLines) -> [Section] {
    var reader = MdpReader(lines: lines)
    let first = lines.line(at: range.lowerBound)
    reader.number = first
    if first > 0 { reader.followsGap = !reader.isRule(lines.text(ofLine: first - 1)) }
    while reader.number < lines.count {
      let offset = lines.range(ofLine: reader.number).lowerBound
      guard offset < range.upperBound else { break }
      reader.read(SourceText(reader.text.withoutLeadingTabs, at: offset))
      reader.number += 1
    }
    reader.close()
    return reader.sections
  }

  private init(lines: SourceLines) { self.lines = lines }

  private var text: String { lines.text(ofLine: number) }

  /// Lines that begin with `%`: what counts is their order, the first word is any.
  private mutating func header() -> [SourceText] {
    var header: [SourceText] = []
    while number < lines.count, text.hasPrefix("%") {
      let words = text.drop { $0 != " " }
      let offset = lines.range(ofLine: number).lowerBound + text.utf8.count - words.utf8.count
      header.append(SourceText(String(words).trimmed, at: offset))
      number += 1
    }
    while number < lines.count, text.trimmed.isEmpty { number += 1 }
    // A rule before everything else separates nothing.
    if number < lines.count, isRule(text) { number += 1 }
    return header
  }

  // MARK: Lines

  private mutating func read(_ line: SourceText) {
    if case .code = open { return readCode(line) }
    let trimmed = line.text.trimmed
    defer { followsGap = trimmed.isEmpty }
    if trimmed.isEmpty {
      isParted = isInList && goesOnWithItem
      return isParted ? () : close()
    }
    let isCode = line.text.hasPrefix("    ") && followsGap && !isInList && entry(line) == nil
    if isRule(trimmed), followsGap, !isCode { return endSlide() }
    if trimmed.isMdpStop {
      if pausesInList() { return }
      return add(.html("<!-- pause -->"), line)
    }
    if trimmed.hasPrefix("<!--") { return add(.html(comment(line)), line) }
    if let mark = fence(trimmed) {
      close()
      centred = nil
      open = .code([], mark: mark)
    } else if isCode {
      close()
      open = .code([line.dropping(4)], mark: nil)
    } else {
      readText(line, trimmed)
    }
  }

  private mutating func readText(_ line: SourceText, _ trimmed: String) {
    defer { if !trimmed.hasPrefix("->") { centred = nil } }
    if let level = underline(trimmed), takeUnderline(level) { return }
    if let level = heading(line.text) {
      addHeading(level, line.trimmedStart(dropping: level))
    } else if trimmed.hasPrefix("= ") && sections.last?.blocks.isEmpty == true {
      return  // settings of mdpress
    } else if trimmed.hasPrefix("->") {
      addCentred(line)
    } else if line.text.hasPrefix(">") {
      continueQuote(line)
    } else if let entry = entry(line) {
      continueList(entry)
    } else {
      continueText(line)
    }
  }

  /// Makes a heading of the line above.
  private mutating func takeUnderline(_ level: Int) -> Bool {
    if case .text(let text) = open, let last = text.last {
      open = text.count > 1 ? .text(text.dropLast()) : .nothing
      addHeading(level, last)
      return true
    }
    guard let (text, count) = centred, !followsGap else { return false }
    // It was put down as text in the middle: it is a heading there.
    takeBackCentred(count)
    addHeading(level, text)
    return true
  }

  /// Between the items of a list a pause does not end it.
  private mutating func pausesInList() -> Bool {
    guard case .list(var entries) = open, goesOnWithItem else { return false }
    open = .nothing
    entries[entries.count - 1].pauses = true
    open = .list(entries)
    return true
  }

  private mutating func continueText(_ line: SourceText) {
    // What follows an item without a blank row belongs to it, indented or not.
    if case .list(var entries) = open, line.text.hasPrefix(" ") || !followsGap {
      // not shared while it grows
      open = .nothing
      entries[entries.count - 1].lines.append(line.trimmedStart(dropping: 0))
      open = .list(entries)
    } else if case .text(var text) = open {
      open = .nothing
      text.append(line)
      open = .text(text)
    } else {
      close()
      open = .text([line])
    }
  }

  /// Whether the next line with anything on it, stops aside, is an item.
  private var goesOnWithItem: Bool {
    for next in number + 1..<min(lines.count, number + 9) {
      let text = lines.text(ofLine: next).withoutLeadingTabs
      let trimmed = text.trimmed
      if trimmed.isEmpty || trimmed.isMdpStop { continue }
      return !isRule(trimmed) && entry(SourceText(text, at: 0)) != nil
    }
    return false
  }

  private var isInList: Bool { if case .list = open { true } else { false } }

  /// Three or more of `-` or `*`, with blanks between them or not.
  private func isRule(_ text: String) -> Bool { text.utf8.isMdpRule }

  /// A heading stands at the beginning of its line, and a blank before its words: `#define` is none.
  private func heading(_ text: String) -> Int? {
    let level = text.prefix { $0 == "#" }.count
    guard level > 0, text.dropFirst(level).first == " " else { return nil }
    return level
  }

  private func underline(_ text: String) -> Int? {
    guard text.count >= 2 else { return nil }
    if text.allSatisfy({ $0 == "=" }) { return 1 }
    return text.allSatisfy { $0 == "-" } ? 2 : nil
  }

  private func fence(_ text: String) -> Character? {
    text.hasPrefix("```") ? "`" : text.hasPrefix("~~~") ? "~" : nil
  }

  private mutating func readCode(_ line: SourceText) {
    guard case .code(var code, let mark) = open else { return }
    let trimmed = line.text.trimmed
    if let mark {
      if fence(trimmed) == mark { return close() }
      // not shared while it grows
      open = .nothing
      code.append(line)
      open = .code(code, mark: mark)
    } else if line.text.hasPrefix("    ") && entry(line)?.mark != "*" || trimmed.isEmpty {
      open = .nothing
      code.append(trimmed.isEmpty ? SourceText("", at: line.offset) : line.dropping(4))
      open = .code(code, mark: nil)
    } else {
      followsGap = code.last?.text.isEmpty == true
      close()
      read(line)
    }
  }

  /// The whole comment, which may go on over lines.
  private mutating func comment(_ line: SourceText) -> String {
    var text = line.text
    var isOpen = !text.holds("-->")
    while isOpen, number + 1 < lines.count {
      number += 1
      let next = self.text
      isOpen = !next.holds("-->")
      text += "\n" + next
    }
    return text
  }

  // MARK: Blocks

  private mutating func endSlide() {
    close()
    centred = nil
    sections.append(Section())
  }

  private mutating func add(_ kind: Block.Kind, _ line: SourceText) {
    close()
    centred = nil
    put(kind, line)
  }

  private mutating func put(_ kind: Block.Kind, _ line: SourceText) {
    let range = line.offset..<line.offset + line.text.utf8.count
    sections[sections.count - 1].blocks.append(Block(kind, range))
  }

  private mutating func addHeading(_ level: Int, _ line: SourceText) {
    close()
    let centred = line.centred.map { words in
      words.trimmedStart(dropping: words.text.prefix { $0 == "#" }.count)
    }
    if let centred, !sections[sections.count - 1].blocks.isEmpty {
      put(.html("<center>"), line)
      put(.heading(level: min(level, 6), MdpInlines.of(centred)), line)
      return put(.html("</center>"), line)
    }
    put(.heading(level: min(level, 6), MdpInlines.of(centred ?? line)), line)
  }

  /// `-> text <-`, of which the end may be missing.
  private mutating func addCentred(_ line: SourceText) {
    guard let words = line.centred else { return }
    close()
    let before = sections[sections.count - 1].blocks.count
    if words.text.hasPrefix("#") {
      let level = words.text.prefix { $0 == "#" }.count
      let title = Block.Kind.heading(
        level: min(level, 6), MdpInlines.of(words.trimmedStart(dropping: level)))
      if before == 0 { put(title, line) } else { putCentred(title, line) }
    } else if !followsGap, centred != nil, goesOnCentred(words) {
      centred = (line, 0)
      return
    } else {
      putCentred(.paragraph(MdpInlines.of(words)), line)
    }
    centred = (line, sections[sections.count - 1].blocks.count - before)
  }

  private mutating func putCentred(_ kind: Block.Kind, _ line: SourceText) {
    put(.html("<center>"), line)
    put(kind, line)
    put(.html("</center>"), line)
  }

  /// Lines in the middle below each other are one text: a picture of signs stays together.
  private mutating func goesOnCentred(_ words: SourceText) -> Bool {
    let section = sections.count - 1
    let place = sections[section].blocks.count - 2
    guard place > 0, case .paragraph(var text) = sections[section].blocks[place].kind else {
      return false
    }
    // not shared while it grows
    sections[section].blocks[place].kind = .thematicBreak("*")
    text.append(Inline(.lineBreak, at: words.offset))
    text += MdpInlines.of(words)
    sections[section].blocks[place].kind = .paragraph(text)
    return true
  }

  /// Takes the last line in the middle away again.
  private mutating func takeBackCentred(_ count: Int) {
    let section = sections.count - 1
    guard count == 0 else { return sections[section].blocks.removeLast(count) }
    let place = sections[section].blocks.count - 2
    guard place > 0, case .paragraph(let text) = sections[section].blocks[place].kind,
      let end = text.lastIndex(where: { $0.kind == .lineBreak })
    else { return }
    sections[section].blocks[place].kind = .paragraph(Array(text[..<end]))
  }

  private mutating func continueQuote(_ line: SourceText) {
    let inner = line.trimmedStart(dropping: 1)
    if case .quote(var lines) = open {
      // not shared while it grows
      open = .nothing
      lines.append(inner)
      open = .quote(lines)
    } else {
      close()
      open = .quote([inner])
    }
  }

  private func entry(_ line: SourceText) -> MdpEntry? {
    let indent = line.text.prefix { $0 == " " }.count
    let rest = line.text.dropFirst(indent)
    guard let mark = rest.first, mark == "*" || mark == "-", rest.dropFirst().first == " " else {
      return nil
    }
    return MdpEntry(indent: indent, mark: mark, lines: [line.trimmedStart(dropping: 1)])
  }

  private mutating func continueList(_ entry: MdpEntry) {
    var entry = entry
    (entry.isParted, isParted) = (isParted, false)
    if case .list(var entries) = open {
      // not shared while it grows
      open = .nothing
      entries.append(entry)
      open = .list(entries)
    } else {
      close()
      open = .list([entry])
    }
  }

  private mutating func close() {
    let ended = open
    open = .nothing
    switch ended {
    case .nothing: break
    case .text(let lines):
      let table = MdpBlocks.table(lines)
      put(table.map { .code($0) } ?? .paragraph(MdpInlines.of(lines)), lines[0])
    case .quote(let lines): put(MdpBlocks.quote(lines), lines[0])
    case .list(let entries):
      var rest = entries[...]
      while let first = rest.first {
        let list = MdpBlocks.list(&rest, indent: first.indent)
        put(.list(list), first.lines[0])
      }
    case .code(var lines, let mark):
      while lines.last?.text.isEmpty == true { lines.removeLast() }
      guard let first = lines.first else { break }
      let code = CodeBlock(
        info: "", isFenced: mark != nil, infoOffset: first.offset, lines: lines)
      put(.code(code), first)
    }
  }
}
