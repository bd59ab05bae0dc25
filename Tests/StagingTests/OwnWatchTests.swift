/// Edits of the configuration and of a theme during the talk.

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

private let check = DemoCheck(catalog: .shipped)

/// A folder as `XDG_CONFIG_HOME` names it, with a configuration and a theme of one's own.
private final class Home {
  private let folder = TemporaryFolder()
  let themes: ThemeShelf

  init(_ configuration: String, theme: String = "extends: paper\n") {
    folder.makeFolder("lectern/themes")
    let path = folder.path
    themes = ThemeShelf { $0 == "XDG_CONFIG_HOME" ? path : nil }
    folder.write("# One\n\n---\n\n# Two\n\n---\n\n# Three\n", as: "a.md")
    configure(configuration)
    paint(theme)
  }

  var deck: String { folder.place("a.md") }

  func configure(_ text: String) { folder.write(text, as: "lectern/config.yaml") }
  /// As most editors save.
  func paint(_ text: String) { folder.replace("lectern/themes/mine.yaml", by: text) }
  func removeThemes() {
    folder.remove("lectern/themes")
  }
  func makeThemes() { folder.makeFolder("lectern/themes") }
  func removeConfiguration() { folder.remove("lectern/config.yaml") }

  /// What the files say now, as the command reads them.
  func choice() -> OwnChoice {
    let path = folder.place("lectern/config.yaml")
    let loaded = ConfigurationFile(named: path) { _ in nil }?
      .load(themes: themes, catalog: .shipped)
    var choice = OwnChoice(theme: .dark)
    choice.keys = loaded?.configuration.keys
    choice.problems = loaded?.problems ?? []
    choice.files = [path]
    if let name = loaded?.configuration.theme, case .success(let found) = themes.theme(name) {
      choice.theme = found.theme
      choice.problems += found.problems
      choice.files.formUnion(found.files)
    }
    return choice
  }

  func show(_ steps: [() -> TerminalEvent?]) throws -> EditingTerminal {
    let source = DeckSource(path: deck, check: check)
    let loaded = try source.load()
    let setting = DemoSetting(
      language: .english, ascii: false, topology: { TopologyReader().read() })
    let stage = DemoStage(check: check, setting: setting, path: source.path, lines: loaded.lines)
    let terminal = EditingTerminal(steps)
    let held = choice()
    let state = PresenterState(
      deck: loaded.deck, size: terminal.size, theme: held.theme, language: .english,
      keys: held.keys, ownProblems: held.problems.map { $0.text(.english) })
    let loop = FrameLoop(
      terminal: terminal, state: state, stage: stage, source: source, loaded: loaded, ascii: false)
    loop.own = OwnWatch(themes: themes.folder, held: held) { _ in self.choice() }
    _ = loop.run()
    return terminal
  }

  /// What is done to the files while the terminal is silent.
  func edit(_ change: @escaping (Home) -> Void) -> [() -> TerminalEvent?] {
    [
      {
        change(self)
        return nil
      }, nothing,
    ]
  }
}

extension EditingTerminal {
  fileprivate var ground: Color? { grids.last?[4, 4].style.background }
}

@Suite(.serialized) struct `Somebody's own files, edited during the talk` {
  @Test func `another theme and other keys hold at once`() throws {
    let home = Home("theme: dark\n")
    let terminal = try home.show(
      home.edit { $0.configure("theme: paper\nkeys: {next: [w]}\n") } + [{ .key(.character("w")) }])
    #expect(terminal.ground == Theme.paper.ground.background)
    #expect(terminal.frames.last?.contains("2/3") == true)
  }

  @Test func `a theme's file is looked after, also one that was chosen since`() throws {
    let home = Home("theme: dark\n")
    let terminal = try home.show(
      home.edit { $0.configure("theme: mine\n") }
        + home.edit { $0.paint("extends: paper\nground: \"#000 on #ffffff\"\n") })
    #expect(terminal.ground == .rgb(0xFFFFFF))
  }

  @Test func `a folder of themes that was made anew is looked after as before`() throws {
    let home = Home("theme: mine\n")
    let terminal = try home.show(
      home.edit { $0.removeThemes() } + home.edit { $0.makeThemes() }
        + home.edit { $0.paint("extends: paper\nground: \"#000 on #ffffff\"\n") })
    #expect(terminal.ground == .rgb(0xFFFFFF))
  }

  @Test func `what is broken does not hold: one line says so, and e what it is`() throws {
    let home = Home("theme: paper\n")
    let terminal = try home.show(
      home.edit { $0.configure("theme: midnight\nkeys: {next: [w]}\ntimer: lef\n") }
        + [{ .key(.character("w")) }, { .key(.character("e")) }])
    #expect(terminal.ground == Theme.paper.ground.background)
    let told = "old settings hold, 1 remark on the new"
    #expect(terminal.frames.contains { $0.contains(told) })
    #expect(terminal.frames.dropLast().last?.contains("1/3") == true)
    let list = terminal.frames.last ?? ""
    #expect(list.contains("the old one holds") && list.contains("timer: ‘lef’"))
  }

  @Test func `once it is mended it holds, and nothing is told any more`() throws {
    let home = Home("theme: paper\n", theme: "extends: paper\n")
    let terminal = try home.show(
      home.edit { $0.configure("theme: [\n") } + home.edit { $0.configure("theme: midnight\n") })
    #expect(terminal.ground == Theme.midnight.ground.background)
    #expect(terminal.frames.contains { $0.contains("old settings hold") })
    #expect(terminal.frames.last?.contains("old settings hold") == false)
  }

  @Test func `colours that are hard to read are told of, and hold`() throws {
    let home = Home("theme: mine\n")
    let terminal = try home.show(
      home.edit { $0.paint("extends: paper\nground: \"#000 on #abcabc\"\nfaint: \"#abcaaa\"\n") })
    #expect(terminal.ground == .rgb(0xABCABC))
    #expect(terminal.frames.last?.contains("on the configuration: e") == true)
  }

  @Test func `a file that is gone for a moment is not gone`() throws {
    let home = Home("theme: paper\n")
    let terminal = try home.show(
      home.edit {
        $0.removeConfiguration()
        $0.configure("")
        $0.configure("theme: paper\n")
      })
    #expect(
      terminal.grids.allSatisfy { $0[4, 4].style.background == Theme.paper.ground.background })
  }

  @Test func `an edit before anybody listened is not missed`() {
    let home = Home("theme: paper\n")
    let watch = OwnWatch(themes: home.themes.folder, held: home.choice()) { _ in home.choice() }
    home.configure("theme: dark\n")
    watch.begin()
    #expect(watch.patience != nil)
  }

  @Test func `nothing is waited for while nothing is edited`() throws {
    let home = Home("theme: paper\n")
    let watch = OwnWatch(themes: home.themes.folder, held: home.choice()) { _ in home.choice() }
    watch.begin()
    // The files are as young as the test: they may be read once more.
    if watch.patience != nil { _ = watch.news(nil, at: .max) }
    #expect(watch.descriptor != nil && watch.patience == nil)
    let nowhere = OwnWatch(themes: home.deck + "/themes", held: OwnChoice(theme: .dark)) { _ in
      home.choice()
    }
    nowhere.begin()
    #expect(nowhere.descriptor == nil && nowhere.patience == nil)
  }
}
