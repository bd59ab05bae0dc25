/// What is pasted: told in one, without anything that is not text.

import Ncurses
import Testing

/// The texts that were pasted, in brackets, and the keys around them.
private func heard(_ text: String) -> String {
  var question = GroundQuestion()
  var heard = ""
  for scalar in text.unicodeScalars {
    switch question.take(scalar.value) {
    case .passed: heard.unicodeScalars.append(scalar)
    case .pasted(let text): heard += "(" + text + ")"
    default: break
    }
  }
  return heard
}

private func pasted(_ text: String) -> String { "\u{1B}[200~" + text + "\u{1B}[201~" }

@Suite struct `What is pasted` {
  @Test(arguments: [
    ("слово q", "слово q"), ("", ""), ("a\r\nb\tc\n", "a b c"), ("  a  b ", "a b"),
    ("\u{0}a\u{3}\u{7F}\u{9B}31m", "a31m"), ("\u{1B}[A", "[A"), ("\u{1B}[200~x", "[200~x"),
    ("\u{1B}", ""), ("\u{1B}\u{1B}[20", "[20"), ("\u{1B}[20\u{1B}[201", "[20[201"),
    ("нет\u{200D}👩‍💻", "нет\u{200D}👩‍💻"),
  ])
  func `is one text, and no key`(text: String, told: String) {
    #expect(heard("j" + pasted(text) + "k") == "j(" + told + ")k")
  }

  @Test(arguments: [-1, 0, 1]) func `has an end`(more: Int) {
    let count = PastedText.longest + more
    let kept = String(repeating: "ж", count: min(count, PastedText.longest))
    #expect(heard(pasted(String(repeating: "ж", count: count))) == "(" + kept + ")")
  }

  @Test func `may be a megabyte`() {
    let text = String(repeating: "q\n:!rm ", count: 150_000)
    #expect(heard(pasted(text) + "j").hasSuffix(")j"))
  }
}
