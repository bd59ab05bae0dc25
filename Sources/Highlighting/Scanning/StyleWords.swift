/// CSS and its kin: selectors, properties, values and rules.

struct StyleState: Sendable {
  enum Part: Sendable { case selector, property, value, rule }

  var part = Part.selector
  var depth = 0
}

extension TableScanner {
  mutating func scanStyleWord(to end: Int) {
    if startsStatement { decideStylePart() }
    if line.byte == .minus, line[line.at + 1].isDigit || line[line.at + 1] == .dot {
      line.paint(1, .number)
      return scanNumber()
    }
    if line.matches("url(", at: line.at), !line[line.at + 4].isOne(of: "\"'") {
      return paintAddress()
    }
    let isVariable = line.matches("--", at: line.at)
    line.paint(to: end, isVariable ? .variable : kind(ofStyleWordTo: end))
  }

  private func kind(ofStyleWordTo end: Int) -> TokenKind {
    let isCall = line[end] == .leftParen
    switch styles.part {
    case .selector: return line.before == .leftBracket ? .key : .tag
    case .property: return .key
    case .value: return isCall ? .function : .constant
    case .rule: return isCall ? .function : line[end] == .colon ? .key : .plain
    }
  }

  private mutating func paintAddress() {
    line.paint(3, .function)
    line.paint(1, .punctuation)
    line.paint(to: line.first(.rightParen, from: line.at) ?? line.end, .string)
  }

  /// What a statement is, by what it ends with: a brace, or a semicolon. One that is too long to
  /// look through is a selector.
  private mutating func decideStylePart() {
    startsStatement = false
    var depth = 0
    var hasColon = false
    for place in line.at..<min(line.end, line.at + 400) {
      switch line[place] {
      case .leftParen: depth += 1
      case .rightParen: depth = max(0, depth - 1)
      case .leftBrace where line[place - 1] == .hash: depth += 1
      case .rightBrace where depth > 0: depth -= 1
      case .leftBrace where depth == 0: return styles.part = .selector
      case .semicolon where depth == 0, .rightBrace: return styles.part = .property
      case .colon: hasColon = hasColon || place + 1 == line.end || line[place + 1].isBlank
      default: break
      }
    }
    styles.part = hasColon ? .property : .selector
  }

  /// Signs that mean more than themselves; false leaves the sign to be painted as usual.
  mutating func scanStyleSign(_ byte: UInt8) -> Bool {
    if byte == .leftBrace || byte == .rightBrace || byte == .semicolon {
      styles.depth = max(0, styles.depth + (byte == .leftBrace ? 1 : byte == .rightBrace ? -1 : 0))
      styles.part = .selector
      return false
    }
    if startsStatement { decideStylePart() }
    let end = styleNameEnd(line.at + 1)
    switch byte {
    case .at:
      styles.part = .rule
      line.paint(to: end, .keyword)
    case .dollar: line.paint(to: end, .variable)
    case .bang: line.paint(to: end, .keyword)
    case .hash where line[line.at + 1] == .leftBrace:
      line.paint(to: (line.first(.rightBrace, from: line.at) ?? line.end - 1) + 1, .variable)
    case .hash where end > line.at + 1:
      line.paint(to: end, styles.part == .selector ? .constant : .number)
    case .dot where styles.part == .selector: line.paint(to: end, .type)
    case .colon: return scanStyleColon()
    default: return false
    }
    return true
  }

  /// Of a declaration, or before a pseudo-class.
  private mutating func scanStyleColon() -> Bool {
    if styles.part == .property { styles.part = .value }
    guard styles.part == .selector else { return false }
    let name = line.skipping(.colon, line.at)
    line.paint(to: styleNameEnd(name), .function)
    return true
  }

  private func styleNameEnd(_ start: Int) -> Int {
    var place = start
    while place < line.end, line[place].isName || line[place] == .minus { place += 1 }
    return place
  }
}
