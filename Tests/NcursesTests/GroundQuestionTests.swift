/// The terminal's answer among the keys: found wherever it comes, and nothing of it becomes a key.

import Ncurses
import Screen
import Testing

/// What becomes of text that comes from the terminal: keys, and the colour it tells in brackets. A
/// bar in the text is a pause after which no more came.
private func heard(_ text: String, asked: Bool = true, hearsMouse: Bool = false) -> String {
  var question = GroundQuestion()
  question.hearsMouse = hearsMouse
  if asked { question.ask() }
  var keys = ""
  let add = { (codes: [UInt32]) in
    keys += String(String.UnicodeScalarView(codes.compactMap(Unicode.Scalar.init)))
  }
  for scalar in text.unicodeScalars {
    if scalar == "|" {
      add(question.release())
      continue
    }
    switch question.take(scalar.value) {
    case .passed: add([scalar.value])
    case .released(let codes): add(codes)
    case .answered(let color): keys += "[" + String(color, radix: 16) + "]"
    case .pointed(let mouse): keys += "\(mouse.kind)\(mouse.place.row),\(mouse.place.column) "
    case .held, .swallowed, .pasted: break
    }
  }
  add(question.release())
  return keys.replacing("\u{1B}", with: "^")
}

@Suite struct `The answer of the terminal` {
  @Test(arguments: [
    ("a\u{1B}[<0;12;3Mb", "apress2,11 b"), ("\u{1B}[<0;12;3m", ""),
    ("\u{1B}[<64;1;1M", "wheelUp0,0 "),
    ("\u{1B}[<65;80;24M", "wheelDown23,79 "), ("\u{1B}[<20;5;5M", "press4,4 "),
    ("\u{1B}[<2;5;5M", ""),
    ("\u{1B}[<32;5;5M", ""), ("\u{1B}[<0;0;1Mq", "q"), ("\u{1B}[<0;5Mq", "q"),
    ("\u{1B}[<0;5;5;5Mq", "q"),
    ("\u{1B}[<0;99999999999999999999;1Mq", "q"), ("\u{1B}[<0;9999;9999M", "press4095,4095 "),
    ("\u{1B}[M !!q", "q"), ("\u{1B}[<0;1;\u{1B}[<0;2;2Mq", "press1,1 q"),
  ])
  func `what a mouse did is found, and nothing of a broken report is a key`(
    text: String, keys: String
  ) {
    #expect(heard(text, hearsMouse: true) == keys)
    #expect(!heard(text).contains { "press".contains($0) })
  }

  @Test(arguments: [
    ("\u{1B}]11;rgb:ffff/ffff/f0f0\u{1B}\\", "[fffff0]"),
    ("\u{1B}]11;rgb:14/18/1f\u{07}", "[14181f]"), ("\u{1B}]11;rgb:f/0/8\u{07}", "[ff0088]"),
    ("\u{1B}]11;rgba:0000/8080/ffff/ffff\u{07}", "[80ff]"),
    ("\u{1B}]11;rgb:xx/00/00\u{07}", ""), ("\u{1B}]11;?\u{07}", ""), ("\u{1B}]11;\u{07}", ""),
    ("\u{1B}]11;rgb:00000/0/0\u{07}", ""),
  ])
  func `it is found however it is written`(text: String, keys: String) {
    #expect(heard(text) == keys)
  }

  @Test func `keys before and after it are keys`() {
    #expect(heard("jj\u{1B}]11;rgb:00/00/00\u{07}q") == "jj[0]q")
    #expect(heard("\u{1B}\u{1B}]11;rgb:00/00/01\u{1B}\\q") == "^[1]q")
  }

  @Test func `what only begins like one are keys`() {
    #expect(heard("\u{1B}|j") == "^j")
    #expect(heard("\u{1B}x") == "^x")
    #expect(heard("\u{1B}]|q") == "^]q")
    #expect(heard("\u{1B}[|q") == "^[q")
    #expect(heard("\u{1B}O|q") == "^Oq")
    #expect(heard("\u{1B}]11;\u{07}\u{1B}]|") == "^]")
  }

  @Test func `it comes once, and only after it was asked for`() {
    let answer = "\u{1B}]11;rgb:00/00/01\u{07}"
    #expect(heard(answer + answer + "\u{1B}j") == "[1]^j")
    #expect(heard(answer + "\u{1B}j", asked: false) == "^j")
  }

  @Test(
    arguments: [
      "]0;q\u{7}", "]0;q\u{1B}\\", "]lq\u{1B}\\", "]52;c;cXFx\u{7}", "]11;q\u{9C}", "P1$rq\u{1B}\\",
      "_Gi=1;q\u{1B}\\", "^q\u{1B}\\", "Xq\u{1B}\\", "[?62;22c", "[24;80R", "[?2026;2$y", "[I",
      "[O",
      "[57399u", "[27;5;113~", "Oq", "[200~q:!rm\r\u{1B}[A\u{1B}[201~",
      "[200~\u{1B}[200~q\u{1B}[201~",
      "]0;" + String(repeating: "q", count: 100_000) + "\u{7}",
    ], [true, false])
  func `nothing else that a terminal says becomes a key`(answer: String, asked: Bool) {
    #expect(heard("j\u{1B}" + answer + "k", asked: asked) == "jk")
  }

  @Test func `one that does not end is given up, and keys are keys again`() {
    for beginning in ["]11;rgb", "P", "[12;", "[200~abc"] {
      var question = GroundQuestion()
      for scalar in ("\u{1B}" + beginning).unicodeScalars { _ = question.take(scalar.value) }
      #expect(question.isInside || question.heldCount == 2)
      question.giveUp()
      #expect(question.take(0x71) == .passed)
    }
  }
}
