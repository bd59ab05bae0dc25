/// Glyphs, widths, grids, canvases and their ASCII twins.

import Glibc
import Screen
import Testing

/// The C library's, which Glibc's module hides behind a feature macro.
@_silgen_name("wcwidth") private func wcwidth(_ scalar: wchar_t) -> Int32

@Suite struct `The glyphs` {
  @Test func `widths agree with the C library for every scalar it knows`() {
    setlocale(LC_CTYPE, "C.UTF-8")
    var wrong: [String] = []
    for value in UInt32(0xA0)..<0x11_0000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let theirs = Int(wcwidth(wchar_t(value)))
      if theirs >= 0, GlyphWidth.columns(scalar) != theirs {
        wrong.append(String(value, radix: 16))
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20))")
  }

  @Test(arguments: [
    ("слово", 5), ("日本", 4), ("e\u{301}", 1), ("👨\u{200D}👩\u{200D}👧", 2), ("❤\u{FE0F}", 1),
    ("👍🏽", 2), ("a\u{200B}b", 2), ("\u{1B}[31m", 5), ("🇩🇪", 2), ("한국", 4),
  ])
  func `text takes the columns a terminal gives it`(text: String, columns: Int) {
    #expect(text.columns == columns)
  }

  @Test func `no control of a text comes through`() {
    let hostile = "a\u{1B}]0;x\u{7}\u{9B}31m\u{202E}b\u{7F}"
    let shown = Glyphs(hostile).map(\.text).joined()
    #expect(shown == "a\u{FFFD}]0;x\u{FFFD}\u{FFFD}31m\u{FFFD}b\u{FFFD}")
  }

  @Test(arguments: [
    ("a\u{E0041}b\u{E007F}", "a�b�"), ("🏴\u{E0067}\u{E0062}\u{E007F}!", "🏴!"),
    ("\u{2066}a\u{2069}\u{202D}", "�a��"), ("שלום\u{200F}!", "שלום!"), ("a\u{2028}b", "a�b"),
    ("\u{FEFF}a\u{2060}", "a"),
  ])
  func `what hides or turns words is seen, what only joins them is not`(
    text: String, shown: String
  ) {
    #expect(Glyphs(text).map(\.text).joined() == shown)
    #expect(text.columns == shown.columns)
  }

  @Test func `what is printed spells out what a terminal would obey`() {
    let text = "a\u{1B}b\u{9B}\u{202E}\u{61C}\u{E0041}\n"
    #expect(text.withVisibleControls == "a\\u{1B}b\\u{9B}\\u{202E}\\u{61C}\\u{E0041}\n")
  }

  @Test func `a cell keeps at most four marks`() {
    let zalgo = "e" + String(repeating: "\u{301}", count: 9)
    #expect(Glyphs(zalgo).map { $0.text.unicodeScalars.count } == [5])
  }

  @Test func `text is cut with an ellipsis, never in the middle of a wide glyph`() {
    #expect("параллелизм".fitted(to: 6) == "парал…")
    #expect("日本語".fitted(to: 4) == "日…")
    #expect("да".fitted(to: 6) == "да")
  }
}

@Suite struct `The canvas` {
  @Test func `text outside of the clip is not drawn`() {
    var canvas = Canvas(Size(rows: 3, columns: 8))
    canvas.within(Rect(Point(row: 1, column: 1), Size(rows: 1, columns: 3))) {
      _ = $0.put("abcdef", at: .zero)
    }
    #expect(canvas.grid.text == "\n abc\n")
  }

  @Test func `a wide glyph that does not fit whole is not drawn`() {
    var canvas = Canvas(Size(rows: 1, columns: 3))
    canvas.put("a日本", at: .zero)
    #expect(FrameText(canvas.grid).plain == "|a日|\n")
  }

  @Test func `half of a wide glyph becomes a blank when the other is overwritten`() {
    var canvas = Canvas(Size(rows: 2, columns: 4))
    canvas.put("日本", at: .zero)
    canvas.put("x", at: Point(row: 0, column: 1))
    canvas.put("日本", at: Point(row: 1, column: 0))
    canvas.put("x", at: Point(row: 1, column: 2))
    #expect(FrameText(canvas.grid).plain == "| x本|\n|日x |\n")
  }

  @Test func `line art has an ASCII twin of the same width, letters stay`() {
    var canvas = Canvas(Size(rows: 3, columns: 9))
    canvas.frame()
    canvas.put("ж █▄░→«", at: Point(row: 1, column: 1))
    #expect(
      Strokes.ascii(canvas.grid).text == """
        +-------+
        |ж #5%>"|
        +-------+
        """)
  }

  @Test func `an ellipsis is three dots where there is room for them`() {
    var canvas = Canvas(Size(rows: 3, columns: 8))
    canvas.put("ждём …", at: .zero)
    canvas.put("…576 …", at: Point(row: 1, column: 0))
    canvas.put("сло… и…", at: Point(row: 2, column: 0))
    #expect(Strokes.ascii(canvas.grid).text == "ждём ...\n~576 ...\nсло~ и~")
  }

  @Test func `what a terminal could obey is spelled out where no cell stands between`() {
    let text = "├─ \"a\u{85}\u{1B}[2J\u{202E}\u{7F}\t\" ж\n"
    #expect(text.withVisibleControls == #"├─ "a\u{85}\u{1B}[2J\u{202E}\u{7F}\u{9}" ж"# + "\n")
  }

  @Test func `a frame shows its styles by letters`() {
    var canvas = Canvas(Size(rows: 1, columns: 4))
    canvas.put("ab", at: .zero, Style(.palette(74), .bold))
    #expect(FrameText(canvas.grid).styled == "|ab  |\n\n|aa  |\na palette 74 bold\n")
  }
}

@Suite struct `The keys` {
  @Test func `a Russian letter is the Latin one on the same key`() {
    #expect(Key.character("й").latin == .character("q"))
    #expect(Key.character("Й").latin == .character("Q"))
    #expect(Key.character("ъ").latin == .character("]"))
    #expect(Key.character("ю").latin == .character("."))
    #expect(Key.character("q").latin == .character("q"))
    #expect(Key.left.latin == .left)
  }
}
