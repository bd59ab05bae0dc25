/// What tells one text from another without the text.

import Markup

extension Sequence where Element == UInt8 {
  /// FNV-1a, 64 bits in hexadecimal.
  fileprivate var fingerprint: String {
    let hash = reduce(UInt64(0xCBF2_9CE4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let text = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - text.count) + text
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
