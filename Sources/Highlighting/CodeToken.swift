/// What the highlighter hands out: the pieces of a line, each with what it is.

/// What a piece of code is, to be coloured by the theme.
package enum TokenKind: Sendable, CaseIterable {
  case plain, keyword, type, function, constant, string, escape, number, comment
  /// Decorators, annotations, directives of a preprocessor or an assembler, options of a command.
  case attribute
  /// `$x`, registers, `self`, the marks of a template.
  case variable
  case tag
  /// Of JSON, YAML, TOML and CSS; names of HTML's attributes.
  case key
  case heading, emphasis, strong
  case inserted, deleted, hunk
  case punctuation
}

package struct CodeToken: Equatable, Sendable {
  package var text: String
  package var kind: TokenKind

  package init(text: String, kind: TokenKind) {
    self.text = text
    self.kind = kind
  }
}
