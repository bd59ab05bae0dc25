/// Markdown in, the dumped tree out.

import Markup
import Testing

private func tree(_ text: String) -> String {
  let lines = SourceLines(text)
  return MarkdownReader(lines).document(in: 0..<lines.bytes.count).blocks.dump(lines)
}

@Suite struct `Markdown` {
  @Test func `headings, paragraphs and inlines know where they are`() {
    #expect(
      tree("# Мир\n\nЭто *важно* и `x`.\n") == """
        ├─ heading 1 1:3
        │  └─ "Мир" 1:3
        └─ paragraph 3:1
           ├─ "Это " 3:1
           ├─ emphasis 3:5
           │  └─ "важно" 3:6
           ├─ " и " 3:12
           ├─ code "x" 3:15
           └─ "." 3:18

        """)
  }

  @Test func `text of a tight item stays where it is among its blocks`() {
    #expect(
      tree("1. one\n   ```\n   x\n   ```\n   *then* two\n   # Three\n   four\n") == """
        └─ tight list 1. 1:4
           └─ item
              ├─ paragraph 1:4
              │  └─ "one" 1:4
              ├─ code "" 2:7
              │  └─ "x" 3:1
              ├─ paragraph 5:4
              │  ├─ emphasis 5:4
              │  │  └─ "then" 5:5
              │  └─ " two" 5:10
              ├─ heading 1 6:6
              │  └─ "Three" 6:6
              └─ paragraph 7:4
                 └─ "four" 7:4

        """)
  }

  @Test func `links and pictures know where they begin, whatever stands before them`() {
    let text = """
      - text
      - [a](a.md)
      * **b** [c](c.md "t (x)") ![](d.png)

      [e]: e.md

      > [e][e] ![](f.png)
      ![](g.png)

      1. `x` *[h](h.md)* http://i.com

      """
    let places = tree(text).split(separator: "\n").filter {
      $0.contains("link ") || $0.contains("image ")
    }.compactMap { $0.split(separator: " ").last.map(String.init) }
    #expect(
      places == ["2:3", "3:9", "3:27", "7:3", "7:10", "8:1", "10:9", "10:20"])
  }

  @Test func `lists nest, and tight text needs no paragraph of its own`() {
    #expect(
      tree("1. a\n   - b\n2. c\n") == """
        └─ tight list 1. 1:4
           ├─ item
           │  ├─ paragraph 1:4
           │  │  └─ "a" 1:4
           │  └─ tight list - 2:6
           │     └─ item
           │        └─ paragraph 2:6
           │           └─ "b" 2:6
           └─ item
              └─ paragraph 3:4
                 └─ "c" 3:4

        """)
  }

  @Test func `tables have a head, rows and alignments`() {
    #expect(
      tree("| a | b |\n|:--|--:|\n| 1 | *2* |\n") == """
        └─ table left right 1:3
           ├─ row
           │  ├─ "a"
           │  └─ "b"
           └─ row
              ├─ "1"
              └─ "2"

        """)
  }

  @Test func `every line of code knows its line, blank and indented ones too`() {
    #expect(
      tree("```swift\nlet a\n\n    let b\n```\n\nx\n") == """
        ├─ code "swift" 1:4
        │  ├─ "let a" 2:1
        │  ├─ "" 3:1
        │  └─ "    let b" 4:1
        └─ paragraph 7:1
           └─ "x" 7:1

        """)
  }

  @Test func `rules are found by the line they stand on`() {
    #expect(
      tree("a\n\n---\n\n***\n") == """
        ├─ paragraph 1:1
        │  └─ "a" 1:1
        ├─ thematic break - 3:1
        └─ thematic break * 5:1

        """)
  }

  @Test func `references are decoded, unknown ones stay as they are written`() {
    #expect(tree("&mdash;&#65;&nope;").contains("\"—A&nope;\""))
    #expect(tree("&#65;").contains("\"A\""))
    #expect(tree("&nope;").contains("\"&nope;\""))
  }

  @Test func `tags and comments over several lines are one piece`() {
    #expect(
      tree("a <span\n style=\"color:red\">x</span>\n<b><!-- two\n<lines> -->y</b>\n") == """
        └─ paragraph 1:1
           ├─ "a " 1:1
           ├─ styled color(Optional("red"), on: nil) 1:3
           │  └─ "x" 2:20
           ├─ soft break 2:28
           └─ strong 3:1
              ├─ html "<!-- two\\n<lines> -->" 3:4
              └─ "y" 4:12

        """)
  }

  @Test func `references in addresses are decoded, in Markdown and in HTML`() {
    #expect(tree("[a](http://x/?a=1&amp;b=2)").contains("link http://x/?a=1&b=2 "))
    #expect(tree("<http://x/?a&amp;b>").contains("link http://x/?a&b "))
    #expect(tree("![a](&quot;x&#65;.png)").contains("image \"xA.png "))
    #expect(tree("<a href=\"?a=1&amp;b=&quot;2\">x</a>").contains("link ?a=1&b=\"2 "))
    #expect(tree("x <img src='a&amp;b.png'>").contains("image a&b.png "))
  }

  @Test func `a tag's source can be read again`() {
    let html = "<a title='\"&amp;lt;' href=x>"
    guard case .tag(let tag)? = HTMLTokens.of(html).first?.token else {
      Issue.record("no tag")
      return
    }
    #expect(tag.attribute("title") == "\"&lt;")
    #expect(HTMLTokens.of(tag.source).map(\.token) == [.tag(tag)])
  }

  @Test func `a tag is as long as its quotations, and no longer than a tag outside of them`() {
    let names = { (html: String) in
      HTMLTokens.of(html).compactMap { piece in
        if case .tag(let tag) = piece.token { tag.attributes.last?.name } else { nil }
      }
    }
    let picture = String(repeating: "x", count: 20_000)
    #expect(names("<img src=\"data:\(picture)\" width=20>") == ["width"])
    #expect(names("<a \(String(repeating: "b ", count: 400))last>") == ["last"])
    #expect(names("<a \(String(repeating: "b ", count: 600))last>") == [])
    #expect(names("<a \(picture)> <i id='>' class=y>") == ["class"])
    #expect(names("<a b='>\"'<a c=\"'>\" last=x>") == ["last"])
  }

  @Test func `percents in addresses are bytes, others are percents`() {
    #expect("my%20pic.png".removingPercents == "my pic.png")
    #expect("%D0%9C".removingPercents == "М")
    #expect("100%".removingPercents == "100%")
    #expect("%+1%zz%4".removingPercents == "%+1%zz%4")
  }

  @Test func `nesting beyond 64 levels is flattened with a warning, no word is lost`() {
    let text = String(repeating: "> ", count: 200) + "глубоко"
    let lines = SourceLines(text)
    let document = MarkdownReader(lines).document(in: 0..<lines.bytes.count)
    #expect(document.diagnostics.count == 1)
    #expect(document.blocks.dump(lines).contains("глубоко"))
    let depth = document.blocks.dump(lines).split(separator: "\n").count { $0.contains("quote") }
    #expect(depth == 64)
  }

  @Test func `places are counted in characters`() {
    let lines = SourceLines("жук\nя x")
    #expect(lines.location(of: 10) == SourceLocation(line: 2, column: 3))
  }
}
