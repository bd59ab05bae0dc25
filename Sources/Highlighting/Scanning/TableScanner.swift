/// The scanner that reads code by a table, line by line, with what is open carried along.

/// What is open: a comment, a string, code within a string, a tag of JSX.
struct Context: Sendable {
  enum Mode: Sendable { case code, comment, string, tag, tagText }

  /// How deep things may lie in each other; what lies deeper is text of its surroundings.
  static let limit = 40

  var mode: Mode
  /// Which of the table's comments or strings it is.
  var form = 0
  /// What ends it; nothing where the end of the line does.
  var close: [UInt8] = []
  /// What has to be closed before `close` counts, and how much of it is open.
  var bracket: UInt8 = 0
  var depth = 0
  var kind: TokenKind = .plain
  /// Ends with the line, unless a backslash carries it over.
  var isShort = false
  var isCarried = false
  /// Of a string: there is nothing but text in it, whatever its form allows.
  var isRaw = false
  /// Of a string: another part follows, in brackets of its own (`s{…}{…}`).
  var hasSecondPart = false
  /// Of code: whether a shell's commands stand inside.
  var holdsCommands = false
  /// Of code in a format string: whether `:` begins a format, unless other brackets are open.
  var takesFormat = false
  var brackets = 0
}

struct TableScanner: Sendable {
  /// What the next word names: `def name`, `class Name`.
  enum Naming: Sendable { case nothing, function, type }

  let lexicon: Lexicon
  var line = PaintedLine("")
  var contexts: [Context] = []
  /// Opened on this line, to begin on the next.
  var heredocs: [Context] = []
  /// An operand comes next, no operator: `/` begins a pattern, `<` a tag.
  var expectsOperand = true
  var naming = Naming.nothing
  var startsStatement = true
  /// The line before ended with a backslash.
  var isContinued = false
  var isFirstLine = true
  /// Where the line (or the part of it that is ours) begins, and its first sign.
  var lineStart = 0
  var indentEnd = 0
  /// At `?>`, which is no code but the end of it.
  var hasLeft = false
  /// A search for the end of a pattern was in vain from here on.
  var patternlessFrom = Int.max
  var shell = ShellState()
  var styles = StyleState()

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// Paints the line from its place to its end.
  mutating func scan(_ whole: inout PaintedLine) {
    swap(&line, &whole)
    beginLine()
    var stalls = 0
    hasLeft = false
    while line.at < line.end, !hasLeft {
      let place = line.at
      scanPiece()
      // A table that leads nowhere must not stop the show.
      stalls = line.at > place ? 0 : stalls + 1
      if stalls > Context.limit { line.paint(to: line.scalarEnd(place), .plain) }
    }
    endLine()
    swap(&line, &whole)
  }

  private mutating func scanPiece() {
    switch contexts.last?.mode ?? .code {
    case .code: scanCode()
    case .comment: scanComment()
    case .string: scanString()
    case .tag: scanTag()
    case .tagText: scanTagText()
    }
  }

  // MARK: lines

  private mutating func beginLine() {
    (lineStart, indentEnd) = (line.at, line.skippingBlanks(line.at))
    patternlessFrom = .max
    contexts.append(contentsOf: heredocs.reversed())
    heredocs = []
    if let last = contexts.last, last.mode == .string, lexicon.strings[last.form].fence == .heredoc
    {
      closeHeredoc()
    }
    if isFirstLine, line.matches("#!", at: line.at), line[line.at + 2] != .leftBracket {
      line.paint(to: line.end, .comment)
    }
    if line.at < line.end { isFirstLine = false }
    if isInCode { beginCodeLine() }
  }

  var isInCode: Bool { contexts.isEmpty || contexts[contexts.count - 1].mode == .code }

