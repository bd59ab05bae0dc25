/// Strings: where they begin, and what in them is more than text.

extension TableScanner {
  mutating func openString(_ index: Int, _ opener: [UInt8]) -> Bool {
    let form = lexicon.strings[index]
    guard isAt(form.place, count: opener.count) else { return false }
    let place = line.at + opener.count
    switch form.fence {
    case .none: return begin(index, at: place, closing: form.close)
    case .character: return openCharacter(index, at: place)
    case .regex: return openPattern(index, at: place)
    case .heredoc: return openHeredoc(index, at: place)
    case .hashes: return openFenced(index, by: .hash, at: place)
    case .equals: return openFenced(index, by: .equals, at: place)
    case .parenthesis: return openTagged(index, at: place)
    case .delimiter, .delimiterPair: return openDelimited(index, at: place)
    }
  }

  /// Paints what opens the string up to a place; from there on it is text.
  mutating func begin(
    _ index: Int, at place: Int, closing close: [UInt8], bracket: UInt8 = 0, depth: Int = 0
  ) -> Bool {
    let form = lexicon.strings[index]
    var context = Context(
      mode: .string, form: index, close: close, bracket: bracket, depth: depth, kind: form.kind)
    context.isShort = !form.traits.contains(.spans)
    if lexicon.has(.stringKeys), isKeyString(from: place, close) { context.kind = .key }
    // func `a name in quotes`()
    if naming == .function, form.kind == .plain { context.kind = .function }
    guard push(context) else { return false }
    line.paint(to: place, context.kind)
    (expectsOperand, startsStatement, naming) = (false, false, .nothing)
    return true
  }

  /// A string before the sign that makes keys.
  private func isKeyString(from place: Int, _ close: [UInt8]) -> Bool {
    var place = place
    while place < line.end, !line.matches(close, at: place) {
      place += line[place] == .backslash ? 2 : 1
    }
    return isKeyMark(line.skippingBlanks(place + close.count))
  }

  mutating func scanString() {
    let context = contexts[contexts.count - 1]
    let form = lexicon.strings[context.form]
    let first = context.close.first ?? 0
    if context.isRaw { return line.paint(to: line.end, context.kind) }
    var place = line.at
    while place < line.end {
      let byte = line.bytes[place]
      if form.stops[Int(byte)] || byte == first || byte == context.bracket {
        guard let next = pass(place, form, context) else { return }
        place = max(next, place + 1)
      } else {
        place += 1
      }
    }
    line.paint(to: line.end, context.kind)
  }

  /// Where to go on after a byte that may be more than text; nil if something has been painted.
  private mutating func pass(_ place: Int, _ form: StringForm, _ context: Context) -> Int? {
    let byte = line[place]
    if byte == context.bracket, byte != 0 {
      contexts[contexts.count - 1].depth += 1
      line.paint(to: place + 1, context.kind)
      return nil
    }
    if let literal = form.literals.first(where: { line.matches($0, at: place) }) {
      return paint(place, to: place + literal.count, .escape)
    }
    if form.fence != .heredoc, line.matches(context.close, at: place) {
      return close(at: place, form, context)
    }
    if let index = form.nests.firstIndex(where: { line.matches($0.open, at: place) }) {
      return openNest(form.nests[index], in: context, at: place)
    }
    if byte == form.escape, byte != 0 { return escape(at: place, form, context) }
    if let end = placeholderEnd(place, form) { return paint(place, to: end, .escape) }
    if form.traits.contains(.sigils) { return paintSigil(at: place) }
    return place + 1
  }

  private mutating func close(at place: Int, _ form: StringForm, _ context: Context) -> Int? {
    let end = place + context.close.count
    if form.traits.contains(.doubled), line.matches(context.close, at: end) {
      return paint(place, to: end + context.close.count, .escape)
    }
    line.paint(to: end, context.kind)
    if context.depth > 0 {
      contexts[contexts.count - 1].depth -= 1
    } else {
      contexts.removeLast()
      (expectsOperand, startsStatement) = (false, false)
      if context.hasSecondPart, openBracketed(context.form) { return nil }
      if form.fence == .delimiter || form.fence == .delimiterPair {
        line.paint(to: line.skippingName(end), context.kind)  // the flags
      }
    }
    return nil
  }

  private mutating func escape(at place: Int, _ form: StringForm, _ context: Context) -> Int? {
    if place + 1 >= line.end { contexts[contexts.count - 1].isCarried = true }
    if form.traits.contains(.quiet) { return line.scalarEnd(place + 1) }
    return paint(place, to: escapeEnd(place), .escape)
  }

  /// Paints the text before a piece, and the piece.
  mutating func paint(_ place: Int, to end: Int, _ kind: TokenKind) -> Int? {
    line.paint(to: place, contexts[contexts.count - 1].kind)
    line.paint(to: min(end, line.end), kind)
    return nil
  }

  /// `\n`, `\x41`, `\u{1F600}`, `\101`, `\N{BULLET}`.
  func escapeEnd(_ place: Int) -> Int {
    let next = place + 2
    let digits: Int
    switch line[place + 1] {
    case UInt8(ascii: "x"): digits = 2
    case UInt8(ascii: "u"): digits = 4
    case UInt8(ascii: "U"): digits = 8
    case UInt8(ascii: "N"): digits = 0
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var end = next
      while end < place + 4, line[end] & 0xF8 == .zero { end += 1 }
      return end
    default: return min(line.scalarEnd(place + 1), line.end)
    }
    if line[next] == .leftBrace, let end = line.first(.rightBrace, from: next, within: 40) {
      return end + 1
    }
    var end = next
    while end < next + digits, line[end].isHexDigit { end += 1 }
    return end
  }
}

extension PaintedLine {
  func first(_ byte: UInt8, from place: Int, within count: Int) -> Int? {
    for place in place..<max(place, min(place + count, end)) where bytes[place] == byte {
      return place
    }
    return nil
  }
}
