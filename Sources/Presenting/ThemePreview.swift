/// A theme on a sheet: every role in words, as it looks, as it is written, and how well it is read.

import Screen
import Typesetting
import Wording

package struct ThemePreview {
  private let theme: Theme
  private let language: Language

  package init(_ theme: Theme, _ language: Language) {
    self.theme = theme
    self.language = language
  }

  private static let width = 80

  /// Columns of the name, the sample, the writing; the contrast stands at the right edge.
  private static let (name, sample, writing) = (2, 15, 44)

  package var grid: Grid {
    let parts = [ThemeRole.all, ThemeRole.tasks, ThemeRole.tokens]
    var canvas = Canvas(
      Size(rows: ThemeRole.every.count + parts.count + 2, columns: Self.width), ground: theme.ground
    )
    canvas.put(theme.name, at: Point(row: 0, column: Self.name), theme.title)
    canvas.putRight(Self.summary(of: theme, language), row: 0, inset: 2, theme.faint)
    canvas.rule(row: 1, theme.rule)
    var row = 2
    for part in parts {
      for role in part {
        draw(role, row: row, on: &canvas)
        row += 1
      }
      row += 1
    }
    return canvas.grid
  }

  private func draw(_ role: ThemeRole, row: Int, on canvas: inout Canvas) {
    canvas.put(role.name, at: Point(row: row, column: Self.name), theme.faint)
    let own = theme[keyPath: role.style]
    let style = role.isOfCode ? theme.panel.merging(own) : own
    let room = Self.writing - Self.sample - 1
    let text = (" " + role.help(language)).fitted(to: room).padded(to: room)
    canvas.put(text, at: Point(row: row, column: Self.sample), style)
    canvas.put(own.themeWords, at: Point(row: row, column: Self.writing), theme.text)
    if let ratio = theme.contrast(of: role) {
      canvas.putRight(ratio.inTenths + ":1", row: row, inset: 2, theme.faint)
    }
  }

  /// What a theme of the program is for; of somebody's own only that it is.
  package static func summary(of theme: Theme, _ language: Language) -> String {
    let words = summaries[theme.name] ?? Phrase("your own", "ваша собственная тема")
    return words(language)
  }

  private static let summaries: [String: Phrase] = [
    "dark": Phrase(
      "light on dark, for halls with the lights down", "светлое на тёмном, для тёмного зала"),
    "light": Phrase(
      "dark on light, for daylight and weak projectors",
      "тёмное на светлом, для дневного света и слабых проекторов"),
    "high-contrast": Phrase(
      "seven to one and more, for weak eyes and bad light",
      "контраст от 7:1, для слабого зрения и света"),
    "color-blind": Phrase(
      "colours that differ for everybody (Okabe, Ito)", "цвета, которые различают все (Окабэ, Ито)"),
    "midnight": Phrase("a lamp in a blue night", "лампа в синей ночи"),
    "chalkboard": Phrase("chalk on a green board", "мел на зелёной доске"),
    "paper": Phrase("ink and oxblood on warm paper", "чернила и бордо на тёплой бумаге"),
    "amber": Phrase("the glow of an old screen", "янтарное свечение старого экрана"),
    "terminal": Phrase("the terminal's own sixteen colours", "шестнадцать цветов терминала"),
    "mono": Phrase("no colours at all", "без цветов"),
  ]
}
