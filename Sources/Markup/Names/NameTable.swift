/// Names and their texts in one literal, found by bisection: nothing is built, neither at the start
/// of the program nor at the first question.

package struct NameTable {
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Entries `name=text`, sorted by the bytes of their names, one blank between two of them; a text
  /// holds no blank, a name no `=` after its first byte.
  package init(_ literal: StaticString) {
    bytes = UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
  }

  package func text(of name: Substring) -> String? {
    var name = name
    return name.withUTF8 { found($0) }
  }

  /// The first name of a text: all the table is walked through for it.
  func name(of text: String) -> String? {
    let wanted = Array(text.utf8)
    var start = 0
    while start < bytes.count {
      let entry = entry(around: start, in: start..<bytes.count)
      let equals = equalsSign(in: entry)
      if bytes[(equals + 1)..<entry.upperBound].elementsEqual(wanted) {
        return String(decoding: bytes[start..<equals], as: UTF8.self)
      }
      start = entry.upperBound + 1
    }
    return nil
  }

  func found(_ name: UnsafeBufferPointer<UInt8>) -> String? {
    var (low, high) = (0, bytes.count)
    while low < high {
      let entry = entry(around: (low + high) / 2, in: low..<high)
      let equals = equalsSign(in: entry)
      switch order(name, entry.lowerBound..<equals) {
      case 0: return String(decoding: bytes[(equals + 1)..<entry.upperBound], as: UTF8.self)
      case 1...: low = entry.upperBound + 1
      default: high = entry.lowerBound
      }
    }
    return nil
  }

  private func entry(around middle: Int, in range: Range<Int>) -> Range<Int> {
    var (start, end) = (middle, middle)
    while start > range.lowerBound, bytes[start - 1] != UInt8(ascii: " ") { start -= 1 }
    while end < range.upperBound, bytes[end] != UInt8(ascii: " ") { end += 1 }
    return start..<end
  }

  /// The first byte is the name's, even where it is `=`.
  private func equalsSign(in entry: Range<Int>) -> Int {
    var place = entry.lowerBound + 1
    while place < entry.upperBound - 1, bytes[place] != UInt8(ascii: "=") { place += 1 }
    return place
  }

  /// Below zero where the name comes before the one in the table.
  private func order(_ name: UnsafeBufferPointer<UInt8>, _ other: Range<Int>) -> Int {
    for (index, byte) in name.enumerated() {
      guard index < other.count else { return 1 }
      let difference = Int(byte) - Int(bytes[other.lowerBound + index])
      if difference != 0 { return difference }
    }
    return name.count - other.count
  }
}
