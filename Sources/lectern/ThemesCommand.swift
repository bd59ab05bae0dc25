/// `lectern themes`: which there are, what they look like, and how one is written.

import ArgumentParser
import Machine
import Markup
import Ncurses
import Presenting
import Screen
import Staging
import Typesetting
import Wording

struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "Lists the themes, shows them, prints one to be edited.",
    discussion: """
      Your own are files `themes/NAME.yaml` in the configuration's folder; `lectern themes --print \
      dark` prints what one may hold.
      """)

  @Argument(help: "A theme; without it, all.")
  var name: String?

  @Flag(help: "Every role in words and in its colours.")
  var preview = false

  @Flag(help: "As YAML that can be edited.")
  var print = false

  @Flag(help: "As JSON.")
  var json = false

  @OptionGroup var look: LookOptions

  func validate() throws {
    if preview && print { throw ValidationError("Either --preview or --print.") }
    if print, name == nil { throw ValidationError("Which theme? lectern themes --print NAME.") }
  }

  func run() throws {
    let look = try look.resolved()
    let names = name.map { [$0] } ?? look.themes.names
    var themes: [Theme] = []
    for name in names {
      switch look.themes.theme(name) {
      case .success(let found):
        for problem in found.problems { Output.note(problem.text(look.language())) }
        themes.append(found.theme)
      case .failure(let problem):
        Output.complain(problem.message(look.language()).escaped)
        // Of all of them, those that are good are shown.
        if self.name != nil { throw ExitCode(66) }
      }
    }
    if name == nil {
      for problem in look.themes.problems { Output.note(problem.text(look.language())) }
    }
    show(themes, look.language())
  }

  private func show(_ themes: [Theme], _ language: Language) {
    if json {
      Output.print(JSON.array(themes.map { $0.json(language) }).text + "\n")
    } else if print {
      Output.print(themes.map { $0.yaml(language) }.joined(separator: "---\n"))
    } else if preview {
      Output.print(themes.map { sheet($0, language) }.joined(separator: "\n"))
    } else {
      let width = (themes.map { $0.name.count }.max() ?? 0) + 2
      for theme in themes {
        Output.print(
          theme.name.padded(to: width) + ThemePreview.summary(of: theme, language) + "\n")
      }
    }
  }

  /// In the colours that the terminal has, as far as it says so.
  private func sheet(_ theme: Theme, _ language: Language) -> String {
    let grid = ThemePreview(theme, language).grid
    let options = TerminalOptions(environment: Surroundings.variable, wantsMono: false)
    if options.wantsMono { return grid.text + "\n" }
    let isDirect = ["truecolor", "24bit"].contains(options.colorTerm ?? "")
    return FrameText(isDirect ? grid : grid.with256Colors).ansi
  }
}

extension Grid {
  /// The nearest colours of the palette.
  fileprivate var with256Colors: Grid {
    let nearest = { (color: Color) -> Color in
      let number = ColorDepth.palette.number(of: color)
      return number < 0 ? .standard : .palette(UInt8(number))
    }
    var grid = self
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let style = grid[row, column].style
        grid[row, column].style = Style(
          nearest(style.foreground), on: nearest(style.background), style.attributes)
      }
    }
    return grid
  }
}

extension Theme {
  fileprivate func json(_ language: Language) -> JSON {
    .object([
      ("name", .string(name)), ("summary", .string(ThemePreview.summary(of: self, language))),
      ("light", isLight.map { .bool($0) } ?? .null),
      ("roles", .array(ThemeRole.all.map { json($0, language) })),
      ("tasks", .array(ThemeRole.tasks.map { json($0, language) })),
      ("tokens", .array(ThemeRole.tokens.map { json($0, language) })),
    ])
  }

  private func json(_ role: ThemeRole, _ language: Language) -> JSON {
    let style = self[keyPath: role.style]
    return .object([
      ("name", .string(role.name)), ("help", .string(role.help(language))),
      ("style", .string(style.themeWords)),
      ("contrast", contrast(of: role).map { .number($0) } ?? .null),
    ])
  }
}
