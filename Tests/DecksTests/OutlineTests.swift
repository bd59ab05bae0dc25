/// Decks whose slides are found by their lines alone, and decks where only the parser can tell:
/// either way the slides are those of the whole.

import Decks
import Markup
import Synchronization
import Testing

private struct Sample: CustomTestStringConvertible, Sendable {
  var name: String
  var text: String
  var slides: Int
  var dialect: Dialect?
  var testDescription: String { name }

  init(_ name: String, _ slides: Int, as dialect: Dialect? = nil, _ text: String) {
    self.name = name
    self.slides = slides
    self.dialect = dialect
    self.text = text
  }
}

private let samples = [
  Sample("rules after empty lines", 3, "# A\n\n---\n\n# B\n\nb\n\n-----\n\n# C\n"),
  Sample("a rule below a heading", 2, "# A\n---\n# B\n"),
  Sample("a rule below text is an underline", 2, "# A\n\n---\n\nTitle\n---\n\nb\n"),
  Sample("a rule below a list", 3, "- a\n---\n\nx\n\n---\n\n- b\nlazy\n---\n"),
  Sample("a rule inside an item", 2, "- a\n\n  ---\n\n  b\n\n---\n\nc\n"),
  Sample("rules with blanks and an indent", 3, "a\n\n- - -\n\nb\n\n  ---  \n\nc\n"),
  Sample("a rule of stars is drawn", 2, "a\n\n***\n\nb\n\n---\n\nc\n"),
  Sample("a rule of stars separates", 4, as: .patat, "a\n\n***\n\nb\n\n---\n\nc\n\n___\n\nd\n"),
  Sample("dashes in a fence", 2, "a\n\n```\n\n---\n\n```\n\n---\n\nb\n"),
  Sample("a fence that is never closed", 2, "a\n\n---\n\n```\n\n---\n\nb\n"),
  Sample("a fence in an item that is never closed", 2, "- a\n  ```\n  x\n\n---\n\nb\n"),
  Sample("a fence on the line of its item", 3, "- ```\n  x\n  ```\n\n---\n\nb\n\n---\n\nc\n"),
  Sample("bars as indented code", 2, "a\n\n    ```\n\n---\n\nb\n"),
  Sample(
    "bars as indented code, then a fence", 2, "a\n\n    ```\n\n---\n\n```\n\n---\n\n```\n\nb\n"),
  Sample("a fence closed by bars too far in", 2, "a\n\n---\n\n```\nx\n    ```\n\n---\n\n```\n"),
  Sample("dashes in a comment", 2, "a\n\n<!-- x\n\n---\n\ny -->\n\n---\n\nb\n"),
  Sample("a comment in an item that is never closed", 2, "- a\n\n  <!-- x\n\n---\n\nb\n"),
  Sample("a comment that is hardly one", 2, "<!-->\n\n---\n\nb\n\n<!--->\n"),
  Sample("a script with dashes", 2, "a\n\n<script>\n\n---\n\n</script>\n\n---\n\nb\n"),
  Sample("a division with dashes below", 2, "<div>\n---\n</div>\n\n---\n\nb\n"),
  Sample("a division around a fence", 2, "<div>\n```\n</div>\n\n---\n\n```\nb\n"),
  Sample("an empty slide in the middle", 3, "a\n\n---\n\n---\n\nb\n"),
  Sample("rules at both ends", 2, "---\n\na\n\n---\n\nb\n\n---\n"),
  Sample("definitions after the last rule", 2, "[a]\n\n---\n\n[a] b\n\n---\n\n[a]: http://x.org\n"),
  Sample(
    "definitions on another slide, the first one holds", 2,
    "[a] [B c]\n\n[a]: /1 'one\ntwo'\n\n---\n\n[a] ![d]\n\n[a]: /2\n[b c]: </3 4>\n[d]: e.png\n"),
  Sample("what is no definition", 2, "a\n[b]: /1\n\n---\n\n[b] c\n\n[d]: /2\nx\n"),
  Sample("a definition in a quote", 2, "[b]\n\n---\n\n> [b]: /1\n\nc\n"),
  Sample("a definition in code", 2, "[b]\n\n---\n\n    [b]: /1\n\nc\n"),
  Sample("text below a definition", 2, "[b]\n\n---\n\n[b]: /1\ntext\n"),
  Sample("footnotes on another slide", 2, "a[^1]\n\n---\n\nb\n\n[^1]: note [c]\n\n[c]: /1\n"),
  Sample(
    "ends of slides", 3, as: .presenterm,
    "a\n<!-- end_slide -->\nb\n\n---\n\n<!-- end_slide -->\nc\n"),
  Sample("ends of slides and rules", 3, as: .plain, "a\n\n<!-- end_slide -->\n\nb\n\n---\n\nc\n"),
  Sample("an end among other comments", 2, as: .presenterm, "a\n<!--\nend_slide\n-->\nb\n"),
  Sample("an end in an item", 1, as: .presenterm, "- a\n\n  <!-- end_slide -->\n- b\n"),
  Sample("slides that are skipped", 2, "a\n\n---\n\n<!-- skip_slide -->\nb\n\n---\n\nc\n"),
  Sample("exact rules", 2, as: .reveal, "a\n\n----\n\nb\n\n---\n\nc\n"),
  Sample("vertical slides", 3, as: .reveal, "a\n\n--\n\nb\n\n---\n\nc\n"),
  Sample("rules without empty lines", 3, as: .slides, "a\n---\nb\n---\nc\n"),
  Sample(
    "mdp's rules, of which text below hides one", 2, as: .mdp,
    "%t: x\n\na\n---\n\n---\n\nb\n\n---\n"),
  Sample(
    "mdp's rules in code and comments", 2, as: .mdp,
    "```\n\n---\n```\n\n---\n<!-- x\n\n---\n-->\nb\n"),
  Sample("mdp's rules in indented code", 2, as: .mdp, "a\n\n    b\n\n    ---\n\n* * *\n\nc\n"),
  Sample("mdp's empty slides", 3, as: .mdp, "---\n\n---\n\na\n\n---\n\n---\n"),
  Sample("no end of line at the end", 2, "a\n\n---\n\nb"),
  Sample("a mark of the encoding", 2, "\u{FEFF}a\n\n---\n\nb\n"),
  Sample("columns in a division", 2, as: .patat, "::: x\na\n\n---\n\nb\n:::\n"),
]

