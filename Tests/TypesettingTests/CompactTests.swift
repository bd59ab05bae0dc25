/// Slides on so few rows that no air is left: what stands close is told apart all the same.

import Decks
import Markup
import Screen
import Testing

@testable import Typesetting

/// The rows of the first slide's body as far as they hold anything, without their common indent.
private func rows(_ text: String, _ rows: Int, columns: Int = 40, ascii: Bool = false) -> [String] {
  let grid = grid(text, rows, columns: columns, ascii: ascii)
  let found = (2..<rows - 1).map { grid.text(ofRow: $0) }.filter { !$0.isEmpty }
  let indent = found.map { $0.prefix { $0 == " " }.count }.min() ?? 0
  return found.map { String($0.dropFirst(indent)) }
}

private func grid(_ text: String, _ rows: Int, columns: Int = 40, ascii: Bool = false) -> Grid {
  let slide = DeckBuilder.deck(SourceLines(text)).deck.slides[0]
  let setter = Typesetter(theme: .dark, medium: Medium(ascii: ascii))
  let size = Size(rows: rows, columns: columns)
  let page = setter.page(for: slide, isFirst: false, in: size)
  var canvas = Canvas(size, ascii: ascii)
  page.draw(on: &canvas, step: slide.lastStep, scroll: 0, .dark)
  return ascii ? Strokes.ascii(canvas.grid) : canvas.grid
}

@Suite struct `Where there is no room for air` {
  /// A title may shrink, a text in large letters, too: neither helps what is hundreds of screens long.
  @Test(arguments: [(1, 2), (7, 9)])
  func `what no air can help is not set again and again`(size: Int, most: Int) {
    var slide = DeckBuilder.deck(SourceLines("# T\n\n```demo timeline\n```\n")).deck.slides[0]
    slide.style.isLead = true
    if size > 1 { slide.items[0].size = size }
    let long = DeckBuilder.deck(SourceLines(String(repeating: "word\n\n", count: 4000))).deck
    var settings = 0
    let setter = Typesetter(theme: .dark) { _ in
      settings += 1
      return long.slides[0].blocks
    }
    let page = setter.page(for: slide, isFirst: true, in: Size(rows: 24, columns: 80))
    #expect(page.overflow > 3000)
    #expect(settings <= most, "\(settings)")
  }

  private let table = """
    # T

    | Name | Meaning |
    |---|---|
    | lock | one thread at a time may be in there |
    | queue | first come, first served, all wait |
    | flag | somebody is told |
    """

  @Test func `the bars of a table tell where a row begins`() {
    #expect(
      rows(table, 11, columns: 30) == [
        "Name  │ Meaning", "──────┼─────────────────────", "lock  │ one thread at a time",
        "      ┊ may be in there", "queue │ first come, first", "      ┊ served, all wait",
        "flag  │ somebody is told",
      ])
    #expect(rows(table, 11, columns: 30, ascii: true)[3] == "      : may be in there")
  }

  @Test func `and so do grounds, where there are colours`() {
    let grid = grid(table, 11, columns: 30)
    let grounds = (4..<9).map { grid[$0, 14].style.background }
    #expect(grounds[0] == grounds[1])
    #expect(grounds[2] == grounds[3])
    #expect(grounds[0] == grounds[4])
    #expect(grounds[0] != grounds[2])
  }

  @Test func `in a table of one column lines that go on are indented`() {
    let text =
      "# T\n\n| Rule |\n|---|\n| Nobody waits for ever, or holds two |\n| Order |\n| Try |\n"
    #expect(
      rows(text, 9, columns: 24) == [
        "Rule", "──────────────────────", "Nobody waits for", "  ever, or holds two", "Order",
        "Try",
      ])
  }

  @Test func `listings that touch have a bracket each`() {
    let text =
      "# T\n\n```c\nint a;\n```\n\n```c\nint b;\nint c;\nint d;\n```\n\nx\n\n```sh\nls\n```\n"
    #expect(
      rows(text, 9) == ["[ int a;", "⎡ int b;", "⎢ int c;", "⎣ int d;", "x", "  ls"])
    #expect(
      rows(text, 9, ascii: true) == ["[ int a;", "/ int b;", "| int c;", "\\ int d;", "x", "  ls"])
    #expect(rows(text, 20).allSatisfy { !"[⎡⎢⎣".contains($0.first ?? " ") })
  }
}

@Suite struct `Listings of one slide` {
  @Test func `have one margin for their numbers`() {
    let text = """
      # T

      ```c {all} +line_numbers
      int a;
      ```

      ```c {1} +line_numbers
      1
      2
      3
      4
      5
      6
      7
      8
      9
      10
      ```

      ```c
      int z;
      ```
      """
    let found = rows(text, 40)
    #expect(found.first == " 1  int a;" && found.dropLast().last == "10  10")
    #expect(found.last == "    int z;")
  }
}
