/// Themes that are files: which there are, what they extend, what a deck and a terminal make of them.

import Decks
import DemoKit
import Demos
import Glibc
import Machine
import Markup
import Presenting
import Screen
import Staging
import TemporaryFiles
import Testing
import Typesetting
import Wording

private func shelf(_ folder: TemporaryFolder) -> ThemeShelf {
  ThemeShelf { $0 == "XDG_CONFIG_HOME" ? folder.path : nil }
}

extension ThemeShelf {
  /// The problems of a theme, or why there is none.
  fileprivate func complaints(_ name: String) -> [String] {
    switch theme(name) {
    case .success(let found):
      found.problems.map { $0.text(.english).replacing((folder ?? "") + "/", with: "") }
    case .failure(let problem):
      [problem.message(.english).replacing((folder ?? "") + "/", with: "")]
    }
  }
}

@Suite struct `Themes of one's own` {
  @Test func `a file is a theme, and extends others`() throws {
    let folder = TemporaryFolder()
    folder.write("extends: paper\ntitle: red\n", as: "lectern/themes/a.yaml")
    folder.write("extends: a\ntext: \"#000\"\n", as: "lectern/themes/b.yaml")
    let found = try shelf(folder).theme("b").get()
    #expect(found.problems.isEmpty)
    #expect(found.theme.title == Style(.palette(1)))
    #expect(found.theme.text == Style(.rgb(0)))
    #expect(found.theme.link == Theme.paper.link)
  }

  @Test func `the list has the program's and the files that can be ones`() {
    let folder = TemporaryFolder()
    for name in ["mine", "dark", "No", "a.b"] {
      folder.write("", as: "lectern/themes/\(name).yaml")
    }
    folder.write("", as: "lectern/themes/note.txt")
    #expect(shelf(folder).names == Theme.all.map(\.name) + ["mine"])
    #expect(shelf(folder).has("mine") && !shelf(folder).has("No") && !shelf(folder).has("note"))
    // Those that were meant as themes are told of.
    let told = shelf(folder).problems.map { $0.text(.english) }
    #expect(told.count == 3)
    #expect(told.contains { $0.contains("/dark.yaml:1:1: warning: not read, dark is a theme") })
  }

  @Test func `a ring is refused, and the theme is there all the same`() {
    let folder = TemporaryFolder()
    folder.write("extends: b\n", as: "lectern/themes/a.yaml")
    folder.write("extends: a\n", as: "lectern/themes/b.yaml")
    folder.write("extends: self\n", as: "lectern/themes/self.yaml")
    #expect(
      shelf(folder).complaints("a") == [
        "b.yaml:1:10: warning: a → b → a: themes extend one another in a ring"
      ])
    #expect(
      shelf(folder).complaints("self") == [
        "self.yaml:1:10: warning: self → self: themes extend one another in a ring"
      ])
  }

  @Test func `what is wrong with a theme that is extended is told, too`() {
    let folder = TemporaryFolder()
    folder.write("titel: red\n", as: "lectern/themes/a.yaml")
    folder.write("extends: a\nlnk: red\n", as: "lectern/themes/b.yaml")
    #expect(
      shelf(folder).complaints("b") == [
        "b.yaml:2:1: warning: unknown role ‘lnk’; did you mean link?",
        "a.yaml:1:1: warning: unknown role ‘titel’; did you mean title?",
      ])
  }

  @Test func `a chain that is too long is cut`() {
    let folder = TemporaryFolder()
    for number in 0..<10 {
      folder.write("extends: t\(number + 1)\n", as: "lectern/themes/t\(number).yaml")
    }
    #expect(shelf(folder).complaints("t0").contains { $0.contains("more than 8 themes deep") })
  }

  @Test func `no other file is read, and none that somebody else may write`() {
    let folder = TemporaryFolder()
    folder.write("mono: secret\n", as: "lectern/config.yaml")
    #expect(shelf(folder).complaints("../config").first?.hasPrefix("there is no theme") == true)
    #expect(
      shelf(folder).complaints("midnite") == ["there is no theme ‘midnite’; did you mean midnight?"]
    )
    folder.write("", as: "lectern/themes/open.yaml")
    chmod(folder.path + "/lectern/themes/open.yaml", 0o666)
    #expect(shelf(folder).complaints("open").first?.contains("everybody may write it") == true)
  }

  @Test func `a deck that names a theme there is not is told of`() throws {
    let folder = TemporaryFolder()
    folder.write("", as: "lectern/themes/mine.yaml")
    folder.write("---\ntheme: mnie\n---\n\n# A\n", as: "deck.md")
    let complaints = { () throws -> [String] in
      var source = DeckSource(path: folder.path + "/deck.md", check: DemoCheck(catalog: .shipped))
      source.themes = shelf(folder)
      return try source.load().texts(path: "d", .english)
    }
    #expect(try complaints() == ["d:2:8: warning: there is no theme ‘mnie’; did you mean mine?"])
    folder.write("---\ntheme: mine\n---\n\n# A\n", as: "deck.md")
    #expect(try complaints().isEmpty)
  }
}

