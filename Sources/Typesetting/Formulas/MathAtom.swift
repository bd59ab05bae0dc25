/// The parts of a formula, and the blanks between them.

enum MathKind: Equatable {
  case letter, `operator`, relation, opening, closing, punctuation
  /// A plus or minus that stands before its only operand.
  case sign
  /// ∑, ∫, lim: what takes limits.
  case bigOperator
  /// sin, log: a fraction behind it needs parentheses.
  case function
  case fraction, dots
  /// `mod`: a word between blanks even where signs stand close.
  case word
  /// Whole parentheses with what is between them.
  case enclosed
  /// Blanks that were asked for.
  case space(Int)
}

/// How firmly a text holds together, and so whether it needs parentheses.
enum MathShape {
  case empty
  /// One letter, one number, one word, or something in parentheses.
  case solid
  /// The same with scripts, or a root.
  case scripted
  /// Letters side by side.
  case product
  /// `dx`, which may stand below a bar as it is.
  case differential
  /// Parts with operators or blanks between them.
  case compound
}

struct MathAtom {
  var kind: MathKind
  var text: String
  var shape: MathShape = .solid
  /// Letters at its beginning stand for a sign; at its end, or are a script with a mark of its own.
  var beginsSpelled = false
  var endsSpelled = false
  /// The same on several lines, where there is room and reason for it.
  var block: MathBlock?

  static let nothing = MathAtom(kind: .letter, text: "", shape: .empty)

  static func space(_ count: Int) -> MathAtom {
    MathAtom(kind: .space(count), text: "", shape: .empty)
  }

  /// Whether letters of both would be taken for one word: `sqrt a sqrt b`, `a_i b_i`.
  func runsTogether(with next: MathAtom) -> Bool {
    guard endsSpelled || next.beginsSpelled, let left = text.last, let right = next.text.first
    else {
      return false
    }
    return (left.isLetter || left.isNumber) && (right.isLetter || right.isNumber)
  }

  /// In ASCII: signs as words.
  mutating func spell() {
    let spelled = ASCIISpelling.spelledInFormula(text)
    let isWord = { (sign: Character?, letters: [Character]) in
      sign.map { !$0.isASCII && !$0.isLetter } == true
        && letters.prefix(2).count { $0.isASCII && $0.isLetter } == 2
    }
    beginsSpelled = beginsSpelled || isWord(text.first, Array(spelled))
    endsSpelled = endsSpelled || isWord(text.last, Array(spelled.reversed()))
    text = spelled
  }

  var textInParentheses: String { "(" + text + ")" }
}

extension MathKind {
  /// Blanks between neighbours, much as in TeX's table (The TeXbook, chapter 18).
  static func gap(_ left: MathKind, _ right: MathKind, isTight: Bool) -> Int {
    let (left, right) = (left.asLeft, right.asRight)
    switch (left, right) {
    case (.opening, _), (.sign, _), (_, .closing), (_, .punctuation): return 0
    case (.relation, .relation): return 0
    case (.word, _), (_, .word): return 1
    case (.operator, _), (.relation, _), (.punctuation, _): return isTight ? 0 : 1
    case (_, .operator), (_, .relation): return isTight ? 0 : 1
    case (.bigOperator, .opening), (.function, .opening): return 0
    case (.bigOperator, _), (.function, _), (_, .bigOperator), (_, .function): return 1
    case (.fraction, _), (_, .fraction): return 1
    case (.dots, _), (_, .dots): return isTight ? 0 : 1
    default: return 0
    }
  }

  private var asLeft: MathKind { self == .enclosed ? .closing : self }

  private var asRight: MathKind {
    switch self {
    case .enclosed: .opening
    case .sign: .letter
    default: self
    }
  }

  /// Behind these an operator has no left operand.
  var leavesOperatorAlone: Bool {
    switch self {
    case .operator, .relation, .opening, .punctuation, .bigOperator, .function, .sign, .word: true
    default: false
    }
  }

  /// Before these an operator has no right operand.
  var endsOperands: Bool { self == .relation || self == .closing || self == .punctuation }

  var isSpace: Bool {
    if case .space = self { true } else { false }
  }
}
