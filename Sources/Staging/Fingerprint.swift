/// What tells one text from another without the text.

import Markup

extension Sequence where Element == UInt8 {
  /// FNV-1a, 64 bits in hexadecimal.
  fileprivate var fingerprint: String {
    let hash = reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    // The general way to write a number looks through all that conforms to anything first.
    let digits: StaticString = "0123456789abcdef"
    let text = stride(from: 60, through: 0, by: -4).map { digits.utf8Start[Int(hash >> $0 & 15)] }
    return String(decoding: text, as: UTF8.self)
  }
}

extension String {
  /// A name for a path.
  var fingerprint: String { utf8.fingerprint }
}

extension SourceLines {
  /// Of the deck with all that it includes.
  var fingerprint: String { bytes.fingerprint }
}
