/// What is wrong with a deck, and where.

import Wording

package struct Diagnostic: Equatable, Sendable {
  package enum Severity: Equatable, Sendable { case error, warning }

  package var severity: Severity
  package var message: Phrase
  /// Bytes of the deck's file.
  package var range: Range<Int>

  package init(_ severity: Severity, _ message: Phrase, at range: Range<Int>) {
    self.severity = severity
    self.message = message
    self.range = range
  }

  package static func error(_ message: Phrase, at offset: Int) -> Diagnostic {
    Diagnostic(.error, message, at: offset..<offset)
  }

  package static func warning(_ message: Phrase, at offset: Int) -> Diagnostic {
    Diagnostic(.warning, message, at: offset..<offset)
  }

  /// The form editors can click: `lecture.md:57:1: error: …`.
  package func text(path: String, lines: SourceLines, _ language: Language) -> String {
    let place = lines.location(of: range.lowerBound)
    let word = severity == .error ? "error" : "warning"
    let file = lines.path(at: range.lowerBound) ?? path
    return "\(file.escaped):\(place.line):\(place.column): \(word): "
      + message(language).escaped.cut(to: Limits.diagnostic)
  }
}

extension String {
  /// What a deck quotes may be as long as the deck.
  fileprivate func cut(to count: Int) -> String {
    guard let end = index(startIndex, offsetBy: count, limitedBy: endIndex), end < endIndex else {
      return self
    }
    return self[..<index(before: end)] + "…"
  }

  /// Controls and bidi overrides made visible, so that a quoted word cannot drive a terminal.
  package var escaped: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x61C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
        0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
        text += "\\u{" + String(scalar.value, radix: 16) + "}"
      // A byte of a file's name that is no UTF-8.
      case 0x10FF80...0x10FFFF: text += "\\x{" + String(scalar.value & 0xFF, radix: 16) + "}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
