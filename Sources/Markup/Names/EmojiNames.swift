/// Short codes (`:rocket:`) to emoji: the names of GitHub, then those that only Slack has.

package enum EmojiNames {
  /// The emoji of a name without its colons.
  package static func emoji(named name: String) -> String? {
    var name = name
    return name.withUTF8 { emoji(named: $0) }
  }

  /// What an emoji is called, in words: `jack o lantern`; nil for what is none or has no name.
  package static func words(for sign: Character) -> String? {
    guard sign.unicodeScalars.contains(where: \.properties.isEmojiPresentation) else { return nil }
    return NameTable(table).name(of: String(sign)).map { name in
      String(name.map { $0 == "_" ? " " : $0 })
    }
  }

  /// The text with every known `:name:` replaced. Colons that touch a word, a number or another
  /// colon are none of ours (`10:30:45`, `a::b::c`), except between two codes (`:tada::rocket:`).
  package static func replacing(in text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ":")) else { return text }
    var text = text
    let replaced = text.withUTF8 { bytes in
      var scan = EmojiScan(bytes: bytes)
      return scan.replaced()
    }
    return replaced ?? text
  }

  static func emoji(named name: UnsafeBufferPointer<UInt8>) -> String? {
    NameTable(table).found(name) ?? NameTable(slackTable).found(name)
  }
}

/// One walk over the bytes of a text.
private struct EmojiScan {
  let bytes: UnsafeBufferPointer<UInt8>
  private var result = ""
  /// Up to here the text is in the result.
  private var copied = 0

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Nil where nothing was replaced.
  mutating func replaced() -> String? {
    var place = 0
    while place < bytes.count {
      place = bytes[place] == UInt8(ascii: ":") ? replacedCodes(at: place) : place + 1
    }
    guard copied > 0 else { return nil }
    copy(upTo: bytes.count)
    return result
  }

  private mutating func copy(upTo end: Int) {
    result += String(decoding: bytes[copied..<end], as: UTF8.self)
    copied = end
  }

  /// Codes that follow each other without a gap are replaced together or not at all; returns where
  /// to look on.
  private mutating func replacedCodes(at start: Int) -> Int {
    guard !isWord(before: start) else { return start + 1 }
    var (emoji, end) = ("", start)
    while let code = code(at: end) {
      emoji += code.emoji
      end = code.end
    }
    guard end > start, !isWord(after: end) else { return start + 1 }
    copy(upTo: start)
    result += emoji
    copied = end
    return end
  }

  private func code(at start: Int) -> (emoji: String, end: Int)? {
    guard start < bytes.count, bytes[start] == UInt8(ascii: ":") else { return nil }
    var end = start + 1
    while end < bytes.count, Self.mayStandInName(bytes[end]) { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ":"), end > start + 1 else { return nil }
    let name = UnsafeBufferPointer(rebasing: bytes[(start + 1)..<end])
    return EmojiNames.emoji(named: name).map { ($0, end + 1) }
  }

  private static func mayStandInName(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "a"..."z", "0"..."9", "_", "-", "+": true
    default: false
    }
  }

  private func isWord(before place: Int) -> Bool {
    guard place > 0 else { return false }
    var start = place - 1
    // Continuation bytes of UTF-8.
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return isWord(start..<place)
  }

  private func isWord(after place: Int) -> Bool {
    isWord(place..<min(place + 4, bytes.count))
  }

  private func isWord(_ range: Range<Int>) -> Bool {
    let text = String(decoding: bytes[range], as: UTF8.self)
    guard let scalar = text.unicodeScalars.first else { return false }
    if scalar == ":" || scalar == "_" { return true }
    return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
