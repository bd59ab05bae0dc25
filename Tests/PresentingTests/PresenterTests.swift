/// Messages in, effects and frames out.

import Decks
import GoldenFrames
import Markup
import Screen
import Testing
import Typesetting
import Wording

@testable import Presenting

private let face = LiveFace(
  title: "Демо", status: Line("● идёт"), foot: ["пробел пуск", "r заново"],
  keys: [.character(" "), .character("r"), .character("n"), .character("1"), .enter])

@Suite struct `The presenter` {
  @Test(arguments: [
    ("l", "1.2"), ("ll", "2.1"), ("  ", "2.1"), ("<right><right><left>", "1.2"), ("G", "4.1"),
    ("Gg", "1.1"), ("<end><home>", "1.1"), ("2G", "2.1"), ("2<enter>", "2.1"), (":4<enter>", "4.1"),
    (":4<esc>", "1.1"), ("99G", "4.1"), ("s", "1.2"), ("<pgdn><pgdn><pgup>", "1.2"), ("nnp", "1.2"),
    ("jjk", "1.2"), ("дд", "2.1"), ("П", "4.1"), ("l<bs>", "1.1"), ("hhh", "1.1"), ("GllG", "4.1"),
  ])
  func `keys go to places`(script: String, place: String) {
    var state = presenter()
    _ = state.type(script)
    #expect(state.place == place)
  }

  @Test func `q, Ctrl-C and й quit, help first closes`() {
    for script in ["q", "<ctrl-c>", "й", "?<ctrl-c>", "?qq", "bq"] {
      var state = presenter()
      #expect(state.type(script).contains(.quit), "\(script)")
      #expect(state.mode == .finished)
    }
  }

  @Test func `effects are data`() {
    var state = presenter()
    #expect(state.type("r<ctrl-z><ctrl-l>") == [.reload, .suspend, .redraw])
  }

  @Test func `a demo is mounted on its slide and leaves with it`() {
    var state = presenter()
    let effects = state.type("3G")
    #expect(effects == [.mountDemo(state.slide.demos[0])])
    #expect(state.type("l") == [.unmountDemo])
    #expect(state.type("h") == [.mountDemo(state.slide.demos[0])])
    #expect(state.type("q") == [.quit, .unmountDemo])
  }

  @Test func `keys of its card go to the demo, arrows and the clicker's never`() {
    var state = presenter()
    _ = state.type("3G")
    _ = state.handle(.demoChanged(face))
    #expect(state.type(" r") == [.pressDemo(.character(" ")), .pressDemo(.character("r"))])
    #expect(state.type("к") == [.pressDemo(.character("r"))])
    #expect(state.type("1") == [.pressDemo(.character("1"))])
    #expect(state.type("b") == [])
    #expect(state.mode == .blank)
    _ = state.type("b")
    #expect(state.type("<right>") == [.unmountDemo])
    #expect(state.place == "4.1")
  }

  @Test func `several demos share a slide: Tab passes the floor, and the slide says who has it`() {
    let fences = ["timeline mode=seq", "timeline mode=par title=\"Вместе\"", "tree"].map {
      "```demo \($0)\n---\nвместо\n```\n"
    }
    var state = presenter("# Три демо\n\n" + fences.joined(separator: "\n"))
    let demos = state.slide.demos
    #expect(demos.count == 3)
    _ = state.handle(.demoChanged(face))
    #expect(GoldenFrame.difference(state.frame, from: "demos-first") == nil)
    // the arrows first, as where a demo is alone
    #expect(state.type("<tab><right>") == [.pressDemo(.right)])
    #expect(state.type("<tab>") == [.mountDemo(demos[1])])
    _ = state.handle(.demoChanged(face))
    #expect(GoldenFrame.difference(state.frame, from: "demos-second") == nil)
    #expect(state.type("<right>") == [.pressDemo(.right)])
    #expect(state.type("<tab>") == [.mountDemo(demos[2])])
    _ = state.handle(.demoChanged(face))
    #expect(state.type("<tab>") == [.mountDemo(demos[0])])
    _ = state.handle(.demoChanged(face))
    #expect(state.type("<esc><right>") == [])
  }

