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
