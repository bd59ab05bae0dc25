/// Whose address is it? The host that words name, and the one an address leads to.

import Markup

struct AddressHost: Equatable {
  /// In small letters, without `www.`.
  private let name: Substring

  /// The host of `https://user@host:80/path`.
  init?(ofAddress address: String) {
    guard let mark = address.firstRange(of: "//") else { return nil }
    let place = address[mark.upperBound...].prefix { !"/?#\\".contains($0) }
    self.init(place: place)
  }

  /// The host of words that can only be read as an address.
  init?(inWords words: String) {
    let words = words.trimmedBlanks
    guard !words.contains(where: \.isWhitespace) else { return nil }
    if words.contains("://") {
      self.init(ofAddress: words)
    } else {
      self.init(place: words.prefix { !"/?#\\".contains($0) })
      // Files and programs have dots in their names, too.
      let isHost =
        words.lowercased().hasPrefix("www.") || Self.endings.contains { name.hasSuffix($0) }
      guard isHost else { return nil }
    }
  }

  private init?(place: Substring) {
    let host = place.split(separator: "@").last?.prefix { $0 != ":" } ?? ""
    let name = host.lowercased()
    guard name.contains(".") else { return nil }
    self.name = name.hasPrefix("www.") ? name.dropFirst(4) : name[...]
  }

  private static let endings = [
    ".com", ".org", ".net", ".edu", ".gov", ".int", ".info", ".eu", ".uk", ".de", ".ru", ".рф",
  ]

  /// Whether both are somebody's: `python.org` and `docs.python.org`.
  func isPart(of other: AddressHost) -> Bool {
    name == other.name || name.hasSuffix("." + other.name) || other.name.hasSuffix("." + name)
  }

  /// With the number of the letter that is of another script than those beside it.
  var text: String {
    for label in name.split(separator: ".") {
      let letters = label.unicodeScalars.filter(\.properties.isAlphabetic)
      if letters.contains(where: \.isASCII), let odd = letters.first(where: { !$0.isASCII }) {
        return name + " (\(odd) = U+" + "000".suffix(max(0, 4 - hex(odd).count)) + hex(odd) + ")"
      }
    }
    return String(name)
  }

  private func hex(_ letter: Unicode.Scalar) -> String {
    String(letter.value, radix: 16, uppercase: true)
  }
}
