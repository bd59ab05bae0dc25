/// HTML and XML, with the scripts, the styles and the PHP that lie in them.

struct MarkupScanner: Sendable {
  enum Dialect: Sendable { case html, xml, php }

  private enum State: Equatable {
    case text, tag
    /// A comment, or another thing that goes on to its end whatever is inside.
    case span(close: [UInt8], TokenKind)
    case value(quote: UInt8)
    /// Of `<script>` and `<style>`.
    case raw(name: [UInt8])
    case code
  }

  private let dialect: Dialect
  private var state = State.text
  /// Where PHP was begun.
  private var outer = State.text
  private var tagName: [UInt8] = []
  private var isOpeningTag = false
  private var isBlankSoFar = true
  private var inner: TableScanner?

  init(_ dialect: Dialect) {
    self.dialect = dialect
    if dialect == .php { inner = TableScanner(.php) }
  }

  mutating func scan(_ line: inout PaintedLine) {
    if isBlankSoFar { beginText(line) }
    var stalls = 0
    while line.at < line.end {
      let place = line.at
      scanPiece(&line)
      stalls = line.at > place ? 0 : stalls + 1
      if stalls > 4 { line.paint(to: line.scalarEnd(place), .plain) }
    }
  }

  /// On a slide PHP may stand without its tag.
  private mutating func beginText(_ line: PaintedLine) {
    let first = line[line.skippingBlanks(line.at)]
    guard first != 0 else { return }
    isBlankSoFar = false
    if dialect == .php, first != .less { state = .code }
  }

  private mutating func scanPiece(_ line: inout PaintedLine) {
    switch state {
    case .text: scanText(&line)
    case .tag: scanTag(&line)
    case .span(let close, let kind): scanSpan(&line, to: close, kind)
    case .value(let quote): scanValue(&line, quote)
    case .raw(let name): scanRaw(&line, name)
    case .code: scanPHP(&line)
    }
  }

  // MARK: text

  private mutating func scanText(_ line: inout PaintedLine) {
    let place = line.at
    switch line.byte {
    case .less: scanMarkup(&line)
    case .ampersand:
      let end = line.first(.semicolon, from: place, within: 32)
      let isName = end.map { line.skippingName(line.skipping(.hash, place + 1)) == $0 } ?? false
      if let end, isName { line.paint(to: end + 1, .escape) } else { line.paint(1, .plain) }
    case .leftBrace where dialect != .xml && line[place + 1].isOne(of: "{%"):
      paintTemplate(&line)
    default:
      var end = place + 1
      while end < line.end, !line.bytes[end].isOne(of: "<&{") { end += 1 }
      line.paint(to: end, .plain)
    }
  }

  /// `{{ value }}` and `{% statement %}` of template languages.
  private func paintTemplate(_ line: inout PaintedLine) {
    let close: UInt8 = line[line.at + 1] == .percent ? .percent : .rightBrace
    for place in line.at + 2..<max(line.at + 2, min(line.end, line.at + 200))
    where line[place] == close && line[place + 1] == .rightBrace {
      return line.paint(to: place + 2, .variable)
    }
    line.paint(1, .plain)
  }

  private mutating func scanMarkup(_ line: inout PaintedLine) {
    let place = line.at
    let isClosing = line[place + 1] == .slash
    let name = place + (isClosing ? 2 : 1)
    if line.matches("<!--", at: place) {
      begin(&line, 4, to: "-->", .comment)
    } else if line.matches("<![CDATA[", at: place) {
      begin(&line, 9, to: "]]>", .string)
    } else if line[place + 1] == .bang {
      begin(&line, 2, to: ">", .attribute)
    } else if line[place + 1] == .question {
      beginInstruction(&line)
    } else if line[place + 1] == .percent {
      begin(&line, 2, to: "%>", .variable)
    } else if line[name].isNameStart || line[name] == .greater {
      beginTag(&line, name, isClosing)
    } else {
      line.paint(1, .plain)
    }
  }

  private mutating func begin(
    _ line: inout PaintedLine, _ count: Int, to close: String, _ kind: TokenKind
  ) {
    line.paint(count, kind)
    state = .span(close: Array(close.utf8), kind)
  }

