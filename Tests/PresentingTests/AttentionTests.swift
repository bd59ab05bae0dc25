/// What leads the eyes: the spotlight, the pointer, one part alone, the mouse, slides that go by
/// themselves.

import Decks
import GoldenFrames
import Markup
import Screen
import Testing
import Typesetting
import Wording

@testable import Presenting

private let deck = """
  # Список

  - раз
  - два, и ещё [ссылка](#таблица)
    дальше на второй строке

  Абзац под ним.

  ---

  # Код

  слова

  ```python
  x = 1
  y = 2
  ```

  ---

  # Таблица

  | a | b |
  |---|---|
  | 1 | 2 |
  """

private func talk(_ text: String = deck, rows: Int = 16) -> PresenterState {
  presenter(text, rows: rows, columns: 60)
}

extension PresenterState {
  /// The rows that are not dimmed and hold words, below the title.
  fileprivate var lit: [String] {
    (3..<size.rows - 1).filter { row in
      frame.row(row).contains {
        $0.glyph != .blank && $0.style.foreground != theme.dimmed.foreground
          && $0.glyph.text != "▌"
      }
    }.map { frame.text(ofRow: $0).filter { !$0.isWhitespace && $0 != "▌" } }
  }

  @discardableResult
  fileprivate mutating func press(_ text: String) -> [PresenterEffect] {
    guard let row = rows.firstIndex(where: { $0.contains(text) }),
      let start = rows[row].place(of: text)
    else { return [] }
    let column = String(rows[row][..<start]).columns
    return handle(.pointed(Mouse(.press, at: Point(row: row, column: column))))
  }
}

extension String {
  /// Where a text begins.
  fileprivate func place(of text: String) -> String.Index? {
    indices.first { self[$0...].hasPrefix(text) }
  }
}

@Suite struct `The eyes of the audience` {
  @Test func `are led from part to part by the spotlight`() {
    var state = talk()
    #expect(state.lit.count == 3)
    _ = state.type("x")
    #expect(state.lit == ["•раз"])
    _ = state.type("<down>")
    #expect(state.lit == ["•два,иещёссылкадальшенавторойстроке"])
    _ = state.type("<down><down><down>")
    #expect(state.lit == ["Абзацподним."])
    _ = state.type("<esc>")
    #expect(state.lit.count == 3)
    _ = state.type("x<right>")
    #expect(state.place == "2.1")
    #expect(state.lit.count >= 3)
  }

  @Test func `are led to a line by the pointer`() {
    var state = talk()
    _ = state.type("v<down>")
    #expect(GoldenFrame.difference(state.frame, from: "pointer") == nil)
    _ = state.type("v")
    #expect(!state.frame.text.contains("▶"))
  }

  @Test func `see one part alone, as large as it goes`() {
    var state = talk()
    _ = state.type("2Gz")
    #expect(GoldenFrame.difference(state.frame, from: "zoom-code") == nil)
    _ = state.type("<left>")
    #expect(GoldenFrame.difference(state.frame, from: "zoom-words") == nil)
    _ = state.type("z")
    #expect(state.frame.text.contains("Код"))
    _ = state.type("z<esc>l")
    #expect(state.place == "3.1")
  }

  @Test func `stay where they are while the deck is edited, and leave with a clicker's keys`() {
    let text = "# A\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nwords\n\n---\n\n# B\n"
    var state = presenter(text)
    _ = state.type("z")
    let edited = DeckBuilder.deck(SourceLines(text + "\nmore\n")).deck
    _ = state.handle(.reloaded(edited, leadsToEdit: false))
    #expect(state.attention == .zoom(0))
    _ = state.type("<pgdn>")
    #expect(state.attention == nil && state.place == "2.1")
    state = presenter(text)
    _ = state.type("x")
    _ = state.handle(.reloaded(edited, leadsToEdit: true))
    #expect(state.attention == nil && state.place == "2.1")
  }

  @Test func `are not led away by the keys of a slide that has nothing`() {
    var state = talk("# Один\n")
    let title = state.frame.text
    _ = state.type("z")
    #expect(state.frame.text == title)
    var later = talk("# A\n\n---\n\n<!-- pause -->\n\nwords\n")
    _ = later.type("l")
    let nothing = later.frame.text
    _ = later.type("x")
    #expect(later.frame.text == nothing)
  }
}

@Suite struct `The mouse` {
  @Test func `the wheel goes through a demo that is taller than the screen, then on`() {
    var state = presenter()
    _ = state.type("3<enter>")
    var face = LiveFace()
    face.hasBelow = true
    _ = state.handle(.demoChanged(face))
    let down = PresenterMessage.pointed(Mouse(.wheelDown, at: .zero))
    #expect(state.handle(down) == Array(repeating: .pressDemo(.down), count: 3))
    (face.hasAbove, face.hasBelow) = (true, false)
    _ = state.handle(.demoChanged(face))
    let up = PresenterMessage.pointed(Mouse(.wheelUp, at: .zero))
    #expect(state.handle(up) == Array(repeating: .pressDemo(.up), count: 3))
    #expect(state.cursor.slide == 2)
    _ = state.handle(down)
    #expect(state.cursor.slide == 3)
  }

  @Test func `follows links, chooses slides, turns the wheel`() {
    var state = talk()
    state.press("ссылка")
    #expect(state.place == "3.1")
    _ = state.type("o")
    state.press(" 2 ")
    #expect(state.place == "2.1")
    _ = state.handle(.pointed(Mouse(.wheelDown, at: .zero)))
    #expect(state.place == "3.1")
    _ = state.handle(.pointed(Mouse(.wheelUp, at: .zero)))
    #expect(state.place == "2.1")
    _ = state.handle(.pointed(Mouse(.press, at: Point(row: 999, column: 999))))
    #expect(state.place == "2.1")
  }

