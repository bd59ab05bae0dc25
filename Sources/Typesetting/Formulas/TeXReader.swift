/// Tokens to atoms: groups, scripts, arguments. Whatever is wrong is shown somehow, and reading
/// never fails.

/// What a row of atoms ends before.
enum TeXEnd {
  case formula, brace, bracket, right, cell, dollar

  func isMet(by token: TeXToken) -> Bool {
    switch (self, token) {
    case (.formula, .align), (.cell, .align): true
    case (.formula, .command(let name)), (.cell, .command(let name)):
      Self.endsRow(name) || self == .cell && name == "end"
    case (.formula, _): false
    case (_, .close), (_, .command("end")): true
    case (.right, .command("right")), (.bracket, .sign("]")), (.dollar, .sign("$")): true
    default: false
    }
  }

  static func endsRow(_ name: String) -> Bool {
    name == "\\" || name == "cr" || name == "newline" || name == "tabularnewline"
  }
}

struct TeXReader {
  let tokens: [TeXToken]
  private(set) var place = 0
  private var depth = 0
  let allowsBlocks: Bool
  /// Signs are spelled out; the parts of high delimiters have twins of their own width.
  let isASCII: Bool
  /// In scripts, fractions and roots signs stand close to each other.
  private(set) var isTight = false
  /// Fractions are stacked: not in those of others, in matrices and cases, where TeX sets them
  /// smaller (The TeXbook, chapter 17).
  private(set) var isDisplay: Bool
  var alphabet = MathAlphabet.plain
  /// Deeper groups are read as if they had no braces.
  private static let deepest = 64

  init(_ source: String, allowsBlocks: Bool, isLow: Bool = false, isASCII: Bool = false) {
    tokens = TeXLexer.tokens(of: source)
    self.allowsBlocks = allowsBlocks
    self.isASCII = isASCII
    isDisplay = allowsBlocks && !isLow
  }

  mutating func formula() -> MathRow {
    let layout = TableLayout.aligned
    let rows = cells(layout, until: .formula)
    if rows.count == 1, rows[0].count == 1 { return rows[0][0] }
    return MathRow([table(rows, layout)], isTight: isTight)
  }

  mutating func row(until end: TeXEnd, edges: MathEdges = MathEdges()) -> MathRow {
    var atoms: [MathAtom] = []
    while let token = peek, !end.isMet(by: token) {
      if token == .blank, blankParts(atoms.last) { atoms.append(.space(1)) }
      atoms.append(atom())
    }
    return MathRow(atoms.filter { $0.kind != .space(0) }, edges: edges, isTight: isTight)
  }

  /// Takes at least one token.
  private mutating func atom() -> MathAtom {
    let base = nucleus()
    return base.kind.isSpace ? base : withScripts(base)
  }

  /// One thing without its scripts.
  private mutating func nucleus() -> MathAtom {
    var atom = signs()
    if isASCII { atom.spell() }
    return atom
  }

  private mutating func signs() -> MathAtom {
    guard let token = peek else { return .space(0) }
    if token == .superscript || token == .subscript || token == .sign("'") { return .nothing }
    place += 1
    switch token {
    case .open: return group()
    case .align: return .space(2)
    case .command(let name): return command(name)
    case .sign(let scalar): return sign(scalar)
    default: return .space(0)
    }
  }

  private mutating func group() -> MathAtom {
    guard let row = nested({ $0.row(until: .brace) }) else { return .nothing }
    take(.close)
    return MathAtom(kind: .letter, text: row.text, shape: row.shape, block: row.block)
  }

  // MARK: Arguments

  /// A group, or one thing; with `isTight` nil as close as what is around it.
  mutating func argument(isTight: Bool? = nil, isDisplay: Bool? = nil) -> MathRow {
    skipBlanks()
    guard let token = peek, !token.endsArguments else { return MathRow() }
    let row = nested(isTight: isTight, isDisplay: isDisplay) { reader in
      if reader.take(.open) {
        let row = reader.row(until: .brace)
        reader.take(.close)
        return row
      }
      return MathRow([reader.nucleus()], isTight: reader.isTight)
    }
    return row ?? MathRow()
  }

  /// What stands in brackets; nil where there are none.
  mutating func option() -> MathRow? {
    skipBlanks()
    guard peek == .sign("[") else { return nil }
    return nested(isTight: true) { reader in
      reader.take(.sign("["))
      let row = reader.row(until: .bracket)
      reader.take(.sign("]"))
      return row
    }
  }