  private mutating func scanSpan(
    _ line: inout PaintedLine, to close: [UInt8], _ kind: TokenKind
  ) {
    var place = line.at
    while place < line.end, !line.matches(close, at: place) { place += 1 }
    if place < line.end { state = .text }
    line.paint(to: min(place + close.count, line.end), kind)
  }

  // MARK: tags

  private mutating func beginTag(_ line: inout PaintedLine, _ name: Int, _ isClosing: Bool) {
    var end = name
    while line[end].isName || line[end].isOne(of: ".-:"), end < line.end { end += 1 }
    tagName = line.bytes[name..<min(end, name + 8)].map(\.lowercased)
    isOpeningTag = !isClosing
    line.paint(to: name, .punctuation)
    line.paint(to: end, .tag)
    state = .tag
  }

  private mutating func scanTag(_ line: inout PaintedLine) {
    let byte = line.byte
    switch byte {
    case .greater:
      line.paint(1, .punctuation)
      endTag()
    case .quote, .apostrophe:
      line.paint(1, .string)
      state = .value(quote: byte)
    case .equals: paintEquals(&line)
    case .slash:
      line.paint(1, .punctuation)
      if line.byte == .greater { isOpeningTag = false }
    case .less: if line[line.at + 1] == .question { beginInstruction(&line) } else { state = .text }
    case let byte where byte.isBlank: line.paint(to: line.skippingBlanks(line.at), .plain)
    default: line.paint(to: wordEnd(line), .key)
    }
  }

  private func paintEquals(_ line: inout PaintedLine) {
    line.paint(1, .punctuation)
    line.paint(to: line.skippingBlanks(line.at), .plain)
    if !line.byte.isOne(of: "\"'<>"), line.at < line.end { line.paint(to: wordEnd(line), .string) }
  }

  /// A name of an attribute may have many a sign (`@click`, `[value]`, `:class`).
  private func wordEnd(_ line: PaintedLine) -> Int {
    var end = line.at + 1
    while end < line.end, !line[end].isBlank, !line[end].isOne(of: "=<>\"'") { end += 1 }
    return end
  }

  private mutating func endTag() {
    state = .text
    guard dialect != .xml, isOpeningTag else { return }
    if tagName.elementsEqual("script".utf8) {
      (state, inner) = (.raw(name: tagName), TableScanner(.javaScript))
    } else if tagName.elementsEqual("style".utf8) {
      (state, inner) = (.raw(name: tagName), TableScanner(.css))
    }
  }

  private mutating func scanValue(_ line: inout PaintedLine, _ quote: UInt8) {
    var end = line.at
    while end < line.end, line.bytes[end] != quote {
      if dialect == .php, line.matches("<?", at: end) { break }
      end += 1
    }
    line.paint(to: end, .string)
    guard line.at < line.end else { return }
    if line.byte == quote {
      line.paint(1, .string)
      state = .tag
    } else {
      beginInstruction(&line)
    }
  }

  // MARK: other languages inside

  private mutating func scanRaw(_ line: inout PaintedLine, _ name: [UInt8]) {
    var end = line.at
    while end < line.end, !isEnd(of: name, line, end) { end += 1 }
    let whole = line.end
    line.end = end
    inner?.scan(&line)
    line.end = whole
    if end < whole { state = .text }
  }

  private func isEnd(of name: [UInt8], _ line: PaintedLine, _ place: Int) -> Bool {
    guard line[place] == .less, line[place + 1] == .slash else { return false }
    for (offset, byte) in name.enumerated() where line[place + 2 + offset].lowercased != byte {
      return false
    }
    return true
  }

  private mutating func beginInstruction(_ line: inout PaintedLine) {
    let isPHP = line.matches("<?php", at: line.at) || line.matches("<?=", at: line.at)
    guard isPHP, dialect != .xml else { return begin(&line, 2, to: "?>", .attribute) }
    line.paint(line[line.at + 2] == .equals ? 3 : 5, .attribute)
    (outer, state) = (state, .code)
    if dialect != .php { inner = TableScanner(.php) }
  }

  private mutating func scanPHP(_ line: inout PaintedLine) {
    inner?.scan(&line)
    guard line.at < line.end else { return }
    line.paint(2, .attribute)
    state = outer
  }
}
