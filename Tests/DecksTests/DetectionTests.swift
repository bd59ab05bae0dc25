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
    ("## A {.b}", .pandoc), ("## A", .plain), ("#", .plain),
    ("```demo timeline +exec\nx\n```", .presenterm), ("```demo timeline\nx\n```", .plain),
  ])
  func `by lines of text and code`(lines: String, wanted: Dialect) {
    #expect(dialect(lines) == wanted)
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
