/// What shows and consoles say to each other, there and back.

import Decks
import Markup
import Presenting
import Screen
import Staging
import Testing
import Typesetting
import Wording

@Suite struct `Messages of the console` {
  @Test(arguments: [
    Key.right, .character("ж"), .character(" "), .character("\""), .control("c"), .function(5),
    .escape, .pageDown, .backTab,
  ])
  func `carry every key`(_ key: Key) {
    let line = ConsoleProtocol.line(.press(key))
    #expect(line.hasSuffix("\n"))
    #expect(ConsoleProtocol.command(String(line.dropLast())) == .press(key))
  }

  @Test func `carry places and talks`() {
    let place = DeckCursor(slide: 3, step: 2)
    #expect(ConsoleProtocol.command(ConsoleProtocol.line(.go(place))) == .go(place))
    var talk = RemoteTalk(deck: "/a \"b\".md", dialect: .marp, language: .russian, place: place)
    #expect(ConsoleProtocol.talk(ConsoleProtocol.line(talk)) == talk)
    (talk.elapsed, talk.spent, talk.minutes, talk.cover, talk.remark) = (7, 3, 30, "blank", "/да")
    (talk.isShort, talk.revision) = (true, 4)
    talk.demo = RemoteTalk.Demo(title: "т", status: "с\u{1B}[2J", keys: ["a б"])
    #expect(ConsoleProtocol.talk(ConsoleProtocol.line(talk)) == talk)
    #expect(!ConsoleProtocol.line(talk).unicodeScalars.contains("\u{1B}"))
    (talk.slides, talk.text) = (12, "0123456789abcdef")
    #expect(ConsoleProtocol.talk(ConsoleProtocol.line(talk)) == talk)
  }

  @Test func `hold no numbers one cannot count with`() {
    let most = Int.max
    let told = { (members: String) in
      ConsoleProtocol.talk("{\"lectern\":1,\"deck\":\"/d.md\"," + members + "}")
    }
    for place in [
      "\"slide\":\(most),\"step\":0", "\"slide\":0,\"step\":\(most)", "\"slide\":-1,\"step\":0",
      "\"slide\":0,\"step\":-1", "\"slide\":10000000,\"step\":0",
    ] { #expect(told(place) == nil, "\(place)") }
    let start = "\"slide\":1,\"step\":2,"
    for number in ["\(most)", "-\(most)", "-1", "1e300", "\"1\"", "null", "[]"] {
      let talk = told(
        start
          + ["elapsed", "spent", "minutes", "slides"].map { "\"\($0)\":\(number)" }
          .joined(separator: ","))
      #expect(talk?.place == DeckCursor(slide: 1, step: 2), "\(number)")
      #expect(talk?.elapsed == nil && talk?.minutes == nil && talk?.slides == nil, "\(number)")
      #expect(talk?.spent == 0, "\(number)")
    }
    #expect(told(start + "\"elapsed\":75,\"spent\":3,\"minutes\":7.5")?.minutes == 7.5)
  }

  @Test func `of another version are known for that`() {
    #expect(ConsoleProtocol.refusal("{\"lectern\":2,\"deck\":\"/d.md\"}") == .foreign)
    #expect(ConsoleProtocol.refusal(ConsoleProtocol.full) == .full)
    for line in ["{\"lectern\":1}", "{\"lectern\":\"2\"}", "{\"full\":true}", "nothing of ours"] {
      #expect(ConsoleProtocol.refusal(line) == nil)
    }
  }

  @Test(arguments: ["a", "\u{301}", "\u{1B}", "家", "👩\u{200D}👧"])
  func `are short enough to be read, whatever the show has to say`(_ letter: String) {
    let long = String(repeating: letter, count: 20_000)
    var state = PresenterState(
      deck: DeckBuilder.deck(SourceLines("# One\n\n```demo tree\n```\n")).deck,
      size: Size(rows: 24, columns: 80), theme: .dark, language: .english)
    _ = state.handle(.remark(long))
    _ = state.handle(
      .demoChanged(
        LiveFace(
          title: long, status: Line(long), foot: Array(repeating: long, count: 100), problem: long))
    )
    let path = "/" + String(repeating: "\u{1}", count: 4_000)
    let talk = state.talk(deck: path, revision: 0, isShort: false)
    #expect(ConsoleProtocol.line(talk).utf8.count <= ConsoleProtocol.longest)
    #expect(talk.demo != nil)
    #expect(talk.remark.columns <= 300)
  }

  @Test(arguments: [
    "", "{", "[]", "null", "{\"key\":\"a\"}", "{\"lectern\":2,\"key\":\"a\"}", "{\"lectern\":1}",
    "{\"lectern\":1,\"key\":\"nokey\"}", "{\"lectern\":1,\"slide\":-1,\"step\":0}",
    "{\"lectern\":1,\"slide\":1e300,\"step\":0}", "{\"lectern\":1,\"slide\":\"1\",\"step\":0}",
    "{\"lectern\":1,\"slide\":99999999,\"step\":0}",
  ])
  func `that are none are heard by nobody`(_ line: String) {
    #expect(ConsoleProtocol.command(line) == nil)
    #expect(ConsoleProtocol.talk(line) == nil)
  }
}
