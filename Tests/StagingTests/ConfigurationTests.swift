/// The configuration: what it says, what is wrong with it, and files that are none.

import DemoKit
import Demos
import Glibc
import Markup
import Presenting
import Screen
import Staging
import TemporaryFiles
import Testing
import Typesetting
import Wording

private let noThemes = ThemeShelf { _ in nil }

private func read(_ text: String) -> ConfigurationReader {
  ConfigurationReader(SourceLines(text), themes: noThemes) { .shipped }
}

private func complaints(_ text: String, _ language: Language = .english) -> [String] {
  let lines = SourceLines(text)
  return read(text).diagnostics.map { $0.text(path: "c", lines: lines, language) }
}

@Suite struct `The configuration` {
  @Test func `every key says what it says`() {
    let own = read(
      """
      theme: paper
      lang: ru_RU
      profile: mdp
      mouse: yes
      clicker: start-then-next
      timer: left
      minutes: 1h30m
      ascii: true
      mono: on
      ambiguous-wide: false
      reduced-motion: true
      demos: {timeline: {work: 1s}, all: {ask: true}}
      """)
    #expect(own.diagnostics.isEmpty)
    var wanted = Configuration()
    (wanted.theme, wanted.language, wanted.usesMouse) = ("paper", .russian, true)
    (wanted.clickerStartsDemos, wanted.timer, wanted.minutes) = (true, .left, 90)
    (wanted.ascii, wanted.mono, wanted.isAmbiguousWide) = (true, true, false)
    wanted.reducesMotion = true
    wanted.keys = KeyTableReader(profile: .mdp, keys: nil).table
    for (demo, key, value) in [("timeline", "work", "1s"), ("all", "ask", "on")] {
      #expect(wanted.demos.set(key, value, of: demo, in: .shipped) == nil)
    }
    #expect(own.configuration == wanted)
  }

  @Test(arguments: [
    ("themes: dark\n", "c:1:1: warning: unknown key ‘themes’; did you mean theme?"),
    ("theme: papr\n", "c:1:8: warning: unknown theme ‘papr’; did you mean paper?"),
    ("theme: ../../etc/passwd\n", "c:1:8: warning: unknown theme ‘../../etc/passwd’"),
    ("lang: fr\n", "c:1:7: warning: lang: ‘fr’ is none of en, ru, de"),
    (
      "profile: vi\n",
      "c:1:10: warning: unknown profile ‘vi’; there are presenterm, patat, mdp, slides"
    ),
    ("mouse: maybe\n", "c:1:8: warning: mouse: ‘maybe’ is none of true, false"),
    (
      "timer: lef\n",
      "c:1:8: warning: timer: ‘lef’ is none of off, elapsed, left; did you mean left?"
    ),
    ("minutes: -1\n", "c:1:10: warning: minutes: ‘-1’ is none of 30, 1h30m, 45:00"),
    ("clicker: [a]\n", "c:1:10: warning: clicker: ‘a’ is none of next, start-then-next"),
    ("keys: {nxt: n}\n", "c:1:8: warning: unknown command ‘nxt’; did you mean next?"),
    ("demos: [a]\n", "c:1:8: warning: demos: names of demos with their parameters"),
    (
      "demos: {timeline: {work: 1}}\n", "c:1:20: warning: work=1: a unit is needed: 2s or 500ms"
    ),
    (
      "demos: {timeline: {wrk: 1s}}\n",
      "c:1:20: warning: timeline has no parameter ‘wrk’; did you mean work?"
    ),
    (
      "demos: {all: {wrok: 1s}}\n",
      "c:1:15: warning: no demo has a parameter ‘wrok’; did you mean work?"
    ),
    ("theme: &a dark\n", "c:1:8: warning: anchors, aliases and tags are not read"),
    ("mono: true\nmono: false\n", "c:2:1: warning: mono is given twice; the last one counts"),
    ("- theme\n", "c:1:1: warning: settings are written as key: value"),
    ("theme\n", "c:1:1: warning: settings are written as key: value"),
  ])
  func `what is wrong is told with its place`(text: String, complaint: String) {
    #expect(complaints(text) == [complaint])
  }

