/// How text is shared out: lines of about equal length, what is not parted, what goes first where
/// room is short.

import Decks
import Markup
import Screen
import Testing

@testable import Typesetting

private func page(_ text: String, _ rows: Int, _ columns: Int, isFirst: Bool = false) -> Page {
  let slide = DeckBuilder.deck(SourceLines(text)).deck.slides[0]
  let size = Size(rows: rows, columns: columns)
  return Typesetter(theme: .dark).page(for: slide, isFirst: isFirst, in: size)
}

private func frame(_ page: Page, _ rows: Int, _ columns: Int) -> [String] {
  var canvas = Canvas(Size(rows: rows, columns: columns))
  page.draw(on: &canvas, step: 0, scroll: 0, .dark)
  let found = (page.body.origin.row..<rows).map { canvas.grid.text(ofRow: $0) }
  let indent = found.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
  return found.map { String($0.dropFirst(indent)) }
}

private func shown(_ text: String, _ rows: Int, _ columns: Int) -> [String] {
  frame(page(text, rows, columns), rows, columns)
}

/// Those between the first and the last that hold anything.
private func inked(_ text: String, _ rows: Int, _ columns: Int) -> [String] {
  let all = shown(text, rows, columns).drop(while: \.isEmpty)
  return Array(all.reversed().drop(while: \.isEmpty).reversed())
}

/// The words of a block-font title, a line each.
private func title(_ text: String, _ width: Int) -> [Int]? {
  BigText(medium: Medium()).lines(of: text, .plain, width: width, most: [.halves])?
    .map { $0.text.withoutTrailingBlanks.columns }
}

@Suite struct `Lines in balance` {
  @Test func `of a large title are about equally long, and end with no short word`() {
    for (text, parts) in [
      ("Параллелизм в Python", ["Параллелизм", "в Python"]),
      ("Packets on the wire", ["Packets", "on the wire"]),
      ("Goroutines in practice", ["Goroutines", "in practice"]),
    ] {
      let whole = BigText(medium: Medium())
      let alone = parts.flatMap { whole.lines(of: $0, .plain, width: 74, most: [.halves]) ?? [] }
      let lines = whole.lines(of: text, .plain, width: 74, most: [.halves])
      #expect(lines?.filter { !$0.spans.isEmpty } == alone, "\(text)")
    }
  }

  @Test func `of large letters do not touch, where there is a row for that`() {
    let text = "ggggggggg kkkkkkkkk"
    let big = BigText(medium: Medium())
    #expect(big.lines(of: text, .plain, width: 60, most: [.halves])?.count == 9)
    #expect(big.lines(of: text, .plain, width: 60, rows: 8, most: [.halves])?.count == 8)
  }

  @Test(arguments: [
    // lines of the larger letters would touch
    ("ggggggggg kkkkkkkkk", 60, 8, 5),
    // "on the wire" is too wide in larger letters
    ("Packets on the wire", 48, 30, 4),
    // nothing smaller holds it whole: better parted than not at all
    ("Packets on the wirewirewire", 44, 30, 9),
  ])
  func `of large letters are smaller rather than touching or ending in a short word`(
    text: String, width: Int, rows: Int, count: Int
  ) {
    let lines = BigText(medium: Medium())
      .lines(of: text, .plain, width: width, rows: rows, most: [.halves, .quarters])
    #expect(lines?.count == count, "\(lines?.map(\.text) ?? [])")
  }

  @Test func `in the middle are about equally long`() {
    let text = "<!-- alignment: center -->\n\none two three four five six seven eight nine ten\n"
    #expect(
      shown(text, 10, 46).filter { !$0.isEmpty } == [
        "one two three four five", "six seven eight nine ten",
      ])
  }

  @Test(arguments: [
    (
      "всего на сервере занято 16 аппаратных потоков", 28,
      ["всего на сервере занято", "16 аппаратных потоков"]
    ),
    (
      "и начата у нас всегда одна (L = 1), не две", 31,
      ["и начата у нас всегда одна", "(L = 1), не две"]
    ),
    ("один компьютер и два процессора → ядра", 31, ["один компьютер и два", "процессора → ядра"]),
    (
      "чужих процессов насчитали мы 6 059 штук", 32,
      ["чужих процессов насчитали", "мы 6 059 штук"]
    ),
    (
      "the year of this talk was 2018 Then more", 30,
      ["the year of this talk was 2018", "Then more"]
    ),
  ])
  func `part no number from what it counts and no relation from its sides`(
    text: String, width: Int, lines: [String]
  ) {
    #expect(LineBreaker.lines(of: Line(text), width: width).map(\.text) == lines)
  }
}

@Suite struct `Where room is wide` {
  private let deck =
    "# T\n\n<!-- column_layout: [1, 1] -->\n\n<!-- column: 0 -->\n\nleft\n\n<!-- column: 1 -->\n\nright"

