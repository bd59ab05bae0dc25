/// Commands to atoms; one that we do not know is shown by its name.

import Markup

extension TeXReader {
  mutating func command(_ name: String) -> MathAtom {
    if let symbol = MathSymbols.atom(named: name) { return symbol }
    return construct(name) ?? decorated(name) ?? styled(name) ?? spacing(name) ?? dropped(name)
      ?? MathAtom(kind: .bigOperator, text: name)
  }

  private mutating func construct(_ name: String) -> MathAtom? {
    switch name {
    case "frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac": fraction(name)
    case "sqrt": root()
    case "binom", "dbinom", "tbinom": binomial()
    case "text", "textrm", "textbf", "textit", "textsf", "texttt", "textsc", "textnormal", "emph",
      "mbox", "hbox", "fbox", "intertext", "shortintertext":
      textArgument()
    case "left": enclosed()
    case "right": MathAtom(kind: .closing, text: delimiter())
    case "middle": MathAtom(kind: .relation, text: delimiter())
    case "begin": environment()
    case "end": skippedName()
    case "substack": substack()
    case "operatorname": operatorName()
    case "pmod": word("(mod ", argument().text + ")")
    case "pod", "tag": word("(", argument().text + ")")
    case "bmod", "mod": word("mod", "")
    case "ket", "Ket": word("|", argument().text + "⟩")
    case "bra", "Bra": word("⟨", argument().text + "|")
    case "braket", "Braket": word("⟨", argument().text + "⟩")
    default: bigDelimiter(name)
    }
  }

  private func word(_ text: String, _ more: String) -> MathAtom {
    MathAtom(kind: .word, text: text + more)
  }

  // MARK: Fractions and roots

  private mutating func fraction(_ name: String) -> MathAtom {
    let isAsked = name == "dfrac" || name == "cfrac" || name == "frac" && isDisplay
    let isStacked = allowsBlocks && !isTight && isAsked
    let (top, bottom) = (
      argument(isTight: !isStacked, isDisplay: false),
      argument(isTight: !isStacked, isDisplay: false)
    )
    let text = top.text(inParenthesesIf: [.compound])
    let divisor = bottom.text(inParenthesesIf: [.compound, .product])
    let isShort = MathBlock.mayHold(text) && MathBlock.mayHold(divisor)
    return MathAtom(
      kind: .fraction, text: text + "/" + divisor, shape: .compound,
      block: isStacked && isShort
        ? MathBlock(top.asBlock(), over: bottom.asBlock(), bar: isASCII ? "-" : "─") : nil)
  }

  private mutating func binomial() -> MathAtom {
    let (top, bottom) = (argument(isTight: true), argument(isTight: true))
    let comma = isTight ? "," : ", "
    return MathAtom(kind: .enclosed, text: "C(" + top.text + comma + bottom.text + ")")
  }

  private mutating func root() -> MathAtom {
    let index = option() ?? MathRow()
    let row = argument(isTight: true)
    let sign =
      switch index.text {
      case "", "2": "√"
      case "3": "∛"
      case "4": "∜"
      default: MathScript.raised(index) + "√"
      }
    let text = row.text(inParenthesesIf: [.scripted, .product, .differential, .compound])
    return MathAtom(kind: .letter, text: sign + text, shape: .scripted)
  }

  private mutating func operatorName() -> MathAtom {
    let kind = take(.sign("*")) ? MathKind.bigOperator : .function
    return MathAtom(kind: kind, text: argument().text)
  }

  // MARK: Above and below

  private mutating func decorated(_ name: String) -> MathAtom? {
    if let mark = NameTable(MathTables.accents).text(of: Substring(name)) { return accented(mark) }
    switch name {
    case "not":
      let row = argument()
      return MathAtom(kind: row.onlyKind ?? .relation, text: MathSymbols.negated(row.text))
    case "overset", "stackrel":
      let script = MathScript.raised(argument(isTight: true))
      return scripted(script)
    case "underset":
      let script = MathScript.lowered(argument(isTight: true))
      return scripted(script)
    default: return longArrow(name)
    }
  }

  private mutating func accented(_ mark: String) -> MathAtom {
    let row = argument()
    var text = ""
    // With scripts only the base has an accent.
    let isLine = mark == "\u{305}" || mark == "\u{332}"
    for (index, character) in row.text.enumerated() {
      let isMarked = (isLine || character != " ") && (index == 0 || row.shape != .scripted)
      text += isMarked ? String(character) + mark : String(character)
    }
    let shape = row.shape == .product ? .solid : row.shape
    return MathAtom(kind: .letter, text: text, shape: shape)
  }

