/// Frames with fewer bytes that look the same, told by the bytes and by a terminal emulator.

import Ncurses
import TerminalHarness
import Testing

@Suite("The renditions of a frame are said once")
struct RenditionFoldingTests {
  private func folded(_ frame: String) -> String {
    let bytes = Array(frame.replacing("^", with: "\u{1B}").utf8)
    return String(decoding: folded(bytes), as: UTF8.self).replacing("\u{1B}", with: "^")
  }

  private func folded(_ frame: [UInt8]) -> [UInt8] {
    frame.withUnsafeBytes(RenditionFolding.folded) ?? frame
  }

  @Test(
    "what curses says in many sequences is one of what differs",
    arguments: [
      // bold and another foreground, and back: as ncurses says them
      (
        "^[38;5;254m^[48;5;234ma^(B^[0;1m^[38;5;231m^[48;5;234mb^(B^[0m^[38;5;254m^[48;5;234mc",
        "^[0;38;5;254;48;5;234ma^(B^[1;38;5;231mb^[22;38;5;254mc"
      ),
      // the same as terminals of the kind of screen have it
      (
        "^[38;5;254ma^[m\u{F}^[1m^[38;5;231mb^[m\u{F}^[38;5;254mя",
        "^[0;38;5;254ma\u{F}^[1;38;5;231mb^[22;38;5;254mя"
      ),
      // nothing differs
      ("^[38;5;7ma^[m^[38;5;7mb", "^[0;38;5;7ma" + "b"),
      // to the terminal's own look
      ("^[1;4;31ma^[39;49m^(B^[m", "^[0;1;4;31ma^(B^[m"),
      ("^[3;97;104ma^[23;39mb^[49mc", "^[0;3;97;104ma^[23;39mb^[mc"),
      // one code takes bold and dim away
      ("^[1;2;7ma^[22;2mb^[27mc", "^[0;1;2;7ma^[22;2mb^[27mc"),
      // direct colours, between semicolons and colons
      ("^[38;2;1;2;3ma^[48:2::4:5:6mb^[38;2;1;2;3mc", "^[0;38;2;1;2;3ma^[48:2::4:5:6mbc"),
      // the cursor's way is left alone
      ("^[?2026h^[7;1H^[1ma^[K^[9d^[22mb^[?2026l", "^[?2026h^[7;1H^[0;1ma^[K^[9d^[mb^[?2026l"),
      // what was saved with the cursor comes back with it
      ("^[1ma^7^[0;3mb^8c^[1md^[me", "^[0;1ma^7^[22;3mb^8cd^[me"),
      // an operating system command may hold anything but the end
      ("^]8;;https://a/[1m^\\^[4mx^]8;;^\\", "^]8;;https://a/[1m^\\^[0;4mx^]8;;^\\"),
    ])
  func one(frame: String, expected: String) {
    #expect(folded(frame) == expected)
  }

  @Test(
    "a frame with something unknown stays as it is",
    arguments: [
      "^[1ma^[5mb^[1mc", "^[4:3ma^[4:3mb", "^[38;5ma^[38;5m", "^[38;2;1;2ma", "^[1ma^(0q^[1mb",
      "^[1ma^Nb^[1mc", "^[1ma\u{E}b^[1mc", "^[1234ma", "^[1ma^cb", "^[1ma^8^[1mb",
    ])
  func unknown(frame: String) {
    #expect(folded(frame) == frame)
  }

  @Test("a frame that is cut off anywhere keeps every other byte")
  func cut() {
    let frame = "^[?2026h^[1;8H^(B^[0;1m^[38;5;231mя^[K^7^[2;3Hb^8^[?2026l"
    for length in 0...frame.utf8.count {
      let text = String(decoding: frame.utf8.prefix(length), as: UTF8.self)
      let kept = folded(text).filter { !"0123456789;m[(B^".contains($0) }
      #expect(kept == text.filter { !"0123456789;m[(B^".contains($0) })
    }
  }

  /// Every way from one look to another, through characters, erased cells and the cursor's ways.
  @Test("a terminal shows the same of it")
  func looks() throws {
    var random = SystemRandomNumberGenerator()
    let sequences = [
      "^[m", "^(B^[0m", "^[1m", "^[2m", "^[3m", "^[4m", "^[7m", "^[22m", "^[23m", "^[24m", "^[27m",
      "^[39;49m", "^[31m", "^[97m", "^[42m", "^[107m", "^[38;5;254m", "^[48;5;234m",
      "^[38;2;9;8;7m", "^[48;2;1;2;3m", "^(B^[0;1;4m", "a", "b", "я", "^[K", "^[5C", "^[4;3H", "^7",
      "^8",
    ]
    for _ in 0..<200 {
      let frame = (0..<120).compactMap { _ in sequences.randomElement(using: &random) }.joined()
      let bytes = Array(("^[m" + frame).replacing("^", with: "\u{1B}").utf8)
      let (plain, short) = (try Emulator(rows: 8, columns: 40), try Emulator(rows: 8, columns: 40))
      bytes.withUnsafeBytes(plain.feed)
      folded(bytes).withUnsafeBytes(short.feed)
      let isSame = plain.picture() == short.picture()
      #expect(isSame, "\(frame)")
    }
  }
}