  @Test func `in Russian, too`() {
    #expect(
      complaints("theem: dark\ntheme: papr\n", .russian) == [
        "c:1:1: warning: ключ «theem» не существует. Может быть, theme?",
        "c:2:8: warning: тема «papr» не существует. Может быть, paper?",
      ])
  }

  @Test func `what is good beside what is wrong holds`() {
    let own = read("thme: dark\nmono: true\nminutes: soon\ntimer: left\n").configuration
    #expect(own.mono == true && own.timer == .left && own.minutes == nil)
  }

  @Test func `nothing is said by an empty one, by remarks, and by null`() {
    for text in ["", "\n", "# nothing\n", "theme:\nkeys: ~\ndemos: null\nprofile:\n", "---\n"] {
      #expect(read(text).configuration == Configuration())
      #expect(complaints(text).isEmpty, "\(text)")
    }
  }

  @Test func `it is bounded in depth and in keys`() {
    let deep = String(repeating: "[", count: 20) + String(repeating: "]", count: 20)
    #expect(complaints("theme: \(deep)\n").contains { $0.contains("nested deeper than 16 levels") })
    let many = (0..<3000).map { "k\($0): 1\n" }.joined()
    #expect(complaints(many).contains { $0.contains("more than 1000 keys") })
  }

  // MARK: The default

  @Test(arguments: [Language.english, .russian])
  func `the default one parses cleanly and changes nothing`(language: Language) {
    let own = read(DefaultConfiguration.text(language))
    #expect(own.diagnostics.isEmpty)
    // What is said there is what holds without it.
    var same = own.configuration
    #expect(same.clickerStartsDemos == false && same.timer == .off)
    #expect(
      [same.ascii, same.mono, same.isAmbiguousWide, same.reducesMotion].allSatisfy { $0 == false })
    (same.clickerStartsDemos, same.timer) = (nil, nil)
    (same.ascii, same.mono, same.isAmbiguousWide, same.reducesMotion) = (nil, nil, nil, nil)
    #expect(same == Configuration())
  }

  @Test(arguments: [Language.english, .russian])
  func `the default one has every key, and every command with its keys`(language: Language) {
    let text = DefaultConfiguration.text(language)
    let lines = text.split(separator: "\n")
    for key in ConfigurationReader.keys {
      #expect(lines.contains { $0.hasPrefix("\(key):") || $0.hasPrefix("# \(key):") }, "\(key)")
    }
    for entry in KeyTable.standard.entries {
      let line = lines.first { $0.hasPrefix("  \(entry.name): [") } ?? "no \(entry.name)"
      #expect(line.hasSuffix("# " + entry.help(language)))
      for key in entry.keys { #expect(line.contains(key), "\(entry.name), \(key)") }
    }
  }

  // MARK: Demos

  @Test func `values for demos hold where the fence says nothing`() throws {
    let catalog = DemoCatalog.shipped.adjusted(
      by: read("demos: {timeline: {work: 1s}, all: {ask: on, tasks: 5}}").configuration.demos)
    let card = try #require(catalog.entry("timeline")?.card)
    let (arguments, errors) = DemoArguments.read([("mode", "par"), ("tasks", "2")], for: card)
    #expect(errors.isEmpty)
    #expect(arguments.word("work") == "1s" && arguments.word("ask") == "on")
    #expect(arguments.word("tasks") == "2")
    // They are no words of the fence, so that they contradict none of them.
    #expect(!arguments.isGiven("work"))
    let tree = try #require(catalog.entry("tree")?.card)
    #expect(DemoArguments.read([], for: tree).errors.isEmpty)
  }

  @Test func `a recording keeps the values that were not the fence's`() throws {
    let catalog = DemoCatalog.shipped.adjusted(
      by: read("demos: {timeline: {work: 1s, tasks: 2}}").configuration.demos)
    let card = try #require(catalog.entry("timeline")?.card)
    let pairs = card.pinned([("mode", "par"), ("tasks", "4")])
    #expect(pairs.map { $0.key + "=" + $0.value } == ["mode=par", "tasks=4", "work=1s"])
  }
}

// MARK: Files

@Suite struct `The file of the configuration` {
  private func load(_ folder: TemporaryFolder, named name: String? = nil) -> LoadedConfiguration {
    let file = ConfigurationFile(named: name) { $0 == "XDG_CONFIG_HOME" ? folder.path : nil }
    return file?.load(themes: noThemes, catalog: .shipped) ?? LoadedConfiguration()
  }

