/// TeX that is none: text comes out all the same, and soon.

import Glibc
import Testing
import Typesetting

@Suite struct `TeX that is wrong` {
  @Test(arguments: [
    (#"\foo{x} + \bar"#, "foo x +"), (#"\"#, #"\"#), (#"a\"#, #"a\"#), ("}", ""), ("{", ""),
    ("a}b", "ab"), ("{a", "a"), ("a&b", "ab"), (#"\frac"#, "/"), (#"\frac{a"#, "a/"),
    (#"\sqrt["#, "√"), (#"\sqrt[3"#, "∛"), ("x^", "x"), ("x_{", "x"), ("^_^_", ""), ("'", "′"),
    (#"\left"#, ""), (#"\left("#, "("), (#"\right)"#, ")"), (#"\left(a"#, "(a"),
    (#"a\right)"#, "a)"), (#"\begin"#, ""), (#"\begin{"#, ""), (#"\begin{x}a"#, "a"),
    (#"a\end{x}b"#, "ab"), (#"\begin{a}b\end{c}d"#, "bd"), (#"\text"#, ""), (#"\text{a"#, "a"),
    (#"{\text}b"#, "b"), (#"\text{$x"#, "x"), ("$x$", "$x$"), (#"\not"#, ""), (#"\hat{}"#, ""),
    (#"\begin{pmatrix}a } b\end{pmatrix}"#, "(a)b"), ("%", ""), (#"\operatorname"#, ""),
    (#"\big"#, ""), (#"\mathbb"#, ""), (#"\xrightarrow"#, "→"), (#"{a \over b}"#, "a over b"),
    ("\u{0}", "\u{0}"), ("e\u{301}", "e\u{301}"), (#"\1"#, "1"),
  ])
  func `is shown somehow`(tex: String, text: String) {
    let found = MathText.text(ofTeX: tex)
    #expect(same(found, text), "\(tex): \(found)")
  }

  @Test func `fractions that no screen is wide enough for are not stacked`() {
    let letters = String(repeating: "x", count: 5000)
    let tex = String(repeating: #"\cfrac{1}{1+"#, count: 4) + letters + "}}}}"
    let lines = MathText.lines(ofTeX: tex)
    #expect(lines.count == 1)
    #expect(lines.joined().hasSuffix("1/(1 + " + letters + "))))"))
    #expect(MathText.lines(ofTeX: #"\cfrac{1}{1+x}"#).count == 3)
  }

  @Test(arguments: [
    "{", "}", "{a", "x^", "x^{", "^", "_", "'", "&", #"\\"#, #"a&b\\"#, #"\sqrt"#, #"\sqrt["#,
    "[", #"\frac"#, #"\frac{"#, #"\left("#, #"\right)"#, #"\left"#, #"\begin{pmatrix}"#,
    #"\begin"#, #"\begin{pmatrix}a&b\\"#, #"\begin{cases}a\\b\end{cases}"#, #"\end{x}"#,
    #"\text{"#, #"\text{$"#, #"\hat{"#, #"\hat"#, #"\mathbb{"#, #"\not"#, #"\substack{a\\"#,
    #"\phantom{"#, "|", "-", ",", "$", #"\binom"#, #"\xrightarrow["#, #"\stackrel{"#, #"\big"#,
    #"\\[2"#, "\\", " ", "%", "%\n", "漢", "\u{301}", #"\left(\begin{matrix}a\\"#,
    #"\operatorname"#, #"\begin{array}{"#, "x'^2_3",
  ])
  func `is read in the time that its length allows, however it nests`(part: String) {
    // Eight times the length: 64 times the time if it grew with the square. What counts is the time
    // this thread computes, whatever others do meanwhile.
    #expect((0..<5).contains { _ in time(part, count: 2400) < time(part, count: 300) * 40 })
  }

  private func time(_ part: String, count: Int) -> Int {
    let tex = String(repeating: part, count: count)
    let start = threadTime
    _ = MathText.text(ofTeX: tex)
    _ = MathText.lines(ofTeX: tex)
    return threadTime - start
  }

  /// Nanoseconds that this thread has computed.
  private var threadTime: Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }

  @Test(.timeLimit(.minutes(1))) func `is not padded beyond measure`() {
    let wide = String(repeating: "x", count: 20_000)
    let rows = String(repeating: #"a & b \\"#, count: 10_000)
    #expect(MathText.lines(ofTeX: wide + " & " + rows).count == 1)
    let tall = #"\begin{matrix}"# + String(repeating: #"a \\"#, count: 90) + #"\end{matrix}"#
    let lines = MathText.lines(ofTeX: tall + String(repeating: "x" + tall, count: 300))
    #expect(lines.count == 90)
  }

  /// Y: a letter that no script, no alphabet and no command has, among all that may swallow it.
  @Test func `loses no letter, breaks no line and crashes nothing`() {
    var random = Random(state: 2025)
    for _ in 0..<4000 {
      let tex = (0..<24).map { _ in parts[Int.random(in: parts.indices, using: &random)] }.joined()
      let count = tex.unicodeScalars.count { $0 == "Y" }
      let text = MathText.text(ofTeX: tex)
      #expect(text.unicodeScalars.count { $0 == "Y" } == count, "\(tex): \(text)")
      #expect(!text.contains("\n"), "\(tex)")
      let lines = MathText.lines(ofTeX: tex)
      #expect(lines.joined().unicodeScalars.count { $0 == "Y" } == count, "\(tex): \(lines)")
      #expect(lines.allSatisfy { $0.last != " " && !$0.contains("\n") }, "\(tex)")
    }
  }

  private let parts = [
    "Y", "Y", "Y", " ", "{", "}", "{", "}", "^", "_", "&", #"\\"#, "'", "-", "+", "=", ",", "(",
    ")",
    "[", "]", "|", "1", "$", "\n", #"\frac "#, #"\sqrt "#, #"\left("#, #"\left."#, #"\right)"#,
    #"\begin{cases}"#, #"\begin{pmatrix}"#, #"\begin{aligned}"#, #"\end{cases}"#, #"\text "#,
    #"\end{pmatrix}"#, #"\hat "#, #"\mathbb "#, #"\not "#, #"\sum "#, #"\log "#, #"\,"#,
    #"\binom "#,
    #"\overset "#, #"\stackrel "#, #"\big "#, #"\operatorname "#, #"\underbrace "#, #"\substack "#,
    #"\xrightarrow "#, #"\middle "#, #"\tag "#, #"\bmod "#, #"\overline "#, #"\foo "#,
  ]
}

/// A sequence that is the same in every run (an LCG of Knuth's).
private struct Random: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 33)
  }
}
