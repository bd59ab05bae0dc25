/// Decks as plain text: what a screen reader is given, and that it is given every word.

import Decks
import DemoKit
import Foundation
import Markup
import Presenting
import Screen
import Staging
import Testing
import Wording

private let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
private let slides = tests.deletingLastPathComponent().deletingLastPathComponent().path + "/slides/"
private let shipped = ["lecture.md", "tour.md"].map { slides + $0 }

private func deck(_ path: String) throws -> Deck {
  try DeckSource(path: path, check: DemoCheck(catalog: DemoCatalog())).load().deck
}

private func linear(_ text: String, _ change: (inout LinearDeck) -> Void = { _ in }) -> String {
  let deck = DeckBuilder.deck(SourceLines(text)).deck
  var linear = LinearDeck(deck, deck.settings.language ?? .english)
  change(&linear)
  return linear.text(ofSlide: 1)
}

@Suite struct `A deck as plain text` {
  @Test(arguments: [
    ("plain/full.md", false), ("presenterm/full.md", true), ("pandoc/full.md", true),
    ("marp/full.md", false), ("../../../slides/lecture.md", false),
    ("../../../slides/tour.md", true),
  ])
  func `reads as it did`(file: String, inSteps: Bool) throws {
    let deck = try deck(ExpectedDeck.root + "/" + file)
    var linear = LinearDeck(deck, deck.settings.language ?? .english)
    linear.hasSteps = inSteps
    linear.hasNotes = inSteps
    let name = file.split(separator: "/").suffix(2).joined(separator: "-") + ".txt"
    #expect(difference(linear.text, from: name) == nil)
  }

  @Test(arguments: ExpectedDeck.all.map(\.path) + shipped)
  func `loses no word of any slide`(path: String) throws {
    let deck = try deck(path)
    var linear = LinearDeck(deck, .english)
    linear.hasNotes = true
    for (index, slide) in deck.slides.enumerated() {
      let told = words(linear.text(ofSlide: index + 1))
      let lost = words(slide.words + slide.notes.joined(separator: " ")).subtracting(told)
      #expect(lost.isEmpty, "\(path), slide \(index + 1)")
    }
  }

  @Test(arguments: ExpectedDeck.all.map(\.path) + shipped)
  func `has no line art, and no line wider than asked for`(path: String) throws {
    let deck = try deck(path)
    var linear = LinearDeck(deck, .russian)
    linear.width = 40
    let lines = linear.text.split(separator: "\n")
    #expect(!lines.contains { $0.contains("\u{1B}") })
    #expect(!lines.contains { String($0).columns > 40 })
  }

  @Test func `lists tell their depth, their numbers and what is done`() {
    let text = linear("# T\n\n4. four\n   - [x] inner\n   - [ ] other\n5. five\n\n- a\n- b")
    #expect(
      text == """
        Slide 1 of 1: T
        Numbered list, 2 items:
        4. four
        List, 2 items, level 2:
        Done: inner
        To do: other
        End of the list, level 2.
        5. five
        End of the list.
        List, 2 items:
        Item: a
        Item: b

        """)
  }

  @Test func `a drawing is told by its words, code line by line, a table by its headers`() {
    let text = linear(
      "---\nlang: ru\n---\n# T\n\n```\n┌─ ядро ─┐\n└────────┘\n```\n\n```c {1|2-3}\na\n\nb\n```\n\n"
        + "| x | y |\n|---|---|\n| 1 | 2 |")
    #expect(
      text == """
        Слайд 1 из 1: T
        Рисунок из знаков, 2 строки, слова на нём:
        ядро
        Конец рисунка.
        Код, c, 3 строки; выделены по шагам строки: 1; 2–3:
        a

        b
        Конец кода.
        Таблица, 1 строка, 2 столбца:
        Строка 1. x: 1; y: 2
        Конец таблицы.

        """)
  }

  @Test func `links tell where they lead, emoji their names, alerts what they are`() {
    let text = linear(
      "# T\n\n[one](#1) <https://a.b> [c](https://d.e) :rocket: ~~no~~\n\n> [!WARNING]\n> hot")
    #expect(
      text == """
        Slide 1 of 1: T
        one (link: slide 1) https://a.b c (link: https://d.e) 🚀 (rocket) (struck out: no)
        Warning: hot

        """)
  }

  @Test func `long lines are broken at blanks, long words where they must`() {
    let text = linear("# T\n\naaa bbb cccccccccccccccccc d") { $0.width = 16 }
    #expect(text == "Slide 1 of 1: T\naaa bbb\ncccccccccccccccc\ncc d\n")
  }
}

/// Everything between blanks and signs; H_2O and x^2 are words.
private func words(_ text: String) -> Set<String> {
  let text = text.filter { $0 != "_" && $0 != "^" }
  return Set(text.split { !$0.isLetter && !$0.isNumber }.map(String.init))
}

/// As golden frames are compared: `RECORD_FRAMES=1` writes the file anew.
private func difference(_ text: String, from name: String) -> String? {
  let file = tests.appendingPathComponent("Linear/" + name)
  if ProcessInfo.processInfo.environment["RECORD_FRAMES"] != nil {
    try? text.write(to: file, atomically: true, encoding: .utf8)
    return "recorded \(name)"
  }
  let golden = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  guard golden != text else { return nil }
  let lines = zip(golden.split(separator: "\n"), text.split(separator: "\n"))
  let first = lines.first { $0 != $1 }
  return "expected, found:\n\(first?.0 ?? "(less)")\n\(first?.1 ?? "(more)")"
}