  private mutating func beginCodeLine() {
    // What begins a line after a block is no divisor.
    if startsStatement { expectsOperand = true }
    if !isContinued, lexicon.dialect != .styles {
      startsStatement = contexts.last?.holdsCommands ?? true
    }
    if lexicon.has(.preprocessor), !isContinued, line[indentEnd] == .hash { scanDirective() }
    if lexicon.has(.sections), contexts.isEmpty, line[indentEnd] == .leftBracket { scanSection() }
    switch lexicon.dialect {
    case .docker: beginDockerLine()
    case .make: beginMakeLine()
    case .settings: beginSetting()
    default: break
    }
  }

  private mutating func endLine() {
    naming = .nothing
    // A comment does not end a command that goes on over lines.
    if line[indentEnd] != .hash || lexicon.dialect != .docker {
      isContinued = line.lastSign == .backslash
    }
    if let short = contexts.firstIndex(where: { $0.isShort && !$0.isCarried }) {
      contexts.removeSubrange(short...)
      expectsOperand = false
    }
    for index in contexts.indices { contexts[index].isCarried = false }
  }

  // MARK: code

  private mutating func scanCode() {
    let byte = line.byte
    let traits = lexicon.traits[Int(byte)]
    if traits.contains(.opener), open(byte) { return }
    if traits.contains(.blank) {
      scanBlanks()
    } else if traits.contains(.digit) {
      scanNumber()
    } else if traits.contains(.wordStart) {
      scanWord()
    } else {
      scanSign(byte)
    }
  }

  private mutating func open(_ byte: UInt8) -> Bool {
    for index in lexicon.firstOpeners[Int(byte)]..<lexicon.firstOpeners[Int(byte) + 1] {
      guard matchesOpener(index) else { continue }
      let opener = lexicon.openers[index]
      let count = opener.text.count
      switch opener.form {
      case .comment: if openComment(opener.index, count) { return true }
      case .string: if openString(opener.index, opener.text) { return true }
      case .nest: if openNest(opener.index) { return true }
      case .sigil: if openSigil(opener.index) { return true }
      }
    }
    return false
  }

  private func matchesOpener(_ index: Int) -> Bool {
    let text = lexicon.openers[index].text
    guard lexicon.openers[index].ignoresCase else { return line.matches(text, at: line.at) }
    for offset in 0..<text.count
    where line[line.at + offset].lowercased != text[offset].lowercased { return false }
    return true
  }

  /// Whether something that has to stand at a place may begin here.
  func isAt(_ place: Place, count: Int) -> Bool {
    switch place {
    case .anywhere: true
    case .wordStart: isWordStart
    case .lineStart: line.at == indentEnd
    case .firstColumn: line.at == lineStart
    case .apart:
      line.at == indentEnd || line.at + count >= line.end || line[line.at + count].isBlank
    case .operand: expectsOperand
    case .statement: startsStatement
    case .unpaired:
      startsStatement
        || line[line.at + 1].isBlank && line.first(line.byte, from: line.at + 1) == nil
    case .noOperator:
      !isOperator(line.before) && !line.before.isOne(of: "-|")
        && !isOperator(line[line.skipping(.minus, line.at + count)])
    }
  }

  private var isWordStart: Bool {
    let before = line.before
    return line.at == lineStart || before.isBlank || before.isOne(of: "([{,;|&!=<>+-*/?`^%~")
  }

  private func isOperator(_ byte: UInt8) -> Bool { byte.isOne(of: "!#$%&*+./<=>?@\\^~:") }

  private mutating func scanBlanks() {
    line.paint(to: line.skippingBlanks(line.at), .plain)
    if shell.isAfterAssignment { (startsStatement, shell.isAfterAssignment) = (true, false) }
  }

  /// Opens a context, unless too much is open already.
  mutating func push(_ context: Context) -> Bool {
    guard contexts.count < Context.limit else { return false }
    contexts.append(context)
    return true
  }
}

extension PaintedLine {
  func skipping(_ byte: UInt8, _ place: Int) -> Int {
    var place = place
    while place < end, bytes[place] == byte { place += 1 }
    return place
  }
}
