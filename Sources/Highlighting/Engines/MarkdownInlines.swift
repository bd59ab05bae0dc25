/// Markdown within a line: emphasis, code, links, tags.

struct MarkdownInlines {
  /// How far the end of something is looked for, so that a long line takes no longer than it must.
  private static let reach = 400

  mutating func scan(_ line: inout PaintedLine) {
    switch line.byte {
    case .backslash where line[line.at + 1].isOne(of: "\\`*_{}[]()#+-.!|<>~$"):
      line.paint(2, .escape)
    case .backquote: paintCode(&line)
    case .star, .underscore, .tilde: paintEmphasis(&line)
    case .leftBracket, .bang: paintLink(&line)
    case .less: paintTag(&line)
    case .bar: line.paint(1, .punctuation)
    case .ampersand: paintEntity(&line)
    case UInt8(ascii: "h") where isAddress(line): paintAddress(&line)
    default: paintText(&line)
    }
  }

  private func paintText(_ line: inout PaintedLine) {
    var end = line.at + 1
    while end < line.end, !line.bytes[end].isOne(of: "\\`*_~[!<|&") {
      if line.bytes[end] == UInt8(ascii: "h"), line.matches("http", at: end) { break }
      end += 1
    }
    line.paint(to: end, .plain)
  }

  private func paintCode(_ line: inout PaintedLine) {
    let start = line.at
    let end = line.skipping(.backquote, start)
    var place = end
    while place < min(line.end, end + Self.reach) {
      guard line[place] == .backquote else {
        place += 1
        continue
      }
      let close = line.skipping(.backquote, place)
      if close - place == end - start { return line.paint(to: close, .string) }
      place = close
    }
    line.paint(to: end, .plain)
  }

  private func paintEmphasis(_ line: inout PaintedLine) {
    let (mark, start) = (line.byte, line.at)
    let text = line.skipping(mark, start)
    let count = text - start
    guard count <= 3, mark != .tilde || count == 2, !line[text].isBlank, text < line.end,
      mark != .underscore || !line[start - 1].isName,
      let end = emphasisEnd(line, mark, count, from: text)
    else { return line.paint(to: text, .plain) }
    line.paint(to: end, mark == .tilde ? .deleted : count == 1 ? .emphasis : .strong)
  }

  /// After the marks that close what was opened: as many, and with text right before them.
  private func emphasisEnd(_ line: PaintedLine, _ mark: UInt8, _ count: Int, from start: Int)
    -> Int?
  {
    var place = start
    while place < min(line.end, start + Self.reach) {
      guard line[place] == mark else {
        place += line[place] == .backslash ? 2 : 1
        continue
      }
      let end = line.skipping(mark, place)
      let isInWord = mark == .underscore && line[end].isName
      if end - place == count, !line[place - 1].isBlank, !isInWord { return end }
      place = end
    }
    return nil
  }

  /// `[text](address)`, `[text][name]`, `![text](address)`, `[name]: address`
  private func paintLink(_ line: inout PaintedLine) {
    let open = line.byte == .bang ? line.at + 1 : line.at
    guard line[open] == .leftBracket, let close = bracketEnd(line, open),
      line[close + 1].isOne(of: "([:") || line[open + 1] == .caret
    else { return line.paint(1, .plain) }
    line.paint(to: open + 1, .punctuation)
    line.paint(to: close, .tag)
    line.paint(1, .punctuation)
    switch line.byte {
    case .leftParen, .leftBracket:
      guard let end = bracketEnd(line, line.at) else { return }
      line.paint(1, .punctuation)
      line.paint(to: end, .string)
      line.paint(1, .punctuation)
    case .colon:
      line.paint(1, .punctuation)
      line.paint(to: line.skippingBlanks(line.at), .plain)
      if line[open - 1] == 0 { line.paint(to: line.end, .string) }
    default: break
    }
  }

  private func bracketEnd(_ line: PaintedLine, _ start: Int) -> Int? {
    let (open, close) = (line[start], line[start].closing)
    var depth = 0
    for place in start..<min(line.end, start + Self.reach) {
      if line[place] == open { depth += 1 }
      if line[place] == close { depth -= 1 }
      if depth == 0 { return place }
    }
    return nil
  }

  private func paintTag(_ line: inout PaintedLine) {
    let next = line[line.at + 1]
    guard next.isLetter || next == .slash,
      let end = line.first(.greater, from: line.at, within: Self.reach)
    else { return line.paint(1, .plain) }
    let colon = line.first(.colon, from: line.at, within: 8)
    line.paint(to: end + 1, colon.map { $0 < end } == true ? .string : .tag)
  }

  private func paintEntity(_ line: inout PaintedLine) {
    let end = line.skippingName(line.skipping(.hash, line.at + 1))
    let isEntity = line[end] == .semicolon && end > line.at + 1
    line.paint(to: isEntity ? end + 1 : line.at + 1, isEntity ? .escape : .plain)
  }

  private func isAddress(_ line: PaintedLine) -> Bool {
    line.matches("http://", at: line.at) || line.matches("https://", at: line.at)
  }

  private func paintAddress(_ line: inout PaintedLine) {
    var end = line.at
    while end < line.end, !line[end].isBlank, !line[end].isOne(of: "<>()[]\"`*|") { end += 1 }
    line.paint(to: end, .string)
  }
}
