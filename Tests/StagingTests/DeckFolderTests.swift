/// Files that a deck names are found as addresses write them, and as they are called.

import TemporaryFiles
import Testing

@testable import Staging

@Suite struct `Files beside a deck` {
  @Test func `percents stand for what a name holds, unless it holds percents itself`() throws {
    let folder = TemporaryFolder()
    for name in ["my pic.png", "a%20b.png"] { folder.write(name, as: name) }
    let files = DeckFolder(ofDeck: folder.place("deck.md"), largest: 1024)
    let read = { (path: String) in
      try files.read(path, from: nil).map { String(decoding: $0, as: UTF8.self) }.get()
    }
    #expect(try read("my%20pic.png") == "my pic.png")
    #expect(try read("my pic.png") == "my pic.png")
    #expect(try read("a%20b.png") == "a%20b.png")
    #expect(throws: (any Error).self) { try read("no%20pic.png") }
  }
}
