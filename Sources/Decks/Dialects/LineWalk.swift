/// The lines of a deck one by one, with what is code or a comment told apart: for everything that
/// has to be known before the Markdown is read.

import Markup

struct LineWalk: Sequence, IteratorProtocol {
  enum Kind {
    /// Neither in a fence nor in a comment that began on a line before.
    case text, opensFence
    case inFence, closesFence, inComment
  }

  struct Line {
    var number: Int
    /// Bytes of the source, without the line end.
    var range: Range<Int>
    /// The first byte that is no blank; zero in an empty line.
    var first: UInt8
    /// Where that byte is.
    var start: Int
    /// How far in that is: a tab goes on to the next multiple of four.
    var indent: Int
    var kind = Kind.text

    /// Whether it is to be read: neither code nor the rest of a comment.
    var isOpen: Bool { kind == .text || kind == .opensFence }
    var opensFence: Bool { kind == .opensFence }
  }

  private let lines: SourceLines
  private var number: Int
  private let end: Int
  private var fence: (mark: UInt8, count: Int, indent: Int)?
  private var isInComment = false

  init(_ lines: SourceLines, in range: Range<Int>) {
    self.lines = lines
    number = lines.line(at: range.lowerBound)
    end = range.upperBound
  }

  mutating func next() -> Line? {
    guard number < lines.count else { return nil }
    let range = lines.range(ofLine: number)
    guard range.lowerBound < end else { return nil }
    var line = line(range)
    line.kind = kind(of: line)
    number += 1
    return line
  }

  private mutating func kind(of line: Line) -> Kind {
    if isInComment {
      isInComment = !closesComment(line.range)
      return .inComment
    }
    if let open = fence {
      guard let bar = bar(line), bar.mark == open.mark, bar.count >= open.count, bar.isBare,
        line.indent < open.indent + 4
      else { return .inFence }
      fence = nil
      return .closesFence
    }
    if let bar = bar(line), bar.mark != 0x60 || !bar.hasMark {
      fence = (bar.mark, bar.count, line.indent)
      return .opensFence
    }
    isInComment = opensComment(line)
    return .text
  }

  private func line(_ range: Range<Int>) -> Line {
    var start = range.lowerBound
    var indent = 0
    while start < range.upperBound, lines.bytes[start] == 0x20 || lines.bytes[start] == 0x09 {
      indent += lines.bytes[start] == 0x20 ? 1 : 4 - indent % 4
      start += 1
    }
    let first = start < range.upperBound ? lines.bytes[start] : 0
    return Line(number: number, range: range, first: first, start: start, indent: indent)
  }

  /// Three or more of ` or ~, and whether anything stands behind them.
  private func bar(_ line: Line) -> (mark: UInt8, count: Int, isBare: Bool, hasMark: Bool)? {
    guard line.first == 0x60 || line.first == 0x7E else { return nil }
    let text = lines.bytes[line.start..<line.range.upperBound]
    let rest = text.drop { $0 == line.first }
    guard text.count - rest.count >= 3 else { return nil }
    return (
      line.first, text.count - rest.count, rest.allSatisfy { $0 == 0x20 || $0 == 0x09 },
      rest.contains(line.first)
    )
  }

  private func opensComment(_ line: Line) -> Bool {
    guard line.first == 0x3C,
      lines.bytes[line.start..<line.range.upperBound].starts(with: "<!--".utf8)
    else { return false }
    return !closesComment(line.start + 4..<line.range.upperBound)
  }

  private func closesComment(_ range: Range<Int>) -> Bool { lines.hold("-->", in: range) }
}
