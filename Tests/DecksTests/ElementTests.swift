/// Elements of HTML that are rarely met, and scripts, which are never shown.

import Decks
import Markup
import Testing

@Suite struct `Elements of HTML` {
  @Test(arguments: [
    ("<ruby>漢<rp>(</rp><rt>kan</rt></ruby>", "漢(kan"), ("<nobr>a b</nobr>", "a b"),
    ("a <output>b</output> <acronym>c</acronym>", "a b c"),
    ("<dialog open>d</dialog>", "d"), ("x <foo bar=\"1\">d</foo> y", "x d y"),
    ("x <foo>d</foo> y", "x <foo>d</foo> y"),
  ])
  func `show their words`(text: String, shown: String) {
    for text in [text, "<div>\(text)</div>"] {
      #expect(sketch("# A\n\n\(text)\n").map(\.trimmedBlanks) == ["# A\n" + shown])
    }
  }

  @Test(arguments: [
    ("<p>before <script>if (a<b) x</script> after</p>", "before after"),
    ("y <script>alert(1)</script> z", "y z"), ("y <style>a *b* c</style>", "y"),
    ("y <svg><text>t</text></svg> z", "y z"), ("y <svg> z", "y z"),
    ("<div><style>a<b>{}</style>x</div>", "x"),
  ])
  func `that are no words are not shown`(text: String, shown: String) {
    let found = sketch("# A\n\n\(text)\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(found == ["# A\n" + shown])
  }
}
