/// Kinds of pictures, told by their first bytes; what a file is called does not matter.

package enum PictureFormat: Equatable, Sendable {
  case png
  case jpeg

  init(of bytes: [UInt8]) throws(PictureError) {
    if bytes.has([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], at: 0) {
      self = .png
    } else if bytes.has([0xFF, 0xD8, 0xFF], at: 0) {
      self = .jpeg
    } else if let name = Self.foreignName(bytes) {
      throw .unsupported(name)
    } else {
      throw .unknownFormat
    }
  }

  /// Kinds that are not shown, so that an error can name them.
  private static func foreignName(_ bytes: [UInt8]) -> String? {
    if bytes.has("GIF8", at: 0) { return "GIF" }
    if bytes.has("RIFF", at: 0), bytes.has("WEBP", at: 8) { return "WebP" }
    // Two letters may begin any text: a size follows the header, and is small.
    if bytes.has("BM", at: 0), bytes.has([0, 0, 0], at: 15) { return "BMP" }
    if bytes.has([0x49, 0x49, 0x2A, 0], at: 0) { return "TIFF" }
    if bytes.has([0x4D, 0x4D, 0, 0x2A], at: 0) { return "TIFF" }
    if bytes.has([0xFF, 0x0A], at: 0) || bytes.has("JXL ", at: 4) { return "JPEG XL" }
    if bytes.has("ftypavi", at: 4) { return "AVIF" }
    if bytes.has("ftyphei", at: 4) || bytes.has("ftypmif1", at: 4) { return "HEIC" }
    return isSVG(bytes) ? "SVG" : nil
  }

  /// Comments, a declaration and a document type may stand before the root.
  private static func isSVG(_ bytes: [UInt8]) -> Bool {
    let start = bytes.has([0xEF, 0xBB, 0xBF], at: 0) ? 3 : 0
    guard let first = bytes.prefix(1024).dropFirst(start).firstIndex(where: { $0 > 0x20 }) else {
      return false
    }
    guard bytes[first] == UInt8(ascii: "<") else { return false }
    return (first..<min(bytes.count, first + 1024)).contains { bytes.has("<svg", at: $0) }
  }
}

extension [UInt8] {
  /// Whether these bytes are there, of which there may be too few.
  func has(_ part: some Collection<UInt8>, at place: Int) -> Bool {
    dropFirst(place).starts(with: part)
  }

  func has(_ text: StaticString, at place: Int) -> Bool {
    text.withUTF8Buffer { has($0, at: place) }
  }
}
