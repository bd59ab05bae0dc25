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
