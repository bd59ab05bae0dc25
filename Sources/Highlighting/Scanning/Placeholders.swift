/// What stands in a string for something else: sigils, formats, and code between brackets.

extension TableScanner {
  /// `%5.2f`, `%-10s`, `%zu`; `{}`, `{name:>5}`.
  func placeholderEnd(_ place: Int, _ form: StringForm) -> Int? {
    if form.traits.contains(.percents), line[place] == .percent { return percentEnd(place + 1) }
    if form.traits.contains(.braces), line[place] == .leftBrace { return braceEnd(place + 1) }
    return nil
  }

  private func percentEnd(_ start: Int) -> Int? {
    var place = start
    if line[place] == .percent { return place + 1 }
    while place < start + 12, line[place].isDigit || line[place].isOne(of: "-+#.*'") { place += 1 }
    while place < start + 16, line[place].isOne(of: "hlLqjzt") { place += 1 }
    return line[place].isOne(of: "diouxXeEfFgGaAcspvTnqbU@") ? place + 1 : nil
  }

  private func braceEnd(_ start: Int) -> Int? {
    if line[start] == .leftBrace { return start + 1 }
    for place in start..<max(start, min(start + 40, line.end)) {
      if line[place] == .rightBrace { return place + 1 }
      guard line[place].isName || line[place].isOne(of: ":.*#?<>^+-$!") else { return nil }
    }
    return nil
  }

  // MARK: code between brackets

  /// Outside of strings: `$(…)` of a shell.
  mutating func openNest(_ index: Int) -> Bool {
    let nest = lexicon.nests[index]
    guard push(context(of: nest, .punctuation)) else { return false }
    line.paint(nest.open.count, .punctuation)
    beginNest(nest)
    return true
  }

  /// In a string.
  mutating func openNest(_ nest: Nest, in context: Context, at place: Int) -> Int? {
    let end = place + nest.open.count
    if nest.isLiteralWhenDoubled, line.matches(nest.open, at: end) {
      return paint(place, to: end + nest.open.count, .escape)
    }
    guard contexts.count < Context.limit else { return end }
    _ = paint(place, to: end, .escape)
    contexts.append(self.context(of: nest, .escape))
    beginNest(nest)
    return nil
  }

  private func context(of nest: Nest, _ kind: TokenKind) -> Context {
    Context(
      mode: .code, close: nest.close, bracket: nest.bracket, kind: kind,
      holdsCommands: nest.holdsCommands, takesFormat: nest.isLiteralWhenDoubled)
  }

  private mutating func beginNest(_ nest: Nest) {
    (expectsOperand, startsStatement, naming) = (true, nest.holdsCommands, .nothing)
    shell.isAfterAssignment = false
  }

  // MARK: sigils

  mutating func openSigil(_ index: Int) -> Bool {
    let sigil = lexicon.sigils[index]
    guard isAt(sigil.place, count: sigil.text.count), let end = end(of: sigil, at: line.at) else {
      return false
    }
    line.paint(to: sigilEnd(end, sigil), sigil.kind)
    (expectsOperand, naming) = (sigil.kind == .keyword, .nothing)
    if sigil.kind == .variable || sigil.kind == .constant { startsStatement = false }
    return true
  }

  /// The rest of a number: `#16`, `$10`; to a shell `$10` is `$1` with a zero.
  private func sigilEnd(_ end: Int, _ sigil: Sigil) -> Int {
    line[end - 1].isDigit && !isShell && sigil.specials.contains(line[end - 1])
      ? numberEnd(end - 1) : end
  }

  /// In a string; where to go on if it is none.
  mutating func paintSigil(at place: Int) -> Int? {
    for sigil in lexicon.sigils where line.matches(sigil.text, at: place) {
      guard sigil.kind == .variable, let end = end(of: sigil, at: place) else { continue }
      return paint(place, to: end, .variable)
    }
    return place + 1
  }

  private func end(of sigil: Sigil, at place: Int) -> Int? {
    let start = place + sigil.text.count
    let next = line[start]
    if sigil.brackets.contains(next), start < line.end { return bracketEnd(start) }
    if next.isNameStart, sigil.takesWords {
      var end = line.skippingName(start)
      while sigil.inside.contains(line[end]), line[end + 1].isNameStart {
        end = line.skippingName(end + 1)
      }
      return end
    }
    return start < line.end && sigil.specials.contains(next) ? line.scalarEnd(start) : nil
  }

  /// After the bracket that closes this one, or at the end of the line.
  private func bracketEnd(_ start: Int) -> Int {
    let (open, close) = (line[start], line[start].closing)
    var depth = 0
    for place in start..<line.end {
      if line[place] == open { depth += 1 }
      if line[place] == close { depth -= 1 }
      if depth == 0 { return place + 1 }
    }
    return line.end
  }
}
