/// The lines of a deck one by one, with what is code or a comment told apart: for everything that
/// has to be known before the Markdown is read.

import Markup

struct LineWalk: Sequence, IteratorProtocol {
  struct Line {
    var number: Int
    /// Bytes of the source, without the line end.
    var range: Range<Int>
    /// The first byte that is no blank; zero in an empty line.
    var first: UInt8
    /// Where that byte is.
    var start: Int
    /// Whether the line opens a fence of code.
    var opensFence = false
  }

  private let lines: SourceLines
  private var number: Int
  private let end: Int
  private var fence: (mark: UInt8, count: Int)?
  private var isInComment = false

  init(_ lines: SourceLines, in range: Range<Int>) {
    self.lines = lines
    number = lines.line(at: range.lowerBound)
    end = range.upperBound
  }

  /// The next line that is neither inside a fence nor inside a comment.
  mutating func next() -> Line? {
    while number < lines.count {
      let range = lines.range(ofLine: number)
      guard range.lowerBound < end else { return nil }
      defer { number += 1 }
      var line = line(range)
      if isInComment {
        isInComment = !closesComment(line.range)
      } else if let open = fence {
        if let bar = bar(line), bar.mark == open.mark, bar.count >= open.count, bar.isBare {
          fence = nil
        }
      } else if let bar = bar(line), bar.mark != 0x60 || !bar.hasMark {
        fence = (bar.mark, bar.count)
        line.opensFence = true
        return line
      } else {
        isInComment = opensComment(line)
        return line
      }
    }
    return nil
  }

  private func line(_ range: Range<Int>) -> Line {
    var start = range.lowerBound
    while start < range.upperBound, lines.bytes[start] == 0x20 || lines.bytes[start] == 0x09 {
      start += 1
    }
    let first = start < range.upperBound ? lines.bytes[start] : 0
    return Line(number: number, range: range, first: first, start: start)
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

  private func closesComment(_ range: Range<Int>) -> Bool {
    guard range.count >= 3 else { return false }
    var place = range.lowerBound
    while place + 2 < range.upperBound {
      if lines.bytes[place] == 0x2D, lines.bytes[place + 1] == 0x2D, lines.bytes[place + 2] == 0x3E
      {
        return true
      }
      place += 1
    }
    return false
  }
}
