/// The console as a value: what it shows of a talk, and what its keys ask for.

import Decks
import GoldenFrames
import Markup
import Screen
import Testing
import Typesetting
import Wording

@testable import Presenting

private let source = """
  ---
  title: Доклад
  minutes: 10
  ---
  # Потоки

  Слова, которые видят все.

  <!-- notes: **Скажем** слово. -->

  ---

  # Процессы

  - раз

  <!-- pause -->

  - два

  <!-- notes:
  Первая мысль: процессы дороже потоков.

  1. память
  2. переключение
  -->

  ---

  # Демо

  ```demo timeline mode=par
  ---
  вместо
  ```
  """

private func console(
  rows: Int = 24, columns: Int = 80, _ change: (inout RemoteTalk) -> Void = { _ in }
) -> ConsoleState {
  var state = ConsoleState(
    size: Size(rows: rows, columns: columns), theme: .dark, language: .russian, medium: Medium())
  _ = state.handle(.clock("10:20"))
  var talk = RemoteTalk(deck: "/d.md", dialect: .plain, language: .russian)
  (talk.place, talk.elapsed, talk.spent) = (DeckCursor(slide: 1), 125, 25)
  change(&talk)
  _ = state.handle(.told(talk))
  _ = state.handle(.loaded(DeckBuilder.deck(SourceLines(source)).deck))
  return state
}

extension ConsoleState {
  fileprivate var frame: Grid {
    var canvas = canvas(ascii: false)
    draw(on: &canvas)
    return canvas.grid
  }

  fileprivate mutating func type(_ script: String) -> [ConsoleEffect] {
    keys(script).flatMap { handle(.pressed($0)) }
  }
}

@Suite struct `The console` {
  @Test(arguments: [(24, 80), (20, 60), (40, 120), (12, 40)])
  func `shows this slide, the next, the time and the notes`(rows: Int, columns: Int) {
    let state = console(rows: rows, columns: columns)
    #expect(GoldenFrame.difference(state.frame, from: "console-\(columns)x\(rows)") == nil)
  }

  @Test(arguments: [(8, 30), (9, 30), (10, 40), (12, 60), (24, 80)])
  func `nothing stands on anything else, however small it is`(rows: Int, columns: Int) {
    let state = console(rows: rows, columns: columns) { talk in
      talk.demo = RemoteTalk.Demo(title: "Д", status: "● идёт", keys: ["пробел пауза"])
    }
    let lines = (0..<rows).map { state.frame.text(ofRow: $0) }
    #expect(lines[rows - 1].contains("пробел"), "\(lines)")
    #expect(lines[rows - 2].contains("идёт"), "\(lines)")
    #expect(lines.contains { $0.contains("Первая") }, "\(lines)")
    #expect(!lines[rows - 2].contains("└"), "\(lines)")
    #expect(lines.count { $0.contains("┌") } == lines.count { $0.contains("└") }, "\(lines)")
  }

