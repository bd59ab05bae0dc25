/// Tags among JavaScript: `<div className="x">text {value}</div>`.

extension TableScanner {
  /// `<name` and `<>` where an operand is expected; `<T,>` and `<T extends U>` are types.
  mutating func openTag() -> Bool {
    let name = line.at + 1
    guard expectsOperand, line[name].isLetter || line[name] == .greater else { return false }
    let end = tagNameEnd(name)
    guard line[end] != .comma, !line.matches(" extends ", at: end) else { return false }
    return beginTag(name, end)
  }

  private func tagNameEnd(_ start: Int) -> Int {
    var end = start
    while line[end].isName || line[end].isOne(of: ".-:"), end < line.end { end += 1 }
    return end
  }

  private mutating func beginTag(_ name: Int, _ end: Int) -> Bool {
    guard push(Context(mode: .tag)) else { return false }
    line.paint(to: name, .punctuation)
    line.paint(to: end, .tag)
    return true
  }

  mutating func scanTag() {
    let byte = line.byte
    switch byte {
    case .greater:
      line.paint(1, .punctuation)
      contexts[contexts.count - 1].mode = .tagText
    case .slash where line[line.at + 1] == .greater:
      line.paint(2, .punctuation)
      endTag()
    case .quote, .apostrophe:
      let end = line.first(byte, from: line.at + 1) ?? line.end - 1
      line.paint(to: end + 1, .string)
    case .leftBrace: beginTagCode()
    case let byte where byte.isBlank: line.paint(to: line.skippingBlanks(line.at), .plain)
    case let byte where byte.isName: line.paint(to: tagNameEnd(line.at), .key)
    default: line.paint(1, .punctuation)
    }
  }

  mutating func scanTagText() {
    switch line.byte {
    case .leftBrace: beginTagCode()
    case .less where line[line.at + 1] == .slash:
      line.paint(2, .punctuation)
      line.paint(to: tagNameEnd(line.at), .tag)
      if line.byte == .greater { line.paint(1, .punctuation) }
      endTag()
    case .less where line[line.at + 1].isLetter || line[line.at + 1] == .greater:
      let name = line.at + 1
      if !beginTag(name, tagNameEnd(name)) { line.paint(1, .plain) }
    default:
      var end = line.at + 1
      while end < line.end, line[end] != .less, line[end] != .leftBrace { end += 1 }
      line.paint(to: end, .plain)
    }
  }

  private mutating func beginTagCode() {
    let context = Context(
      mode: .code, close: [.rightBrace], bracket: .leftBrace, kind: .punctuation)
    line.paint(1, .punctuation)
    if push(context) { expectsOperand = true }
  }

  private mutating func endTag() {
    contexts.removeLast()
    expectsOperand = false
  }
}