  @Test func `it is looked for where its variables say, and never beside the deck`() {
    func path(_ name: String?, _ variables: [String: String]) -> String? {
      ConfigurationFile(named: name) { variables[$0] }?.path
    }
    let home = ["HOME": "/h"]
    #expect(path(nil, home) == "/h/.config/lectern/config.yaml")
    #expect(path(nil, ["HOME": "/h", "XDG_CONFIG_HOME": "/x"]) == "/x/lectern/config.yaml")
    #expect(path(nil, ["HOME": "/h", "XDG_CONFIG_HOME": "x"]) == "/h/.config/lectern/config.yaml")
    #expect(path(nil, ["HOME": "/h", "LECTERN_CONFIG": "c.yaml"]) == "c.yaml")
    #expect(path("o.yaml", ["LECTERN_CONFIG": "c.yaml"]) == "o.yaml")
    #expect(path(nil, [:]) == nil)
  }

  @Test func `one that is not there says nothing, one that was named is missed`() {
    let folder = TemporaryFolder()
    #expect(load(folder).problems.isEmpty)
    let named = load(folder, named: "/nonexistent/c.yaml").texts(.english)
    #expect(named == ["/nonexistent/c.yaml:1:1: warning: No such file or directory"])
  }

  @Test func `one that is there is read`() {
    let folder = TemporaryFolder()
    folder.write("mono: true\nmoon: true\n", as: "lectern/config.yaml")
    let loaded = load(folder)
    #expect(loaded.configuration.mono == true)
    #expect(
      loaded.texts(.english) == [
        "\(folder.path)/lectern/config.yaml:2:1: warning: unknown key ‘moon’; did you mean mono?"
      ])
  }

  @Test func `a folder, a large one and one that all may write are told of and not read`() {
    let folder = TemporaryFolder()
    folder.makeFolder("lectern")
    let told = { (name: String) in
      self.load(folder, named: folder.path + "/" + name).texts(.english).map {
        String($0.dropFirst(folder.path.count + 1))
      }
    }
    #expect(told("lectern") == ["lectern:1:1: warning: not a regular file"])
    folder.write(String(repeating: "#", count: 65_537), as: "large")
    #expect(told("large") == ["large:1:1: warning: larger than 64 KiB"])
    folder.write("mono: true\n", as: "open")
    chmod(folder.path + "/open", 0o666)
    #expect(
      told("open") == ["open:1:1: warning: everybody may write it, so it is ignored (chmod o-w)"])
    #expect(load(folder, named: folder.path + "/open").configuration.mono == nil)
    folder.write("\u{0}\u{1}\u{2}", as: "binary")
    #expect(told("binary").count == 1)
    folder.link("ring", to: folder.place("ring"))
    #expect(told("ring").first?.contains("warning: Too many levels of symbolic links") == true)
  }

  @Test(.enabled(if: geteuid() == 0)) func `one that is somebody else's is told of and not read`() {
    let folder = TemporaryFolder()
    folder.write("mono: true\n", as: "foreign")
    chown(folder.path + "/foreign", 12345, 12345)
    let loaded = load(folder, named: folder.path + "/foreign")
    #expect(loaded.configuration.mono == nil)
    #expect(loaded.texts(.english).first?.contains("belongs to somebody else") == true)
  }
}

// MARK: Damage

/// Numbers that look random and are the same in every run (a linear congruential generator).
private struct Dice {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }
}

@Suite struct `A damaged file` {
  /// The default file with bytes changed, taken away and doubled.
  private func damaged(_ text: String, _ seed: Int) -> [UInt8] {
    var dice = Dice(seed)
    var bytes = Array(text.utf8)
    for _ in 0..<(1 + dice.roll(30)) {
      let place = dice.roll(bytes.count)
      switch dice.roll(3) {
      case 0: bytes[place] = UInt8(dice.roll(256))
      case 1: bytes.remove(at: place)
      default: bytes.insert(contentsOf: bytes[place..<min(place + 9, bytes.count)], at: place)
      }
    }
    return bytes
  }

  @Test func `of a configuration is read as far as it goes, and one can leave the talk`() {
    for seed in 1...200 {
      let lines = SourceLines(damaged(DefaultConfiguration.text(.english), seed))
      let reader = ConfigurationReader(lines, themes: noThemes) { .shipped }
      let quit = reader.configuration.keys?.entries.first { $0.name == "quit" }
      #expect(quit.map { $0.keys.contains("ctrl-c") } ?? true)
      for problem in reader.diagnostics {
        #expect(!problem.text(path: "c", lines: lines, .russian).contains("\u{1B}"))
      }
    }
  }

  @Test func `of a theme is read as far as it goes`() {
    for seed in 1...200 {
      let lines = SourceLines(damaged(Theme.paper.yaml(.english), seed))
      let reader = ThemeReader(lines, name: "mine") { _ in .success(.paper) }
      #expect(reader.theme.name == "mine")
    }
  }
}
