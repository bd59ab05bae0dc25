/// Where bytes stand in bytes: what is asked of a whole deck before its first slide is shown, so
/// they are looked at eight by eight.

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the next such byte from an offset on.
  package func offset(of byte: UInt8, from start: Int = 0) -> Int? {
    guard let baseAddress else { return nil }
    let (bytes, pattern) = (UnsafeRawPointer(baseAddress), UInt64(byte) &* Eight.ones)
    let eight = { (place: Int) in
      Eight(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ pattern)
    }
    var place = start
    while place + 32 <= count {
      let (a, b, c, d) = (eight(place), eight(place + 8), eight(place + 16), eight(place + 24))
      guard a.zeros | b.zeros | c.zeros | d.zeros == 0 else { break }
      place += 32
    }
    while place + 8 <= count {
      if let first = eight(place).firstZero { return place + first }
      place += 8
    }
    while place < count, self[place] != byte { place += 1 }
    return place < count ? place : nil
  }

  /// The offset of the first such word.
  package func offset(of word: Self) -> Int? {
    guard let first = word.first else { return nil }
    var start = 0
    while let place = offset(of: first, from: start), place + word.count <= count {
      if (1..<word.count).allSatisfy({ self[place + $0] == word[$0] }) { return place }
      start = place + 1
    }
    return nil
  }

  package func hold(_ word: StaticString) -> Bool {
    offset(of: Self(start: word.utf8Start, count: word.utf8CodeUnitCount)) != nil
  }
}

/// Eight bytes in a number, the first lowest.
private struct Eight {
  static let ones: UInt64 = 0x0101_0101_0101_0101

  private let value: UInt64

  init(_ value: UInt64) { self.value = UInt64(littleEndian: value) }

  /// The highest bits of bytes that are zero. Above one of these others may be taken for zero, too;
  /// the lowest is always one (H. S. Warren, Hacker's Delight, 6-1).
  var zeros: UInt64 { (value &- Self.ones) & ~value & (Self.ones << 7) }

  var firstZero: Int? {
    let zeros = zeros
    return zeros == 0 ? nil : zeros.trailingZeroBitCount / 8
  }
}

extension StringProtocol {
  /// Whether the bytes of a word stand anywhere in the text, however they are composed.
  package func holds(_ word: StaticString) -> Bool {
    if let found = utf8.withContiguousStorageIfAvailable({ $0.hold(word) }) { return found }
    return String(self).utf8.withContiguousStorageIfAvailable { $0.hold(word) } ?? false
  }
}
