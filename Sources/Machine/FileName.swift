/// Names of files are bytes and need be no UTF-8: how they become text, and bytes again.

/// A byte that is no part of UTF-8 becomes a sign of its own, at the end of what is for private use; so do
/// the bytes of those signs themselves. What comes of it is text like any other, and no name is lost.
package enum FileName {
  private static let signs: UInt32 = 0x10FF00

  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    let bytes = Array(bytes)
    var text = String.UnicodeScalarView()
    var rest = bytes[...]
    while !rest.isEmpty {
      var parser = Unicode.UTF8.ForwardParser()
      var iterator = rest.makeIterator()
      var count = 1
      if case .valid(let encoded) = parser.parseScalar(from: &iterator) {
        count = encoded.count
        let scalar = Unicode.UTF8.decode(encoded)
        if byte(of: scalar) == nil {
          text.append(scalar)
        } else {
          text += rest.prefix(count).map(sign)
        }
      } else {
        text.append(sign(rest[rest.startIndex]))
      }
      rest = rest.dropFirst(count)
    }
    return String(text)
  }

  /// What ends with a zero.
  package static func text(_ name: UnsafePointer<CChar>) -> String {
    // Nearly all names are what they seem to be.
    if let text = String(validatingCString: name), !text.holdsSigns { return text }
    var bytes: [UInt8] = []
    var place = name
    while place.pointee != 0 {
      bytes.append(UInt8(bitPattern: place.pointee))
      place += 1
    }
    return text(bytes)
  }

  private static func sign(_ byte: UInt8) -> Unicode.Scalar {
    Unicode.Scalar(signs + UInt32(byte)) ?? "\u{FFFD}"
  }

  fileprivate static func byte(of scalar: Unicode.Scalar) -> UInt8? {
    scalar.value >= signs + 0x80 ? UInt8(truncatingIfNeeded: scalar.value) : nil
  }
}

extension String {
  /// The bytes of a file's name and a zero, as the system wants them.
  package var fileName: [CChar] {
    guard holdsSigns else { return Array(utf8CString) }
    let bytes = unicodeScalars.flatMap { scalar in
      FileName.byte(of: scalar).map { [$0] } ?? Array(String(scalar).utf8)
    }
    return bytes.map { CChar(bitPattern: $0) } + [0]
  }

  /// Whether some may be there: the first byte of each.
  fileprivate var holdsSigns: Bool { utf8.contains(0xF4) }
}
