/// Russian words in columns that are too narrow for them, and colours on their grounds.

import Screen
import Testing

@testable import Typesetting

@Suite struct `Narrow columns` {
  @Test(arguments: [
    ("Распределение", 9, ["Распреде-", "ление"]), ("Параметры", 8, ["Парамет-", "ры"]),
    ("математическое", 8, ["матема-", "тическое"]), ("встречается", 9, ["встреча-", "ется"]),
    ("подъездной", 6, ["подъ-", "ездной"]), ("сестра", 5, ["сест-", "ра"]),
    ("большой", 5, ["боль-", "шой"]), ("майский", 5, ["майс-", "кий"]),
    ("«Параллелизм»", 7, ["«Парал-", "лелизм»"]), ("всплеск", 5, ["вспле", "ск"]),
    ("параллельно-последовательно", 16, ["параллельно-", "последовательно"]),
    ("matplotlib,", 10, ["matplotl", "ib,"]), ("identifier", 6, ["identi", "fier"]),
    ("параллельность", 12, ["параллель-", "ность"]),
    ("конкурентность", 12, ["конкурент-", "ность"]),
    ("строительств", 10, ["строи-", "тельств"]), ("агентств", 6, ["агентс", "тв"]),
    ("hhhhhhhойка", 7, ["hhhhhhh", "ойка"]), ("hhhhhhойка", 7, ["hhhhhhо", "йка"]),
    ("2026-11-26", 6, ["2026-", "11-26"]),
  ])
  func `part Russian words at syllables`(word: String, width: Int, parts: [String]) {
    #expect(LineBreaker.lines(of: Line(word), width: width).map(\.text) == parts)
  }
}

@Suite struct `Colours` {
  @Test(arguments: ["dark", "light"])
  func `of text are read on their grounds, and those of dimmed code still can be`(name: String)
    throws
  {
    let theme = try #require(Theme.named(name))
    let t = theme.tokens
    let texts = [
      theme.title, theme.heading, theme.text, theme.emphasis, theme.strong, theme.code, theme.link,
      theme.quote, theme.bullet, theme.faint, theme.accent, theme.good, theme.bad, theme.doubtful,
      theme.math, theme.important,
    ]
    let code = [
      theme.codeBlock, theme.text, theme.faint, theme.accent, t.keyword, t.type, t.function,
      t.constant, t.string, t.comment, t.attribute, t.variable, t.inserted, t.deleted,
    ]
    let pairs =
      texts.map { ($0, theme.ground, 4.5) } + code.map { ($0, theme.panel, 4.5) } + [
        (theme.dimmed, theme.panel, 3), (theme.keyboard, theme.keyboard, 4.5),
        (theme.mark, theme.mark, 4.5), (theme.selection, theme.selection, 4.5),
      ]
    for (style, ground, least) in pairs {
      let color = try #require(style.foreground.rgbValue)
      let below = try #require(ground.background.rgbValue)
      #expect(Contrast.ratio(color, on: below) >= least, "\(String(color, radix: 16))")
    }
  }
}
