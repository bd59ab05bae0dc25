/// Words: what the table knows of them, and what their surroundings say of the others.

extension TableScanner {
  mutating func scanWord() {
    let start = line.at
    let end = wordEnd(from: start)
    switch lexicon.dialect {
    case .free: paintWord(to: end)
    case .settings: scanSettingWord(to: end)
    case .shell, .docker, .make: scanShellWord(to: end)
    case .assembly: scanAssemblyWord(to: end)
    case .styles: scanStyleWord(to: end)
    case .directives: scanDirectiveWord(to: end)
    }
  }

  /// A word as in most languages.
  mutating func paintWord(to end: Int) {
    let kind = kind(ofWordTo: end)
    expectsOperand = kind == .keyword
    startsStatement = false
    line.paint(to: end, kind)
    if kind == .function, line.byte == .bang, lexicon.has(.bangCalls) { line.paint(1, .function) }
    if kind == .constant, line.byte == .colon, isLabel(end) { line.paint(1, .constant) }
  }

  private func wordEnd(from start: Int) -> Int {
    var end = start + 1
    while end < line.end, lexicon.traits[Int(line.bytes[end])].contains(.wordInside) { end += 1 }
    // `empty?` and `save!`, but not `a != b` and `x ?a : b`.
    if end < line.end, lexicon.traits[Int(line[end])].contains(.wordEnd),
      line[end + 1] != .equals || line[end + 2] == .equals
    {
      end += 1
    }
    return end
  }

  private mutating func kind(ofWordTo end: Int) -> TokenKind {
    let entry = isMember ? nil : lexicon.words.entry(of: line.bytes[line.at..<end])
    if let entry, !entry.role.contains(.isSoft) || isFollowedAsKeyword(end), !isKey(end),
      !isArgumentLabel(end)
    {
      if entry.role.contains(.namesFunction) {
        naming = .function
      } else if entry.role.contains(.namesType) {
        naming = .type
      }
      return entry.kind
    }
    let named = naming
    if !goesOnAsPath(end) { naming = .nothing }
    return kind(ofNameTo: end, named)
  }

  /// A name that the table does not know.
  private func kind(ofNameTo end: Int, _ named: Naming) -> TokenKind {
    if named != .nothing, !goesOnAsPath(end) {
      if named == .type { return .type }
      if !lexicon.has(.curried) || hasParameters(end) { return .function }
    }
    if isKey(end) { return .key }
    if isLabel(end) { return .constant }
    if line.byte.isUpper || line.byte == .underscore, let kind = kind(ofCapitalTo: end) {
      return kind
    }
    if isCall(end) || isHead { return .function }
    if lexicon.has(.lineNames), isLineName(end) { return .function }
    if lexicon.has(.dashedFunctions), line.bytes[line.at..<end].contains(.minus) {
      return .function
    }
    if lexicon.has(.typeSuffix), end - line.at > 2, line.matches("_t", at: end - 2) { return .type }
    return .plain
  }

  private func kind(ofCapitalTo end: Int) -> TokenKind? {
    if lexicon.has(.capitalVariables) { return .variable }
    let word = line.bytes[line.at..<end]
    let isCalled = isCall(end)
    if lexicon.has(.shouting), word.count > 1, !word.contains(where: \.isLower) {
      guard word.contains(where: \.isUpper) else { return nil }
      if !isCalled { return .constant }
    }
    guard lexicon.has(.capitalTypes), line.byte.isUpper else { return nil }
    if isCalled, lexicon.has(.capitalCalls) { return .function }
    return isField(end) ? nil : .type
  }

  /// A name with a capital that is no type, where such names are fields as well.
  private func isField(_ end: Int) -> Bool {
    if lexicon.has(.capitalMembers), line.before == .dot { return true }
    guard lexicon.has(.capitalFields) else { return false }
    return line.at == indentEnd || line[end] == .colon
  }

  /// After a dot keywords are names (`Foo.class`); after two there may be anything (`0..count`).
  private var isMember: Bool {
    if line.before == .dot {
      return line[line.at - 2] != .dot && !lexicon.has(.memberKeywords)
    }
    return line.before == .greater && line[line.at - 2] == .minus && lexicon.has(.arrowMembers)
  }