@Suite struct `Slides that are read one by one` {
  @Test(arguments: samples)
  private func `are those of the deck read as a whole`(_ sample: Sample) {
    for text in [sample.text, sample.text.replacing("\n", with: "\r\n")] {
      let lines = SourceLines(text)
      let own = DeckBuilder.deck(lines, as: sample.dialect).deck.slides
      let whole = DeckBuilder.deck(lines, as: sample.dialect, isLazy: false).deck.slides
      #expect(Array(own) == Array(whole))
      #expect(own.count == sample.slides)
    }
  }

  /// Lines in any order: what one of them opens another may close, or not.
  /// Not for slides, which cuts its text before it reads it as Markdown: there the whole errs.
  @Test(arguments: [Dialect.plain, .presenterm, .patat, .reveal, .lookatme, .mdp])
  func `are those of the whole, whatever lines stand below each other`(_ dialect: Dialect) {
    let lines = [
      "", "", "", "", "---", "---", "----", "- - -", " ---", "    ---", "***", "___", "--", "===",
      "text", "# head", "  # head", "- item", "  - inner", "1. one", "  more", "    code",
      "> quote",
      "```", "  ```", "    ```", "~~~", "```swift", "- ```", "<!-- pause -->", "<!--", "-->",
      "  <!-- x", "<!-- end_slide -->", "  <!-- end_slide -->", "<div>", "</div>", "<script>",
      "</script>", "<br>", "<https://a.org>", "[a]: /1", "[b]:", "  [c]: /2 'x", "y'", "- [a]: /3",
      "[a] [b] [c]", "[^1]: note", "note[^1]", "| a | b |", "|---|---|", "$$", ":::", "::: notes",
      "#tag", "####### x", "\t```", "\t<!-- x -->", "|-|-|", "#",
    ]
    var random = SplitMix(state: 20)
    for _ in 0..<400 {
      let count = Int.random(in: 4...24, using: &random)
      let text = (0..<count).map { _ in lines.randomElement(using: &random) ?? "" }
        .joined(separator: "\n")
        // Read as a whole, md4c takes code right below a comment for text.
        .replacing("-->\n    ", with: "-->\n\n    ").replacing("-->\n\t", with: "-->\n\n\t")
      let source = SourceLines(text)
      let own = DeckBuilder.deck(source, as: dialect).deck.slides
      let whole = DeckBuilder.deck(source, as: dialect, isLazy: false).deck.slides
      #expect(own.map(Look.init) == whole.map(Look.init), "\(text)")
    }
  }

  @Test func `take no reading until they are shown`() {
    let read = ReadFiles()
    let text = "a\n\n---\n\n```file\npath: x.py\nlanguage: python\n```\n"
    let files = DeckFiles { path, _ in
      read.names.withLock { $0.append(path) }
      return .success(Array("x = 1".utf8))
    }
    let deck = DeckBuilder.deck(SourceLines(text), as: .presenterm, files: files).deck
    #expect(deck.slides.count == 2)
    _ = deck.slides[0]
    #expect(read.names.withLock { $0 } == [])
    _ = deck.slides[1]
    #expect(read.names.withLock { $0 } == ["x.py"])
  }
}

/// The names of the files that were asked for.
private final class ReadFiles: Sendable {
  let names = Mutex<[String]>([])
}

/// A slide without the places of what has none of its own in the source.
private struct Look: Equatable {
  var title: String?
  var steps: Int
  var notes: [String]
  var words: [String]

  init(_ slide: Slide) {
    title = slide.title?.plainText
    steps = slide.lastStep
    notes = slide.notes
    words = slide.items.map { "\($0.blocks.map { $0.kind.words })" }
  }
}

extension Block.Kind {
  fileprivate var words: String {
    switch self {
    case .code(let code): "code \(code.info) \(code.text)"
    case .thematicBreak(let mark): "rule \(mark)"
    case .html(let html): html
    case .list(let list): "list \(list.items.map { $0.blocks.map(\.kind.words) })"
    case .quote(let blocks): "quote \(blocks.map(\.kind.words))"
    case .alert(let alert): "alert \(alert.blocks.map(\.kind.words))"
    case .heading(let level, let inlines): "\(level) \(inlines.plainText)"
    case .paragraph(let inlines): inlines.links
    case .table(let table): "table \(table.rows.map { $0.cells.map(\.plainText) })"
    }
  }
}

extension [Inline] {
  fileprivate var links: String {
    map { inline in
      if case .link(let destination, let words) = inline.kind {
        "<\(destination) \(words.plainText)>"
      } else {
        inline.plainText
      }
    }.joined()
  }
}

/// The same numbers in every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
