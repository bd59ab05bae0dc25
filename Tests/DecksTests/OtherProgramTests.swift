/// What mdp's, tpp's, lookatme's and presenterm's decks write in ways of their own.

import Decks
import Markup
import Testing

@Suite struct `Other programs` {
  @Test func `mdp's pause inside a list leaves what follows where it stands`() {
    let text = "%title: x\n\n# A\n\n* one\n  * two\n^\n  * three\n^\n* four\n"
    #expect(sketch(text) == ["# A\n- one (- two, 1:- three)\n2:- four"])
  }

  @Test func `mdp's lines in the middle stay together`() {
    let text = "%title: x\n\n# A\n\n-> +---+ <-\n-> | x | <-\n-> +---+ <-\n\n-> y <-\n"
    #expect(sketch(text) == ["# A\n+---+/| x |/+---+\ny"])
  }

  @Test(arguments: [
    ("[a](b) c", "[a](b) c"), ("x ![a](b), [c] (d) [e](f)", "x ![a](b), [c] (d) [e](f)"),
    ("*a* _b_ `c` ` *d", "red(a) (b) `c` ` *d"), ("(a) [b](c) [d", "(a) [b](c) [d"),
  ])
  func `mdp's links and marks are read wherever they stand`(text: String, shown: String) {
    #expect(sketch("%title: x\n\n# A\n\n\(text)\n") == ["# A\n" + shown])
  }

  @Test(arguments: [
    ("-> # T <-\n=====\n\nx\n", "# T\nx"), ("-> T <-\n-----\n\nx\n", "# T\nx"),
    ("a\n\n-> # T <-\n-----\n", "a\nh2 T"), ("a\n\n-> b <-\n-> c <-\n-----\n", "a\nb\nh2 c"),
    ("# A\n\nfirst\nsecond\n------\n", "# A\nfirst\nh2 second"),
  ])
  func `mdp's underlined lines are headings`(text: String, shown: String) {
    #expect(sketch("%title: x\n\n" + text) == [shown])
  }

  @Test func `mdp's rows between bars are lines that stay whole`() {
    let text = "%title: x\n\n# A\n\n| a | b |\n|---|---|\n\n| *c* | d |\n| e | f |\n"
    #expect(
      sketch(text) == ["# A\ncode | a | b |⏎|---|---|\n| red(c) | d |/| e | f |"])
  }

  @Test func `tpp's colours hold until the next`() {
    let text = "--title T\n--newpage\n--heading A\n--color red\na\n--color default\nb\n"
    #expect(sketch(text, as: .tpp).last == "# A\nred(a)\nb")
  }

  @Test func `lookatme's codes say where they lead`() {
    let text = "# A\n\n```qrcode-ex\ndata: https://a.org\ncaption: Here\n```\n"
    #expect(sketch(text, as: .lookatme) == ["# A\ncode https://a.org⏎Here"])
  }

  @Test func `the lines of a subtitle are lines`() {
    let text = "---\ntitle: T\nsub_title: |\n  one\n  two\n---\n\nA\n===\n"
    #expect(sketch(text, as: .presenterm).first == "# T\none/two")
  }
}
