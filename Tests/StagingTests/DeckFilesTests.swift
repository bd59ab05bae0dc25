/// Files that a deck names: in its folder and nowhere else, as large and as many as the limits allow.

import Decks
import DemoKit
import Demos
import Glibc
import Machine
import Markup
import TemporaryFiles
import Testing
import Wording

@testable import Staging

private let check = DemoCheck(catalog: .shipped)

@Suite struct `Files that a deck names` {
  let folder = TemporaryFolder()

  private var deck: String { folder.path + "/d.md" }

  /// What is told of a deck that is written and read.
  private func told(_ text: String, largest: Int = Limits.deck) throws -> [String] {
    folder.write(text, as: "d.md")
    var source = DeckSource(path: deck, check: check)
    source.largest = largest
    return try source.review().diagnostics.map { $0.message(.english) }
  }

  @Test func `are 16 MiB at most, all of them together`() {
    #expect(DeckSource(path: deck, check: check).largest == 16 << 20)
  }

  @Test(arguments: ["/etc/passwd", "../secret", "in/passwd", "link", "out/secret", "./../secret"])
  func `lie in its folder, whatever leads out of it`(name: String) throws {
    folder.makeFolder("talk/in")
    folder.write("secret", as: "secret")
    folder.link("talk/link", to: "../secret")
    folder.link("talk/in/passwd", to: "/etc/passwd")
    folder.link("talk/out", to: "..")
    let files = DeckFolder(ofDeck: folder.path + "/talk/d.md", largest: 1024)
    #expect(throws: DeckFiles.Failure.outside) { try files.read(name, from: nil).get() }
  }

  @Test(arguments: ["../r.jsonl", "link.jsonl", "/etc/passwd"])
  func `are no recordings where they lie outside`(name: String) throws {
    folder.makeFolder("talk")
    let recording = DemoRecording(
      demo: "tree", arguments: [], host: "x", date: "2026-01-01", canPin: true,
      topology: try .init(text: "pack:1 core:2 pu:1"))
    folder.write(recording.text, as: "r.jsonl")
    folder.link("talk/link.jsonl", to: "../r.jsonl")
    #expect(RecordingFile.read(name, beside: folder.path + "/talk/d.md") == nil)
    #expect(RecordingFile.read("r.jsonl", beside: deck) != nil)
  }

  /// As servers of slides have it, and as Windows writes it.
  @Test(arguments: [
    "p.png", "/p.png", "img/q.png", "/img/q.png", "img\\q.png", "img/q.png#right",
    "img/q.png?raw=true",
    "/d.md", "a%20b.png",
  ])
  func `are found by the addresses that a browser would take`(name: String) throws {
    folder.makeFolder("public/img")
    for file in ["public/p.png", "public/img/q.png", "d.md", "a b.png"] {
      folder.write("x", as: file)
    }
    let files = DeckFolder(ofDeck: deck, largest: 1024)
    #expect(throws: Never.self) { try files.read(name, from: nil).get() }
    #expect(throws: DeckFiles.Failure.self) { try files.read("no/" + name, from: nil).get() }
  }

  @Test(arguments: ["pipe", "device", "folder", "ring"])
  func `are ordinary ones`(name: String) throws {
    mkfifo(folder.path + "/pipe", 0o600)
    folder.link("device", to: "/dev/zero")
    folder.makeFolder("folder")
    folder.link("ring", to: "ring")
    let files = DeckFolder(ofDeck: deck, largest: 1024)
    #expect(throws: DeckFiles.Failure.self) { try files.read(name, from: nil).get() }
    #expect(try told("<!-- include: \(name) -->\n\nx\n").count == 1)
  }

  @Test func `are counted, a hundred of them at most`() throws {
    folder.write("x\n", as: "a.md")
    for (count, problems) in [(99, 0), (100, 0), (101, 1)] {
      let text = String(repeating: "<!-- include: a.md -->\n", count: count)
      #expect(try told(text) == Array(repeating: "more than 100 includes", count: problems))
    }
  }

