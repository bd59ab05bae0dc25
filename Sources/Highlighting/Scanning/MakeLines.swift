/// The lines of a makefile: targets, variables, directives and recipes.

extension TableScanner {
  mutating func beginMakeLine() {
    guard !isContinued, contexts.isEmpty, line.at == lineStart, line[indentEnd] != .hash else {
      return
    }
    startsStatement = false
    if paintMakeDirective() { return }
    if indentEnd > lineStart, line[lineStart] == .tab || !isMakeAssignment {
      beginRecipe()
    } else if let sign = makeSign {
      paintMakeHead(sign)
    }
  }

  private mutating func paintMakeDirective() -> Bool {
    let start = line.skipping(.minus, indentEnd)
    let end = line.skippingName(start)
    let word = Array(line.bytes[start..<end])
    guard Self.directives.contains(word), line[lineStart] != .tab else { return false }
    line.paint(to: indentEnd, .plain)
    line.paint(to: end, .keyword)
    return true
  }

  private static let directives = """
    ifeq ifneq ifdef ifndef else endif include sinclude define endef export unexport override
    vpath undefine
    """.words

  private mutating func beginRecipe() {
    line.paint(to: indentEnd, .plain)
    while line.byte.isOne(of: "@-+") { line.paint(1, .punctuation) }
    startsStatement = true
  }

  /// Where the first `:` or `=` is that lies in no brackets.
  private var makeSign: Int? {
    var depth = 0
    for place in indentEnd..<line.end {
      switch line[place] {
      case .leftParen, .leftBrace: depth += 1
      case .rightParen, .rightBrace: depth -= 1
      case .colon where depth == 0, .equals where depth == 0: return place
      case .hash: return nil
      default: break
      }
    }
    return nil
  }

  private var isMakeAssignment: Bool {
    guard let sign = makeSign else { return false }
    return line[sign] == .equals || line[sign + 1] == .equals || line.matches("::=", at: sign)
  }

  /// The name of a variable, or the targets of a rule.
  private mutating func paintMakeHead(_ sign: Int) {
    let isVariable = isMakeAssignment
    var end = sign
    while end > indentEnd, line[end - 1].isBlank || line[end - 1].isOne(of: "?+!") { end -= 1 }
    line.paint(to: indentEnd, .plain)
    let isSpecial = line.byte == .dot && line[line.at + 1].isUpper
    line.paint(to: end, isVariable ? .variable : isSpecial ? .attribute : .function)
  }
}
