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
  /// The line before, if it was text in the middle.
  private var centred: SourceText?

  private enum Open {
    case nothing
    case text([SourceText])
    case quote([SourceText])
    case list([Entry])
    case code([SourceText], mark: Character?)
  }

  private struct Entry {
    var indent: Int
    var mark: Character
    var lines: [SourceText]
  }

  private static let deepest = 16

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
    if trimmed.isEmpty { return isInList && nestsNext ? () : close() }
    if isRule(trimmed), followsGap { return endSlide() }
    if trimmed.hasPrefix("^") || trimmed.lowercased().hasPrefix("<br>") {
      return add(.html("<!-- pause -->"), line)
    }
    if trimmed.hasPrefix("<!--") { return add(.html(comment(line)), line) }
    if let mark = fence(trimmed) {
      close()
      open = .code([], mark: mark)
    } else if line.text.hasPrefix("    "), followsGap, !isInList, entry(line) == nil {
      close()
      open = .code([line.dropping(4)], mark: nil)
    } else {
      readText(line, trimmed)
    }
  }

  private mutating func readText(_ line: SourceText, _ trimmed: String) {
    defer { if !trimmed.hasPrefix("->") { centred = nil } }
    if let level = underline(trimmed), takeUnderline(level) { return }
    if trimmed.hasPrefix("#") {
      let level = trimmed.prefix { $0 == "#" }.count
      addHeading(level, line.trimmedStart(dropping: level))
    } else if trimmed.hasPrefix("= ") && sections.last?.blocks.isEmpty == true {
      return  // settings of mdpress
    } else if trimmed.hasPrefix("->") {
      addCentred(line)
      centred = line
    } else if trimmed.hasPrefix(">") {
      continueQuote(line)
    } else if let entry = entry(line) {
      continueList(entry)
    } else {
      continueText(line)
    }
  }

  /// Makes a heading of the line above, if there is just one.
  private mutating func takeUnderline(_ level: Int) -> Bool {
    if case .text(let text) = open, text.count == 1 {
      open = .nothing
      addHeading(level, text[0])
      return true
    }
    // It was put down as text in the middle, between two tags: it is a heading there. What begins a
    // slide as a heading, or has nothing in its middle, was not.
    let last = sections[sections.count - 1].blocks.suffix(3)
    guard let text = centred, !followsGap, last.count == 3, last.last?.kind == .html("</center>"),
      last.first?.kind == .html("<center>")
    else { return false }
    sections[sections.count - 1].blocks.removeLast(3)
    addHeading(level, text)
    return true
  }

  private mutating func continueText(_ line: SourceText) {
    if case .list(var entries) = open, line.text.hasPrefix(" ") {
      entries[entries.count - 1].lines.append(line.trimmedStart(dropping: 0))
      open = .list(entries)
    } else if case .text(let text) = open {
      open = .text(text + [line])
    } else {
      close()
      open = .text([line])
    }
  }

  /// Whether the next line with anything on it is an item inside the one above.
  private var nestsNext: Bool {
    let rest = number + 1..<min(lines.count, number + 9)
    guard let next = rest.first(where: { !lines.text(ofLine: $0).trimmed.isEmpty }) else {
      return false
    }
    let text = lines.text(ofLine: next).withoutLeadingTabs
    return text.hasPrefix("  ") && entry(SourceText(text, at: 0)) != nil
  }

  private var isInList: Bool { if case .list = open { true } else { false } }

  /// Three or more of `-` or `*`, with blanks between them or not.
  private func isRule(_ text: String) -> Bool {
    let marks = text.filter { $0 != " " && $0 != "\t" }
    guard marks.count >= 3, let mark = marks.first, mark == "-" || mark == "*" else { return false }
    return marks.allSatisfy { $0 == mark }
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
    } else if line.text.hasPrefix("    ") || trimmed.isEmpty {
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
    while !text.contains("-->"), number + 1 < lines.count {
      number += 1
      text += "\n" + lines.text(ofLine: number)
    }
    return text
  }

  // MARK: Blocks

  private mutating func endSlide() {
    close()
    sections.append(Section())
  }

  private mutating func add(_ kind: Block.Kind, _ line: SourceText) {
    close()
    put(kind, line)
  }

  private mutating func put(_ kind: Block.Kind, _ line: SourceText) {
    let range = line.offset..<line.offset + line.text.utf8.count
    sections[sections.count - 1].blocks.append(Block(kind, range))
  }

  private mutating func addHeading(_ level: Int, _ line: SourceText) {
    close()
    let centred = line.centred
    if let centred, !sections[sections.count - 1].blocks.isEmpty {
      put(.html("<center>"), line)
      put(.heading(level: min(level, 6), MdpInlines.of(centred)), line)
      return put(.html("</center>"), line)
    }
    put(.heading(level: min(level, 6), MdpInlines.of(centred ?? line)), line)
  }

  /// `-> text <-`, of which the end may be missing.
  private mutating func addCentred(_ line: SourceText) {
    guard let centred = line.centred else { return }
    close()
    if centred.text.hasPrefix("#") {
      let level = centred.text.prefix { $0 == "#" }.count
      let words = centred.trimmedStart(dropping: level)
      let isFirst = sections[sections.count - 1].blocks.isEmpty
      if isFirst { return put(.heading(level: min(level, 6), MdpInlines.of(words)), line) }
      put(.html("<center>"), line)
      put(.heading(level: min(level, 6), MdpInlines.of(words)), line)
    } else {
      put(.html("<center>"), line)
      put(.paragraph(MdpInlines.of(centred)), line)
    }
    put(.html("</center>"), line)
  }

  private mutating func continueQuote(_ line: SourceText) {
    let inner = line.trimmedStart(dropping: 1)
    if case .quote(let lines) = open {
      open = .quote(lines + [inner])
    } else {
      close()
      open = .quote([inner])
    }
  }

  private func entry(_ line: SourceText) -> Entry? {
    let indent = line.text.prefix { $0 == " " }.count
    let rest = line.text.dropFirst(indent)
    guard let mark = rest.first, mark == "*" || mark == "-", rest.dropFirst().first == " " else {
      return nil
    }
    return Entry(indent: indent, mark: mark, lines: [line.trimmedStart(dropping: 1)])
  }

  private mutating func continueList(_ entry: Entry) {
    if case .list(let entries) = open {
      open = .list(entries + [entry])
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
    case .text(let lines): put(.paragraph(MdpInlines.of(lines)), lines[0])
    case .quote(let lines): put(quote(lines), lines[0])
    case .list(let entries): putList(entries)
    case .code(var lines, let mark):
      while lines.last?.text.isEmpty == true { lines.removeLast() }
      guard let first = lines.first else { break }
      let code = CodeBlock(
        info: "", isFenced: mark != nil, infoOffset: first.offset, lines: lines)
      put(.code(code), first)
    }
  }

  /// Lines with further marks are quotes in the quote.
  private func quote(_ lines: [SourceText], depth: Int = 0) -> Block.Kind {
    var blocks: [Block] = []
    var rest = lines[...]
    while let first = rest.first {
      let isInner = first.text.hasPrefix(">")
      let alike = rest.prefix { $0.text.hasPrefix(">") == isInner }
      rest = rest.dropFirst(alike.count)
      let range = first.offset..<first.offset + first.text.utf8.count
      let kind =
        isInner
          && depth < Self.deepest
        ? quote(alike.map { $0.trimmedStart(dropping: 1) }, depth: depth + 1)
        : .paragraph(MdpInlines.of(Array(alike)))
      blocks.append(Block(kind, range))
    }
    return .quote(blocks)
  }

  private mutating func putList(_ entries: [Entry]) {
    var rest = entries[...]
    while let first = rest.first {
      let list = Self.list(&rest, indent: first.indent)
      put(.list(list), first.lines[0])
    }
  }

  /// Takes the entries of one indent, and those that are indented further as lists in them.
  private static func list(
    _ rest: inout ArraySlice<Entry>, indent: Int, depth: Int = 0
  ) -> List {
    var list = List(marker: .bullet(rest.first?.mark ?? "*"), isTight: true, items: [])
    while let entry = rest.first, entry.indent >= indent {
      if entry.indent > indent, !list.items.isEmpty, depth < deepest {
        let inner = Self.list(&rest, indent: entry.indent, depth: depth + 1)
        let offset = entry.lines[0].offset
        list.items[list.items.count - 1].blocks.append(Block(.list(inner), offset..<offset))
        continue
      }
      rest = rest.dropFirst()
      let offset = entry.lines[0].offset
      let text = Block(.paragraph(MdpInlines.of(entry.lines)), offset..<offset)
      list.items.append(List.Item(blocks: [text]))
    }
    return list
  }
}