  /// Nil where it is too deep already; nothing is taken then.
  mutating func nested<Result>(
    isTight tight: Bool? = nil, isDisplay display: Bool? = nil,
    _ read: (inout TeXReader) -> Result
  ) -> Result? {
    guard depth < Self.deepest else { return nil }
    let (wasTight, wasDisplay) = (isTight, isDisplay)
    depth += 1
    (isTight, isDisplay) = (tight ?? wasTight, display ?? wasDisplay)
    defer { (depth, isTight, isDisplay) = (depth - 1, wasTight, wasDisplay) }
    return read(&self)
  }

  // MARK: Scripts

  private mutating func withScripts(_ base: MathAtom) -> MathAtom {
    var (lower, upper) = ("", "")
    scripts: while let token = peekBehindBlanks {
      switch token {
      case .sign("'"): upper += isASCII ? "'" : "′"
      case .superscript, .subscript, .command("limits"), .command("nolimits"): break
      default: break scripts
      }
      skipBlanks()
      place += 1
      if token == .superscript { upper += MathScript.raised(argument(isTight: true), isASCII) }
      if token == .subscript { lower += MathScript.lowered(argument(isTight: true), isASCII) }
    }
    return lower.isEmpty && upper.isEmpty ? base : base.with(lower: lower, upper: upper)
  }

  // MARK: Tokens

  var peek: TeXToken? { place < tokens.count ? tokens[place] : nil }

  private var peekBehindBlanks: TeXToken? {
    peek != .blank ? peek : place + 1 < tokens.count ? tokens[place + 1] : nil
  }

  mutating func next() -> TeXToken? {
    guard let token = peek else { return nil }
    place += 1
    return token
  }

  @discardableResult mutating func take(_ token: TeXToken) -> Bool {
    guard peek == token else { return false }
    place += 1
    return true
  }

  mutating func skipBlanks() { take(.blank) }

  var depthAllowsMore: Bool { depth < Self.deepest }

  /// TeX ignores blanks, but sets letters in a way that tells factors apart; `n f(n)`, `10^{-9} s`
  /// and `f(x) dx` need theirs.
  private func blankParts(_ last: MathAtom?) -> Bool {
    guard !isTight, let last, place > 0, place + 1 < tokens.count, tokens[place + 1].isLetter
    else { return false }
    switch last.kind {
    case .closing, .enclosed: return true
    case .letter:
      // Raised letters lie above: they are no base.
      guard let first = last.text.unicodeScalars.first, first.value < 0x1D00,
        first.properties.isAlphabetic || first.properties.numericType != nil
      else { return false }
      return !last.text.dropFirst().isEmpty || tokens[place - 1].isLetter
    default: return false
    }
  }

  /// The length behind a row's end (`\\[2pt]`); other brackets are the next row's.
  mutating func skipRowOption() {
    guard peek == .sign("["), place + 1 < tokens.count, tokens[place + 1].beginsLength,
      let end = tokens[place..<min(place + 16, tokens.count)].firstIndex(of: .sign("]"))
    else { return }
    place = end + 1
  }

  /// `[t]` behind the beginning of an environment.
  mutating func skipPosition() {
    guard place + 2 < tokens.count, peek == .sign("["), tokens[place + 2] == .sign("]"),
      [.sign("t"), .sign("c"), .sign("b")].contains(tokens[place + 1])
    else { return }
    place += 3
  }
}

extension TeXToken {
  /// What cannot be an argument.
  var endsArguments: Bool {
    switch self {
    case .close, .align, .superscript, .subscript: true
    case .command(let name): name == "end" || name == "right" || TeXEnd.endsRow(name)
    default: false
    }
  }

  fileprivate var isLetter: Bool {
    if case .sign(let scalar) = self { scalar.properties.isAlphabetic } else { false }
  }

  fileprivate var beginsLength: Bool {
    self == .sign("-") || self == .sign(".") || isDigit
  }

  var isDigit: Bool {
    if case .sign("0"..."9") = self { true } else { false }
  }
}

extension MathAtom {
  fileprivate func with(lower: String, upper: String) -> MathAtom {
    var atom = self
    let isWhole = shape == .solid || shape == .empty || kind == .bigOperator || kind == .function
    atom.text = (isWhole || kind == .relation ? text : textInParentheses) + lower + upper
    atom.shape = .scripted
    let script = lower + upper
    atom.endsSpelled = script.last.map { $0.isASCII && $0 != ")" && $0 != "'" } ?? false
    if kind == .fraction || kind == .sign { atom.kind = .letter }
    if kind == .fraction { atom.block = atom.block?.enclosed("(", ")") }
    atom.block?.append(upper: upper, lower: lower)
    return atom
  }
}
