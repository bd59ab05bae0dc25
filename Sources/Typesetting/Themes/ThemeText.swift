/// A theme as a file that can be edited, with every role and what it is for.

import Screen
import Wording

extension Theme {
  package func yaml(_ language: Language) -> String {
    let head = language == .russian ? Self.russianHead : Self.englishHead
    let base = Theme.named(name) == nil ? "dark" : name
    return head + "extends: \(base)\n" + lines(ThemeRole.all, "", language)
      + "tasks:\n" + lines(ThemeRole.tasks, "  ", language)
      + "tokens:\n" + lines(ThemeRole.tokens, "  ", language)
  }

  // A file is no phrase: it is in one of two languages.
  private static let englishHead = """
    # A theme of lectern. As themes/NAME.yaml in the configuration's folder it is --theme NAME.
    # A look is a colour, `on` and the colour below, and bold, dim, italic, underline, reverse.
    # Colours: "#rrggbb", "#rgb", 0 to 255, black … bright-white, default (the terminal's).
    # What is left out is that of the theme it extends.

    """

  private static let russianHead = """
    # Тема для lectern: файл themes/ИМЯ.yaml в папке настроек включается через --theme ИМЯ.
    # Вид: цвет, затем on и цвет фона, затем bold, dim, italic, underline, reverse.
    # Цвета: "#rrggbb", "#rgb", от 0 до 255, black … bright-white, default (терминала).
    # Чего нет, то берётся из темы, указанной в extends.

    """

  private func lines(_ roles: [ThemeRole], _ indent: String, _ language: Language) -> String {
    let texts = roles.map { role in
      indent + role.name + ": \"" + self[keyPath: role.style].themeWords + "\""
    }
    let width = texts.map(\.columns).max() ?? 0
    return zip(roles, texts).map { role, text in
      text.padded(to: width) + "  # " + role.help(language) + "\n"
    }.joined()
  }
}