  @Test func `scrolls what is taller than the screen`() {
    let long = "# Длинный\n\n" + (1...40).map { "строка \($0)\n" }.joined(separator: "\n")
    var state = talk(long + "\n---\n\n# Конец\n")
    _ = state.handle(.pointed(Mouse(.wheelDown, at: .zero)))
    #expect(!state.frame.text.contains("строка 1 "))
    for _ in 0..<60 where state.cursor.slide == 0 {
      _ = state.handle(.pointed(Mouse(.wheelDown, at: .zero)))
    }
    #expect(state.cursor.slide == 1)
  }

  @Test func `starts a demo, and gives another one the floor`() {
    let fences = ["timeline mode=seq", "timeline mode=par"].map { "```demo \($0)\n---\nx\n```\n" }
    var state = presenter("# Два\n\n" + fences.joined(separator: "\n"))
    let face = LiveFace(status: Line("○"), foot: ["пробел пуск"], keys: [.character(" ")])
    _ = state.handle(.demoChanged(face))
    let press = { (row: Int, column: Int) in
      PresenterMessage.pointed(Mouse(.press, at: Point(row: row, column: column)))
    }
    #expect(state.handle(press(10, 10)) == [.pressDemo(.character(" "))])
    let second =
      state.rows[2].place(of: "2 timeline").map { String(state.rows[2][..<$0]).columns } ?? 0
    #expect(state.handle(press(2, second)) == [.mountDemo(state.slide.demos[1])])
  }
}

@Suite struct `The spotlight over steps` {
  @Test func `finds nothing before the first of them, and goes on behind it`() {
    var state = talk("# A\n\n---\n\n<!-- pause -->\n\nwords\n\n---\n\n# C\n")
    _ = state.type("llx<left><down><up><down>l")
    #expect(state.place == "2.2")
    #expect(state.rows.contains { $0.contains("words") })
  }
}

@Suite struct `Slides that go on by themselves` {
  private func talk(_ wish: AutoAdvanceWish, _ text: String = deck) -> PresenterState {
    PresenterState(
      deck: DeckBuilder.deck(SourceLines(text)).deck, size: Size(rows: 16, columns: 60),
      theme: .dark, language: .russian, advance: wish)
  }

  @Test func `wait for their time, anew after each key`() {
    var state = talk(AutoAdvanceWish(seconds: 10))
    #expect(state.advanceTime == 10)
    _ = state.handle(.elapsed(9))
    #expect(state.place == "1.1")
    _ = state.type("?<esc>")
    _ = state.handle(.elapsed(10))
    #expect(state.place == "1.1")
    #expect(state.advanceTime == 19)
    _ = state.handle(.elapsed(19))
    #expect(state.place == "2.1")
    _ = state.type("a")
    #expect(state.advanceTime == nil)
  }

  @Test func `go round in a kiosk, which q does not end`() {
    var state = talk(AutoAdvanceWish(seconds: 5, isKiosk: true))
    for time in [5, 10, 15] { _ = state.handle(.elapsed(time)) }
    #expect(state.place == "1.1")
    #expect(state.type("q") == [])
    #expect(state.type("<ctrl-c>") == [.quit])
  }

  @Test func `let no visitor out of a kiosk, and close what one has opened`() {
    for opened in ["?", "o", "e", "b", ":", "/", "a", "z"] {
      var state = talk(AutoAdvanceWish(seconds: 5, isKiosk: true))
      _ = state.type(opened)
      #expect(state.type("<ctrl-z>") == [])
      _ = state.handle(.elapsed(5))
      #expect(state.place == "2.1", "after \(opened)")
    }
    var blank = talk(AutoAdvanceWish(seconds: 5, isKiosk: true))
    #expect(blank.type("bq") == [])
  }

  @Test func `let a demo of a kiosk come to its end, and show what came out`() {
    let text = "# A\n\n```demo tree\n```\n\n---\n\n# B\n"
    var state = talk(AutoAdvanceWish(seconds: 5, isKiosk: true), text)
    _ = state.handle(.demoChanged(LiveFace(hasStarted: true, isMoving: true)))
    _ = state.handle(.elapsed(60))
    #expect(state.place == "1.1")
    _ = state.handle(.demoChanged(LiveFace(hasStarted: true)))
    _ = state.handle(.elapsed(64))
    #expect(state.place == "1.1")
    _ = state.handle(.elapsed(65))
    #expect(state.place == "2.1")
  }

  @Test func `count for the time of the talk like those that are turned`() {
    var state = talk(AutoAdvanceWish(seconds: 5))
    _ = state.type("l")
    for time in [5, 7] { _ = state.handle(.elapsed(time)) }
    #expect(state.place == "3.1")
    #expect(state.pace.spent(on: 2) == 2)
  }

  @Test func `wait a day at most, whatever number is given`() {
    let state = talk(AutoAdvanceWish(seconds: Int.max))
    #expect(state.advanceTime == 86_400)
  }

  @Test func `have times of their own`() {
    let text = "---\nadvance: 4\n---\n# A\n\n---\n\n# B\n\n<!-- advance: 1m -->\n\n---\n\n# C\n"
    var state = talk(AutoAdvanceWish(), text)
    _ = state.handle(.elapsed(4))
    #expect(state.place == "2.1")
    #expect(state.advanceTime == 64)
    #expect(presenter().advanceTime == nil)
  }
}
