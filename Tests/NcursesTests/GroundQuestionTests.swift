/// The terminal's answer among the keys: found wherever it comes, and nothing of it becomes a key.

import Ncurses
import Testing

/// What becomes of text that comes from the terminal: keys, and the colour it tells in brackets. A
/// bar in the text is a pause after which no more came.
private func heard(_ text: String, asked: Bool = true) -> String {
  var question = GroundQuestion()
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
    case .held, .swallowed: break
    }
  }
  add(question.release())
  return keys.replacing("\u{1B}", with: "^")
}

@Suite struct `The answer of the terminal` {
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

  @Test func `what only begins like it are keys`() {
    #expect(heard("\u{1B}|j") == "^j")
    #expect(heard("\u{1B}x") == "^x")
    #expect(heard("\u{1B}]|q") == "^]q")
    #expect(heard("\u{1B}]1x") == "^]1x")
    #expect(heard("\u{1B}]11;\u{07}\u{1B}]|") == "^]")
  }

  @Test func `it comes once, and only after it was asked for`() {
    let answer = "\u{1B}]11;rgb:00/00/01\u{07}"
    #expect(heard(answer + "\u{1B}j") == "[1]^j")
    #expect(heard("\u{1B}j", asked: false) == "^j")
  }

  @Test func `one that does not end takes no more than sixty-four keys`() {
    let keys = heard("\u{1B}]11;" + String(repeating: "x", count: 65) + "jq")
    #expect(keys == "jq")
  }
}
