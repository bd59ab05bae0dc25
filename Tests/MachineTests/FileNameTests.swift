/// Names of files come through text as they were, whatever bytes they are.

import Machine
import Testing

@Suite struct `A file's name` {
  @Test(arguments: [
    "доклад.md", "", "\u{1B}[2J%s%n\n", "\u{10FFE9}", "\u{10FF00}", "👩‍💻",
  ])
  func `is the text that it is`(name: String) {
    let isPlain = name != "\u{10FFE9}"
    let text = name.withCString { FileName.text($0) }
    #expect((text == name) == isPlain)
    #expect(text.fileName == Array(name.utf8CString))
  }

  @Test(
    arguments: [
      [0xFF], [0x61, 0xE9, 0x2E], [0xD0], [0xD0, 0xBB, 0xD0], [0xF4, 0x8F, 0xBF], [0xC0, 0x80],
      [0xED, 0xA0, 0x80], [0x80, 0x9B, 0x41], [0xF4, 0x90, 0x80, 0x80],
    ] as [[UInt8]])
  func `may be no text at all`(bytes: [UInt8]) {
    let text = FileName.text(bytes)
    #expect(text.fileName == bytes.map { CChar(bitPattern: $0) } + [0])
    #expect(!text.unicodeScalars.contains("\u{FFFD}"))
  }

  @Test func `keeps its folder and its ending`() {
    let name = FileName.text([0x2F, 0xE9, 0x2F, 0xFF, 0x2E, 0x6D, 0x64])
    #expect(name.hasPrefix("/") && name.hasSuffix(".md"))
    #expect(name.split(separator: "/").count == 2)
  }
}
