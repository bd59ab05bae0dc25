/// Tests as pictures: under each line of code what its signs are, a letter each.

import Highlighting
import Testing

/// Highlights every other line of a picture and expects the lines between: a letter under each sign
/// that is something, a dot under what is plain, a comma under punctuation.
func expectPicture(
  _ language: String, _ picture: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let lines = picture.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  guard let syntax = Syntax.named(language) else {
    Issue.record("no language \(language)", sourceLocation: sourceLocation)
    return
  }
  var highlighter = Highlighter(syntax)
  var drawn: [String] = []
  for index in stride(from: 0, to: lines.count, by: 2) {
    drawn.append(lines[index])
    drawn.append(letters(under: highlighter.tokens(of: lines[index])))
  }
  let text = drawn.joined(separator: "\n")
  #expect(text == picture, "this is what it looks like:\n\(text)", sourceLocation: sourceLocation)
}

private func letters(under tokens: [CodeToken]) -> String {
  var letters = ""
  for token in tokens {
    let isBare = token.kind == .plain || token.kind == .punctuation
    for sign in token.text {
      letters.append(isBare && sign.isWhitespace ? " " : letter(of: token.kind))
    }
  }
  while letters.last == " " { letters.removeLast() }
  return letters
}

private func letter(of kind: TokenKind) -> Character {
  switch kind {
  case .plain: "."
  case .keyword: "k"
  case .type: "t"
  case .function: "f"
  case .constant: "c"
  case .string: "s"
  case .escape: "e"
  case .number: "n"
  case .comment: "#"
  case .attribute: "a"
  case .variable: "v"
  case .tag: "g"
  case .key: "y"
  case .heading: "h"
  case .emphasis: "i"
  case .strong: "b"
  case .inserted: "+"
  case .deleted: "-"
  case .hunk: "@"
  case .punctuation: ","
  }
}