  @Test func `the wheel scrolls notes and drives the show, a press on the next slide goes on`() {
    var state = console(rows: 12, columns: 40)
    let wheel = { (row: Int) in
      ConsoleMessage.pointed(Mouse(.wheelDown, at: Point(row: row, column: 5)))
    }
    let before = state.frame
    #expect(state.handle(wheel(9)) == [])
    #expect(state.frame != before)
    #expect(state.handle(.pointed(Mouse(.wheelUp, at: Point(row: 9, column: 5)))) == [])
    #expect(state.frame == before)
    #expect(state.handle(wheel(4)) == [.send(.pageDown)])
    #expect(
      state.handle(.pointed(Mouse(.wheelUp, at: Point(row: 4, column: 5)))) == [.send(.pageUp)])
    #expect(
      state.handle(.pointed(Mouse(.press, at: Point(row: 4, column: 30)))) == [.send(.pageDown)])
    #expect(state.handle(.pointed(Mouse(.press, at: Point(row: 4, column: 5)))) == [])
  }

  @Test func `a slide is chosen with the mouse in the overview of the console`() {
    var state = console()
    #expect(state.type("o") == [])
    #expect(
      state.handle(.pointed(Mouse(.press, at: Point(row: 4, column: 4)))) == [.sendTo(DeckCursor())]
    )
    #expect(state.frame.text(ofRow: 0).contains("2/3"))
  }

  @Test func `tells what the demo does and which keys it has`() {
    let state = console { talk in
      talk.place = DeckCursor(slide: 2)
      talk.demo = RemoteTalk.Demo(
        title: "Параллельно", status: "● идёт 1,2 с", keys: ["пробел пауза", "r заново"])
    }
    #expect(GoldenFrame.difference(state.frame, from: "console-demo") == nil)
  }

  @Test(arguments: [
    (10, "ещё не"), (125, "опережаем"), (300, "по плану"), (400, "по плану"),
    (500, "отстаём на 1:40"),
  ])
  func `tells how far one is behind the plan`(elapsed: Int, words: String) {
    let state = console { talk in talk.elapsed = elapsed == 10 ? nil : elapsed }
    #expect(state.frame.text(ofRow: 1).contains(words), "\(state.frame.text(ofRow: 1))")
  }

  @Test func `counts on by itself while the show is there`() {
    var state = console()
    for second in 1...5 { _ = state.handle(.elapsed(sinceTold: second)) }
    // However often it is told the same.
    for _ in 1...5 { _ = state.handle(.elapsed(sinceTold: 5)) }
    #expect(state.frame.text(ofRow: 1).contains("2:10 из 10:00"))
    _ = state.handle(.lost)
    _ = state.handle(.elapsed(sinceTold: 9))
    #expect(state.frame.text(ofRow: 0).contains("показ пропал"))
    #expect(state.frame.text(ofRow: 1).contains("2:10 из 10:00"))
  }

  @Test(arguments: ["", "o", "/сло", ":", "?", "g"])
  func `ends with its terminal, whatever it is doing, and leaves the show alone`(script: String) {
    for message in [ConsoleMessage.ended, .pressed(.control("c"))] {
      var state = console()
      let last = KeyTable.Binding(
        command: .last, keys: [KeySequence(.character("g"), .character("g"))])
      _ = state.handle(.keysChanged(KeyTable([last] + KeyTable.standard.bindings)))
      #expect(state.type(script) == [])
      #expect(state.handle(message) == [.quit])
      #expect(state.isFinished)
    }
  }

  @Test func `says that the file is being edited, and counts the slides of the show`() {
    var state = console()
    var talk = RemoteTalk(deck: "/d.md", dialect: .plain, language: .russian)
    (talk.place, talk.slides) = (DeckCursor(slide: 6), 20)
    _ = state.handle(.told(talk, isSameDeck: false))
    let head = state.frame.text(ofRow: 0)
    #expect(head.contains("7/20") && head.contains("файл сейчас правят"), "\(head)")
    _ = state.handle(.told(talk))
    #expect(!state.frame.text(ofRow: 0).contains("правят"))
  }

  @Test func `says that the show is another version`() {
    var state = ConsoleState(
      size: Size(rows: 24, columns: 80), theme: .dark, language: .english, medium: Medium())
    _ = state.handle(.refused(.foreign))
    #expect(state.frame.text(ofRow: 0).contains("the show is another version of Lectern"))
    _ = state.handle(.refused(.full))
    #expect(state.frame.text(ofRow: 0).contains("the show has 10 consoles already"))
    _ = state.handle(.lost)
    #expect(state.frame.text(ofRow: 0).contains("waiting for the show"))
  }

  @Test func `sends keys to the show, keeps its own, and looks for slides alone`() {
    var state = console()
    #expect(
      state.type("<right>b ") == [
        .send(.right), .send(.character("b")), .send(.character(" ")),
      ])
    #expect(state.type("Q") == [.send(.control("c"))])
    #expect(state.type("?") == [])
    #expect(state.frame.text.contains("Клавиши пульта"))
    #expect(state.type("x/демо") == [])
    #expect(state.frame.text.contains("/демо"))
    #expect(state.type("<enter>") == [.sendTo(DeckCursor(slide: 2))])
    #expect(state.type("o<left><enter>") == [.sendTo(DeckCursor(slide: 0))])
    #expect(state.type("o<esc>") == [])
    #expect(state.type(":3<enter>") == [.sendTo(DeckCursor(slide: 2))])
    #expect(state.type("q") == [.quit])
    #expect(state.isFinished)
  }

  @Test func `what a demo does with a key it does from here, too`() {
    var state = console { talk in
      talk.demo = RemoteTalk.Demo(
        title: "Дерево", status: "", keys: ["o моя машина"], ownKeys: [.character("o")])
    }
    #expect(state.handle(.pressed(.character("o"))) == [.send(.character("o"))])
    #expect(state.handle(.pressed(.character("щ"))) == [.send(.character("щ"))])
    #expect(state.desk == nil)
    state = console()
    #expect(state.handle(.pressed(.character("o"))).isEmpty && state.desk?.mode == .overview)
  }

  @Test func `an edit of the deck takes nothing from the hands`() {
    var state = console()
    for key in keys("/про") { _ = state.handle(.pressed(key)) }
    _ = state.handle(.loaded(DeckBuilder.deck(SourceLines(source + "\n\n---\n\n# Ещё\n")).deck))
    #expect(state.desk?.entry == .search("про"))
    _ = state.handle(.keysChanged(nil))
    #expect(state.desk?.entry == .search("про"))
  }

  @Test func `behind a search n leads the show to the other hits, until Esc`() {
    var state = console()
    for key in keys("/ток<enter>") { _ = state.handle(.pressed(key)) }
    #expect(state.desk == nil && state.hitRemark == "/ток   2/2 в заметках")
    #expect(state.handle(.pressed(.character("n"))) == [.sendTo(DeckCursor(slide: 0))])
    #expect(state.handle(.pressed(.character("N"))) == [.sendTo(DeckCursor(slide: 0))])
    #expect(state.handle(.pressed(.escape)).isEmpty)
    #expect(state.handle(.pressed(.character("n"))) == [.send(.character("n"))])
  }

  @Test func `notes are scrolled no further than they go`() {
    var state = console(rows: 12, columns: 40)
    for _ in 0..<20 { _ = state.handle(.pressed(.control("d"))) }
    let end = state.noteScroll
    _ = state.handle(.pressed(.control("u")))
    #expect(state.noteScroll < min(end, 12))
  }

  @Test func `without a show waits for one, and has nothing to drive`() {
    var state = ConsoleState(
      size: Size(rows: 24, columns: 80), theme: .dark, language: .russian, medium: Medium())
    #expect(state.frame.text.contains("показа пока нет"))
    #expect(state.type("l") == [])
    _ = state.handle(.loaded(DeckBuilder.deck(SourceLines(source)).deck))
    #expect(state.frame.text.contains("Скажем слово"))
  }
}
