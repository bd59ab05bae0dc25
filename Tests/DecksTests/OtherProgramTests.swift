/// What mdp's, tpp's, lookatme's and presenterm's decks write in ways of their own.

import Decks
import Markup
import Testing

@Suite struct `Other programs` {
  @Test func `mdp's pause inside a list leaves what follows where it stands`() {
    let text = "%title: x\n\n# A\n\n* one\n  * two\n^\n  * three\n^\n* four\n"
    #expect(sketch(text) == ["# A\n- one (- two, 1:- three), 2:- four"])
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
    ("# A\n\n-> b <-\n^\n=====\n", "# A\nb\n1:====="),
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
    #expect(sketch(text, as: .tpp).last == "# A\nred(a)/b")
  }

  @Test func `tpp's line is drawn, even below everything else`() {
    let text = "--title T\n--newpage\n--heading A\na\n--horline\n"
    #expect(sketch(text, as: .tpp).last == "# A\na\nrule")
    // Elsewhere it would part the last thing from nothing.
    #expect(sketch("# A\n\na\n\n***\n", as: .plain) == ["# A\na"])
  }

  @Test func `lookatme's codes say where they lead`() {
    let text = "# A\n\n```qrcode-ex\ndata: https://a.org\ncaption: Here\n```\n"
    #expect(sketch(text, as: .lookatme) == ["# A\ncode https://a.org⏎Here"])
  }

  @Test(arguments: [
    ("![A caption](a.png)", "![](a.png)\nA caption"),
    ("![A *caption*](a.png){width=50%}", "![](a.png)\nA *caption*"),
    ("![A caption](a.png) and words", "![A caption](a.png) and words"),
    ("![](a.png)", "![](a.png)"),
  ])
  func `Pandoc's picture alone in its paragraph has its words below it`(text: String, shown: String)
  {
    #expect(sketch("# A\n\n\(text)\n", as: .pandoc) == ["# A\n" + shown])
  }

  @Test func `Pandoc's authors stand before the date, presenterm's behind it`() {
    let matter = "---\ntitle: T\nauthor: A\ndate: May\n---\n\n# B\n"
    #expect(sketch(matter, as: .pandoc).first == "# T\nA\nMay")
    #expect(sketch(matter, as: .presenterm).first == "# T\nMay\nA")
  }

  @Test func `Marp's pictures stand on the side together, and a colour is none`() {
    let text = "![bg](#123456)\n![bg](a.png)\n![bg right:40%](b.png)\n\n# A\n\nwords\n"
    #expect(sketch(text, as: .marp) == ["# A\n[words | ![](a.png); ![](b.png)]"])
  }

  @Test func `reveal's lines that are lit have numbers`() {
    for (info, isNumbered) in [("js [1|2-3]", true), ("js []", true), ("js {1|2}", false)] {
      let deck = DeckBuilder.deck(SourceLines("# A\n\n```\(info)\nx\n```\n"), as: .reveal).deck
      let code = deck.slides[0].blocks.compactMap { block in
        if case .code(let code) = block.kind { code.display } else { nil }
      }
      #expect(code.map(\.hasLineNumbers) == [isNumbered], "\(info)")
    }
  }

  @Test func `the lines of a subtitle are lines`() {
    let text = "---\ntitle: T\nsub_title: |\n  one\n  two\n---\n\nA\n===\n"
    #expect(sketch(text, as: .presenterm).first == "# T\none/two")
  }
}