  /// `func Type.name`, `def self.name`, `namespace a::b`: the name is what comes last.
  private func goesOnAsPath(_ end: Int) -> Bool {
    line[end] == .dot && line[end + 1].isNameStart
      || line[end] == .colon && line[end + 1] == .colon
      || line[end] == .colon && line[end + 1].isNameStart && naming == .function
  }

  private func isCall(_ end: Int) -> Bool {
    guard lexicon.has(.calls) else { return false }
    switch line[end] {
    case .leftParen: return true
    case .bang: return lexicon.has(.bangCalls) && line[end + 1].isOne(of: "([{ ")
    case .less: return lexicon.has(.genericCalls) && isGenericCall(end + 1)
    case .colon: return lexicon.has(.bangCalls) && line.matches("::<", at: end)
    default: return false
    }
  }

  /// `name<A, B>(`: nothing but names and brackets, and not many of them.
  private func isGenericCall(_ start: Int) -> Bool {
    var depth = 1
    for place in start..<min(start + 48, line.end) {
      switch line[place] {
      case .less: depth += 1
      case .greater: depth -= 1
      case let byte where byte.isName || byte.isOne(of: ", .[]?:&*|"): break
      default: return false
      }
      if depth == 0 { return line[place + 1] == .leftParen }
    }
    return false
  }

  private var isHead: Bool { lexicon.has(.headCalls) && line.before == .leftParen }

  /// What a line defines, or, deeper, gives a type (`name ::`).
  private func isLineName(_ end: Int) -> Bool {
    guard contexts.isEmpty, line.at == indentEnd else { return false }
    return line.at == lineStart || line.matches("::", at: line.skippingBlanks(end))
  }

  private func isLabel(_ end: Int) -> Bool {
    lexicon.has(.labels) && line[end] == .colon && line[end + 1] != .colon && line.before != .colon
  }

  /// `sleep(for: x)`, `func draw(in view: View)`
  private func isArgumentLabel(_ end: Int) -> Bool {
    guard lexicon.has(.keywordLabels) else { return false }
    var before = line.at - 1
    while line[before].isBlank { before -= 1 }
    guard line[before] == .leftParen || line[before] == .comma else { return false }
    let name = line[end].isBlank ? line.skippingName(end + 1) : end
    return line[name] == .colon
  }

  /// `let name x`, `let name ()`, but not `let name =` and `let name : int`.
  private func hasParameters(_ end: Int) -> Bool {
    let next = line[line.skippingBlanks(end)]
    return next.isName || next.isOne(of: "([~?{")
  }

  /// Before the sign that makes keys; a path in between (`a.b.c =`) belongs to it.
  func isKey(_ end: Int) -> Bool {
    guard lexicon.has(.wordKeys) else { return false }
    var place = end
    let limit = min(line.end, end + 80)
    while place < limit, line[place].isName || line[place].isOne(of: ".-\"") { place += 1 }
    return isKeyMark(line.skippingBlanks(place))
  }

  func isKeyMark(_ place: Int) -> Bool {
    line[place] == lexicon.keyMark && line[place + 1] != lexicon.keyMark
      && line[place + 1] != .tilde
  }

  /// A soft keyword is one where a name, a value or a block follows, after a blank.
  private func isFollowedAsKeyword(_ end: Int) -> Bool {
    if line[end] == .semicolon { return true }
    guard line[end].isBlank else { return false }
    let next = line.skippingBlanks(end)
    if line[next].isNameStart { return !isJoiner(next) }
    return line[next].isDigit || line[next].isOne(of: "\"'`{[(*$@#")
      || line.matches("=>", at: next) || line.matches("-1", at: next)
  }

  private func isJoiner(_ start: Int) -> Bool {
    let end = line.skippingName(start)
    guard end - start <= 4 else { return false }
    return Self.joiners.contains { line.matches($0, at: start) && $0.count == end - start }
  }

  /// Words that stand between two operands.
  private static let joiners = "and or is in not if else for as when".words
}
