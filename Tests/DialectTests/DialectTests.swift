/// Decks of other programs, unchanged: the dialect is found, slides, steps and columns are as many
/// as there, what is for the speaker stays off the screen, and no word of the rest is lost.

import Decks
import DemoKit
import Foundation
import Markup
import Presenting
import Screen
import Staging
import Testing
import Typesetting

private let check = DemoCheck(catalog: DemoCatalog())

private func load(_ path: String) throws -> LoadedDeck {
  try DeckSource(path: path, check: check).load()
}

/// Every slide in its final state.
private func screens(_ deck: Deck, _ size: Size) -> [String] {
  deck.slides.indices.map { index in
    StillSlide(deck: deck, number: index + 1, step: deck.slides[index].lastStep, theme: .dark)
      .grid(size).text
  }
}

/// Without blanks and line ends: what wraps in a column is compared all the same.
private func glued(_ text: String) -> String { text.filter { !$0.isWhitespace } }

@Suite struct `Decks of other programs` {
  @Test func `there are decks of all of them`() {
    #expect(Set(ExpectedDeck.all.map(\.dialect)) == Set(Dialect.allCases.map(\.rawValue)))
    #expect(ExpectedDeck.all.count > 40)
  }

  @Test(arguments: ExpectedDeck.all)
  func `the dialect is found, and slides, steps and titles are as many as there`(
    _ expected: ExpectedDeck
  ) throws {
    let deck = try load(expected.path).deck
    // A deck without anything that only one program writes is plain, and read alike.
    let found = deck.reading.dialect
    #expect(found.rawValue == expected.dialect || found == .plain)
    #expect(deck.slides.count == expected.slides)
    #expect(deck.slides.map { $0.lastStep + 1 } == expected.steps)
    let titles = deck.slides.map { $0.title?.plainText }
    #expect(titles == expected.titles)
    for (number, count) in expected.columns {
      #expect(deck.slides[(Int(number) ?? 1) - 1].columnCount == count, "slide \(number)")
    }
  }

  @Test(arguments: ExpectedDeck.all)
  func `line ends of Windows change nothing`(_ expected: ExpectedDeck) throws {
    let lines = try load(expected.path).lines
    guard lines.parts.isEmpty else { return }
    let twin = SourceLines(lines.text(in: 0..<lines.bytes.count).replacing("\n", with: "\r\n"))
    let (own, other) = (
      DeckBuilder.deck(lines, path: expected.path).deck,
      DeckBuilder.deck(twin, path: expected.path).deck
    )
    #expect(own.reading.dialect == other.reading.dialect)
    #expect(own.slides.map(\.lastStep) == other.slides.map(\.lastStep))
    #expect(own.slides.map(\.title?.plainText) == other.slides.map(\.title?.plainText))
    #expect(own.slides.map(\.notes.count) == other.slides.map(\.notes.count))
  }

  @Test(arguments: ExpectedDeck.all)
  func `slides that are read one by one are those of the deck read as a whole`(
    _ expected: ExpectedDeck
  ) throws {
    let lines = try load(expected.path).lines
    let (own, whole) = (
      DeckBuilder.deck(lines, path: expected.path).deck,
      DeckBuilder.deck(lines, path: expected.path, isLazy: false).deck
    )
    #expect(own.slides.count == whole.slides.count)
    for (number, (one, other)) in zip(own.slides, whole.slides).enumerated() {
      #expect(one == other, "slide \(number + 1)")
    }
  }

