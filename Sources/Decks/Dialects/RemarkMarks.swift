/// remark.js's lines that are no Markdown: properties of a slide, notes after `???`, pauses, and
/// `.class[` … `]` around blocks.

import Markup

extension MarkFinder {
  /// Takes a line that is one of these; false for any other.
  mutating func takesRemark(_ line: LineWalk.Line, in range: Range<Int>) -> Bool {
    let isOurs = line.kind == .text && line.indent == 0
    let text = isOurs ? text(line) : ""
    if text == "---" || text == "--" {
      endNote(at: line.range.lowerBound)
      isAtProperties = text == "---"
      propertyLine = nil
      if isAtProperties {
        mark(.separator, line)
      } else {
        pauses.append(line.start)
        hidden.append(line.number)
        hidePropertiesOfPause(after: line.number)
      }
      return true
    }
    if noteLine != nil {
      hidden.append(line.number)
      return true
    }
    if text == "???" {
      noteLine = line.number
      isAtProperties = false
      hidden.append(line.number)
      return true
    }
    if isAtProperties, takesProperty(line) { return true }
    // What the bracket before the range's beginning holds is no line of its own.
    guard line.kind == .text, line.first == UInt8(ascii: "."), line.indent < 4,
      line.range.lowerBound >= range.lowerBound
    else { return false }
    return takesClassed(line, upTo: range.upperBound)
  }

  mutating func endNote(at end: Int) {
    guard let number = noteLine else { return }
    let start = lines.range(ofLine: number).upperBound
    marks[number] = .notes(start..<max(start, end))
    noteLine = nil
  }

  // MARK: Properties

  private mutating func takesProperty(_ line: LineWalk.Line) -> Bool {
    guard line.start < line.range.upperBound else { return true }
    // Behind one that is known, a property may have any name.
    let isBehind =
      line.number > 0 && hidden.last == line.number - 1
      && marks[line.number - 1] != .separator
    guard line.kind == .text,
      let entry = RemarkProperty.entry(text(line), at: line.start, anyName: isBehind)
    else {
      isAtProperties = false
      return false
    }
    // All of them are kept with the first, whose line is long enough for a mark.
    if let first = propertyLine, case .properties(let before)? = marks[first] {
      hidden.append(line.number)
      guard before.entries.count < 100 else { return true }
      marks[first] = .properties(YAML(.mapping(before.entries + [entry]), at: before.offset))
    } else {
      propertyLine = line.number
      mark(.properties(YAML(.mapping([entry]), at: line.start)), line)
    }
    return true
  }

  /// What is said of a slide that goes on says nothing here.
  private mutating func hidePropertiesOfPause(after number: Int) {
    next = number + 1
    while next < lines.count, RemarkProperty.mayBegin(lines.bytes[lines.range(ofLine: next)]),
      RemarkProperty.entry(lines.text(ofLine: next), at: 0) != nil
    {
      hidden.append(next)
      next += 1
    }
  }

  // MARK: Classes

  private mutating func takesClassed(_ line: LineWalk.Line, upTo end: Int) -> Bool {
    guard let classed = ClassedText(at: line.start, upTo: end, in: lines, &linesToLookAt),
      classed.isBlock || classed.isLaidOut, line.indent == 0 || classed.opensAlone
    else { return false }
    let last = lines.line(at: classed.close)
    // Behind the bracket nothing else may stand.
    let rest = classed.close + 1..<max(classed.close + 1, lines.range(ofLine: last).upperBound)
    guard lines.text(in: rest).trimmed.isEmpty else { return false }
    marks[line.number] = .classed(classed.names, classed.start..<classed.close)
    hidden += line.number...last
    pauses += classed.pauses
    next = last + 1
    return true
  }
}

enum RemarkProperty {
  /// A line like `class: center, middle`; other words before a colon are text.
  static func entry(_ line: String, at offset: Int, anyName: Bool = false) -> YAML.Entry? {
    let key = line.prefix { $0 != ":" }
    let isName = anyName && key.allSatisfy { $0.isLowercase || $0 == "-" } && !key.isEmpty
    guard key.count < line.count, isName || isKnown(key) || key.hasPrefix("data-")
    else { return nil }
    let value = line.dropFirst(key.count + 1).trimmedBlanks
    return YAML.Entry(key: String(key), value: YAML(.scalar(value), at: offset), offset: offset)
  }

