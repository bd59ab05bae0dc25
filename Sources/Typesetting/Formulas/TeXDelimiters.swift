/// Parentheses that grow: `\left`, `\right`, `\bigl` and their like.

extension TeXReader {
  /// Behind `\left`.
  mutating func enclosed() -> MathAtom {
    let opening = delimiter()
    guard let row = nested({ $0.row(until: .right) }) else {
      return MathAtom(kind: .opening, text: opening)
    }
    let closing = take(.command("right")) ? delimiter() : ""
    return MathAtom(enclosing: row, opening, closing)
  }

  /// The sign behind `\left` and its like; nothing for a dot.
  mutating func delimiter() -> String {
    skipBlanks()
    switch peek {
    case .sign(let scalar):
      take(.sign(scalar))
      return scalar == "." ? "" : scalar == "<" ? "⟨" : scalar == ">" ? "⟩" : String(scalar)
    case .command(let name):
      guard let symbol = MathSymbols.atom(named: name) else { return "" }
      take(.command(name))
      return symbol.text
    default: return ""
    }
  }

  /// `\bigl(` and the fifteen others.
  mutating func bigDelimiter(_ name: String) -> MathAtom? {
    let side: MathKind?
    switch name {
    case "bigl", "Bigl", "biggl", "Biggl": side = .opening
    case "bigr", "Bigr", "biggr", "Biggr": side = .closing
    case "bigm", "Bigm", "biggm", "Biggm": side = .relation
    case "big", "Big", "bigg", "Bigg": side = nil
    default: return nil
    }
    let text = delimiter()
    let kind = text.unicodeScalars.first.map(MathSymbols.kind) ?? .letter
    return text.isEmpty ? .space(0) : MathAtom(kind: side ?? kind, text: text)
  }
}

extension MathAtom {
  init(enclosing row: MathRow, _ opening: String, _ closing: String) {
    let gap = opening == "{" && closing.isEmpty ? " " : ""
    self.init(
      kind: opening.isEmpty ? .letter : .enclosed, text: opening + gap + row.text + closing,
      shape: closing.isEmpty ? .compound : .solid, block: row.block?.enclosed(opening, closing))
  }
}
