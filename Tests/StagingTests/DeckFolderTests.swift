/// Files that a deck names are found as addresses write them, and as they are called.

import Foundation
import Testing

@testable import Staging

@Suite struct `Files beside a deck` {
  @Test func `percents stand for what a name holds, unless it holds percents itself`() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/lectern-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for name in ["my pic.png", "a%20b.png"] {
      try Data(name.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    let files = DeckFolder(ofDeck: folder + "/deck.md", largest: 1024)
    let read = { (path: String) in
      try files.read(path, from: nil).map { String(decoding: $0, as: UTF8.self) }.get()
    }
    #expect(try read("my%20pic.png") == "my pic.png")
    #expect(try read("my pic.png") == "my pic.png")
    #expect(try read("a%20b.png") == "a%20b.png")
    #expect(throws: (any Error).self) { try read("no%20pic.png") }
  }
}