  @Test(arguments: ExpectedDeck.all)
  func `notes are the speaker's, orders nobody's, and no other word is lost`(
    _ expected: ExpectedDeck
  ) throws {
    let deck = try load(expected.path).deck
    for (number, words) in expected.notes {
      let notes = glued(deck.slides[(Int(number) ?? 1) - 1].notes.joined())
      for word in words.list { #expect(notes.contains(glued(word)), "slide \(number)") }
    }
    let titles = glued(deck.slides.compactMap { $0.title?.plainText }.joined())
    for size in [Size(rows: 45, columns: 140), Size(rows: 24, columns: 80)] {
      let texts = screens(deck, size)
      let text = texts.joined(separator: "\n")
      for word in expected.hidden { #expect(!text.contains(word), "\(word)") }
      for word in expected.shown {
        #expect((glued(text) + titles).contains(glued(word)), "\(word) at \(size.columns)")
      }
    }
  }

  @Test(arguments: ExpectedDeck.all)
  func `setting loses no letter, at any size`(_ expected: ExpectedDeck) throws {
    let deck = try load(expected.path).deck
    for size in [(24, 80), (20, 60), (12, 40), (24, 20)].map({ Size(rows: $0.0, columns: $0.1) }) {
      for (number, slide) in deck.slides.enumerated() where !slide.isDrawn {
        let page = Typesetter(theme: .dark, settings: deck.settings)
          .page(for: slide, isFirst: false, in: size)
        let missing = slide.letters.filter { page.letters[$0.key, default: 0] < $0.value }
        #expect(missing.isEmpty, "slide \(number + 1) at \(size.columns)")
      }
    }
  }

  @Test(arguments: ExpectedDeck.all)
  func `in ASCII nothing else is left but letters, and marks of scripts that have their own`(
    _ expected: ExpectedDeck
  ) throws {
    let deck = try load(expected.path).deck
    for (number, slide) in deck.slides.enumerated() {
      let still = StillSlide(
        deck: deck, number: number + 1, step: slide.lastStep, theme: .dark,
        medium: Medium(ascii: true))
      let text = Strokes.ascii(still.grid(Size(rows: 24, columns: 80))).text
      let left = text.unicodeScalars.filter { scalar in
        !scalar.isASCII && !scalar.properties.isAlphabetic && !(0x3000..<0x3040 ~= scalar.value)
          && !(0xFF00...0xFF60 ~= scalar.value)
      }
      #expect(left.isEmpty, "slide \(number + 1): \(left.map { String($0) })")
    }
  }

  @Test(arguments: ExpectedDeck.all)
  func `no line is wider than the screen, at any size`(_ expected: ExpectedDeck) throws {
    let deck = try load(expected.path).deck
    for size in [(45, 140), (24, 80), (20, 60), (12, 40)].map({ Size(rows: $0.0, columns: $0.1) }) {
      let setter = Typesetter(theme: .dark, settings: deck.settings)
      for (index, slide) in deck.slides.enumerated() {
        let page = setter.page(for: slide, isFirst: index == 0, in: size)
        let widest = page.pieces.map { $0.origin.column + $0.content.columns }.max() ?? 0
        #expect(widest <= page.body.size.columns, "slide \(index + 1) at \(size.columns)")
      }
    }
  }
}

/// How often each letter and digit is there.
private func counted(_ texts: [String]) -> [Character: Int] {
  texts.joined().filter { $0.isLetter || $0.isNumber }
    .reduce(into: [:]) { $0[$1, default: 0] += 1 }
}

extension Slide {
  /// Large letters are drawn, formulas are translated: their letters cannot be counted.
  fileprivate var isDrawn: Bool {
    style.isLead || items.isEmpty || titleSize > 1 || items.contains { $0.size > 1 }
      || blocks.flatMap(\.inlines).contains { $0.contains(where: \.isFormula) }
  }

  fileprivate var letters: [Character: Int] {
    let code = blocks.flatMap(\.code)
    return counted(blocks.flatMap(\.inlines).map(\.plainText) + code + [title?.plainText ?? ""])
  }
}

extension Block {
  fileprivate var code: [String] {
    if case .code(let code) = kind { return code.lines.map(\.text) }
    return children.flatMap(\.code)
  }
}

extension Inline {
  /// Formulas and scripts, whose letters become others.
  fileprivate var isFormula: Bool {
    switch kind {
    case .math, .styled(.subscript, _), .styled(.superscript, _), .strikethrough: true
    default: inner?.contains(where: \.isFormula) == true
    }
  }
}

extension Page {
  fileprivate var letters: [Character: Int] {
    counted(
      header.map(\.text)
        + pieces.map { piece in if case .line(let line) = piece.content { line.text } else { "" } })
  }
}
