/// Every byte that a program wrote to its terminal, in order.

package struct OutputLog: Equatable, Sendable {
  package private(set) var bytes: [UInt8] = []

  mutating func append(_ more: UnsafeRawBufferPointer) { bytes.append(contentsOf: more) }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// How often these bytes were written.
  package func count(of text: String) -> Int {
    let wanted = Array(text.utf8)
    return bytes.indices.count { bytes[$0...].starts(with: wanted) }
  }

  /// The private modes (`CSI ? n h`) that were set and not reset since, such as 1049 for the
  /// alternate screen, 2004 for bracketed paste and 2026 for synchronized output.
  package var privateModesOn: Set<Int> {
    var modes: Set<Int> = []
    for start in bytes.indices where bytes[start...].starts(with: [0x1b, 0x5b, 0x3f]) {
      let parameters = bytes[(start + 3)...].prefix { $0 == 0x3b || (0x30...0x39).contains($0) }
      let numbers = parameters.split(separator: 0x3b).compactMap {
        Int(String(decoding: $0, as: UTF8.self))
      }
      switch bytes[parameters.endIndex...].first {
      case UInt8(ascii: "h"): modes.formUnion(numbers)
      case UInt8(ascii: "l"): modes.subtract(numbers)
      default: break
      }
    }
    return modes
  }
}
