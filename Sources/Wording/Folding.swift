/// Text as it is compared when something is looked for: in small letters, ё as е, ß as ss.

extension String {
  /// The bytes that are compared.
  package var folded: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for scalar in unicodeScalars { scalar.fold(into: &bytes) }
    return bytes
  }
}

extension String {
  /// The same as a text.
  var foldedText: String { String(decoding: folded, as: UTF8.self) }
}

extension Unicode.Scalar {
  package func fold(into bytes: inout [UInt8]) {
    switch value {
    case 0x41...0x5A: bytes.append(UInt8(value + 0x20))
    case ..<0x80: bytes.append(UInt8(value))
    case 0x401, 0x451: bytes += "е".utf8
    case 0xDF, 0x1E9E: bytes += "ss".utf8
    // A soft hyphen is seen at the end of a line only, and looked for by nobody.
    case 0xAD: break
    case 0xA0, 0x202F: bytes.append(0x20)
    default: bytes += properties.lowercaseMapping.utf8
    }
  }
}

extension [UInt8] {
  /// Where another text first begins in this one, at a place or after it.
  package func firstPlace(of text: [UInt8], from start: Int = 0) -> Int? {
    guard let first = text.first else { return nil }
    var place = start
    while place + text.count <= count {
      if self[place] == first, self[place..<place + text.count].elementsEqual(text) { return place }
      place += 1
    }
    return nil
  }
}
