/// Character references (`&mdash;`, `&#8212;`) to text.

package enum Entities {
  /// The text of a reference with its `&` and `;`; one we do not know stays as it is written.
  package static func text(of reference: String) -> String {
    let name = reference.dropFirst().dropLast()
    if name.first == "#" { return numeric(name.dropFirst()) ?? reference }
    return named[String(name)] ?? reference
  }

  /// A text with its references decoded.
  package static func replacing(in text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      rest = rest[mark...]
      guard let end = rest.prefix(34).firstIndex(of: ";") else { break }
      result += Self.text(of: String(rest[...end]))
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  /// CommonMark: what is no scalar, and zero, become U+FFFD.
  private static func numeric(_ digits: Substring) -> String? {
    let isHex = digits.first == "x" || digits.first == "X"
    guard let value = UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10) else {
      return nil
    }
    guard value > 0, let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
    return String(scalar)
  }

  /// The ones people write (a subset of HTML 5's).
  private static let named: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "shy": "\u{AD}", "ndash": "–", "mdash": "—", "hellip": "…", "laquo": "«", "raquo": "»",
    "ldquo": "“", "rdquo": "”", "bdquo": "„", "lsquo": "‘", "rsquo": "’", "sbquo": "‚",
    "bull": "•", "middot": "·", "copy": "©", "reg": "®", "trade": "™", "sect": "§",
    "para": "¶", "deg": "°", "plusmn": "±", "times": "×", "divide": "÷", "minus": "−",
    "le": "≤", "ge": "≥", "ne": "≠", "asymp": "≈", "infin": "∞", "sum": "∑", "radic": "√",
    "larr": "←", "uarr": "↑", "rarr": "→", "darr": "↓", "harr": "↔", "rArr": "⇒", "hArr": "⇔",
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "lambda": "λ", "mu": "μ", "pi": "π",
    "sigma": "σ", "tau": "τ", "omega": "ω", "Delta": "Δ", "Sigma": "Σ", "Omega": "Ω",
    "euro": "€", "pound": "£", "yen": "¥", "sup1": "¹", "sup2": "²", "sup3": "³",
    "frac12": "½", "frac14": "¼", "frac34": "¾", "permil": "‰", "numero": "№", "ensp": "\u{2002}",
    "emsp": "\u{2003}", "thinsp": "\u{2009}", "check": "✓", "cross": "✗", "star": "☆",
  ]
}
