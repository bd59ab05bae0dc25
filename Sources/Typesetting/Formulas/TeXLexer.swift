/// TeX's source to tokens: commands lose the blanks behind them, comments vanish.

enum TeXToken: Equatable {
  /// By its letters, or the one sign behind the backslash.
  case command(String)
  case open, close, superscript, `subscript`, align
  /// A run of blanks or line ends.
  case blank
  case sign(Unicode.Scalar)
}

struct TeXLexer {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var tokens: [TeXToken] = []

  static func tokens(of source: String) -> [TeXToken] {
    var lexer = TeXLexer(scalars: Array(source.unicodeScalars))
    while lexer.place < lexer.scalars.count { lexer.readToken() }
    return lexer.tokens
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private mutating func readToken() {
    let scalar = scalars[place]
    place += 1
    switch scalar {
    case "\\": readCommand()
    case "{": tokens.append(.open)
    case "}": tokens.append(.close)
    case "^": tokens.append(.superscript)
    case "_": tokens.append(.subscript)
    case "&": tokens.append(.align)
    case "%": skip { !$0.isLineEnd }
    case _ where scalar.isBlank:
      skip(while: \.isBlank)
      if tokens.last != .blank { tokens.append(.blank) }
    default: tokens.append(.sign(scalar))
    }
  }

  private mutating func readCommand() {
    guard place < scalars.count else { return tokens.append(.sign("\\")) }
    let start = place
    skip(while: \.isLetter)
    if place > start {
      tokens.append(.command(text(from: start)))
      skip(while: \.isBlank)
    } else {
      place += 1
      tokens.append(.command(scalars[start].isBlank ? " " : text(from: start)))
    }
  }

  private mutating func skip(while belongs: (Unicode.Scalar) -> Bool) {
    while place < scalars.count, belongs(scalars[place]) { place += 1 }
  }

  private func text(from start: Int) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<place])
    return String(text)
  }
}

extension Unicode.Scalar {
  fileprivate var isLineEnd: Bool { self == "\n" || self == "\r" }

  fileprivate var isBlank: Bool { self != "\u{A0}" && properties.isWhitespace }

  fileprivate var isLetter: Bool { isASCII && properties.isAlphabetic }
}
