/// Languages beyond English and Russian: their tables against what the program says.

import PhraseScanner
import Testing
import Wording

private let german = Language(tag: "de") ?? .english

private let said = PhraseScanner.phrases(
  below: String(#filePath.dropLast("/Tests/WordingTests/LanguageTests.swift".count)) + "/Sources")

/// What demos say of themselves may stay English.
private let onStage = said.filter { $0.room != "Demos" }

@Suite struct `Languages` {
  @Test func `values stand where the language wants them`() {
    let (slide, steps) = (3, 2)
    let phrase = Phrase("slide \(slide) is \(steps) too tall for \("80x24"): it will scroll", "")
    #expect(phrase(german) == "Folie 3 ist für 80x24 zu hoch (2): sie wird gerollt")
    #expect(phrase(.english) == "slide 3 is 2 too tall for 80x24: it will scroll")
  }

  @Test func `phrases within phrases and numbers are said in the language, too`() {
    let why = Phrase("foreign processes \(Quantity.percent(0.125, 1))", "чужие процессы 12,5 %")
    let whole = Phrase("interference: ", "помехи: ") + why
    #expect(whole(german) == "gestört: fremde Prozesse 12,5\u{A0}%")
    #expect(whole(.russian) == "помехи: чужие процессы 12,5 %")
    #expect(whole(.english) == "interference: foreign processes 12.5%")
  }

  @Test func `blanks at the ends stay, unknown phrases are English, names are names`() {
    #expect(Phrase("   5 fps", "   5 к/с")(german) == "   5 B/s")
    #expect(Phrase("never {said} \(7)", "")(german) == "never {said} 7")
    #expect(Phrase("next")(german) == "next")
  }

  @Test func `nouns and numbers follow the language`() {
    let errors = [1, 2, 1000].map {
      german.counted($0, one: Phrase("row", ""), few: "", many: Phrase("rows", ""))
    }
    #expect(errors == ["1 Zeile", "2 Zeilen", "1.000 Zeilen"])
    #expect(german.seconds(6.03) == "6,03 s")
    #expect(german.date("2026-11-24") == "24.11.2026")
    #expect(Language.english.date("2026-11-24") == "2026-11-24")
  }

  @Test func `plural rules are read as CLDR writes them`() {
    let polish = PluralRules(
      "one: i = 1 and v = 0; few: v = 0 and i % 10 = 2..4 and i % 100 != 12..14; many:")
    #expect([1, 2, 4, 5, 12, 22, 112].map(polish.category) == [0, 1, 1, 2, 2, 1, 2])
    let latvian = PluralRules(
      "zero: n % 10 = 0 or n % 100 = 11..19 or v = 2 and f % 100 = 11..19; "
        + "one: n % 10 = 1 and n % 100 != 11; other:")
    #expect([0, 1, 2, 11, 21, 110].map(latvian.category) == [0, 1, 2, 0, 1, 0])
    #expect(PluralRules("other:").category(of: 1) == 0)
  }

  @Test func `what is said is found in the source`() {
    let found = PhraseScanner.phrases(
      in: #"""
        let a = Phrase("slide \(n + f(1, 2)) of \(m) ", "слайд \(n) из \(m) ")
        let b = words(isX ? "one" : "two", isX ? "один" : "два")
        c.counted(n, one: Phrase("row", "строка"), few: "строки", many: Phrase("rows", "строк"))
        put("\(Phrase("in", "в")(language))", "no pair") // Phrase("not", "нет")
        """#)
    #expect(
      found.map(\.template) == ["slide {1} of {2}", "one", "two", "row | rows", "in"])
  }

  @Test(arguments: tables) func `a table holds only what somebody says`(language: Language) {
    let templates = Set(said.map(\.template))
    let stale = language.table?.entries.keys.filter { !templates.contains($0) }.sorted()
    #expect(stale == [])
  }

  @Test(arguments: tables) func `everything on stage is said in every language`(language: Language)
  {
    let lacking = Set(onStage.map(\.template)).filter {
      language.table?.translation(of: $0) == nil
    }
    #expect(lacking.sorted() == [])
  }

  @Test(arguments: tables) func `translations have the holes and forms of what they translate`(
    language: Language
  ) {
    for (key, words) in language.table?.entries ?? [:] {
      #expect(holes(key) == holes(words), "\(key) => \(words)")
      guard key.contains(" | ") else { continue }
      let forms = words.split(separator: " | ").count
      #expect(forms == language.table?.plurals.names.count, "\(key) => \(words)")
    }
  }

  @Test func `English words are English and Russian ones are Russian`() {
    for phrase in said {
      let isEnglish = !phrase.template.contains(where: \.isCyrillic)
      #expect(isEnglish, "\(phrase)")
      // Names, formulas and units may be the same; a sentence may not.
      let words = phrase.template.split { !$0.isLetter }.filter { $0.count > 3 }
      let isRussian = words.count < 3 || phrase.russian.contains(where: \.isCyrillic)
      #expect(isRussian, "\(phrase)")
    }
  }
}

private let tables = Language.all.filter { $0.table != nil }

private func holes(_ template: String) -> Set<Substring> {
  Set(
    template.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map {
      $0.prefix { $0 != "}" }
    })
}

extension Character {
  fileprivate var isCyrillic: Bool { unicodeScalars.contains { 0x400...0x4FF ~= $0.value } }
}
