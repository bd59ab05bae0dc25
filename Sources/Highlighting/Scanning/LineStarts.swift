/// Lines that say at their start what they are: directives of a preprocessor, sections, settings.

extension TableScanner {
  /// `#include <x>`, `#define NAME`; what `#error` and its like have to say is no code.
  mutating func scanDirective() {
    let name = line.skippingBlanks(indentEnd + 1)
    let end = line.skippingName(name)
    line.paint(to: indentEnd, .plain)
    line.paint(to: end, .attribute)
    expectsOperand = true
    if line.matches("include", at: name) || line.matches("import", at: name) {
      let start = line.skippingBlanks(end)
      guard line[start] == .less else { return }
      line.paint(to: start, .plain)
      line.paint(to: (line.first(.greater, from: start) ?? line.end - 1) + 1, .string)
    } else if Self.prose.contains(where: { line.matches($0, at: name) && $0.count == end - name }) {
      line.paint(to: line.end, .attribute)
    }
  }

  private static let prose = "error warning pragma region endregion line nullable".words

  /// `[section]` and `[[section]]`, but no array that goes on over lines.
  mutating func scanSection() {
    let start = line.skipping(.leftBracket, indentEnd)
    guard start - indentEnd <= 2, !line[start].isDigit, !line[start].isOne(of: "\"'{-"),
      let last = line.first(.rightBracket, from: start)
    else { return }
    let end = line.skipping(.rightBracket, last)
    let next = line.skippingBlanks(end)
    guard next == line.end || line[next].isOne(of: "#;") else { return }
    line.paint(to: indentEnd, .plain)
    line.paint(to: end, .heading)
  }

  /// `key = value` or `key: value`: whatever is before the first such sign is the key.
  mutating func beginSetting() {
    let byte = line[indentEnd]
    guard contexts.isEmpty, line.at == lineStart, !byte.isOne(of: "#;![") else { return }
    var end = indentEnd
    while end < line.end, line[end] != .equals, line[end] != .colon { end += 1 }
    guard end < line.end else { return }
    while end > indentEnd, line[end - 1].isBlank { end -= 1 }
    line.paint(to: indentEnd, .plain)
    line.paint(to: end, .key)
  }

  /// `on` is a constant where it is the value, not in a sentence.
  mutating func scanSettingWord(to end: Int) {
    var before = line.at - 1
    while line[before].isBlank { before -= 1 }
    if line[before].isOne(of: "=:") { paintWord(to: end) } else { line.paint(to: end, .plain) }
  }

  /// `listen 80;`: the first word of a statement says what it is about.
  mutating func scanDirectiveWord(to end: Int) {
    guard startsStatement else { return paintWord(to: end) }
    line.paint(to: end, .keyword)
    startsStatement = false
  }
}
