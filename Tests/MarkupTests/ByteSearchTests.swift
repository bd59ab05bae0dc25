/// Bytes that are looked for eight at a time.

import Markup
import Testing

@Suite struct `Bytes are found` {
  /// Lengths around eight and 32, beside neighbours that differ by one bit and by a borrow.
  @Test(arguments: 0...70)
  func `wherever they stand`(count: Int) {
    for byte: UInt8 in [0x00, 0x01, 0x0A, 0x7F, 0x80, 0x81, 0xFF] {
      for other in [byte ^ 0x01, byte ^ 0x80, byte &+ 1] {
        for place in 0...count {
          var bytes = [UInt8](repeating: other, count: count + 1)
          bytes[place] = byte
          bytes.withUnsafeBufferPointer {
            #expect($0.offset(of: byte) == place)
            #expect($0.offset(of: byte, from: place) == place)
            #expect($0.offset(of: byte, from: place + 1) == nil)
            var all: [Int] = []
            $0.forEachOffset(of: byte) { all.append($0) }
            #expect(all == [place])
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("", false), ("-->", true), ("--", false), ("---->", true), ("-- ->", false),
    ("уже --> есть", true), ("x-->", true), ("--x-->x", true), ("123456--", false),
  ])
  func `as words`(text: String, holds: Bool) {
    #expect(text.holds("-->") == holds)
    #expect("«\(text)»".dropFirst().dropLast().holds("-->") == holds)
    #expect(SourceLines(text).hold("-->") == holds)
  }

  @Test func `only in the part that is asked of`() {
    let lines = SourceLines("a-->b")
    #expect(lines.hold("-->", in: 1..<4))
    #expect(!lines.hold("-->", in: 0..<3))
    #expect(!lines.hold("-->", in: 2..<5))
  }
}