  @Test(arguments: [(24, 80), (20, 60), (12, 40)])
  func `the help page shows every key, scrolled where it is long`(rows: Int, columns: Int) {
    var state = presenter(rows: rows, columns: columns)
    _ = state.type("3G")
    var live = face
    live.help = [("Space", "пуск, пауза, дальше"), ("n N", "аппаратных потоков +1, −1")]
    _ = state.handle(.demoChanged(live))
    _ = state.type("?")
    #expect(GoldenFrame.difference(state.frame, from: "help-\(columns)x\(rows)") == nil)
    var seen = state.frame.text
    for _ in 0..<4 where state.mode == .help {
      _ = state.type("<pgdn>")
      if state.mode == .help { seen += state.frame.text }
    }
    for words in ["дальше", "приостановить", "выход", "назад"] { #expect(seen.contains(words)) }
    #expect(state.mode == .slides)
  }

  @Test func `in ASCII arrows have names on the help page, as their signs are other keys`() {
    var state = presenter(ascii: true)
    _ = state.type("?")
    for keys in ["  Right Down ", "  Left Up ", "  >       "] {
      #expect(state.rows.contains { $0.hasPrefix(keys) }, "\(keys)")
    }
  }

  @Test func `in ASCII the title over a demo is spelled as that over a slide`() {
    var state = presenter("# Да… x² ≤ 2\n\n```demo timeline mode=seq\n```\n", ascii: true)
    #expect(state.rows[0] == " Да... x^2 <= 2")
    var untitled = face
    untitled.title = nil
    _ = state.handle(.demoChanged(untitled))
    #expect(state.rows[0].hasPrefix(" Да... x^2 <= 2  "))
  }

  @Test func `notes leave a demo its rows, and tell consoles of no keys it has not`() {
    let text = "# Демо\n\n```demo timeline mode=seq\n```\n\n<!-- notes: слово -->\n"
    var state = presenter(text)
    _ = state.handle(.demoChanged(face))
    _ = state.type("S")
    #expect(state.isDemoVisible && state.stageSize.rows == 20)
    #expect(state.rows[20].contains("Заметки") && state.rows[21].contains("слово"))
    #expect(state.talk(deck: "/d.md", revision: 0, isShort: false).demo?.ownKeys.isEmpty == false)
    _ = state.handle(.resized(Size(rows: 22, columns: 80)))
    #expect(!state.isDemoVisible)
    #expect(state.talk(deck: "/d.md", revision: 0, isShort: false).demo == nil)
  }

  @Test func `over a demo it is said that an older version is shown`() {
    var state = presenter("# Демо\n\n```demo timeline mode=seq\n```\n")
    _ = state.handle(.demoChanged(face))
    _ = state.handle(.reviewed(problems: [], errorCount: 1, isShown: false))
    #expect(state.rows[0].contains("прежняя версия: e"))
    let talk = state.talk(deck: "/d.md", revision: 0, isShort: false)
    #expect(talk.remark == "показана прежняя версия, в новой 1 ошибка: e")
  }

  @Test func `words that are found are seen, also below the fold`() {
    let lines = (1...60).map { "строка \($0)" }.joined(separator: "\n\n")
    var state = presenter("# Много\n\n\(lines)\n", rows: 12)
    _ = state.type("/строка 48<enter>")
    #expect(state.rows.contains { $0.contains("строка 48") })
    _ = state.type("<esc>")
    _ = state.type("/Строка 50 нет<bs><bs><bs><bs><enter>")
    #expect(state.rows.contains { $0.contains("строка 50") })
  }

  @Test func `the arrows go from hit to hit while one types, Enter alone follows no link`() {
    var state = presenter("# А\n\nслово\n\n---\n\n# Б\n\n---\n\n# В\n\nслово\n")
    _ = state.type("/слово<down>")
    #expect(state.place == "3.1" && state.entry == .search("слово"))
    _ = state.type("<up>")
    #expect(state.place == "1.1")
    state = presenter("# А\n\n[b](#б) [c](#в)\n\n---\n\n# Б\n\n---\n\n# В\n")
    _ = state.type("f<enter>")
    #expect(state.place == "1.1")
    _ = state.type("2")
    #expect(state.place == "3.1")
  }

  @Test func `a title with ё is found with е, and the other way round`() {
    var state = presenter("# Раз\n\n---\n\n# Четвёртое\n")
    _ = state.type(":четвертое<enter>")
    #expect(state.place == "2.1")
    state = presenter("# Раз\n\n---\n\n# Зелень\n")
    _ = state.type(":зелё<enter>")
    #expect(state.place == "2.1")
  }

  @Test func `a demo that wants few rows leaves the words above it`() {
    var state = presenter("# Демо\n\nслова над ним\n\n```demo timeline mode=seq\nrows: 8\n```\n")
    var started = face
    (started.hasStarted, started.rows) = (true, 8)
    _ = state.handle(.demoChanged(started))
    #expect(GoldenFrame.difference(state.frame, from: "demo-of-8-rows") == nil)
  }

  @Test func `a slow link is told of while something moves`() {
    var state = presenter()
    _ = state.type("3G")
    _ = state.handle(.demoChanged(face))
    _ = state.handle(.linkChanged(isSlow: true))
    #expect(state.frame.text.contains("5 к/с"))
    _ = state.handle(.linkChanged(isSlow: false))
    #expect(!state.frame.text.contains("к/с"))
  }

  @Test func `a number after a colon is the presenter's even on a demo slide`() {
    var state = presenter()
    _ = state.type("3G")
    _ = state.handle(.demoChanged(face))
    _ = state.type(":1<enter>")
    #expect(state.place == "1.1")
  }

  @Test func `Tab hands the arrows to the demo until Esc`() {
    var state = presenter()
    _ = state.type("3G")
    _ = state.handle(.demoChanged(face))
    #expect(state.type("<tab><left>") == [.pressDemo(.left)])
    #expect(state.type("<esc>") == [])
    #expect(state.type("<left>") == [.unmountDemo])
  }

  @Test func `while it asks the room, digits, signs, Enter and Esc are the demo's`() {
    var state = presenter()
    _ = state.type("3G")
    var asking = face
    asking.isAsking = true
    asking.keys = []
    _ = state.handle(.demoChanged(asking))
    #expect(
      state.type("2,5<bs><enter><esc>") == [
        .pressDemo(.character("2")), .pressDemo(.character(",")), .pressDemo(.character("5")),
        .pressDemo(.backspace), .pressDemo(.enter), .pressDemo(.escape),
      ])
  }

