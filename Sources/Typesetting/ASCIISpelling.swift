/// Signs spelled out for terminals that have only ASCII: `<=`, `->`, `x^2`, `:rocket:`. Letters of
/// every script stay; line art, quotation marks and dashes have twins of their own width (`Strokes`).

import Markup
import Screen

enum ASCIISpelling {
  static func spelled(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var spelled = ""
    var rest = text[...]
    while let first = rest.first {
      if first.isASCII {
        spelled.append(first)
        rest = rest.dropFirst()
      } else if let script = script(of: &rest, behind: spelled.last) {
        spelled += script
      } else {
        rest = rest.dropFirst()
        // A point in the middle of a line would be taken for the end of a sentence.
        let isBar = first == "·" && spelled.last == " " && rest.first == " "
        append(isBar ? "|" : sign(first), to: &spelled, before: rest.first)
      }
    }
    return spelled
  }

  /// Between operands a dot is a product, and a hyphen a minus.
  static func spelledInFormula(_ text: String) -> String {
    switch text {
    case "·": "*"
    case "−": "-"
    default: spelled(text)
    }
  }

  /// A word in the place of a sign does not touch other words.
  private static func append(_ sign: String, to text: inout String, before next: Character?) {
    let isWord = sign.count > 1 && sign.allSatisfy { $0.isASCII && $0.isLetter }
    let touches = { (character: Character?) in
      character.map { $0.isLetter || $0.isNumber } ?? false
    }
    // Names of emoji, too: `:a: :b:`.
    if isWord && touches(text.last) || sign.first == ":" && text.last == ":" { text += " " }
    text += sign
    if isWord, touches(next) { text += " " }
  }

  /// In code what stands below one another should go on doing so: a longer sign takes of the blanks
  /// that follow, and an arrow at the end of a line stays its head.
  static func spelledInColumns(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    var spelled = ""
    var debt = 0
    var rest = text[...]
    while let first = rest.popFirst() {
      if first == " ", debt > 0, rest.first == " " {
        debt -= 1
        continue
      }
      let isHead = first == "→" && spelled.last.map { !" \"'(".contains($0) } ?? false
      let sign = isHead ? nil : alignedSigns[first]
      debt += (sign?.count ?? 1) - 1
      spelled += sign ?? String(first)
    }
    return spelled
  }

  // MARK: Scripts

  /// Raised and lowered signs that follow one another: `^10`, `^(n+1)`; behind a digit `_2`.
  private static func script(of rest: inout Substring, behind last: Character?) -> String? {
    for (signs, isRaised) in [(Scripts.plainOfRaised, true), (Scripts.plainOfLowered, false)] {
      let run = rest.prefix { $0 != " " && signs[$0] != nil }
      guard !run.isEmpty else { continue }
      rest = rest.dropFirst(run.count)
      let plain = String(run.compactMap { signs[$0] })
      guard isRaised else { return (last?.isNumber == true ? "_" : "") + plain }
      let isOne = plain.dropFirst().allSatisfy { $0.isLetter || $0.isNumber }
      return isOne ? "^" + plain : "^(" + plain + ")"
    }
    return nil
  }

  // MARK: Signs

  private static func sign(_ character: Character) -> String {
    if let sign = signs[character] { return sign }
    if Strokes.twin(of: character) != nil { return String(character) }
    guard let scalar = character.unicodeScalars.first else { return "" }
    switch scalar.properties.generalCategory {
    case .mathSymbol: return MathSymbols.name(of: String(scalar)) ?? "*"
    case .otherSymbol, .modifierSymbol:
      return EmojiSpelling.name(of: character).map { ":\($0):" }
        ?? MathSymbols.name(of: String(scalar)) ?? "*"
    default: return String(bare(character))
    }
  }

  /// Arrows and strokes over a sign vanish, the accents of letters stay.
  private static func bare(_ character: Character) -> Character {
    let scalars = character.unicodeScalars.filter { !isOverlay($0) }
    return scalars.isEmpty ? character : Character(String(String.UnicodeScalarView(scalars)))
  }

