/// Where the slides of an mdp deck begin and end, by its lines alone: a rule after an empty line,
/// outside fences and comments.

import Markup

struct MdpOutline {
  private(set) var parts: [Range<Int>] = []
  private let lines: SourceLines
  private var start: Int
  private var fence: UInt8?
  private var isInComment = false
  private var followsGap = true
  /// Indented code may hold what looks like anything: only reading tells.
  private var isUnclear = false

  /// Nil where the lines do not tell.
  init?(_ lines: SourceLines, fromLine first: Int) {
    self.lines = lines
    start = lines.start(ofLine: first)
    followsGap = first == 0 || !words(ofLine: first - 1).isMdpRule
    for number in first..<max(first, lines.count) {
      read(number)
      if isUnclear { return nil }
    }
    parts.append(start..<lines.bytes.count)
  }

  private mutating func read(_ number: Int) {
    let range = lines.range(ofLine: number)
    let words = words(ofLine: number)
    if isInComment {
      isInComment = !lines.hold("-->", in: range)
    } else if let fence {
      if words.starts(with: [fence, fence, fence]) { self.fence = nil }
    } else {
      read(words, indent: range.count - words.count, number)
      followsGap = words.isEmpty
    }
  }

  private mutating func read(_ words: ArraySlice<UInt8>, indent: Int, _ number: Int) {
    switch words.first {
    case UInt8(ascii: "-"), UInt8(ascii: "*"):
      guard followsGap, words.isMdpRule else { return }
      isUnclear = isIndented(words, indent)
      parts.append(start..<lines.range(ofLine: number).lowerBound)
      start = lines.start(ofLine: number + 1)
    case UInt8(ascii: "`"), UInt8(ascii: "~"):
      guard let mark = words.first, words.starts(with: [mark, mark, mark]) else { return }
      isUnclear = isIndented(words, indent)
      fence = mark
    case UInt8(ascii: "<"):
      guard words.starts(with: "<!--".utf8) else { return }
      isInComment = !words.withUnsafeBufferPointer { $0.hold("-->") }
      isUnclear = isInComment && isIndented(words, indent)
    default: break
    }
  }

  private func words(ofLine number: Int) -> ArraySlice<UInt8> {
    lines.bytes[lines.range(ofLine: number)].drop { $0 == 0x20 || $0 == 0x09 }
  }

  private func isIndented(_ words: ArraySlice<UInt8>, _ indent: Int) -> Bool {
    indent > 3 || indent > 0 && lines.bytes[words.startIndex - 1] == 0x09
  }
}
