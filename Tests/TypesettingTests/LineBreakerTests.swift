/// Text in, lines out: where they break, and where they do not.

import Screen
import Testing

@testable import Typesetting

private func lines(_ text: String, _ width: Int) -> [String] {
  LineBreaker.lines(of: Line(text), width: width).map(\.text)
}

@Suite struct `Lines` {
  @Test func `prepositions and conjunctions go with the word after them`() {
    #expect(
      lines("Поток ждёт, пока данные и ответы от сервера не придут", 28) == [
        "Поток ждёт, пока данные", "и ответы от сервера", "не придут",
      ])
  }

  @Test func `where a line is narrow it is filled as it can be`() {
    #expect(lines("данные и ответы", 8) == ["данные и", "ответы"])
  }

  @Test func `a short word stays where it would leave the line half empty`() {
    #expect(
      lines("Производство и распараллеливание", 24) == ["Производство и", "распараллеливание"])
    #expect(lines("Данные и распараллеливание", 24) == ["Данные и", "распараллеливание"])
  }

  @Test func `a short word does not stand alone on a line`() {
    #expect(
      lines("Все вычисления для высокопроизводительной машины", 24).prefix(2)
        == ["Все вычисления для", "высокопроизводительной"])
    #expect(
      lines("Это всё сказано для сверхвысокопроизводительных машин", 24)[0]
        == "Это всё сказано для")
  }

  @Test func `a dash, a particle and a unit stay with the word before them`() {
    #expect(
      lines("Параллельность вычислений — это не то же самое", 26) == [
        "Параллельность", "вычислений — это не то же", "самое",
      ])
    #expect(
      lines("Переключение занимает почти 1500 нс", 33) == [
        "Переключение занимает почти", "1500 нс",
      ])
    #expect(lines("Сколько времени занимает же", 24) == ["Сколько времени", "занимает же"])
  }

  @Test func `the sign of a drawing stays with what it stands for`() {
    #expect(
      lines("другой поток стоит и ждёт замок (█). Потом", 31)
        == ["другой поток стоит и ждёт", "замок (█). Потом"])
  }

  @Test func `initials and the sign of number are not left behind`() {
    #expect(
      lines("Лекция по книге К. Нгуена, 2018", 24) == ["Лекция по книге", "К. Нгуена, 2018"])
    #expect(lines("Смотри подробнее главу № 1", 25) == ["Смотри подробнее главу", "№ 1"])
  }

  @Test func `no-break spaces are respected`() {
    #expect(lines("один два\u{A0}три", 10) == ["один", "два\u{A0}три"])
  }

  @Test func `wide letters break anywhere but at marks that stay together`() {
    #expect(lines("並行処理は、「同時」に進む。", 12) == ["並行処理は、", "「同時」に進", "む。"])
    #expect(lines("日本語のテキスト", 8) == ["日本語の", "テキスト"])
  }

  @Test func `a soft hyphen is seen only where the line breaks at it`() {
    #expect(lines("много\u{AD}задачность", 20) == ["многозадачность"])
    #expect(lines("много\u{AD}задачность", 11) == ["много-", "задачность"])
  }

  @Test func `a word that is too long is cut behind a hyphen or a slash`() {
    #expect(
      lines("https://example.org/a/long/path", 16) == ["https://", "example.org/a/", "long/path"])
    #expect(lines("аппаратно-программный", 12) == ["аппаратно-", "программный"])
    #expect(lines("абвгдежзик", 4) == ["абвг", "дежз", "ик"])
  }

  @Test func `emoji of several signs and flags do not break a row`() {
    for text in ["👩‍👩‍👧‍👦 семья", "🇷🇺 флаг", "👍🏽 да", "e\u{301}\u{301} знаки"] {
      for width in 3...12 {
        for line in lines(text, width) { #expect(line.columns <= width) }
      }
    }
  }

  @Test func `no line is wider than asked for, and no letter is lost`() {
    let text = "Он сказал: «Да — и точка», а потом (через 5 мин) ушёл на 日本語のクラス сам."
    for width in 2...60 {
      let broken = lines(text, width)
      #expect(broken.allSatisfy { $0.columns <= width })
      let letters = { (text: String) in text.filter { $0 != " " && $0 != "-" } }
      #expect(letters(broken.joined()) == letters(text))
    }
  }

  @Test(arguments: ["👩‍👩‍👧‍👦", "🏳️‍🌈", "👩🏽‍💻", "❤️‍🔥", "🇷🇺", "1️⃣"])
  func `an emoji of several signs stands on one line`(emoji: String) {
    // Of joined signs the terminal shows the first.
    let shown = Glyphs(emoji).reduce(into: "") { $1.append(to: &$0) }
    for width in 2...9 {
      let broken = lines("да \(emoji)\(emoji) \(emoji)нет", width)
      #expect(broken.map { $0.count { String($0) == shown } }.reduce(0, +) == 3, "\(width)")
    }
  }

  @Test func `the name of an emoji goes on no other line`() {
    #expect(
      lines("карта :globe_with_meridians:.", 13) == ["карта", ":globe_with:."])
    #expect(lines("карта :globe_with_meridians:", 6) == ["карта", ":glob:"])
    #expect(lines("a :triangular_ruler: b", 18) == ["a", ":triangular_ruler:", "b"])
    #expect(lines("x :no_such_emoji_name: y", 12) == ["x", ":no_such_", "emoji_name:", "y"])
  }

  @Test func `what goes on below an indent stands under its words`() {
    #expect(
      lines("term\n\u{A0}\u{A0}what it is said to mean\nnext line of it", 14) == [
        "term", "\u{A0}\u{A0}what it is", "\u{A0}\u{A0}said to mean", "next line of", "it",
      ])
    #expect(lines("\u{A0}key\u{A0} is pressed", 8) == ["\u{A0}key\u{A0} is", "pressed"])
  }

  @Test func `tabs are blanks`() {
    #expect(lines("a\tb", 20) == ["a    b"])
  }
}
