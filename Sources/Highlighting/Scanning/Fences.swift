/// Strings whose end depends on how they begin: raw strings, heredocs, patterns, `q{…}`.

extension TableScanner {
  /// `'x'` and `'\n'`, but not the `'` of a lifetime, a type variable or a transposition.
  mutating func openCharacter(_ index: Int, at place: Int) -> Bool {
    var end = line[place] == .backslash ? escapeEnd(place) : line.scalarEnd(place)
    guard place < line.end, line[place] != .apostrophe else { return false }
    // An emoji may be several scalars.
    while end < place + 32, line[end] >= 0x80 { end += 1 }
    guard line[end] == .apostrophe else { return false }
    return begin(index, at: place, closing: [.apostrophe])
  }

  /// `/…/flags`, if it ends on this line.
  mutating func openPattern(_ index: Int, at place: Int) -> Bool {
    guard place < patternlessFrom, let end = patternEnd(place) else {
      patternlessFrom = min(patternlessFrom, place)
      return false
    }
    line.paint(to: line.skippingName(end), lexicon.strings[index].kind)
    (expectsOperand, startsStatement, naming) = (false, false, .nothing)
    return true
  }

  private func patternEnd(_ start: Int) -> Int? {
    guard !line[start].isBlank || isArgument else { return nil }
    var place = start
    var isInClass = false
    while place < line.end {
      switch line[place] {
      case .backslash: place += 1
      case .leftBracket: isInClass = true
      case .rightBracket: isInClass = false
      case .slash where !isInClass: return place + 1
      default: break
      }
      place += 1
    }
    return nil
  }

  /// After such signs a pattern may begin with a blank.
  private var isArgument: Bool {
    var place = line.at - 1
    while place > line.at - 4, line[place].isBlank { place -= 1 }
    return line[place].isOne(of: "(,=~:[!&|?{;")
  }

  /// `r##"…"##` and `[==[…]==]`: as many signs at the end as at the beginning.
  mutating func openFenced(_ index: Int, by mark: UInt8, at place: Int) -> Bool {
    let end = line.skipping(mark, place)
    guard end - place <= 255 else { return false }
    let marks = Array(repeating: mark, count: end - place)
    switch (mark, line[end]) {
    case (.hash, .quote): return begin(index, at: end + 1, closing: [.quote] + marks)
    case (.equals, .leftBracket):
      return begin(index, at: end + 1, closing: [.rightBracket] + marks + [.rightBracket])
    default: return false
    }
  }

  /// `R"tag(…)tag"`
  mutating func openTagged(_ index: Int, at place: Int) -> Bool {
    var end = place
    while end < place + 17, end < line.end, !line[end].isBlank, !line[end].isOne(of: "(\\") {
      end += 1
    }
    guard line[end] == .leftParen else { return false }
    let tag = Array(line.bytes[place..<end])
    return begin(index, at: end + 1, closing: [.rightParen] + tag + [.quote])
  }

  /// `qw[…]`, `%w(…)`, `~r/…/`; `s/…/…/` has two parts.
  mutating func openDelimited(_ index: Int, at place: Int) -> Bool {
    let sign = line[place]
    guard sign.isOne(of: "/{([<|!~#'\"^@") else { return false }
    let isPair = lexicon.strings[index].fence == .delimiterPair
    guard sign == sign.closing else { return openBracketed(index, at: place, isFirst: isPair) }
    return begin(index, at: place + 1, closing: [sign], depth: isPair ? 1 : 0)
  }

  mutating func openBracketed(_ index: Int) -> Bool {
    openBracketed(index, at: line.at, isFirst: false)
  }

  private mutating func openBracketed(_ index: Int, at place: Int, isFirst: Bool) -> Bool {
    let sign = line[place]
    guard sign != sign.closing, begin(index, at: place + 1, closing: [sign.closing], bracket: sign)
    else { return false }
    contexts[contexts.count - 1].hasSecondPart = isFirst
    return true
  }

  // MARK: heredocs

  /// `<<-'END'`: the text begins on the next line.
  mutating func openHeredoc(_ index: Int, at place: Int) -> Bool {
    if let context = contexts.last, context.mode == .code, isShell, !context.holdsCommands {
      return false  // A shift.
    }
    var start = place
    while line[start] == .minus || line[start] == .tilde { start += 1 }
    if isShell { start = line.skippingBlanks(start) }
    let mark = line[start]
    let isQuoted = mark == .apostrophe || mark == .quote || mark == .backslash
    let isMarked = start > place || isQuoted || isShell
    if isQuoted { start += 1 }
    let end = line.skippingName(start)
    guard line[start].isNameStart, isMarked || line[start].isUpper, end - start <= 64,
      contexts.count + heredocs.count < Context.limit
    else { return false }
    var context = Context(mode: .string, form: index, kind: .string)
    context.close = Array(line.bytes[start..<end])
    context.isRaw = isQuoted && mark != .quote
    heredocs.append(context)
    line.paint(to: isQuoted && line[end] == mark ? end + 1 : end, .string)
    (expectsOperand, startsStatement) = (false, false)
    return true
  }

  /// At the start of a line: the end of a heredoc, wherever it is indented to.
  mutating func closeHeredoc() {
    let start = line.skippingBlanks(line.at)
    guard let context = contexts.last, line.matches(context.close, at: start) else { return }
    let end = start + context.close.count
    guard end == line.end || line[end].isBlank || line[end].isOne(of: ";),.]") else { return }
    line.paint(to: start, .plain)
    line.paint(to: end, .string)
    contexts.removeLast()
  }
}
