/// Where bytes stand in bytes: what is asked of a whole deck before its first slide is shown, so
/// they are looked at eight by eight.

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the next such byte from an offset on.
  package func offset(of byte: UInt8, from start: Int = 0) -> Int? {
    var place = start
    while place + 32 <= count {
      let any =
        places(of: byte, at: place) | places(of: byte, at: place + 8)
        | places(of: byte, at: place + 16) | places(of: byte, at: place + 24)
      guard any == 0 else { break }
      place += 32
    }
    while place + 8 <= count {
      let places = places(of: byte, at: place)
      if places != 0 { return place + places.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < count, self[place] != byte { place += 1 }
    return place < count ? place : nil
  }

  /// The offsets of all such bytes, one by one.
  package func forEachOffset(of byte: UInt8, _ body: (Int) -> Void) {
    var place = 0
    while place + 8 <= count {
      var places = places(of: byte, at: place)
      while places != 0 {
        body(place + places.trailingZeroBitCount / 8)
        places &= places - 1
      }
      place += 8
    }
    for place in place..<count where self[place] == byte { body(place) }
  }

  /// The highest bits of those of eight bytes that are this one, the first lowest. (H. S. Warren,
  /// Hacker's Delight, 6-1.)
  @inline(__always)
  private func places(of byte: UInt8, at offset: Int) -> UInt64 {
    let eight = UnsafeRawBufferPointer(self).loadUnaligned(
      fromByteOffset: offset, as: UInt64.self)
    let rest = UInt64(littleEndian: eight) ^ UInt64(byte) &* 0x0101_0101_0101_0101
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~((rest & low) &+ low | rest | low)
  }

  /// The offset of the first such word.
  package func offset(of word: Self) -> Int? {
    guard let rarest = word.indices.max(by: { word[$0].rarity < word[$1].rarity }) else {
      return nil
    }
    var start = rarest
    while let found = offset(of: word[rarest], from: start) {
      let place = found - rarest
      guard place + word.count <= count else { return nil }
      if word.indices.allSatisfy({ self[place + $0] == word[$0] }) { return place }
      start = found + 1
    }
    return nil
  }

  package func hold(_ word: StaticString) -> Bool {
    offset(of: Self(start: word.utf8Start, count: word.utf8CodeUnitCount)) != nil
  }
}

extension UInt8 {
  /// What is looked for by its rarest byte is seldom taken for found: letters of English from the
  /// most frequent one, then everything else.
  fileprivate var rarity: Int {
    let letters: StaticString = "etaoinshrdlcumwfgypbvkjxqz"
    for place in 0..<26 where letters.utf8Start[place] == self { return place }
    return 26
  }
}

extension Substring {
  /// Whether the bytes of a word stand anywhere in the text, however they are composed.
  package func holds(_ word: StaticString) -> Bool {
    var text = self
    return text.withUTF8 { $0.hold(word) }
  }
}

extension String {
  /// Whether the bytes of a word stand anywhere in the text, however they are composed.
  package func holds(_ word: StaticString) -> Bool { self[...].holds(word) }
}