  @Test func `columns with few words stand no further apart than prose is wide`() {
    let row = shown(deck, 60, 200).first { $0.contains("left") } ?? ""
    #expect(row.drop { $0 == " " }.count == 43 + 5)
    let long = deck + String(repeating: " and so on", count: 7) + "\n"
    let wide = shown(long, 60, 200).filter { $0.contains("left") || $0.contains("so on") }
    #expect(wide.count == 1)
  }
}

@Suite struct `Where room is short` {
  private static let talk = """
    # T

    | a | n |
    |---|--:|
    | one two three four five six | 1 |
    | seven eight nine ten | 1000000 |

    words

    more words
    """

  @Test func `air goes from within tables first, then from between blocks`() {
    let table = [
      "a                    │       n", "─────────────────────┼────────",
      "one two three four   │       1",
    ]
    let row = "seven eight nine ten │ 1000000"
    let roomy: [String] = [
      "five six             │", "                     │", row, "", "words", "", "more words",
    ]
    let closer: [String] = ["five six             ┊", row, "", "words", "", "more words"]
    let closest: [String] = ["five six             ┊", row, "words", "more words"]
    for (rows, rest) in [(14, roomy), (12, closer), (10, closest)] {
      let expected: [String] = table + rest
      #expect(Array(shown(Self.talk, rows, 30).prefix(expected.count)) == expected)
    }
  }

  @Test func `the rows at the edges go before those that part one thing from the next`() {
    let three = "# T\n\none\n\ntwo\n\n    code\n"
    #expect(inked(three, 16, 30) == ["one", "", "two", "", "  code"])
    let many = "# T\n\n" + (1...6).map { "word \($0)\n\n" }.joined()
    #expect(inked(many, 16, 30).count == 11)
    // Thirteen rows are all that title, rule and foot line leave.
    let more = inked(many + "word 7\n", 16, 30)
    #expect(more.count == 13 && more.filter(\.isEmpty).count == 6)
  }

  @Test func `what a wrapped column leaves goes to those that wrap more`() {
    let table = """
      | Field | First specified in | Remarks |
      |---|---|---|
      | TTL | RFC 791 | decremented by every router on the way to wherever it goes |
      | Protocol | RFC 790 | six is TCP |

      """
    let rows = inked(table, 24, 50)
    #expect(rows.count == 8)
    #expect(rows.first?.contains("First specified in") == true)
  }

  @Test func `lists of different kinds stand apart, one that goes on does not`() {
    #expect(inked("- a\n- b\n\n1. c\n2. d\n", 20, 40) == ["• a", "• b", "", "1. c", "2. d"])
    #expect(inked("1. a\n2. b\n\n- [ ] c\n", 20, 40) == ["1. a", "2. b", "", "[ ] c"])
    let goingOn = "1. a\n2. b\n\n<!-- -->\n\n3. c\n"
    #expect(inked(goingOn, 20, 40) == ["1. a", "2. b", "3. c"])
  }

  @Test func `bars of a table stand closer before a word is cut`() {
    let table = "| abcdefghij | klmnopqrst | uvwxyzabcd |\n|---|---|---|\n| 1 | 2 | 3 |\n"
    #expect(shown(table, 12, 38).contains("abcdefghij │ klmnopqrst │ uvwxyzabcd"))
    #expect(shown(table, 12, 34).contains("abcdefghij│ klmnopqrst│ uvwxyzabcd"))
    #expect(shown(table, 12, 32).contains { $0.hasPrefix("abcdefgh") && $0.contains(" │ ") })
  }

  @Test func `a number at the right stays there, even wrapped`() {
    let table = "| n |\n|--:|\n| 1 |\n| 1 234 567 890 123 456 789 |\n\n"
    let text = "<!-- column_layout: [1, 1, 1] -->\n<!-- column: 0 -->\n" + table
    let rows = shown(text, 20, 60).filter { !$0.isEmpty }
    #expect(rows.count == 5)
    #expect(Set(rows.map(\.columns)).count == 1)
    #expect(rows.last == "  123 456 789")
  }

  @Test func `large letters get smaller before a slide scrolls`() {
    let text =
      "# T\n\n<!-- font_size: 7 -->\n\nword\n\n<!-- font_size: 1 -->\n\n"
      + (1...6).map { "line \($0)\n\n" }.joined()
    #expect(page(text, 40, 80).pieces.map { $0.content.columns }.max() ?? 0 > 40)
    #expect(page(text, 24, 80).overflow == 0)
    #expect(page(text, 16, 80).overflow == 0)
  }

  @Test(arguments: [
    "Параллелизм в Python", "Threads without tears", "Linear algebra for designers",
    "Основы теории вероятностей",
  ])
  func `a title in large letters fits a screen of 60 by 20`(text: String) {
    let cover = page("# \(text)\n\nfirst\n\nsecond\n", 20, 60, isFirst: true)
    #expect(cover.overflow == 0)
    #expect(
      cover.pieces.contains { piece in
        if case .line(let line) = piece.content {
          line.text.contains { "▀▄█▌▐▖▗▘▝".contains($0) }
        } else {
          false
        }
      })
    #expect(cover.pieces.allSatisfy { $0.origin.column + $0.content.columns <= 60 })
  }
}
