/// Numbers, operators and brackets.

extension TableScanner {
  mutating func scanNumber() {
    line.paint(to: numberEnd(line.at), .number)
    (expectsOperand, startsStatement, naming) = (false, false, .nothing)
  }

  /// Digits with all that may belong to them: prefixes, suffixes, exponents, units.
  func numberEnd(_ start: Int) -> Int {
    let isHex = line[start] == .zero && line[start + 1] | 0x20 == UInt8(ascii: "x")
    var place = start
    while place < line.end {
      let byte = line[place]
      if byte.isLetter || byte.isDigit || byte == .underscore {
        place += hasExponentSign(place, isHex) ? 2 : 1
      } else if isJoint(byte, place) {
        place += 1
      } else {
        break
      }
    }
    if line[place] == .percent, lexicon.has(.percents) { place += 1 }
    if lexicon.has(.trailingDots), line[place] == .dot, isLoneDot(place) { place += 1 }
    return place
  }

  /// `1e-5`, and in hexadecimal `0x1p-5`.
  private func hasExponentSign(_ place: Int, _ isHex: Bool) -> Bool {
    let mark = line[place] | 0x20
    guard mark == UInt8(ascii: isHex ? "p" : "e") else { return false }
    return (line[place + 1] == .minus || line[place + 1] == .plus) && line[place + 2].isDigit
  }

  /// A sign between the digits of one number.
  private func isJoint(_ byte: UInt8, _ place: Int) -> Bool {
    let next = line[place + 1]
    switch byte {
    case .dot: return next.isDigit && line[place - 1].isHexDigit
    case .apostrophe: return lexicon.has(.quotedNumbers) && (next.isDigit || next.isLetter)
    case .hash: return lexicon.has(.basedNumbers) && (next.isHexDigit || !line[place + 1].isName)
    case .minus: return lexicon.has(.dates) && next.isDigit && line[place - 1].isDigit
    case .colon: return lexicon.has(.dates) && next.isDigit && line[place - 1].isDigit
    default: return false
    }
  }

  /// `1.`, but neither `1..5` nor `1.name`.
  private func isLoneDot(_ place: Int) -> Bool {
    line[place + 1] != .dot && !line[place + 1].isNameStart
  }

  mutating func scanSign(_ byte: UInt8) {
    if byte == .dot, line[line.at + 1].isDigit, isNumberPlace {
      line.paint(1, .number)
      return scanNumber()
    }
    if closeNest(byte) { return }
    if byte == .question, lexicon.has(.leaves), line[line.at + 1] == .greater {
      hasLeft = true
      return
    }
    if byte == .less, lexicon.has(.jsx), openTag() { return }
    if lexicon.dialect == .styles, scanStyleSign(byte) { return }
    line.paint(to: line.scalarEnd(line.at), .punctuation)
    expectsOperand = !byte.isOne(of: ")]}")
    // `def self.name`, `func (r) name`, `class <T>`: what belongs to the name, and what does not.
    if !byte.isOne(of: ".:*&~") { naming = .nothing }
    if isShell {
      noteShellSign(byte)
    } else if lexicon.dialect != .assembly {
      startsStatement = byte.isOne(of: ";{}")
    }
  }

  private var isNumberPlace: Bool {
    let before = line.before
    return !before.isName && !before.isOne(of: ".)]\"'")
  }

  /// Closes the code that lies within a string, if this is the bracket that does it.
  private mutating func closeNest(_ byte: UInt8) -> Bool {
    guard let context = contexts.last, context.mode == .code else { return false }
    let last = contexts.count - 1
    if context.takesFormat, scanFormat(byte, context) { return true }
    if byte == context.bracket {
      contexts[last].depth += 1
    } else if context.depth > 0, byte == context.bracket.closing {
      contexts[last].depth -= 1
    } else if context.depth == 0, line.matches(context.close, at: line.at) {
      line.paint(context.close.count, context.kind)
      contexts.removeLast()
      (expectsOperand, startsStatement) = (false, false)
      return true
    }
    return false
  }

  /// `!r` and `:>10.2f` at the end of what a format string holds.
  private mutating func scanFormat(_ byte: UInt8, _ context: Context) -> Bool {
    if byte.isOne(of: "([") { contexts[contexts.count - 1].brackets += 1 }
    if byte.isOne(of: ")]") { contexts[contexts.count - 1].brackets -= 1 }
    let isMark = byte == .colon || byte == .bang && line[line.at + 1].isLetter
    guard isMark, context.depth == 0, context.brackets == 0 else { return false }
    var end = line.at
    while end < line.end, !line[end].isOne(of: "{}\"'") { end += 1 }
    line.paint(to: end, context.kind)
    return true
  }
}
