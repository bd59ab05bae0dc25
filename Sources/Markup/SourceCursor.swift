/// How far the parser has come in the source, and where that is what it gives no place.

struct SourceCursor {
  private let lines: SourceLines
  /// The end of the last text that the parser told of.
  var offset: Int

  init(_ lines: SourceLines, at offset: Int) {
    self.lines = lines
    self.offset = offset
  }

  // MARK: Spans

  /// No mark of a span is looked for further away.
  private static let reach = 2048

  private var ahead: ArraySlice<UInt8> { lines.bytes[offset...].prefix(Self.reach) }

  /// Where a span begins: the next of its signs after the last text, which is no mark of the block
  /// around it and no part of a link's definition.
  func next(_ event: SpanEvent) -> Int {
    let signs: String.UTF8View =
      switch event {
      case .emphasis, .strong: "*_".utf8
      case .strikethrough: "~".utf8
      case .code: "`".utf8
      case .math: "$".utf8
      case .link: "[<".utf8
      case .image: "!".utf8
      case .other: "".utf8
      }
    let isLink = if case .link = event { true } else { false }
    let end = ahead.endIndex
    var place = offset
    while place < end {
      let byte = lines.bytes[place]
      if signs.contains(byte), isMark(place) {
        guard byte == UInt8(ascii: "["), let last = definition(at: place) else { return place }
        place = last
      } else if isLink, (0x41...0x5A).contains(byte & 0xDF) {
        // A bare address.
        return place
      }
      place += 1
    }
    return nextWord
  }

  private var nextWord: Int { ahead.firstIndex { $0 > 0x20 } ?? offset }

  /// Whether a sign begins something: bullets have a blank behind them, pictures a bracket.
  private func isMark(_ place: Int) -> Bool {
    guard place + 1 < lines.bytes.count else { return false }
    let next = lines.bytes[place + 1]
    switch lines.bytes[place] {
    case UInt8(ascii: "!"): return next == UInt8(ascii: "[")
    case UInt8(ascii: "*"), UInt8(ascii: "_"): return next > 0x20
    default: return true
    }
  }

  /// The end of `[name]: address`, which stands on a line of its own.
  private func definition(at place: Int) -> Int? {
    let range = lines.range(ofLine: lines.line(at: place))
    guard lines.bytes[range.lowerBound..<place].allSatisfy({ $0 <= 0x20 || $0 == 0x3E }),
      let close = lines.bytes[place..<range.upperBound].firstIndex(of: UInt8(ascii: "]")),
      close + 1 < range.upperBound, lines.bytes[close + 1] == UInt8(ascii: ":")
    else { return nil }
    return range.upperBound
  }

  /// Past the address of a link or a picture, which is no text: what follows begins behind it.
  mutating func skipTarget(ofSpanAt start: Int) {
    guard start < lines.bytes.count else { return }
    let isPicture = lines.bytes[start] == UInt8(ascii: "!")
    guard isPicture || lines.bytes[start] == UInt8(ascii: "[") else { return }
    offset = max(offset, start + (isPicture ? 2 : 1))
    guard let close = ahead.firstIndex(of: UInt8(ascii: "]")) else { return }
    offset = close + 1
    guard let next = ahead.first else { return }
    let isAddress = next == UInt8(ascii: "(")
    guard isAddress || next == UInt8(ascii: "[") else { return }
    var depth = 0
    for place in ahead.indices {
      switch lines.bytes[place] {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")") where isAddress, UInt8(ascii: "]") where !isAddress: depth -= 1
      default: break
      }
      if depth == 0 {
        offset = place + 1
        return
      }
    }
  }

  /// The number of the line after the last text.
  private var nextLine: Int {
    let line = lines.line(at: offset)
    return offset > lines.range(ofLine: line).lowerBound ? line + 1 : line
  }

  /// What follows begins below the line of a place.
  mutating func skipLine(of place: Int) {
    offset = lines.range(ofLine: lines.line(at: place)).upperBound
  }

  // MARK: Fences

  /// Where the words of an opening fence begin that the parser gives no place, for it has decoded them
  /// or there are none: behind the next bars.
  var nextFence: Int? {
    var line = nextLine
    while line < lines.count {
      let range = lines.range(ofLine: line)
      if isFence(range) { return wordsOfFence(range) }
      line += 1
    }
    return nil
  }

  private func wordsOfFence(_ range: Range<Int>) -> Int {
    let bars = lines.bytes[range].drop { $0 != 0x60 && $0 != 0x7E }
    return bars.drop { $0 == bars.first || $0 == 0x20 || $0 == 0x09 }.startIndex
  }

  /// The bars that end code are none that begin some.
  mutating func skipClosingFence() {
    guard nextLine < lines.count, isFence(lines.range(ofLine: nextLine)) else { return }
    offset = lines.range(ofLine: nextLine).upperBound
  }

  private func isFence(_ range: Range<Int>) -> Bool {
    let bars = lines.bytes[range].drop { $0 != 0x60 && $0 != 0x7E }
    return bars.count >= 3 && bars.prefix(3).allSatisfy { $0 == bars.first }
  }

  // MARK: Rules

  /// The dashes below a heading are no rule.
  mutating func skipUnderline() {
    let line = lines.line(at: offset)
    guard line + 1 < lines.count else { return }
    let next = lines.range(ofLine: line + 1)
    let marks = marks(next)
    let text = lines.bytes[lines.range(ofLine: line)].first { $0 != 0x20 && $0 != 0x3E }
    guard text != UInt8(ascii: "#"), let mark = marks.first, mark == 0x2D || mark == 0x3D,
      marks.allSatisfy({ $0 == mark })
    else { return }
    offset = next.upperBound
  }

  private static let breakMarks: [UInt8] = [0x2D, 0x2A, 0x5F]

  /// Goes past the next line that is a rule: what it is drawn with, and where it begins.
  mutating func takeThematicBreak() -> (mark: Character, start: Int) {
    var line = nextLine
    while line < lines.count {
      let range = lines.range(ofLine: line)
      if let mark = thematicBreak(range) {
        offset = range.upperBound
        return (Character(Unicode.Scalar(mark)), range.lowerBound)
      }
      line += 1
    }
    return ("-", offset)
  }

  private func thematicBreak(_ range: Range<Int>) -> UInt8? {
    let words = lines.bytes[range].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }
    guard let mark = words.rule, Self.breakMarks.contains(mark) else { return nil }
    return mark
  }

  /// What stands in a line beside blanks and the marks of quotes.
  private func marks(_ range: Range<Int>) -> [UInt8] {
    lines.bytes[range].filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x3E }
  }
}

extension Sequence<UInt8> {
  /// What a rule is drawn with: three signs or more, all of them the same, with blanks between them
  /// or not. Nil for any other line.
  @inlinable package var rule: UInt8? {
    var (mark, count): (UInt8?, Int) = (nil, 0)
    for byte in self where byte != 0x20 && byte != 0x09 {
      if let mark, mark != byte { return nil }
      (mark, count) = (byte, count + 1)
    }
    return count >= 3 ? mark : nil
  }
}