  /// Whether a line begins like a property, told by its bytes: most lines of a deck do not.
  static func mayBegin(_ line: ArraySlice<UInt8>) -> Bool {
    let key = line.prefix {
      $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") || $0 == UInt8(ascii: "-")
    }
    return key.endIndex < line.endIndex && line[key.endIndex] == UInt8(ascii: ":")
  }

  private static func isKnown(_ name: Substring) -> Bool {
    switch name {
    case "name", "class", "layout", "template", "count", "exclude", "title", "continued",
      "background", "background-image", "background-size", "background-position",
      "background-color", "background-repeat", "transition", "color", "id":
      true
    default: false
    }
  }
}

/// `.a.b[text]`, over several lines perhaps.
struct ClassedText {
  private(set) var names: [String] = []
  /// Behind the opening bracket, and at the closing one.
  private(set) var start: Int
  private(set) var close = 0
  /// It goes on over the end of its line, and nothing but the bracket stands on that.
  private(set) var isBlock = false
  private(set) var opensAlone = false
  private(set) var pauses: [Int] = []

  /// Nil where no such thing begins at a place, or where it does not end before another.
  /// `most` is how many lines may be looked through for the ends of all that begins.
  init?(at place: Int, upTo end: Int, in lines: SourceLines, _ most: inout Int) {
    guard let (names, start) = Self.opening(at: place, upTo: end, in: lines) else { return nil }
    (self.names, self.start) = (names, start)
    guard let close = Self.close(from: start, upTo: end, in: lines, &pauses, &most) else {
      return nil
    }
    self.close = close
    let line = lines.range(ofLine: lines.line(at: place))
    isBlock = close > line.upperBound
    opensAlone = lines.text(in: start..<max(start, line.upperBound)).trimmed.isEmpty
  }

  /// The classes, and where what they hold begins; nil where no such thing begins.
  static func opening(
    at place: Int, upTo end: Int, in lines: SourceLines
  ) -> (names: [String], start: Int)? {
    let bytes = lines.bytes
    var (names, start): ([String], Int) = ([], place)
    while start < end, bytes[start] == UInt8(ascii: ".") {
      let name = bytes[(start + 1)..<end].prefix { $0.isNameByte }
      guard !name.isEmpty else { return nil }
      names.append(String(decoding: name, as: UTF8.self))
      start = name.endIndex
    }
    guard start < end, bytes[start] == UInt8(ascii: "["), !names.isEmpty else { return nil }
    return (names, start + 1)
  }

  /// Whether a class says where things stand.
  var isLaidOut: Bool { RemarkLayout(names) != nil }

  /// The bracket that fits, brackets in fences and in code apart.
  private static func close(
    from start: Int, upTo end: Int, in lines: SourceLines, _ pauses: inout [Int],
    _ most: inout Int
  ) -> Int? {
    var depth = 1
    for line in LineWalk(lines, in: start..<end) {
      most -= 1
      guard most > 0 else { return nil }
      guard line.kind == .text else { continue }
      let text = line.indent == 0 ? lines.text(in: line.range).trimmed : ""
      if text == "---" || text == "???" { return nil }
      if text == "--" { pauses.append(line.start) }
      var place = max(line.range.lowerBound, start)
      var isCode = false
      while place < min(line.range.upperBound, end) {
        switch lines.bytes[place] {
        case UInt8(ascii: "\\"): place += 1
        case UInt8(ascii: "`"): isCode.toggle()
        case UInt8(ascii: "[") where !isCode: depth += 1
        case UInt8(ascii: "]") where !isCode:
          depth -= 1
          if depth == 0 { return place }
        default: break
        }
        place += 1
      }
    }
    return nil
  }
}

extension UInt8 {
  fileprivate var isNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
