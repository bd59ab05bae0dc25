/// Bytes that are no text, and signs that nobody sees: repaired, and told of.

import Markup
import Testing
import Wording

private func told(_ bytes: [UInt8]) -> [String] {
  let lines = SourceLines(bytes)
  return OddSigns.diagnostics(of: lines).map { $0.text(path: "d.md", lines: lines, .english) }
}

@Suite struct `Odd signs` {
  @Test(
    arguments: [
      ([0x61, 0xFF, 0x62], "a�b"), ([0x80], "�"), ([0xC0, 0x9B], "��"), ([0xE2, 0x82], "�"),
      ([0xED, 0xA0, 0x80], "���"), ([0xF4, 0x90, 0x80, 0x80], "����"), ([0x61, 0, 0x62], "a�b"),
      ([0xC3], "�"), ([0x61, 0x0D, 0x62, 0x0D, 0x0A, 0x0D], "a\nb\r\n\n"),
      ([0xF0, 0x9F, 0x98, 0x80], "😀"),
    ] as [([UInt8], String)])
  func `what is no UTF-8 is replaced once, so that places and texts agree`(
    bytes: [UInt8], text: String
  ) {
    #expect(SourceLines(bytes).bytes == Array(text.utf8))
  }

  @Test func `each kind is told of where it first stands, with its number`() {
    let text = "# \u{202E}a\u{1B}\n\u{9B}\u{2066}\n\u{E0041}x\u{7F}\n"
    #expect(
      told(Array(text.utf8) + [0xFF, 0]) == [
        "d.md:1:3: warning: invisible signs (3), first U+202E: shown as �",
        "d.md:1:5: warning: control characters (3), first U+001B: shown as �",
        "d.md:4:1: warning: not UTF-8, or NUL (2): shown as �",
      ])
  }

  @Test(arguments: [
    "", "\u{FEFF}# A\r\n\tb\n", "Привет, 世界 👩\u{200D}👧 e\u{301}", "\u{A0}é\u{200F}\u{AD}",
    "🏴\u{E0067}\u{E0062}\u{E007F}",
  ])
  func `what people write on purpose is not`(text: String) {
    #expect(told(Array(text.utf8)) == [])
  }

  @Test func `one definition is not the address of more links than a source could spell out`() {
    let address = String(repeating: "u", count: 1000)
    for (count, kept) in [(130, 130), (131, 131), (132, 131), (5000, 131)] {
      let text = "[a]: " + address + "\n\n" + String(repeating: "[a] ", count: count) + "\n"
      let lines = SourceLines(text)
      let blocks = MarkdownReader(lines).document(in: 0..<lines.bytes.count).blocks
      guard case .paragraph(let inlines)? = blocks.first?.kind else { continue }
      let addresses = inlines.count {
        if case .link(let found, _) = $0.kind { found == address } else { false }
      }
      #expect(addresses == kept)
    }
  }

  @Test func `a text of more pieces than a slide may have bytes is not kept to the end`() {
    let lines = SourceLines(String(repeating: "x\n", count: 2 * Limits.slide))
    let blocks = MarkdownReader(lines).document(in: 0..<lines.bytes.count).blocks
    guard case .paragraph(let inlines)? = blocks.first?.kind else { return }
    #expect(inlines.count <= Limits.slide + 1)
    // Its place is that of the whole, which is what refuses the slide.
    #expect((blocks.first?.range.count ?? 0) > 3 * Limits.slide)
  }

  @Test(arguments: [(2047, 2047), (2048, 2048), (2049, 2048)])
  func `an address is as long as the limit at most`(length: Int, kept: Int) {
    let lines = SourceLines("[a](" + String(repeating: "u", count: length) + ")\n")
    let blocks = MarkdownReader(lines).document(in: 0..<lines.bytes.count).blocks
    guard case .paragraph(let inlines)? = blocks.first?.kind,
      case .link(let address, _)? = inlines.first?.kind
    else {
      Issue.record("no link")
      return
    }
    #expect(address.count == kept)
  }
}
