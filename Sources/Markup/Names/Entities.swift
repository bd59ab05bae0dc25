/// Character references (`&mdash;`, `&#8212;`) to text.

package enum Entities {
  /// The text of a reference with its `&` and `;`; one we do not know stays as it is written.
  package static func text(of reference: String) -> String {
    let name = reference.dropFirst().dropLast()
    if name.first == "#" { return numeric(name.dropFirst()) ?? reference }
    return NameTable(table).text(of: name) ?? reference
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
}
