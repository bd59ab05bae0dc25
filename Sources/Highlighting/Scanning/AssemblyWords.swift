/// Words of assembly: labels, mnemonics, directives, registers.

extension TableScanner {
  mutating func scanAssemblyWord(to end: Int) {
    let word = line.bytes[line.at..<end]
    let entry = lexicon.words.entry(of: word)
    expectsOperand = false
    guard startsStatement else { return paintAssemblyOperand(to: end, entry) }
    // After a label, and after `rep` and `lock`, the statement has yet to come.
    if line[end] == .colon || isLabelOfData(end) { return line.paint(to: end, .function) }
    if let entry, entry.kind == .keyword, !entry.role.contains(.namesFunction) {
      return line.paint(to: end, .keyword)
    }
    startsStatement = false
    if entry?.role.contains(.namesFunction) == true { naming = .function }
    let isDirective = line.byte == .dot || entry?.kind == .attribute
    line.paint(to: end, isDirective ? .attribute : .keyword)
  }

  /// `msg db "text"`, `size equ 5`, `size = 5`
  private func isLabelOfData(_ end: Int) -> Bool {
    let next = line.skippingBlanks(end)
    guard next > end else { return false }
    if line[next] == .equals { return true }
    let word = line.bytes[next..<max(next, line.skippingName(next))]
    guard lexicon.words.entry(of: line.bytes[line.at..<end]) == nil else { return false }
    return lexicon.words.entry(of: word)?.kind == .attribute
  }

  private mutating func paintAssemblyOperand(to end: Int, _ entry: WordTable.Entry?) {
    let kind = entry?.kind ?? (isRegister(to: end) ? .variable : .plain)
    line.paint(to: end, kind == .plain && naming == .function ? .function : kind)
    naming = .nothing
  }

  /// A letter or a few of them with a number: `r10d`, `x0`, `xmm1`, `v0.4s`, `a7`.
  private func isRegister(to end: Int) -> Bool {
    var place = line.at
    while line[place].isLetter, place < end { place += 1 }
    let letters = line.bytes[line.at..<place].map(\.lowercased)
    guard Self.banks.contains(letters), line[place].isDigit else { return false }
    while line[place].isDigit, place < end { place += 1 }
    return place == end || line[place] == .dot
      || place == end - 1 && line[place].isOne(of: "bwdBWD")
  }

  private static let banks = "r x w v q d s b h a t f p k st mm xmm ymm zmm cr dr ft fs fa".words
}
