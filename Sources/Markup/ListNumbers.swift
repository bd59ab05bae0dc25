/// How the items of an ordered list are numbered, and what stands before one of them.

extension List {
  package struct Numbering: Equatable, Sendable {
    package enum Sign: Sendable { case decimal, lowerLetter, upperLetter, lowerRoman, upperRoman }

    package var sign = Sign.decimal
    /// `(a)`: a bracket before the number, too.
    package var isEnclosed = false

    package init(_ sign: Sign = .decimal, isEnclosed: Bool = false) {
      self.sign = sign
      self.isEnclosed = isEnclosed
    }
  }

  /// `2.`, `(b)`, `ii)`; nil in a list of bullets.
  package func number(ofItem index: Int) -> String? {
    guard case .ordered(let start, let delimiter) = marker else { return nil }
    return (numbering.isEnclosed ? "(" : "") + numbering.sign.text(start + index)
      + String(delimiter)
  }
}

extension List.Numbering.Sign {
  /// A number in these signs; in digits where there are none for it.
  package func text(_ number: Int) -> String {
    guard number > 0 else { return String(number) }
    return switch self {
    case .decimal: String(number)
    case .lowerLetter: Self.letters(number)
    case .upperLetter: Self.letters(number).uppercased()
    case .lowerRoman: Self.roman(number) ?? String(number)
    case .upperRoman: Self.roman(number)?.uppercased() ?? String(number)
    }
  }

  /// `z` is followed by `aa`.
  private static func letters(_ number: Int) -> String {
    var (text, rest) = ("", number)
    while rest > 0 {
      text = String(UnicodeScalar(UInt8(97 + (rest - 1) % 26))) + text
      rest = (rest - 1) / 26
    }
    return text
  }

  private static func roman(_ number: Int) -> String? {
    guard number < 4000 else { return nil }
    var (text, rest) = ("", number)
    for (value, sign) in romans {
      while rest >= value {
        text += sign
        rest -= value
      }
    }
    return text
  }

  private static let romans: [(value: Int, sign: String)] = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
  ]
}
