/// The time of the talk: what the foot line tells of it, the notes, the table of a rehearsal.

import Decks
import GoldenFrames
import Markup
import Presenting
import Screen
import Testing
import Typesetting
import Wording

private let deck = """
  ---
  title: Доклад
  minutes: 10
  ---
  # Раз

  <!-- notes: Скажем **раз** и пойдём дальше: здесь длинная заметка, которая не помещается в одну строку. -->

  ---

  # Два

  <!-- minutes: 1m30s -->
  <!-- skip: short -->

  ---

  # Три | четыре
  """

private func talk(minutes: Double? = nil, rows: Int = 24) -> PresenterState {
  PresenterState(
    deck: DeckBuilder.deck(SourceLines(deck)).deck, size: Size(rows: rows, columns: 80),
    theme: .dark, language: .russian, minutes: minutes)
}

extension PresenterState {
  /// Time goes by, then a script is typed.
  fileprivate mutating func type(_ script: String, at seconds: Int) {
    _ = handle(.elapsed(seconds))
    _ = type(script)
  }

  fileprivate var foot: String { frame.text(ofRow: size.rows - 1) }
}

@Suite struct `The time of the talk` {
  @Test func `begins with the first step, and is told on wish`() {
    var state = talk()
    state.type("t", at: 60)
    #expect(state.foot.hasSuffix("1/3   прошло 0:00"))
    state.type("l", at: 90)
    _ = state.handle(.elapsed(155))
    #expect(state.foot.hasSuffix("2/3   прошло 1:05"))
    state.type("t", at: 155)
    #expect(state.foot.hasSuffix("2/3   ещё 8:55"))
    _ = state.handle(.elapsed(90 + 600 + 61))
    #expect(state.foot.hasSuffix("2/3   сверх плана 1:01"))
    #expect(state.showsSeconds)
    state.type("T", at: 760)
    #expect(state.foot.hasSuffix("2/3   ещё 10:00"))
    state.type("t", at: 760)
    #expect(state.foot.hasSuffix("2/3"))
    #expect(!state.showsSeconds)
  }

  @Test func `left is what was asked for, else what the deck says`() {
    var state = talk(minutes: 30)
    state.type("ltt", at: 0)
    #expect(state.foot.hasSuffix("ещё 30:00"))
    var none = presenter()
    none.type("ltt", at: 0)
    #expect(none.foot.hasSuffix("2") || none.foot.hasSuffix("4"))
  }

  @Test func `is shared out among the slides that say nothing of theirs`() {
    let plan = TalkPlan(of: DeckBuilder.deck(SourceLines(deck)).deck)
    #expect(plan.targets == [4.25, 1.5, 4.25])
    #expect(plan.end(of: 1) == 5.75)
  }

  @Test func `of a rehearsal is a table`() {
    var state = talk()
    state.type("l", at: 5)
    state.type("l", at: 100)
    state.type("h", at: 130)
    state.type("hq", at: 140)
    #expect(
      Rehearsal(state).table == """
        | № | слайд         |  план | факт | разница |
        |--:|:--------------|------:|-----:|--------:|
        | 1 | Раз           |  4:15 | 0:00 |   −4:15 |
        | 2 | Два           |  1:30 | 1:45 |   +0:15 |
        | 3 | Три \\| четыре |  4:15 | 0:30 |   −3:45 |
        |   | итого         | 10:00 | 2:15 |   −7:45 |

        """)
  }

  @Test func `has a short form without the slides that are marked`() {
    let short = DeckBuilder.deck(SourceLines(deck), isShort: true).deck
    #expect(short.slides.map { $0.title?.plainText } == ["Раз", "Три | четыре"])
  }
}

@Suite struct `Notes below the slide` {
  @Test func `are seen only when they are asked for`() {
    var state = talk(rows: 20)
    #expect(!state.frame.text.contains("Скажем"))
    _ = state.type("S")
    #expect(GoldenFrame.difference(state.frame, from: "notes-80x20") == nil)
    _ = state.type("l")
    #expect(state.frame.text.contains("к этому слайду нет"))
    _ = state.type("S")
    #expect(!state.frame.text.contains("Заметки"))
  }

  @Test func `scroll where they are long`() {
    let notes = (1...30).map { "пункт \($0)" }.joined(separator: "\n\n")
    var state = presenter("# Раз\n\n<!-- notes:\n\(notes)\n-->\n", rows: 20)
    _ = state.type("S")
    #expect(state.frame.text.contains("пункт 1 ") || state.frame.text.contains("пункт 1\n"))
    #expect(!state.frame.text.contains("пункт 9"))
    for _ in 0..<20 { _ = state.handle(.pressed(.control("d"))) }
    #expect(state.frame.text.contains("пункт 30"))
    for _ in 0..<20 { _ = state.handle(.pressed(.control("u"))) }
    #expect(state.frame.text.contains("пункт 2"))
  }
}