  @Test func `with start-then-next the clicker starts the demo first`() {
    var state = presenter("---\nclicker: start-then-next\n---\n" + talk)
    _ = state.type("3G")
    _ = state.handle(.demoChanged(face))
    #expect(state.type("<pgdn>") == [.pressDemo(.character(" "))])
    var started = face
    started.hasStarted = true
    _ = state.handle(.demoChanged(started))
    #expect(state.type("<pgdn>") == [.unmountDemo])
  }

  @Test func `a page too tall scrolls before the next slide, and back`() {
    let long = (1...30).map { "строка \($0)" }.joined(separator: "\n\n")
    var state = presenter("# A\n\n" + long + "\n\n---\n\n# B\n", rows: 12, columns: 40)
    #expect(state.frame.text.contains("▼"))
    var presses = 0
    while state.cursor.slide == 0, presses < 20 {
      _ = state.type(" ")
      presses += 1
    }
    #expect(presses == 4)
    _ = state.type("h")
    #expect(state.frame.text.contains("строка 30"))
    #expect(state.frame.text.contains("▲"))
    _ = state.type("hhhhh")
    #expect(state.frame.text.contains("строка 1\n"))
  }

  @Test func `resizing keeps the place and sets the page anew`() {
    var state = presenter()
    _ = state.type("l")
    _ = state.handle(.resized(Size(rows: 12, columns: 40)))
    #expect(state.place == "1.2")
    #expect(state.frame.size == Size(rows: 12, columns: 40))
    _ = state.handle(.resized(Size(rows: 1, columns: 1)))
    #expect(state.frame.text == "…")
  }

  @Test func `reloading a shorter deck stays inside of it`() {
    var state = presenter()
    _ = state.type("G")
    let shorter = DeckBuilder.deck(SourceLines("# Один\n")).deck
    _ = state.handle(.reloaded(shorter, leadsToEdit: false))
    _ = state.handle(.reviewed(problems: ["d.md:1:1: error: x"], errorCount: 1, isShown: true))
    #expect(state.place == "1.1")
    #expect(state.frame.text.contains("1 ошибка в файле: e"))
  }

  @Test func `where one came from is known by its slide, whatever its number is by now`() {
    let slides = (1...5).map { "# S\($0)\n" }
    var state = presenter(slides.joined(separator: "\n---\n\n"))
    _ = state.type("5G1G")
    let longer = DeckBuilder.deck(
      SourceLines((["# New\n"] + slides).joined(separator: "\n---\n\n"))
    ).deck
    _ = state.handle(.reloaded(longer, leadsToEdit: false))
    #expect(state.place == "2.1")
    _ = state.type("u")
    #expect(state.place == "6.1")
  }

  @Test func `frames: a slide, a demo before and after its start, help, problems`() {
    var state = presenter()
    _ = state.handle(.clock("03:40"))
    #expect(GoldenFrame.difference(state.frame, from: "slide") == nil)
    _ = state.type("3G")
    _ = state.handle(.demoChanged(face))
    #expect(GoldenFrame.difference(state.frame, from: "demo-waiting") == nil)
    var started = face
    started.hasStarted = true
    _ = state.handle(.demoChanged(started))
    #expect(GoldenFrame.difference(state.frame, from: "demo-started") == nil)
    _ = state.handle(.demoChanged(LiveFace(problem: "d.md:9:8: error: нет демо «timelime»")))
    #expect(GoldenFrame.difference(state.frame, from: "demo-problem") == nil)
    _ = state.type("?")
    #expect(GoldenFrame.difference(state.frame, from: "help") == nil)
  }

  @Test func `below 60×20 a demo is its alternative text, and its keys navigate`() {
    var state = presenter(rows: 12, columns: 40)
    _ = state.type("3G")
    _ = state.handle(.demoChanged(face))
    #expect(state.frame.text.contains("вместо демо"))
    #expect(state.type(" ") == [.unmountDemo])
  }
}
