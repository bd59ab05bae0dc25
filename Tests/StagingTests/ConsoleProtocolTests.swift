/// What shows and consoles say to each other, there and back.

import Decks
import Presenting
import Screen
import Staging
import Testing
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
