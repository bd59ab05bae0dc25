/// Keys that somebody has chosen: what they do, what they look like, what is wrong with them.

import Decks
import Markup
import Screen
import Testing
import Typesetting
import Wording

@testable import Presenting

private func read(_ text: String, _ profile: KeyProfile? = nil) -> KeyTableReader {
  KeyTableReader(profile: profile, keys: YAML.read(SourceLines(text), mostKeys: 1000).value)
}

private func complaints(_ text: String) -> [String] {
  let lines = SourceLines(text)
  return read(text).diagnostics.map { $0.text(path: "k", lines: lines, .english) }
}

/// The keys of a command, as a file writes them.
private func keys(_ name: String, _ table: KeyTable) -> String {
  table.entries.first { $0.name == name }?.keys.joined(separator: ", ") ?? "no such command"
}

private func presenter(_ text: String, _ profile: KeyProfile? = nil) -> PresenterState {
  let deck = DeckBuilder.deck(
    SourceLines((1...24).map { "# Слайд \($0)\n" }.joined(separator: "\n---\n\n"))
  ).deck
  return PresenterState(
    deck: deck, size: Size(rows: 24, columns: 80), theme: .dark, language: .english,
    keys: read(text, profile).table)
}

@Suite struct `Keys of one's own` {
  @Test func `every command has a line in the table, and a name of its own`() {
    #expect(
      Set(KeyMap.bindings.map(\.command)) == Set(PresenterCommand.allCases))
    #expect(PresenterCommand.showAllSteps.name == "show-all-steps")
    #expect(Set(PresenterCommand.allCases.map(\.name)).count == PresenterCommand.allCases.count)
  }

  @Test func `a command has the keys that are named and no others`() {
    var state = presenter("next: [x, f5]\nblank: null\nsearch: []\n")
    #expect(state.type("x").isEmpty && state.place == "2.1")
    _ = state.handle(.pressed(.function(5)))
    #expect(state.place == "3.1")
    _ = state.type("<right>b/")
    #expect(state.place == "3.1" && state.mode == .slides && state.entry == nil)
  }

  @Test func `a key in the other layout is the same key`() {
    var state = presenter("next: ж\n")
    _ = state.type("ж;")
    #expect(state.place == "3.1")
  }

  @Test func `a chord waits for its second key and says so`() {
    var state = presenter("last: \"g n\"\nfirst: home\n")
    _ = state.type("g")
    #expect(state.place == "1.1" && state.rows[23].hasPrefix(" g …"))
    _ = state.type("n")
    #expect(state.place == "24.1" && !state.rows[23].contains("…"))
  }

  @Test func `Esc and any other key end a chord and do nothing else`() {
    var state = presenter("last: g n\nfirst: home\n")
    _ = state.type("g<esc>")
    #expect(state.chord == nil && state.rows[23].hasPrefix("  "))
    _ = state.type("gl")
    #expect(state.place == "1.1" && state.rows[23].contains("no command has the keys g l"))
    #expect(state.type("g<ctrl-c>") == [.quit, .unmountDemo] || state.mode == .finished)
  }

  @Test(arguments: [
    ("next: [y]\nlast: [y]\n", "k:2:8: warning: ‘y’ is a key of next already"),
    (
      "first: [g]\nlast: [g n]\n",
      "k:2:8: warning: ‘g’ is a key of first and cannot begin ‘g n’"
    ),
    (
      "last: [g n]\nblank: [g, b]\nfirst: home\n",
      "k:2:9: warning: ‘g’ begins ‘g n’, so it is no key of blank"
    ),
    ("last: [g n]\n", "k:1:8: warning: ‘g’ begins ‘g n’, so it is no key of first"),
    ("help: [ctrl-c, \"?\"]\n", "k:1:8: warning: ctrl-c always quits"),
    ("help: [x esc, \"?\"]\n", "k:1:8: warning: Esc ends a chord, it is in none"),
    ("next: [ctrl-m, n]\n", "k:1:8: warning: a terminal sends ‘ctrl-m’ as enter: name that one"),
    ("next: [g ctrl-i]\n", "k:1:8: warning: a terminal sends ‘ctrl-i’ as tab: name that one"),
    ("next: [ctrl-1, n]\n", "k:1:8: warning: unknown key ‘ctrl-1’; did you mean ctrl-a?"),
    ("next: [rihgt, n]\n", "k:1:8: warning: unknown key ‘rihgt’; did you mean right?"),
    (
      "next: [a b c, n]\n",
      "k:1:8: warning: ‘a b c’ is neither a key nor two of them with a blank between"
    ),
    ("nextt: n\n", "k:1:1: warning: unknown command ‘nextt’; did you mean next?"),
    ("next: {a: b}\n", "k:1:1: warning: next: a key or a list of keys"),
    ("quit: []\n", "k:1:1: warning: quit cannot be without a key: q and ctrl-c are left to it"),
    ("follow: [o]\n", "k:1:10: warning: overview has no key left"),
    ("next: n\nnext: l\n", "k:2:1: warning: next is given twice; the last one counts"),
    ("[a]\n", "k:1:1: warning: keys: commands with their keys"),
  ])
  func `what is wrong is told with its place`(text: String, complaint: String) {
    #expect(complaints(text) == [complaint])
  }

  @Test func `of two that want a key the one further up has it`() {
    let table = read("next: [x]\nlast: [x, G]\n").table
    #expect(keys("next", table) == "x")
    #expect(keys("last", table) == "G")
  }

  @Test func `a key that is chosen is taken from where it was`() {
    let table = read("reload: [b]\n").table
    #expect(keys("reload", table) == "b")
    #expect(keys("blank", table) == ".")
    #expect(complaints("reload: [b]\n").isEmpty)
  }

  @Test(arguments: ["quit: []\n", "quit: [qq]\n", "next: [q]\nquit: [ctrl-c]\n", "quit: x\n"])
  func `one can always leave`(text: String) {
    var state = presenter(text)
    _ = state.type("?")
    #expect(state.type("<ctrl-c>").contains(.quit))
    #expect(keys("quit", state.keyTable).hasSuffix("ctrl-c"))
  }

  @Test func `a command whose keys are all mistyped keeps those it had`() {
    var state = presenter("next: [spcae, rigth]\nhelp: []\n")
    _ = state.type("<right>")
    #expect(state.cursor.slide == 1)
    _ = state.type("?")
    #expect(state.mode == .slides)
  }

  @Test func `hold in the overview, too, whose arrows stay arrows`() {
    var state = presenter("first: [w]\nlast: [\"g g\"]\noverview: [v]\nquit: [z]\nreload: [k]\n")
    for (script, selected) in [
      ("v", 0), ("<right>l", 2), ("w", 0), ("gg", 23), ("<home>j", 3), ("<end>", 23),
    ] {
      _ = state.type(script)
      #expect(state.mode == .overview && state.selected == selected, "\(script)")
    }
    #expect(state.type("k") == [.reload])
    _ = state.type("v")
    #expect(state.mode == .slides)
    #expect(state.type("vz").isEmpty && state.mode == .slides)
  }

  @Test func `the console has the same table, and keeps what is its own`() {
    let table = read(
      "overview: [\"g o\"]\nhelp: [f1]\nquit: [z]\nconsole-room: [w]\nend-show: [f10]\n"
    ).table
    var state = ConsoleState(
      size: Size(rows: 24, columns: 80), theme: .dark, language: .english, medium: Medium(),
      keys: table)
    _ = state.handle(.told(RemoteTalk(deck: "/d.md", dialect: .plain, language: .english)))
    let deck = DeckBuilder.deck(SourceLines("# A\n\n---\n\n# B\n")).deck
    _ = state.handle(.loaded(deck))
    func type(_ script: String, _ state: inout ConsoleState) -> [ConsoleEffect] {
      keys(script).flatMap { state.handle(.pressed($0)) }
    }
    // No letter of the program's own keys is left to the console.
    #expect(type("oqw?", &state) == ["o", "q", "?"].map { .send(.character($0)) })
    #expect(state.layout == .largeNotes)
    #expect(type("go", &state) == [] && state.desk?.mode == .overview)
    #expect(type("<right><enter>", &state) == [.sendTo(DeckCursor(slide: 1))])
    // A chord that is the show's goes there, both keys of it.
    #expect(type("gx", &state) == [.send(.character("g")), .send(.character("x"))])
    #expect(state.handle(.pressed(.function(10))) == [.send(.control("c"))])
    _ = state.handle(.pressed(.function(1)))
    var canvas = state.canvas(ascii: false)
    state.draw(on: &canvas)
    for keys in ["g o / :", "w ", "F10", "z Ctrl-C"] {
      #expect(canvas.grid.text.contains("  " + keys), "\(keys)")
    }
    _ = state.handle(.keysChanged(nil))
    #expect(type("xq", &state) == [.quit])
  }

  @Test func `its own keys do nothing in the show, and are not on its help page`() {
    var state = presenter("{}")
    _ = state.type("Q")
    _ = state.handle(.pressed(.control("t")))
    #expect(state.mode == .slides && state.place == "1.1")
    _ = state.type("?")
    #expect(!state.frame.text.contains("console"))
  }

  @Test func `the help page shows the keys there are, and no command without one`() {
    var state = presenter("next: [\"g n\"]\nfirst: home\nblank: []\n")
    _ = state.type("?")
    let text = state.frame.text
    #expect(text.contains("g n"))
    #expect(!text.contains("blank the screen"))
    #expect(!text.contains("ten slides on"))
  }

  @Test func `the names of keys that are told of are those that are bound`() {
    var state = presenter("diagnostics: [x]\nforward: []\n")
    _ = state.handle(.reviewed(problems: ["p"], errorCount: 1, isShown: true))
    #expect(state.rows[23].contains("1 error in the deck: x"))
    _ = state.handle(.brokeOff(DeckCursor(slide: 3)))
    #expect(state.rows[23].contains("broke off on slide 4") && !state.rows[23].contains("goes"))
  }

  @Test func `a profile has the other program's keys, and one's own lie over it`() {
    var patat = presenter("{}", .patat)
    _ = patat.type("jj")
    #expect(patat.place == "21.1")
    _ = patat.type("k")
    #expect(patat.place == "11.1")
    _ = patat.type("0")
    #expect(patat.place == "1.1")
    var presenterm = presenter("next: [x]\n", .presenterm)
    _ = presenterm.type("n")
    #expect(presenterm.place == "2.1")
    _ = presenterm.type("gg")
    #expect(presenterm.place == "1.1")
    _ = presenterm.type("lx")
    #expect(presenterm.place == "2.1")
  }

  @Test(arguments: KeyProfile.allCases)
  func `a profile is made of keys there are, and nothing in it is in the way`(profile: KeyProfile) {
    let reader = read("{}", profile)
    #expect(reader.diagnostics.isEmpty)
    for (command, keys) in profile.bindings {
      #expect(!keys.isEmpty)
      for key in keys { #expect(reader.table.command(for: key) == command, "\(key.code)") }
    }
  }

  @Test func `the table of the program is that of no choice at all`() {
    #expect(read("{}").table == .standard)
    #expect(read("").table == .standard)
  }
}
