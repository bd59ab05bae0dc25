/// Words within a formula: `\text{if $x > 0$}`.

extension TeXReader {
  mutating func textArgument() -> MathAtom {
    take(.sign("*"))
    skipBlanks()
    if peek?.endsArguments == true { return .nothing }
    var text = ""
    var depth = 0
    repeat {
      guard let token = next() else { break }
      if token == .open { depth += 1 }
      if token == .close { depth -= 1 }
      text += words(of: token)
    } while depth > 0
    let shape: MathShape = text.contains(" ") ? .compound : text.isEmpty ? .empty : .solid
    return MathAtom(kind: .letter, text: text, shape: shape)
  }

  private mutating func words(of token: TeXToken) -> String {
    switch token {
    case .open, .close: return ""
    case .blank: return " "
    case .superscript: return "^"
    case .subscript: return "_"
    case .align: return "&"
    case .sign("$"): return nested { $0.formulaInText() } ?? ""
    case .sign("~"): return " "
    case .sign(let scalar): return String(scalar)
    case .command(let name): return words(ofCommand: name)
    }
  }

  private mutating func formulaInText() -> String {
    let row = row(until: .dollar)
    take(.sign("$"))
    return row.text
  }

  private func words(ofCommand name: String) -> String {
    switch name {
    case "\\", " ", ",", ";", ":", "quad", "newline": " "
    case "textbf", "textit", "textrm", "texttt", "textsf", "emph", "text", "mbox", "!", "/", "-": ""
    default: MathSymbols.atom(named: name)?.text ?? name
    }
  }
}
