/// The parts a theme gives a look to, by the names that files use.

import Screen
import Wording

package struct ThemeRole: Sendable {
  /// How well it has to be read.
  enum Legibility: Sendable {
    /// Text, at 4.5 to 1.
    case text
    /// What may be overlooked, at 3 to 1.
    case faint
    /// Lines that only part.
    case line
  }

  package let name: String
  package let style: any WritableKeyPath<Theme, Style> & Sendable
  package let help: Phrase
  let legibility: Legibility
  /// It is seen on the panel of code.
  package let isOfCode: Bool

  private init(
    _ name: String, _ style: any WritableKeyPath<Theme, Style> & Sendable, _ english: PhraseKey,
    _ russian: String, _ legibility: Legibility = .text, isOfCode: Bool = false
  ) {
    self.name = name
    self.style = style
    help = Phrase(english, russian)
    self.legibility = legibility
    self.isOfCode = isOfCode
  }

  /// Words, signs and grounds.
  package static let all: [ThemeRole] = [
    ThemeRole("ground", \.ground, "what lies under everything", "фон всего экрана"),
    ThemeRole("text", \.text, "words", "обычный текст"),
    ThemeRole("title", \.title, "a slide's title", "заголовок слайда"),
    ThemeRole("heading", \.heading, "headings in a slide", "заголовки на слайде"),
    ThemeRole("emphasis", \.emphasis, "emphasised words", "выделенное курсивом"),
    ThemeRole("strong", \.strong, "strong words", "выделенное жирным"),
    ThemeRole("code", \.code, "code among words", "код среди слов"),
    ThemeRole("link", \.link, "links", "ссылки"),
    ThemeRole("quote", \.quote, "quotations", "цитаты"),
    ThemeRole("bullet", \.bullet, "signs of lists", "знаки списков"),
    ThemeRole("keyboard", \.keyboard, "keys of a keyboard", "клавиши"),
    ThemeRole("mark", \.mark, "marked words, what was looked for", "помеченное и найденное"),
    ThemeRole("math", \.math, "formulas", "формулы"),
    ThemeRole("accent", \.accent, "what to look at; notes", "на что смотреть; примечания"),
    ThemeRole("good", \.good, "confirmed; tips", "подтверждено; советы"),
    ThemeRole("bad", \.bad, "refuted; dangers", "опровергнуто; опасности"),
    ThemeRole("doubtful", \.doubtful, "disturbed; warnings", "помехи; предупреждения"),
    ThemeRole("important", \.important, "what is important", "важное"),
    ThemeRole("selection", \.selection, "what is chosen", "выбранное"),
    ThemeRole("faint", \.faint, "the foot line, hints", "нижняя строка, подсказки", .faint),
    ThemeRole("rule", \.rule, "lines and frames", "линии и рамки", .line),
    ThemeRole("panel", \.panel, "what code lies on", "подложка кода"),
    ThemeRole(
      "code-block", \.codeBlock, "code without a language", "код без языка", isOfCode: true),
    ThemeRole(
      "dimmed", \.dimmed, "code beside lit lines", "код рядом с подсвеченным", .faint,
      isOfCode: true),
  ]

  /// The tasks of demos, whose other words have the looks of the slide's.
  package static let tasks: [ThemeRole] = [
    ThemeRole("a", \.tasks.a, "task A of a demo", "задача A в демо"),
    ThemeRole("b", \.tasks.b, "task B", "задача B"),
    ThemeRole("c", \.tasks.c, "task C", "задача C"),
    ThemeRole("d", \.tasks.d, "task D", "задача D"),
    ThemeRole("e", \.tasks.e, "task E", "задача E"),
    ThemeRole("f", \.tasks.f, "task F; G is like A again", "задача F; G — снова как A"),
  ]

  /// Those there are, in the order of a file.
  package static let every = all + tasks + tokens

  /// The words of code.
  package static let tokens: [ThemeRole] = [
    ThemeRole("keyword", \.tokens.keyword, "keywords", "ключевые слова", isOfCode: true),
    ThemeRole("type", \.tokens.type, "types, tags", "типы, теги", isOfCode: true),
    ThemeRole("function", \.tokens.function, "functions, keys", "функции, ключи", isOfCode: true),
    ThemeRole(
      "constant", \.tokens.constant, "constants, numbers", "константы, числа", isOfCode: true),
    ThemeRole("string", \.tokens.string, "strings", "строки", isOfCode: true),
    ThemeRole("comment", \.tokens.comment, "comments", "комментарии", .faint, isOfCode: true),
    ThemeRole("attribute", \.tokens.attribute, "attributes", "атрибуты", isOfCode: true),
    ThemeRole("variable", \.tokens.variable, "variables", "переменные", isOfCode: true),
    ThemeRole("inserted", \.tokens.inserted, "lines added", "добавленные строки", isOfCode: true),
    ThemeRole("deleted", \.tokens.deleted, "lines taken away", "убранные строки", isOfCode: true),
  ]
}

extension Theme {
  /// How well a role is read on what it stands on, from 1 to 21; nil where a colour is the
  /// terminal's own.
  package func contrast(of role: ThemeRole) -> Double? {
    let style = self[keyPath: role.style]
    // Text without a colour of its own has the ground's.
    let color = (style.foreground == .standard ? ground : style).foreground.rgbValue
    let under = role.isOfCode && panel.background != .standard ? panel : ground
    let below = (style.background == .standard ? under : style).background.rgbValue
    guard let color, let below else { return nil }
    return Contrast.ratio(color, on: below)
  }
}

extension ThemeRole {
  /// What is wanted of its contrast.
  package var leastContrast: Double {
    switch legibility {
    case .text: Contrast.ofText
    case .faint: 3
    case .line: 1
    }
  }
}

extension Theme {
  /// Whether all its colours are among the terminal's first ones, or its own.
  package func uses(fewerThan count: UInt8) -> Bool {
    ThemeRole.every.allSatisfy { role in
      let style = self[keyPath: role.style]
      return [style.foreground, style.background].allSatisfy { color in
        switch color.kind {
        case .standard: true
        case .palette(let index): index < count
        case .rgb: false
        }
      }
    }
  }
}