  private static func isOverlay(_ scalar: Unicode.Scalar) -> Bool {
    (0x20D0...0x20FF).contains(scalar.value) || (0x334...0x338).contains(scalar.value)
  }

  /// What has no twin of one column that means the same.
  private static let signs: [Character: String] = alignedSigns.merging(
    [
      "←": "<-", "↔": "<->", "⇒": "=>", "⇐": "<=", "⇔": "<=>", "⟹": "=>", "⟸": "<=", "⟺": "<=>",
      "↦": "|->", "⟶": "-->", "⟵": "<--", "≡": "==", "≪": "<<", "≫": ">>", "≔": ":=", "∼": "~",
      "∞": "oo", "±": "+/-", "∓": "-/+", "∗": "*", "∙": "*", "∘": "o", "∖": "\\", "∣": "|",
      "∥": "||", "‖": "||", "⟨": "<", "⟩": ">", "′": "'", "″": "''", "‵": "`", "⋯": "...",
      "√": "sqrt", "∛": "cbrt", "∜": "root4", "∑": "sum", "∏": "prod", "∫": "int", "∂": "d",
      "∇": "nabla", "¬": "not ",
      "∧": "and", "∨": "or", "∅": "{}", "∀": "for all ", "∃": "exists ", "⋅": "*", "⊤": "T",
      "⊥": "_|_", "⊂": "subset", "⊃": "supset", "↪": "->", "↩": "<-",
      "ℕ": "N", "ℤ": "Z", "ℚ": "Q", "ℝ": "R", "ℂ": "C", "ℙ": "P", "𝔼": "E",
      "ℱ": "F", "ℒ": "L", "ℋ": "H", "ℐ": "I", "ℬ": "B", "ℰ": "E", "ℳ": "M", "ℛ": "R", "ℓ": "l",
      "ℏ": "hbar", "ℜ": "Re", "ℑ": "Im", "ℵ": "aleph", "℘": "p",
      "¼": "1/4", "½": "1/2", "¾": "3/4", "‰": "o/oo", "€": "EUR", "£": "GBP", "¥": "JPY",
      "©": "(c)", "®": "(R)", "™": "(TM)", "♥": "<3", "★": "*", "☆": "*", "☐": "[ ]",
      "☑": "[x]", "☒": "[x]", "✦": "*",
    ], uniquingKeysWith: { first, _ in first })

  /// Those that a line of code may hold. Bars of a drawing are no digits.
  private static let alignedSigns: [Character: String] = [
    "≤": "<=", "≥": ">=", "≠": "!=", "≈": "~=", "→": "->", "…": "...",
    "▁": "_", "▂": ".", "▃": "-", "▄": "=", "▅": "=", "▆": "+", "▇": "+",
  ]
}

/// Emoji by the names that decks write them with.
enum EmojiSpelling {
  static func name(of emoji: Character) -> String? {
    names[key(String(emoji))] ?? emoji.unicodeScalars.first.flatMap { names[key(String($0))] }
  }

  /// Selectors and skin tones say nothing here.
  private static func key(_ emoji: String) -> String {
    String(
      String.UnicodeScalarView(
        emoji.unicodeScalars.filter {
          $0.value != 0xFE0F && !(0x1F3FB...0x1F3FF).contains($0.value)
        }
      ))
  }

  /// Built when the first one is asked for: only terminals without pictures do.
  private static let names: [String: String] = {
    var names: [String: String] = [:]
    for (name, emoji) in EmojiNames.table.entries {
      // Of several names the shortest: `+1` of `+1` and `thumbsup`.
      let key = key(emoji)
      if names[key].map({ $0.utf8.count > name.utf8.count }) ?? true { names[key] = name }
    }
    return names
  }()
}

extension StaticString {
  /// The entries `name=text` of a table of names, where all of them are wanted.
  var entries: [(name: String, text: String)] {
    description.split { $0 == " " || $0 == "\n" }.map { entry in
      let name = entry.prefix(1) + entry.dropFirst().prefix { $0 != "=" }
      return (String(name), String(entry.dropFirst(name.count + 1)))
    }
  }
}