extension SourceText {
  func dropping(_ count: Int) -> SourceText {
    SourceText(String(text.dropFirst(count)), at: offset + text.prefix(count).utf8.count)
  }

  /// Without the blanks before it, so many signs, and the blanks after those.
  func trimmedStart(dropping count: Int) -> SourceText {
    let blanks = text.prefix { $0 == " " || $0 == "\t" }.count
    let rest = dropping(blanks + count)
    let more = rest.text.prefix { $0 == " " }.count
    let words = rest.dropping(more)
    return SourceText(words.text.trimmed, at: words.offset)
  }

  /// What stands between mdp's arrows; nil without them.
  fileprivate var centred: SourceText? {
    let line = trimmedStart(dropping: 0)
    guard line.text.hasPrefix("->") else { return nil }
    var inner = line.trimmedStart(dropping: 2)
    if inner.text.hasSuffix("<-") { inner.text = String(inner.text.dropLast(2)).trimmed }
    return inner
  }
}

extension String {
  /// Tabs before the words as four blanks, as mdp has them.
  fileprivate var withoutLeadingTabs: String {
    let blanks = prefix { $0 == "\t" || $0 == " " }
    guard blanks.contains("\t") else { return self }
    let widths = blanks.reduce(0) { $0 + ($1 == "\t" ? 4 : 1) }
    return String(repeating: " ", count: widths) + dropFirst(blanks.count)
  }
}