  private mutating func scripted(_ script: String) -> MathAtom {
    let base = argument()
    return MathAtom(
      kind: base.onlyKind ?? .letter, text: base.text(inParenthesesIf: [.compound]) + script,
      shape: .scripted)
  }

  /// `\xrightarrow[below]{above}`.
  private mutating func longArrow(_ name: String) -> MathAtom? {
    guard name.first == "x", name.hasSuffix("arrow") || name == "xmapsto",
      var arrow = MathSymbols.atom(named: String(name.dropFirst()))
    else { return nil }
    if let below = option() { arrow.text += MathScript.lowered(below) }
    arrow.text += MathScript.raised(argument(isTight: true))
    return arrow
  }

  // MARK: Fonts

  /// What changes only the look of its argument.
  private mutating func styled(_ name: String) -> MathAtom? {
    switch name {
    case "mathbb", "Bbb": content(in: .doubleStruck)
    case "mathcal", "mathscr": content(in: .script)
    case "mathfrak", "frak": content(in: .fraktur)
    case "mathbf", "mathrm", "mathit", "mathsf", "mathtt", "mathnormal", "boldsymbol", "pmb", "bm":
      content(in: .plain)
    case "mathop": content(in: alphabet, kind: .bigOperator)
    case "mathrel": content(in: alphabet, kind: .relation)
    case "mathbin": content(in: alphabet, kind: .operator)
    case "mathord", "underbrace", "overbrace", "underbracket", "overbracket", "boxed", "mathclap",
      "mathllap", "mathrlap", "cancel", "bcancel", "xcancel", "smash", "ensuremath", "mathinner",
      "mathopen", "mathclose", "mathpunct", "widebar", "overparen", "underparen":
      content(in: alphabet)
    case "textcolor", "colorbox", "raisebox": contentBehindArgument()
    default: nil
    }
  }

  private mutating func content(in letters: MathAlphabet, kind: MathKind? = nil) -> MathAtom {
    let outer = alphabet
    alphabet = letters
    defer { alphabet = outer }
    let row = argument()
    let isWord = row.shape == .product && row.text.allSatisfy { $0.isLetter || $0.isNumber }
    return MathAtom(
      kind: kind ?? row.onlyKind ?? .letter, text: row.text, shape: isWord ? .solid : row.shape,
      block: row.block)
  }

  private mutating func contentBehindArgument() -> MathAtom {
    skipArgument()
    return content(in: alphabet)
  }

  // MARK: Blanks, and what leaves no trace

  private mutating func spacing(_ name: String) -> MathAtom? {
    switch name {
    case ",", ":", ";", ">", " ", "thinspace", "medspace", "thickspace", "space", "enspace",
      "nobreakspace":
      return .space(1)
    case "quad": return .space(2)
    case "qquad": return .space(4)
    case "hspace", "hskip", "mspace":
      take(.sign("*"))
      skipArgument()
      return .space(1)
    case "\\", "cr", "newline", "tabularnewline": return .space(1)
    case "colon": return MathAtom(kind: .punctuation, text: ":")
    case "hfill", "hfil": return .space(2)
    default: return nil
    }
  }

  private mutating func dropped(_ name: String) -> MathAtom? {
    switch name {
    case "displaystyle", "textstyle", "scriptstyle", "scriptscriptstyle", "limits", "nolimits",
      "nonumber", "notag", "hline", "rm", "bf", "it", "cal", "sf", "tt", "!", "negthinspace",
      "allowbreak", "nobreak", "strut", "-", "/", "toprule", "midrule", "bottomrule", "centering",
      "displaylimits", "boldmath", "mathstrut", "tiny", "scriptsize", "footnotesize", "small",
      "normalsize", "large", "Large", "LARGE", "huge", "Huge", "bfseries", "itshape":
      return .space(0)
    case "label", "color", "vspace", "phantom", "hphantom", "vphantom", "cline":
      skipArgument()
      return .space(0)
    default: return nil
    }
  }

  /// A group with its braces, however deep.
  private mutating func skipArgument() {
    skipBlanks()
    guard peek == .open else { return }
    var depth = 0
    repeat {
      let token = next()
      if token == .open { depth += 1 }
      if token == .close { depth -= 1 }
    } while depth > 0 && peek != nil
  }
}

extension MathRow {
  fileprivate func text(inParenthesesIf shapes: [MathShape]) -> String {
    shapes.contains(shape) ? "(" + text + ")" : text
  }
}
