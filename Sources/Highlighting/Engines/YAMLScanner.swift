/// YAML: keys and values by the indent, with block scalars and flows.

struct YAMLScanner: Sendable {
  /// A block scalar lasts while lines are indented deeper than this.
  private var blockIndent: Int?
  /// The quote that is open at the end of a line.
  private var quote: UInt8 = 0
  /// Brackets that are open.
  private var depth = 0
  /// The column of the node that a value belongs to.
  private var nodeIndent = 0

  mutating func scan(_ line: inout PaintedLine) {
    let indent = line.skippingBlanks(0)
    if quote != 0 {
      scanQuoted(&line, .string)
    } else if let blockIndent, indent > blockIndent || indent == line.end {
      return line.paint(to: line.end, .string)
    } else if indent == 0, scanMark(&line) {
      return
    }
    blockIndent = nil
    if line.at == 0 { beginNode(&line, indent) }
    scanValues(&line)
  }

  /// `%YAML 1.2`, `--- `, `...`
  private mutating func scanMark(_ line: inout PaintedLine) -> Bool {
    if line.byte == .percent {
      line.paint(to: line.end, .attribute)
      return true
    }
    guard line.matches("---", at: 0) || line.matches("...", at: 0), line.end == 3 || line[3].isBlank
    else { return false }
    (depth, nodeIndent, blockIndent) = (0, -1, nil)
    line.paint(3, .punctuation)
    scanValues(&line)
    return true
  }

  /// Dashes, and the key if there is one.
  private mutating func beginNode(_ line: inout PaintedLine, _ indent: Int) {
    line.paint(to: indent, .plain)
    if depth == 0 { nodeIndent = indent }
    while line.byte.isOne(of: "-?"), line.at + 1 == line.end || line[line.at + 1].isBlank {
      nodeIndent = line.at
      line.paint(1, .punctuation)
      line.paint(to: line.skippingBlanks(line.at), .plain)
    }
    guard let end = keyEnd(line) else { return }
    if depth == 0 { nodeIndent = line.at }
    line.paint(to: end, .key)
    line.paint(to: line.skippingBlanks(end), .plain)
    line.paint(1, .punctuation)
  }

  /// Where a key ends, if a colon follows it.
  private func keyEnd(_ line: PaintedLine) -> Int? {
    if line.byte.isOne(of: "\"'") {
      guard let end = line.first(line.byte, from: line.at + 1) else { return nil }
      return isColon(line, line.skippingBlanks(end + 1)) ? end + 1 : nil
    }
    guard !line.byte.isOne(of: "[]{},#|>%@`!&") else { return nil }
    var place = line.at
    while place < line.end {
      if isColon(line, place) { return place }
      if line[place] == .hash, line[place - 1].isBlank { return nil }
      if depth > 0, line[place].isOne(of: ",[]{}") { return nil }
      place += 1
    }
    return nil
  }

  private func isColon(_ line: PaintedLine, _ place: Int) -> Bool {
    guard line[place] == .colon else { return false }
    let next = line[place + 1]
    return place + 1 == line.end || next.isBlank || depth > 0 && next.isOne(of: ",[]{}")
  }

  // MARK: values

  private mutating func scanValues(_ line: inout PaintedLine) {
    while line.at < line.end { scanValue(&line) }
  }

  private mutating func scanValue(_ line: inout PaintedLine) {
    let byte = line.byte
    switch byte {
    case let byte where byte.isBlank: line.paint(to: line.skippingBlanks(line.at), .plain)
    case .hash where line.at == 0 || line.before.isBlank: line.paint(to: line.end, .comment)
    case .quote, .apostrophe: scanQuotedScalar(&line, byte)
    case .leftBracket, .leftBrace:
      depth = min(depth + 1, 1000)
      line.paint(1, .punctuation)
      scanFlowKey(&line)
    case .rightBracket, .rightBrace:
      depth = max(0, depth - 1)
      line.paint(1, .punctuation)
    case .comma where depth > 0:
      line.paint(1, .punctuation)
      scanFlowKey(&line)
    case .colon where isColon(line, line.at): line.paint(1, .punctuation)
    case .ampersand, .star, .bang: paintTag(&line)
    case .bar, .greater: if !beginBlock(&line) { paintPlain(&line) }
    default: paintPlain(&line)
    }
  }

  private mutating func scanFlowKey(_ line: inout PaintedLine) {
    line.paint(to: line.skippingBlanks(line.at), .plain)
    if let end = keyEnd(line) { line.paint(to: end, .key) }
  }

  private func paintTag(_ line: inout PaintedLine) {
    let kind: TokenKind = line.byte == .bang ? .type : .variable
    var end = line.at + 1
    while end < line.end, !line[end].isBlank, depth == 0 || !line[end].isOne(of: ",]}") { end += 1 }
    line.paint(to: end, kind)
  }

  /// `|`, `>-`, `|2`: what follows is text, as deep as it is indented.
  private mutating func beginBlock(_ line: inout PaintedLine) -> Bool {
    var end = line.at + 1
    while line[end].isOne(of: "+-") || line[end].isDigit { end += 1 }
    let next = line.skippingBlanks(end)
    guard depth == 0, next == line.end || line[next] == .hash else { return false }
    line.paint(to: end, .punctuation)
    blockIndent = nodeIndent
    return true
  }

  private mutating func scanQuotedScalar(_ line: inout PaintedLine, _ quote: UInt8) {
    line.paint(1, .string)
    self.quote = quote
    scanQuoted(&line, .string)
  }

  private mutating func scanQuoted(_ line: inout PaintedLine, _ kind: TokenKind) {
    var place = line.at
    while place < line.end {
      let byte = line.bytes[place]
      if byte == .backslash, quote == .quote {
        line.paint(to: place, kind)
        line.paint(to: line.scalarEnd(place + 1), .escape)
        place = line.at
      } else if byte == quote, quote == .apostrophe, line[place + 1] == quote {
        place += 2
      } else if byte == quote {
        quote = 0
        return line.paint(to: place + 1, kind)
      } else {
        place += 1
      }
    }
    line.paint(to: line.end, kind)
  }

  /// A scalar without quotes: up to a comment, in a flow up to its end.
  private func paintPlain(_ line: inout PaintedLine) {
    var place = line.at + 1
    while place < line.end {
      if line[place] == .hash, line[place - 1].isBlank { break }
      if depth > 0, line[place].isOne(of: ",[]{}") || isColon(line, place) { break }
      place += 1
    }
    while line[place - 1].isBlank, place > line.at + 1 { place -= 1 }
    line.paint(to: place, kind(of: line.bytes[line.at..<place]))
  }

  private func kind(of scalar: ArraySlice<UInt8>) -> TokenKind {
    if Self.constants.contains(where: { $0.elementsEqual(scalar.map(\.lowercased)) }) {
      return .constant
    }
    let digits = scalar.drop { $0.isOne(of: "+-.") }
    guard let first = digits.first, first.isDigit else { return .string }
    return digits.contains { !$0.isHexDigit && !$0.isOne(of: "._:-+xoTZ") } ? .string : .number
  }

  private static let constants = "true false null yes no on off ~ .inf -.inf .nan".words
}
