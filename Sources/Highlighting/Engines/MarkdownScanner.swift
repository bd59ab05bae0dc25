/// Markdown: blocks by the start of their lines, and code in the languages that its fences name.

struct MarkdownScanner: Sendable {
  private struct Fence {
    var mark: UInt8
    var count: Int
    /// One at most; the array is there because a value cannot hold its like.
    var inner: [Highlighter]
  }

  private var fence: Fence?
  private var frontMatter: YAMLScanner?
  private var isFirstLine = true
  private var isInComment = false
  /// A line of dashes under a paragraph makes a heading of it.
  private var isAfterText = false

  mutating func scan(_ line: inout PaintedLine) {
    let isFirst = isFirstLine
    isFirstLine = false
    if frontMatter != nil || isFirst && isRule(line, .minus, at: 0) {
      return scanFrontMatter(&line, isFirst)
    }
    if isInComment {
      scanComment(&line)
    } else if fence != nil {
      return scanFenced(&line)
    } else {
      line.paint(to: line.skippingBlanks(0), .plain)
      scanBlock(&line)
    }
    scanInlines(&line)
  }

  private mutating func scanFrontMatter(_ line: inout PaintedLine, _ isFirst: Bool) {
    var scanner = frontMatter ?? YAMLScanner()
    if !isFirst, isRule(line, .minus, at: 0) || line.matches("...", at: 0) {
      line.paint(to: line.end, .punctuation)
      frontMatter = nil
    } else {
      scanner.scan(&line)
      frontMatter = scanner
    }
  }

  // MARK: fences

  private mutating func scanFenced(_ line: inout PaintedLine) {
    guard let open = fence else { return }
    let start = line.skippingBlanks(0)
    let end = line.skipping(open.mark, start)
    if end - start >= open.count, line.skippingBlanks(end) == line.end {
      line.paint(to: line.end, .punctuation)
      fence = nil
    } else if fence?.inner.isEmpty == false {
      fence?.inner[0].paint(&line)
    } else {
      line.paint(to: line.end, .string)
    }
  }

  private mutating func beginFence(_ line: inout PaintedLine) -> Bool {
    let (mark, start) = (line.byte, line.at)
    let end = line.skipping(mark, start)
    guard end - start >= 3, mark == .tilde || line.first(.backquote, from: end) == nil else {
      return false
    }
    line.paint(to: end, .punctuation)
    line.paint(to: line.end, .attribute)
    let name = line.skippingBlanks(end)
    var nameEnd = name
    while nameEnd < line.end, !line[nameEnd].isBlank, !line[nameEnd].isOne(of: "{},:") {
      nameEnd += 1
    }
    let text = String(decoding: line.bytes[name..<nameEnd], as: UTF8.self)
    let syntax = Syntax.named(text).flatMap { $0.name == "Markdown" ? nil : $0 }
    fence = Fence(mark: mark, count: end - start, inner: syntax.map { [Highlighter($0)] } ?? [])
    return true
  }

  // MARK: blocks

  private mutating func scanBlock(_ line: inout PaintedLine) {
    let wasAfterText = isAfterText
    isAfterText = false
    var hasMarkers = true
    while hasMarkers, line.at < line.end {
      if wasAfterText, isRule(line, line.byte, at: line.at, from: 1, "=-") {
        return line.paint(to: line.end, .heading)
      }
      if isRule(line, line.byte, at: line.at, "-*_") {
        return line.paint(to: line.end, .punctuation)
      }
      if line.byte.isOne(of: "`~"), beginFence(&line) { return }
      if paintHeading(&line) { return }
      hasMarkers = paintMarker(&line)
    }
    isAfterText = line.at < line.end
  }

  /// A line of nothing but marks, and blanks.
  private func isRule(
    _ line: PaintedLine, _ mark: UInt8, at start: Int, from least: Int = 3,
    _ marks: StaticString = "-"
  ) -> Bool {
    guard mark.isOne(of: marks), line[start] == mark else { return false }
    var count = 0
    for place in start..<line.end {
      if line[place] == mark {
        count += 1
      } else if !line[place].isBlank {
        return false
      }
    }
    return count >= least
  }

  private func paintHeading(_ line: inout PaintedLine) -> Bool {
    let end = line.skipping(.hash, line.at)
    guard end > line.at, end - line.at <= 6, end == line.end || line[end].isBlank else {
      return false
    }
    line.paint(to: line.end, .heading)
    return true
  }

  /// `>`, `-`, `1.` and `[x]`, with the blanks after it.
  private func paintMarker(_ line: inout PaintedLine) -> Bool {
    var end = line.at
    switch line.byte {
    case .greater: end += 1
    case .minus, .star, .plus: end += line.at + 1 == line.end || line[line.at + 1].isBlank ? 1 : 0
    case let byte where byte.isDigit:
      while line[end].isDigit, end < line.at + 9 { end += 1 }
      let isMarker = line[end].isOne(of: ".)") && line[end + 1].isBlank
      end = isMarker ? end + 1 : line.at
    case .leftBracket:
      let isTask = line[line.at + 1].isOne(of: " xX") && line.matches("] ", at: line.at + 2)
      end += isTask ? 3 : 0
    default: break
    }
    guard end > line.at else { return false }
    line.paint(to: end, line.byte == .leftBracket ? .constant : .keyword)
    line.paint(to: line.skippingBlanks(end), .plain)
    return true
  }

  // MARK: what goes on over lines among the text

  private mutating func scanInlines(_ line: inout PaintedLine) {
    var inlines = MarkdownInlines()
    while line.at < line.end {
      if line.matches("<!--", at: line.at) {
        line.paint(4, .comment)
        isInComment = true
        scanComment(&line)
      } else {
        inlines.scan(&line)
      }
    }
  }

  private mutating func scanComment(_ line: inout PaintedLine) {
    var end = line.at
    while end < line.end, !line.matches("-->", at: end) { end += 1 }
    isInComment = end == line.end
    line.paint(to: min(end + 3, line.end), .comment)
  }
}
