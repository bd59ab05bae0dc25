/// Sessions at a terminal: the commands after the prompts, and what they print.

struct ConsoleScanner: Sendable {
  private var scanner = TableScanner(.shell)
  /// The command goes on: after a backslash, within quotes, in a heredoc.
  private var isOpen = false
  private var isPython = false

  mutating func scan(_ line: inout PaintedLine) {
    if let end = pythonPromptEnd(line) {
      begin(&line, end, isPython: true)
    } else if let end = promptEnd(line) {
      begin(&line, end, isPython: false)
    } else if isOpen, !isPython {
      // The prompt of a line that goes on.
      if line.byte == .greater, line[1].isBlank { line.paint(2, .punctuation) }
      run(&line)
    } else {
      line.paint(to: line.end, .plain)
    }
  }

  private mutating func begin(_ line: inout PaintedLine, _ end: Int, isPython: Bool) {
    let goesOn = isPython && self.isPython && line.byte == .dot
    if !goesOn { scanner = TableScanner(isPython ? .python : .shell) }
    self.isPython = isPython
    line.paint(to: end, .punctuation)
    line.paint(to: line.skippingBlanks(end), .plain)
    run(&line)
  }

  private mutating func run(_ line: inout PaintedLine) {
    scanner.scan(&line)
    isOpen = scanner.isContinued || !scanner.contexts.isEmpty || !scanner.heredocs.isEmpty
  }

  private func pythonPromptEnd(_ line: PaintedLine) -> Int? {
    let isPrompt = line.matches(">>>", at: 0) || isPython && line.matches("...", at: 0)
    return isPrompt && (line.end == 3 || line[3].isBlank) ? 3 : nil
  }

  /// `$ `, `# `, `user@host:~$ `, `[user@host dir]$ `, `(venv) $ `, `PS C:\> `; with no command,
  /// the prompt is all that there is.
  private func promptEnd(_ line: PaintedLine) -> Int? {
    let start = line.skippingBlanks(0)
    for mark in Self.marks where line.matches(mark, at: start) {
      let end = start + mark.count
      if end == line.end || line[end].isBlank { return end }
    }
    guard line[start].isOne(of: "[(") || line.matches("PS ", at: start) || isHost(line, start)
    else {
      return nil
    }
    for place in start..<max(start, min(line.end, start + 100)) {
      guard line[place].isOne(of: "$#%>"), place + 1 == line.end || line[place + 1].isBlank else {
        continue
      }
      return place + 1
    }
    return nil
  }

  private static let marks = "$ # % ❯ ➜ λ".words

  /// `name@name`, up to the first blank.
  private func isHost(_ line: PaintedLine, _ start: Int) -> Bool {
    var place = start
    while place < start + 60, line[place].isName || line[place].isOne(of: ".-") { place += 1 }
    return place > start && line[place] == .at && line[place + 1].isName
  }
}
