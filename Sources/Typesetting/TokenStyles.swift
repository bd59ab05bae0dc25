/// How the words of code look, by what they are.

import Highlighting
import Screen

package struct TokenStyles: Equatable, Sendable {
  var keyword: Style
  var type: Style
  var function: Style
  var constant: Style
  var string: Style
  var comment: Style
  var attribute: Style
  var variable: Style
  var inserted: Style
  var deleted: Style

  static let dark = TokenStyles(
    keyword: Style(.rgb(0xFF9E94), .bold), type: Style(.rgb(0x8BD5CA)),
    function: Style(.rgb(0x9CCBFF)), constant: Style(.rgb(0xF2CC8F)),
    string: Style(.rgb(0xA3E0B5)), comment: Style(.rgb(0x8A94A6), .italic),
    attribute: Style(.rgb(0xD2A8FF)), variable: Style(.rgb(0xFFC6A8)),
    inserted: Style(.rgb(0x8CE0A0)), deleted: Style(.rgb(0xFF8C82)))

  static let light = TokenStyles(
    keyword: Style(.rgb(0xA3202A), .bold), type: Style(.rgb(0x0A6B62)),
    function: Style(.rgb(0x0B4FA0)), constant: Style(.rgb(0x8A4B08)),
    string: Style(.rgb(0x116329)), comment: Style(.rgb(0x646C77), .italic),
    attribute: Style(.rgb(0x6B2FA0)), variable: Style(.rgb(0x8A3B12)),
    inserted: Style(.rgb(0x116329)), deleted: Style(.rgb(0xB3261E)))

  static let terminal = TokenStyles(
    keyword: Style(.standard, .bold), type: Style(.palette(6)), function: Style(.palette(4)),
    constant: Style(.palette(3)), string: Style(.palette(2)),
    comment: Style(.standard, [.dim, .italic]), attribute: Style(.palette(5)),
    variable: Style(.palette(3)), inserted: Style(.palette(2)), deleted: Style(.palette(1)))
}

extension Theme {
  func style(of kind: TokenKind) -> Style {
    switch kind {
    case .plain, .punctuation: text
    case .keyword: tokens.keyword
    case .type, .tag: tokens.type
    case .function, .key: tokens.function
    case .constant, .number, .escape: tokens.constant
    case .string: tokens.string
    case .comment: tokens.comment
    case .attribute: tokens.attribute
    case .variable: tokens.variable
    case .heading: heading
    case .emphasis: emphasis
    case .strong: strong
    case .inserted: tokens.inserted
    case .deleted: tokens.deleted
    case .hunk: accent
    }
  }
}