@Suite struct `The ground of the terminal` {
  /// The grounds of the frames after each event.
  private func grounds(_ events: [TerminalEvent], light: Theme?) -> (colors: [Color], asked: Int) {
    let lines = SourceLines("# A\n")
    let size = Size(rows: 8, columns: 40)
    let terminal = InMemoryTerminal(size: size, script: events)
    let check = DemoCheck(catalog: .shipped)
    let setting = DemoSetting(
      language: .english, ascii: false, topology: { TopologyReader().read() })
    let loop = FrameLoop(
      terminal: terminal,
      state: PresenterState(
        deck: DeckBuilder.deck(lines).deck, size: size, theme: .dark, language: .english),
      stage: DemoStage(check: check, setting: setting, path: "d.md", lines: lines),
      source: DeckSource(path: "/nonexistent", check: check), ascii: false)
    loop.lightTheme = light
    _ = loop.run()
    return (terminal.frames.map { $0[4, 4].style.background }, terminal.questions)
  }

  private let dark = Theme.dark.ground.background
  private let light = Theme.light.ground.background

  @Test func `a light one brings the light theme, a dark one leaves what is there`() {
    let event = TerminalEvent.ground(0xFDF6E3)
    #expect(grounds([event], light: .light) == ([dark, light], 1))
    #expect(grounds([.ground(0x002B36)], light: .light) == ([dark, dark], 1))
  }

  @Test func `where somebody has chosen it is not asked for`() {
    #expect(grounds([.ground(0xFFFFFF)], light: nil) == ([dark, dark], 0))
  }
}

@Suite struct `The README` {
  /// The examples in YAML that begin with a word.
  private func example(_ beginning: String) -> String {
    let path = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
      .joined(separator: "/")
    let text = try? DeckSource(path: path + "/README.md", check: DemoCheck(catalog: .shipped))
      .load().lines
    guard let lines = text else { return "" }
    let all = (0..<lines.count).map { lines.text(ofLine: $0) }
    guard
      let start = all.indices.dropFirst().first(where: {
        all[$0 - 1] == "```yaml" && all[$0].hasPrefix(beginning)
      })
    else { return "" }
    return all[start...].prefix { $0 != "```" }.joined(separator: "\n")
  }

  @Test func `says of the configuration and of themes what is right`() {
    let configuration = SourceLines(example("theme: paper"))
    let reader = ConfigurationReader(configuration, themes: ThemeShelf { _ in nil }) { .shipped }
    #expect(reader.configuration.timer == .left && reader.configuration.keys != nil)
    #expect(reader.diagnostics.isEmpty)
    let theme = ThemeReader(SourceLines(example("extends: paper")), name: "mine") { name in
      Theme.named(name).map { .success($0) } ?? .failure(ThemeProblem(Phrase(name)))
    }
    #expect(theme.theme.title == Style(.rgb(0x8C2F1B), [.bold, .underline]))
    #expect(theme.diagnostics.isEmpty)
  }
}