  @Test(arguments: [
    ("", ["A", "1", "2", "3", "Z"]), ("#2", ["A", "2", "Z"]), ("#1,3", ["A", "1", "3", "Z"]),
    ("#2-3", ["A", "2", "3", "Z"]), ("#9", ["A", "Z"]),
  ])
  func `give some of their slides to a deck of Slidev`(slides: String, titles: [String]) throws {
    folder.write(
      "---\ntitle: x\n---\n\n# 1\n\n---\nlayout: center\n---\n\n# 2\n\n---\n\n# 3\n", as: "p.md")
    folder.write("# A\n\n---\nsrc: ./p.md\(slides)\n---\n\n---\n\n# Z\n", as: "d.md")
    let deck = try DeckSource(path: deck, dialect: .slidev, check: check).review().deck
    #expect(deck.slides.map { $0.title?.plainText } == titles)
  }

  @Test func `include each other eight deep at most`() throws {
    for (depth, problem) in [(7, nil), (8, nil), (9, "includes deeper than 8")] {
      for level in 1..<depth {
        folder.write("<!-- include: \(level + 1).md -->\n", as: "\(level).md")
      }
      folder.write("x\n", as: "\(depth).md")
      #expect(try told("x\n\n<!-- include: 1.md -->\n") == [problem].compactMap { $0 })
    }
  }

  @Test func `are counted with the deck that includes them`() throws {
    // Slides small enough to be shown, so that only the sum is told of.
    let slide = String(repeating: "a", count: 1024 - 6) + "\n\n---\n\n"
    let largest = 1 << 16
    let part = String(repeating: slide, count: largest / 4 / slide.utf8.count)
    folder.write(part, as: "part.md")
    let include = "<!-- include: part.md -->\n"
    #expect(try told(String(repeating: include, count: 3), largest: largest) == [])
    #expect(
      try told(String(repeating: include, count: 5), largest: largest)
        == ["includes of over 16 MiB"])
  }

  @Test(arguments: [-1, 0, 1])
  func `are read up to their limit`(more: Int) throws {
    folder.write([UInt8](repeating: 0x61, count: 1024 + more), as: "a")
    let read = DeckFolder(ofDeck: deck, largest: 1024).read("a", from: nil)
    #expect((read == .failure(.tooLarge)) == (more > 0))
    folder.write([UInt8](repeating: 0x61, count: Limits.codeFile + more), as: "code")
    let found = try told("```file\npath: code\n```\n")
    #expect(found.contains("code: file too large") == (more > 0))
  }

  @Test(arguments: [-1, 0, 1])
  func `and so is the deck itself`(more: Int) throws {
    folder.write([UInt8](repeating: 0x61, count: Limits.deck + more), as: "d.md")
    let source = DeckSource(path: deck, check: check)
    if more > 0 {
      #expect(throws: DeckError.tooLarge(path: deck)) { try source.load() }
    } else {
      #expect(try source.bytes().count == Limits.deck + more)
    }
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x61, 0], [0xFE, 0xFF, 0, 0x61], [0x61, 0, 0x62, 0], [0, 0x61, 0, 0x62],
      [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61],
    ] as [[UInt8]])
  func `that are UTF-16 are named`(bytes: [UInt8]) throws {
    folder.write(bytes, as: "d.md")
    let error = #expect(throws: DeckError.isUTF16(path: deck)) {
      try DeckSource(path: deck, check: check).load()
    }
    #expect(error?.exitStatus == 65)
    #expect(error?.text(.english).hasSuffix("d.md: looks like UTF-16, a deck is UTF-8") == true)
  }

  @Test func `a zero among letters is none of that`() throws {
    #expect(try told("a\0b\n") == ["not UTF-8, or NUL (1): shown as �"])
  }
}

@Suite struct `What is told of a deck` {
  @Test(arguments: [99, 100, 101])
  func `is a hundred lines and how many more there are`(count: Int) {
    let problems = (0..<count).map { Diagnostic.error(Phrase("\($0)"), at: 0) }
    let loaded = LoadedDeck(
      deck: DeckBuilder.deck(SourceLines("x\n")).deck, diagnostics: problems,
      lines: SourceLines("x\n"))
    let texts = loaded.texts(path: "d.md", .english)
    #expect(texts.count == count)
    #expect(texts.last == (count > 100 ? "… and 1 more" : "d.md:1:1: error: \(count - 1)"))
  }

  @Test(arguments: [-1, 0, 1])
  func `is cut where nobody reads on`(more: Int) {
    let words = String(repeating: "a", count: Limits.diagnostic + more)
    let text = Diagnostic.error(Phrase(words), at: 0)
      .text(path: "d.md", lines: SourceLines("x"), .english)
    #expect(text.hasSuffix("…") == (more > 0))
    #expect(text.count <= "d.md:1:1: error: ".count + Limits.diagnostic)
  }
}
