/// What appears step by step: elements of HTML, lists after lists.

import Decks
import Markup
import Testing

@Suite struct `Fragments` {
  @Test(arguments: [
    ("x <b v-click>y</b>", "x {1:**y**}"), ("x <a href=\"z\" v-click>y</a>", "x {1:[y](z)}"),
    ("x <code v-click>y</code>", "x {1:`y`}"), ("x <em class=\"fragment\">y</em>", "x {1:*y*}"),
    ("<img v-click src=\"a.png\">", "1:{1:![](a.png)} "),
    ("x\n\n<ul v-click><li>a</li><li>b</li></ul>\n\ny", "x\n1:- a, 1:- b\ny"),
    ("<ul v-click>\n<li>a<ul><li>b</li></ul></li>\n</ul>\n\ny", "1:- a (1:- b)\ny"),
    ("<blockquote class=\"fragment\">a</blockquote>\n\ny", "> 1:a\ny"),
    ("<table class=\"fragment\"><tr><td>a</td></tr></table>\n\ny", " // 1:a\ny"),
    (
      "<table><tr><td>a</td></tr><tr class=\"fragment\"><td>b</td></tr><tr><td>c</td></tr></table>",
      " // a // 1:b // c"
    ),
    ("<figure class=\"fragment\">a</figure>\n\ny", "1:a\ny"),
    ("<span v-click=\"[2,4]\">a</span> b", "{2:a} b"),
  ])
  func `are elements of any kind`(text: String, shown: String) {
    #expect(sketch("# A\n\n\(text)\n", as: .slidev) == ["# A\n" + shown])
  }

  @Test func `of code are there with all of its lines`() {
    let text = "# A\n\n<pre class=\"fragment\"><code>x\n</code></pre>\n\ny\n"
    let slide = DeckBuilder.deck(SourceLines(text), as: .reveal).deck.slides[0]
    #expect(slide.blocks.map { slide.step(ofOffset: $0.range.lowerBound) } == [1, 0])
  }

  @Test func `have no step in which nothing appears`() {
    let text = "---\noptions:\n  incremental_lists: true\n---\n\n# A\n\n- a\n- b\n\n1. c\n"
    let slide = DeckBuilder.deck(SourceLines(text), as: .presenterm).deck.slides[0]
    #expect(slide.lastStep == 3)
    #expect(Sketch(slide: slide).text == "# A\n1:- a, 2:- b\n3:1. c")
  }
}
