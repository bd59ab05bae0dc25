/// Signs and the commands that name them.

import Markup

/// How `\mathbb` and its like show letters.
enum MathAlphabet {
  case plain, doubleStruck, script, fraktur

  func letter(_ scalar: Unicode.Scalar) -> String? {
    let letter = Substring(String(scalar))
    return switch self {
    case .plain: nil
    case .doubleStruck: NameTable(MathTables.doubleStruck).text(of: letter)
    case .script: NameTable(MathTables.script).text(of: letter)
    case .fraktur: NameTable(MathTables.fraktur).text(of: letter)
    }
  }
}

enum MathSymbols {
  static func atom(named name: String) -> MathAtom? {
    let tables: [(MathKind, StaticString)] = [
      (.letter, MathTables.letters), (.relation, MathTables.relations),
      (.operator, MathTables.operators), (.bigOperator, MathTables.bigOperators),
      (.function, MathTables.functions), (.opening, MathTables.openings),
      (.closing, MathTables.closings), (.dots, MathTables.dots),
    ]
    for (kind, table) in tables {
      if let text = NameTable(table).text(of: Substring(name)) {
        return MathAtom(kind: kind, text: text)
      }
    }
    return nil
  }

  /// The command of a sign, for terminals that do not have it.
  static func name(of sign: String) -> String? { names[sign] }

  private static let names: [String: String] = {
    let tables = [
      MathTables.letters, MathTables.relations, MathTables.operators, MathTables.bigOperators,
    ]
    var names: [String: String] = [:]
    for (name, sign) in tables.flatMap(\.entries) where !sign.utf8.allSatisfy({ $0 < 0x80 }) {
      if names[sign].map({ $0.utf8.count > name.utf8.count }) ?? true { names[sign] = name }
    }
    return names
  }()

  /// Signs that need no command; many are typed as they are.
  static func kind(of scalar: Unicode.Scalar) -> MathKind {
    switch scalar {
    case "+", "−", "*", "·", "×", "÷", "±", "∓", "∪", "∩", "∧", "∨", "∘", "⊕", "⊗", "∖": .operator
    case "=", "<", ">", ":", "≤", "≥", "≠", "≈", "≡", "∼", "∝", "∈", "∉", "∋", "⊂", "⊃": .relation
    case "⊆", "⊇", "≪", "≫", "→", "←", "↔", "⇒", "⇐", "⇔", "↦", "≔", "⊢", "⊨", "⟹", "⟺": .relation
    case "∑", "∏", "∫", "∮": .bigOperator
    case "(", "[", "⟨", "⌊", "⌈": .opening
    case ")", "]", "⟩", "⌋", "⌉": .closing
    case ",", ";": .punctuation
    case "…", "⋯": .dots
    default: .letter
    }
  }

  /// `\not` before a sign.
  static func negated(_ text: String) -> String {
    NameTable(MathTables.negations).text(of: Substring(text))
      ?? (text.isEmpty ? "" : text + "\u{338}")
  }
}

extension TeXReader {
  func sign(_ scalar: Unicode.Scalar) -> MathAtom {
    switch scalar {
    case "-": MathAtom(kind: .operator, text: "−")
    case "~": .space(1)
    // A decimal comma, or thousands apart.
    case "," where isInNumber: MathAtom(kind: .letter, text: ",")
    default:
      MathAtom(
        kind: MathSymbols.kind(of: scalar), text: alphabet.letter(scalar) ?? String(scalar))
    }
  }
}
