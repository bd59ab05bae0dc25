/// Signs in a text that are shown as something else or not at all: whoever wrote them did not see them.

import Wording

package enum OddSigns {
  /// A warning for each kind there is, where its first sign stands.
  package static func diagnostics(of lines: SourceLines) -> [Diagnostic] {
    var found: [Kind: (first: Int, sign: Unicode.Scalar, count: Int)] = [:]
    lines.bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      while place < bytes.count {
        let (kind, length) = kind(of: bytes, at: place)
        if let kind { found[kind, default: (place, sign(bytes, place, length), 0)].count += 1 }
        place += length
      }
    }
    return found.map { kind, signs in
      .warning(kind.phrase(signs.sign, count: signs.count), at: signs.first)
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private enum Kind {
    /// What a terminal would obey.
    case control
    /// What turns the order of what follows, or hides in it.
    case hidden
    /// What was no UTF-8.
    case broken

    func phrase(_ sign: Unicode.Scalar, count: Int) -> Phrase {
      let hex = String(sign.value, radix: 16, uppercase: true)
      let name = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
      return switch self {
      case .control:
        Phrase(
          "control characters (\(count)), first \(name): shown as �",
          "управляющие символы (\(count)), первый \(name): показаны как �")
      case .hidden:
        Phrase(
          "invisible signs (\(count)), first \(name): shown as �",
          "невидимые знаки (\(count)), первый \(name): показаны как �")
      case .broken:
        Phrase(
          "not UTF-8, or NUL (\(count)): shown as �", "не UTF-8 или NUL (\(count)): показано как �")
      }
    }
  }

  /// What begins at a place, and how many bytes there are to the next that may begin something.
  private static func kind(
    of bytes: UnsafeBufferPointer<UInt8>, at place: Int
  ) -> (Kind?, Int) {
    let byte = bytes[place]
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x20..<0x7F: return (nil, 1)
    case ..<0x20, 0x7F: return (.control, 1)
    case 0xC2: return (bytes[place + 1] < 0xA0 ? .control : nil, 2)
    case 0xE2: return (hiddenMarks.contains(sign(bytes, place, 3)) ? .hidden : nil, 3)
    case 0xEF: return (sign(bytes, place, 3) == "\u{FFFD}" ? .broken : nil, 3)
    case 0xF3: return (isTag(bytes, place) ? .hidden : nil, 4)
    case 0xE0...0xEF: return (nil, 3)
    case 0xF0...: return (nil, 4)
    default: return (nil, 2)
    }
  }

  /// The ends of lines and paragraphs that no editor ends lines with, overrides and isolates.
  private static let hiddenMarks: Set<Unicode.Scalar> = [
    "\u{2028}", "\u{2029}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}",
    "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
  ]

  /// A letter of the alphabet that nobody sees, unless it spells the name of a flag (🏴).
  private static func isTag(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    guard (0xE0000...0xE007F).contains(sign(bytes, place, 4).value) else { return false }
    var start = place
    while start >= 4, bytes[start - 4] == 0xF3 { start -= 4 }
    return start < 4 || sign(bytes, start - 4, 4) != "\u{1F3F4}"
  }

  private static func sign(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ length: Int
  ) -> Unicode.Scalar {
    String(decoding: bytes[place..<min(bytes.count, place + length)], as: UTF8.self)
      .unicodeScalars.first ?? " "
  }
}
