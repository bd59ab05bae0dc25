/// Links whose words are an address and that lead to another one.

import Decks
import Markup
import Testing
import Typesetting
import Wording

@testable import Staging

private func found(_ text: String) -> [String] {
  let lines = SourceLines(text)
  let loaded = LoadedDeck(deck: DeckBuilder.deck(lines).deck, lines: lines)
  let pictures = PictureShelf(deck: "/d.md", lines: lines).pictures
  return DeckInspection.diagnostics(of: loaded, at: "/d.md", pictures: pictures)
    .map { $0.text(path: "d.md", lines: lines, .english) }
}

@Suite struct `What a link says of itself` {
  @Test(arguments: [
    ("[https://bank.com/in](https://bank.evil.ru/in)", "‘bank.com’ and leads to ‘bank.evil.ru’"),
    ("[pаypal.com](https://paypal.com)", "‘pаypal.com (а = U+0430)’ and leads to ‘paypal.com’"),
    ("[paypal.com](https://pаypal.com/)", "‘paypal.com’ and leads to ‘pаypal.com (а = U+0430)’"),
    ("[www.bank.com](http://bank.com@evil.net:80/)", "‘bank.com’ and leads to ‘evil.net’"),
    ("[**bank.com**](//evil.net?bank.com)", "‘bank.com’ and leads to ‘evil.net’"),
  ])
  func `is told where it leads elsewhere`(link: String, words: String) {
    let told = found("# A\n\n\(link)\n")
    #expect(told.count == 1 && told[0].hasPrefix("d.md:3:1: warning: "), "\(told)")
    #expect(told.contains { $0.contains("the link says " + words) }, "\(told)")
  }

  @Test(arguments: [
    "[https://python.org](https://docs.python.org/3/)", "[WWW.Python.org](https://python.org)",
    "[docs.python.org](https://python.org)", "https://python.org", "<https://python.org/a?b=c>",
    "[README.md](https://python.org)", "[asyncio.run](https://python.org)", "[here](https://x.org)",
    "[see bank.com](https://x.org)", "[a.com](mailto:me@b.com)",
  ])
  func `is let be where it does not`(link: String) {
    #expect(found("# A\n\n\(link)\n") == [])
  }
}
