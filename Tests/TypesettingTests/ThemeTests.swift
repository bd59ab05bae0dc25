/// Themes: that they can be read, and what is wrong with those that somebody wrote.

import Decks
import Markup
import Screen
import Testing
import Wording

@testable import Typesetting

private func read(_ text: String) -> ThemeReader {
  ThemeReader(SourceLines(text), name: "mine") { name in
    Theme.named(name).map { .success($0) }
      ?? .failure(ThemeProblem(Phrase("no theme \(name)", "нет темы \(name)")))
  }
}

private func complaints(_ text: String) -> [String] {
  let lines = SourceLines(text)
  return read(text).diagnostics.map { $0.text(path: "t", lines: lines, .english) }
}

@Suite struct `Themes` {
  @Test(arguments: Theme.all.map(\.name))
  func `every word can be read, on the ground and on the panel of code`(name: String) throws {
    let theme = try #require(Theme.named(name))
    for role in ThemeRole.every {
      guard let ratio = theme.contrast(of: role) else { continue }
      #expect(ratio >= role.leastContrast, "\(name), \(role.name): \(ratio.inTenths)")
    }
  }

  @Test func `the one of high contrast is read at seven to one`() {
    for role in ThemeRole.every where role.leastContrast == Contrast.ofText {
      #expect((Theme.highContrast.contrast(of: role) ?? 21) >= 7, "\(role.name)")
    }
  }

  @Test func `every role of a theme has a name, and no name is used twice`() {
    let roles = ThemeRole.every
    let parts = Mirror(reflecting: Theme.dark).children.count { $0.value is Style }
    let tokens = Mirror(reflecting: Theme.dark.tokens).children.count { $0.value is Style }
    let tasks = Mirror(reflecting: Theme.dark.tasks).children.count { $0.value is Style }
    #expect(ThemeRole.all.count == parts && ThemeRole.tokens.count == tokens)
    #expect(ThemeRole.tasks.count == tasks && Theme.dark.tasks.list.count == tasks)
    #expect(Set(roles.map(\.name)).count == roles.count)
  }

  @Test(arguments: Theme.all.map(\.name).filter { $0 != "mono" })
  func `no two tasks of a demo look alike, nor are they the words around them`(name: String) throws
  {
    let theme = try #require(Theme.named(name))
    let colors = theme.tasks.list.map(\.foreground)
    #expect(Set(colors).count == colors.count)
    #expect(theme.name == "amber" || !colors.contains(theme.text.foreground))
  }

  @Test(arguments: Theme.all.map(\.name), [Language.english, .russian])
  func `what is printed is read back as it was`(name: String, language: Language) throws {
    let theme = try #require(Theme.named(name))
    let reader = read(theme.yaml(language))
    #expect(reader.diagnostics.isEmpty)
    var same = reader.theme
    same.name = name
    #expect(same == theme)
  }

  @Test func `a theme says what is other than in the one it extends`() {
    let theme = read("extends: paper\ntitle: red\ntasks: {c: 3}\ntokens: {string: \"#0a0 bold\"}\n")
      .theme
    #expect(theme.tasks.c == Style(.palette(3)) && theme.tasks.a == Theme.paper.tasks.a)
    #expect(theme.title == Style(.palette(1)))
    #expect(theme.tokens.string == Style(.rgb(0x00AA00), .bold))
    #expect(theme.text == Theme.paper.text)
    #expect(read("").theme.text == Theme.dark.text)
  }

  @Test func `a look is written in words, as a list or by its parts`() {
    let look = Style(.rgb(0xFF0000), on: .palette(15), [.bold, .underline])
    for text in [
      "\"#f00 on bright-white bold underline\"", "[\"#FF0000\", on, 15, underline, bold]",
      "{color: \"#f00\", on: 15, bold: yes, underline: true, dim: false}",
    ] {
      #expect(read("mark: \(text)\n").theme.mark == look, "\(text)")
    }
    #expect(read("text: default\n").theme.text == .plain)
  }

  @Test(arguments: [
    ("titel: red\n", "t:1:1: warning: unknown role ‘titel’; did you mean title?"),
    ("mark: reed on black\n", "t:1:7: warning: unknown colour ‘reed’; did you mean red?"),
    ("title: \"#12\"\n", "t:1:8: warning: ‘#12’ is no colour: #rrggbb or #rgb"),
    ("title: 256\n", "t:1:8: warning: ‘256’ is no colour: the palette goes from 0 to 255"),
    ("title: #fff\n", "t:1:1: warning: title: no colour; one with # stands in quotes"),
    ("extends: darc\n", "t:1:10: warning: no theme darc"),
    (
      "tokens: {strin: red}\n", "t:1:10: warning: unknown role ‘strin’; did you mean string?"
    ),
    ("mark: {colour: red}\n", "t:1:8: warning: unknown key ‘colour’; did you mean color?"),
    ("- a\n", "t:1:1: warning: a theme is written as role: colours"),
    (
      "tasks: {b: \"#222\"}\n", "t:1:12: warning: b: contrast 1.1:1, at least 4.5:1 can be read"
    ),
    ("tasks: {seven: red}\n", "t:1:9: warning: unknown role ‘seven’; there are a, b, c, d, e, f"),
    (
      "text: \"#555\"\n", "t:1:7: warning: text: contrast 2.4:1, at least 4.5:1 can be read"
    ),
    (
      "faint: \"#444\"\n", "t:1:8: warning: faint: contrast 1.8:1, at least 3.0:1 can be read"
    ),
    ("title: &a red\n", "t:1:8: warning: anchors, aliases and tags are not read"),
  ])
  func `what is wrong is told with its place`(text: String, complaint: String) {
    #expect(complaints(text) == [complaint])
  }

  @Test func `whoever turns the ground is told of all that cannot be read on it`() {
    let told = complaints("ground: \"#000 on #fff\"\ntext: \"#000\"\n")
    #expect(told.contains("t:1:9: warning: title: contrast 1.0:1, at least 4.5:1 can be read"))
    #expect(!told.contains { $0.contains("text:") })
  }

  @Test func `names of files cannot lead anywhere else`() {
    for name in [
      "../dark", "/etc/passwd", "", "a.b", "Dark", "тема", String(repeating: "a", count: 41),
    ] {
      #expect(!Theme.isName(name))
    }
    #expect(Theme.isName("my-theme-2"))
    for theme in Theme.all { #expect(Theme.isName(theme.name)) }
  }
}
