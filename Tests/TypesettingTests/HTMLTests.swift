/// Blocks of HTML: what a browser would show as a list, a table or code is one here.

import Decks
import Markup
import Testing

@Suite struct `Blocks of HTML` {
  private func html(_ text: String) -> [String] { words("# A\n\n" + text + "\n") }

  @Test func `lists nest, with their ends or without`() {
    #expect(
      shown("# A\n\n<ul><li>a<ol start=3><li>b</li><li>c</ol></li>\n\n<li>d\n</ul>\n")
        == ["• a", "  3. b", "  4. c", "• d"])
    #expect(html("<li>a <b>b</b></li>\n<li>c</li>") == ["• a b", "• c"])
    #expect(html("<dl><dt>A<dd>a<dt>B<dd>b</dl>") == ["A", "• a", "B", "• b"])
  }

  @Test func `items have their steps, and comments between them are obeyed`() {
    let list =
      "<ul>\n<li>a</li>\n<!-- pause -->\n<li>b</li>\n<li class=\"fragment\"><p>c</li>\n</ul>"
    #expect(steps("# A\n\n\(list)\n") == ["• a", "• a|• b", "• a|• b|• c"])
    let clicks = "# A\n\n<ul>\n<v-click><li>a</li></v-click>\n<li v-click>b</li>\n</ul>\n"
    #expect(steps(clicks, as: .slidev) == ["", "• a", "• a|• b"])
  }

  @Test func `tables have heads, alignments and cells with lines in them`() {
    let table = """
      <table><caption>Above</caption>
      <thead><tr><th>Name<th align="right">Value</tr></thead>

      <tr><td>a <b>b</b><br>c<td>1</td></tr>
      <tr><td>

      *Markdown*

      </td><td><ul><li>x<li>y</ul></td></tr>
      <tr><td colspan=2>wide
      </table>
      """
    #expect(
      shown("# A\n\n\(table)\n\nbelow\n") == [
        "Above", "Name     │ Value", "─────────┼──────", "a b      │     1", "c        │",
        "         │", "Markdown │   • x", "         │   • y", "         │", "wide     │", "below",
      ])
    #expect(html("<table><tr><td>a</td><td>b</td></tr></table>") == ["a │ b"])
  }

  @Test func `code is kept line by line`() {
    let code =
      "<pre><code class=\"language-python\">\ndef f(a):\n    return a &lt; 1\n\n  <b>x</b>\n</code></pre>"
    #expect(
      shown("# A\n\n\(code)\n\ny\n") == ["  def f(a):", "      return a < 1", "    x", "y"])
    let blocks = DeckBuilder.deck(SourceLines("# A\n\n\(code)\n")).deck.slides[0].blocks
    guard case .code(let block)? = blocks.first?.kind else {
      Issue.record("no code")
      return
    }
    #expect(block.display.language == "python")
    #expect(block.lines.map(\.text) == ["def f(a):", "    return a < 1", "", "  x"])
  }

  @Test func `headings, quotes, paragraphs and places in the middle`() {
    let text =
      "<h2 align=center>Title <i>x</i></h2>\n\n<blockquote>a<p>b</blockquote>\n\n<center>c</center>"
    #expect(
      shown("# A\n\n\(text)\n\n```\n0123456789 123456789 123456789\n```\n", columns: 40) == [
        "                Title x", "                ───────", "▎ a", "▎", "▎ b",
        "                   c", "  0123456789 123456789 123456789",
      ])
    #expect(
      DeckBuilder.deck(SourceLines("<h1>A</h1>\n\nx\n")).deck.slides[0].title?.plainText == "A")
  }

  @Test func `tags that nobody knows are words, and no word is lost`() {
    #expect(html("<div>List<String> <foo>x</foo></div>") == ["List<String> <foo>x</foo>"])
    // What a capital begins and ends is a component: only its words are shown.
    #expect(html("<Box wide>\n<Note>x</Note> y\n</Box>") == ["x y"])
    #expect(html("a <Badge>new</Badge> b, Map<Key>") == ["a new b, Map<Key>"])
    #expect(html("<table>a<tr>b<td>c</table>") == ["a", "b", "c"])
    #expect(html("<ul>a<b>b</b><li>c") == ["• ab", "• c"])
    #expect(html("<td>a</td><td>b</td>").joined() == "ab")
    #expect(html("<h2>a<ul><li>b</ul>") == ["a", "─", "• b"])
  }

  @Test func `code in a cell ends where Markdown begins`() {
    let text = "<table><tr><td>\n<pre>\n**a**,\n\n_b_.\n</pre>\n</td></tr></table>"
    #expect(html(text) == ["**a**,", "b."])
  }

  @Test func `inside lists and quotes of Markdown, too`() {
    #expect(html("- a\n\n  <table><tr><td>b<td>c</table>\n") == ["• a", "b │ c"])
    #expect(html("> <ul><li>a</ul>\n") == ["▎ • a"])
  }

  @Test(arguments: ["ul", "table><tr><td", "blockquote", "li", "pre", "dl><dt", "h1", "p", "td"])
  func `any depth and any number ends`(tag: String) {
    let text = "<div>\n" + String(repeating: "<\(tag)>x<!-- y -->\n", count: 5_000) + "last\n"
    let slide = DeckBuilder.deck(SourceLines("# A\n\n" + text)).deck.slides[0]
    #expect(
      slide.blocks.flatMap(\.inlines).contains { $0.plainText.contains("last") } || tag == "pre")
  }

  @Test func `the alternative of a demo hides its comments`() {
    let fence =
      "# A\n\n```demo tree\n---\n<!-- pause -->\n\n- a\n  <!-- b -->\n\n<ul><li>c</ul>\n```\n"
    let request = DeckBuilder.deck(SourceLines(fence)).deck.slides[0].demos[0]
    let lines = SourceLines(fence)
    #expect(request.alternative.count == 2)
    #expect(!request.alternative.dump(lines).contains("html \"<!--"))
  }

  @Test func `no blank begins a line`() {
    #expect(html("<p>a<br/>\n b <img src=\"c.png\" alt=\"c\"> d</p>").first == "a")
    #expect(html("<blockquote>a<br/>\n b</blockquote>") == ["▎ a", "▎ b"])
  }

  @Test func `formulas and Markdown between tags are read`() {
    #expect(
      html("<p class=\"x\">[a](b) at $n^2$, **c** and _d_</p>") == ["a[1] at n², c and d", "[1] b"])
    #expect(
      html("<p>1. a * b * c, $5 and $6, <code>*x*</code> d_e_f</p>") == [
        "1. a * b * c, $5 and $6, *x* d_e_f"
      ])
    #expect(html("<div>\na<br>\n$$\nx_1\n$$\nb</div>") == ["a", "x₁", "b"])
  }
}
