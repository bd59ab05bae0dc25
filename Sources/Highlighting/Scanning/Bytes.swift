/// Names of the signs that source text is made of, and the classes of its bytes.

extension UInt8 {
  static var tab: UInt8 { 0x09 }
  static var space: UInt8 { 0x20 }
  static var bang: UInt8 { 0x21 }
  static var quote: UInt8 { 0x22 }
  static var hash: UInt8 { 0x23 }
  static var dollar: UInt8 { 0x24 }
  static var percent: UInt8 { 0x25 }
  static var ampersand: UInt8 { 0x26 }
  static var apostrophe: UInt8 { 0x27 }
  static var leftParen: UInt8 { 0x28 }
  static var rightParen: UInt8 { 0x29 }
  static var star: UInt8 { 0x2A }
  static var plus: UInt8 { 0x2B }
  static var comma: UInt8 { 0x2C }
  static var minus: UInt8 { 0x2D }
  static var dot: UInt8 { 0x2E }
  static var slash: UInt8 { 0x2F }
  static var zero: UInt8 { 0x30 }
  static var colon: UInt8 { 0x3A }
  static var semicolon: UInt8 { 0x3B }
  static var less: UInt8 { 0x3C }
  static var equals: UInt8 { 0x3D }
  static var greater: UInt8 { 0x3E }
  static var question: UInt8 { 0x3F }
  static var at: UInt8 { 0x40 }
  static var leftBracket: UInt8 { 0x5B }
  static var backslash: UInt8 { 0x5C }
  static var rightBracket: UInt8 { 0x5D }
  static var caret: UInt8 { 0x5E }
  static var underscore: UInt8 { 0x5F }
  static var backquote: UInt8 { 0x60 }
  static var leftBrace: UInt8 { 0x7B }
  static var bar: UInt8 { 0x7C }
  static var rightBrace: UInt8 { 0x7D }
  static var tilde: UInt8 { 0x7E }

  var isBlank: Bool { self == .space || self == .tab || self == 0x0D || self == 0x0A }
  var isDigit: Bool { self &- .zero < 10 }
  var isUpper: Bool { self &- 0x41 < 26 }
  var isLower: Bool { self &- 0x61 < 26 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
  /// May begin a name; whatever is not ASCII counts as a letter.
  var isNameStart: Bool { isLetter || self == .underscore || self >= 0x80 }
  var isName: Bool { isNameStart || isDigit }
  var isContinuation: Bool { self & 0xC0 == 0x80 }
  var lowercased: UInt8 { isUpper ? self | 0x20 : self }

  func isOne(of signs: StaticString) -> Bool {
    for index in 0..<signs.utf8CodeUnitCount where signs.utf8Start[index] == self { return true }
    return false
  }

  /// The bracket that closes this one; any other sign closes itself.
  var closing: UInt8 {
    switch self {
    case .leftParen: .rightParen
    case .leftBracket: .rightBracket
    case .leftBrace: .rightBrace
    case .less: .greater
    default: self
    }
  }
}
