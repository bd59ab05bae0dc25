/// What speaks for a dialect, and what only looks like it.

import Decks
import Markup
import Testing

private func dialect(_ lines: String) -> Dialect {
  DeckBuilder.deck(SourceLines("# One\n\n\(lines)\n\n---\n\n# Two\n")).deck.reading.dialect
}

@Suite struct `A dialect is known` {
  @Test(arguments: [
    ("- a <!-- .element: class=\"fragment\" -->", Dialect.reveal),
    ("* a <!-- .element: class=\"fragment\" -->", .reveal),
    ("-> a <-", .mdp), ("- a <-", .plain), ("- a", .plain), ("-", .plain),
    ("Note: a", .plain), ("Note:\n\na", .reveal), ("Nothing", .plain),
    ("Notes:\n\n- a", .plain), ("Notes:\n\na\n\n---\n\nNotes:\n\nb", .reveal),
    ("a\n\n^\n\nb\n\n^\n\nc", .mdp), ("a\n\n^\n\nb", .plain),
    ("```ts [main.ts]\nx\n```\n\n```sh [npm]\nx\n```", .plain), ("```js [1|2-3]\nx\n```", .reveal),
    ("~~~ruby startline=3\nx\n~~~", .plain), ("~~~sd a b\nx\n~~~", .slides),
  ])
  func `by lines of text and code`(lines: String, wanted: Dialect) {
    #expect(dialect(lines) == wanted)
  }

  @Test(arguments: [
    ("---\ndate: MMMM dd, YYYY\n---\n\n# A", Dialect.slides),
    ("---\ndate: 2026-11-07\n---\n\n# A", .plain),
    (
      "---\npatat: {wrap: true}\n---\n\n# A {.c}\n\n"
        + String(repeating: "::: x\na\n:::\n\n", count: 9), .patat
    ),
  ])
  func `by the front matter`(text: String, wanted: Dialect) {
    #expect(DeckBuilder.deck(SourceLines(text)).deck.reading.dialect == wanted)
  }

  @Test(arguments: [
    ("<!-- stop -->", Dialect.lookatme), ("<!--stop-->", .lookatme),
    ("<!--\(String(repeating: " ", count: 70))stop -->", .lookatme),
    ("<!-- stop\u{A0}-->", .lookatme), ("<!-- stop—here -->", .lookatme),
    ("<!-- stopя -->", .plain), ("<!-- стоп -->", .plain), ("<!-- stopped -->", .plain),
    ("<!--\(String(repeating: " ", count: 55))class_of_1999 -->", .plain),
    ("<!-- v -->\n\n<!-- v -->", .reveal),
    ("<!-- v -->\(String(repeating: " ", count: 60))text\n\n<!-- v --> text", .plain),
    ("<!--config: x -->", .patat), ("<!-- config: x -->", .plain), ("<!--", .plain),
    ("<!-", .plain),
  ])
  func `by comments`(lines: String, wanted: Dialect) {
    #expect(dialect(lines) == wanted)
  }
}
