/// Words of a shell, where only the first of a command is what it looks like.

struct ShellState: Sendable {
  /// `NAME=value` is done: a command may follow.
  var isAfterAssignment = false
  /// After `for name` and `case word`.
  var expectsIn = false
}

extension TableScanner {
  var isShell: Bool { [.shell, .docker, .make].contains(lexicon.dialect) }

  /// Between the brackets of arithmetic, and of a list, there are no commands.
  private var isAmongCommands: Bool { contexts.last?.holdsCommands ?? true }

  mutating func scanShellWord(to end: Int) {
    expectsOperand = false
    guard isAmongCommands else { return paintOperand(to: end) }
    if scanAssignment(to: end) { return }
    if naming == .function {
      // Its body comes next.
      (naming, startsStatement) = (.nothing, true)
      line.paint(to: end, .function)
    } else if startsStatement {
      scanCommand(to: end)
    } else {
      scanArgument(to: end)
    }
  }

  private mutating func paintOperand(to end: Int) {
    let isDigit = line.byte.isDigit
    let end = line.byte.isName ? line.skippingName(line.at) : end
    line.paint(to: end, isDigit ? .number : .plain)
  }

  /// `NAME=`, `NAME+=`, `NAME[index]=`, and the list that may follow.
  private mutating func scanAssignment(to end: Int) -> Bool {
    let name = line.skippingName(line.at)
    guard line.byte.isNameStart, let sign = assignment(name) else { return false }
    line.paint(to: name, .variable)
    line.paint(to: sign + 1, .punctuation)
    (shell.isAfterAssignment, startsStatement) = (startsStatement, false)
    if line.byte == .leftParen,
      push(Context(mode: .code, close: [.rightParen], bracket: .leftParen, kind: .punctuation))
    {
      line.paint(1, .punctuation)
    }
    return true
  }

  /// Where the `=` is that makes an assignment of what follows a name.
  private func assignment(_ name: Int) -> Int? {
    var place = name
    if line[place] == .leftBracket {
      guard let close = line.first(.rightBracket, from: place, within: 40) else { return nil }
      place = close + 1
    }
    if line[place] == .plus { place += 1 }
    return line[place] == .equals && line[place + 1] != .equals && line[place + 1] != .tilde
      ? place : nil
  }

  private mutating func scanCommand(to end: Int) {
    // A pattern of `case`.
    if contexts.isEmpty, line[end] == .rightParen { return line.paint(to: end, .plain) }
    guard let entry = lexicon.words.entry(of: line.bytes[line.at..<end]) else {
      startsStatement = false
      return line.paint(to: end, .function)
    }
    // After soft words there are arguments; after `then` and `sudo` there is a command again.
    startsStatement = !entry.role.contains(.isSoft) && !entry.role.contains(.namesFunction)
    shell.expectsIn = entry.kind == .keyword && !startsStatement && isLoop(to: end)
    if entry.role.contains(.namesFunction) { naming = .function }
    line.paint(to: end, entry.kind)
  }

  private func isLoop(to end: Int) -> Bool {
    line.matches("for", at: line.at) || line.matches("case", at: line.at)
      || line.matches("select", at: line.at)
  }

  private mutating func scanArgument(to end: Int) {
    let count = end - line.at
    let isIn = shell.expectsIn && count == 2 && line.matches("in", at: line.at)
    let isAs =
      lexicon.dialect == .docker && count == 2
      && line.matches("as", at: line.at, ignoringCase: true)
    if isIn { shell.expectsIn = false }
    let isNumber =
      line.byte.isDigit && !line.bytes[line.at..<end].contains { !$0.isDigit && $0 != .dot }
    line.paint(to: end, isIn || isAs ? .keyword : isNumber ? .number : .plain)
  }

  /// What an operator means for the word after it.
  mutating func noteShellSign(_ byte: UInt8) {
    switch byte {
    case .bar, .semicolon, .leftParen, .rightParen, .backquote:
      startsStatement = isAmongCommands
    // Not the `&` of `2>&1`.
    case .ampersand:
      startsStatement = isAmongCommands && !line[line.at - 2].isOne(of: "<>")
    case .leftBrace, .bang, .at, .minus, .backslash: break
    // The prompt of a session.
    case .dollar where line.at - 1 == indentEnd: break
    default: startsStatement = false
    }
  }

  // MARK: Dockerfiles

  mutating func beginDockerLine() {
    guard !isContinued, contexts.isEmpty, line.at == lineStart else { return }
    let end = line.skippingName(indentEnd)
    startsStatement = false
    guard end > indentEnd, let index = Self.instructions.firstIndex(where: isInstruction(end))
    else {
      return
    }
    line.paint(to: indentEnd, .plain)
    line.paint(to: end, .keyword)
    startsStatement = index < 4
  }

  private func isInstruction(_ end: Int) -> ([UInt8]) -> Bool {
    let word = line.bytes[indentEnd..<end].map(\.lowercased)
    return { $0 == word }
  }

  /// Those that are followed by a command come first.
  private static let instructions = """
    run cmd entrypoint shell from copy add env arg workdir expose volume user label healthcheck
    onbuild stopsignal maintainer
    """.words
}
