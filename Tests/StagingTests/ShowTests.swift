/// The whole program on a terminal in memory; decks that cannot be read.

import Decks
import DemoKit
import Demos
import Glibc
import Machine
import Markup
import Presenting
import Screen
import Staging
import TemporaryFiles
import Testing
import Typesetting
import Wording

private let check = DemoCheck(catalog: .shipped)

private func show(
  _ text: String, _ script: [TerminalEvent], path: String = "/nonexistent/none.md"
) -> InMemoryTerminal {
  let lines = SourceLines(text)
  let size = Size(rows: 24, columns: 80)
  let terminal = InMemoryTerminal(size: size, script: script)
  let setting = DemoSetting(
    language: .russian, ascii: false, topology: { TopologyReader().read() })
  let stage = DemoStage(check: check, setting: setting, path: "d.md", lines: lines)
  let state = PresenterState(
    deck: DeckBuilder.deck(lines).deck, size: size, theme: .dark, language: .russian)
  let loop = FrameLoop(
    terminal: terminal, state: state, stage: stage,
    source: DeckSource(path: path, check: check), ascii: false)
  _ = loop.run()
  return terminal
}

@Suite(.serialized) struct `The show` {
  @Test func `keys in, frames out`() {
    let terminal = show("one\n\n---\n\ntwo\n", [.key(.right), .key(.character("q"))])
    #expect(terminal.frames.first?.text.contains("one") == true)
    #expect(terminal.frames.last?.text.contains("two") == true)
    let stepped = show("# A\n\n---\n\n# B\n", [.key(.right)] + [.stopRequested, .key(.left)])
    #expect(stepped.suspensions == 1)
  }

  @Test func `a demo with a mistake shows where it is, the show goes on`() {
    let terminal = show(
      "# A\n\n```demo timelime\n---\nвместо\n```\n", [.resized(Size(rows: 24, columns: 80))])
    let text = terminal.frames.last?.text ?? ""
    #expect(text.contains("d.md:3:9: error: нет демо «timelime»"))
    #expect(text.contains("вместо"))
  }

  @Test func `a demo that is to start once does so the first time only`() {
    let deck = "# A\n\n```demo tree topo=\"pack:1 core:2 pu:1\" auto=once\n```\n\n---\n\n# B\n"
    let there = show(deck, [])
    let back = show(deck, [.key(.right), .key(.left)])
    // once grown by a level, not twice
    #expect(there.frames.last?.text == back.frames.last?.text)
    #expect(there.frames.last?.text.contains("процессор") == true)
  }

  @Test func `v plays the recording a fence names, and says where none is`() {
    let deck = "# A\n\n```demo timeline mode=par recording=none.jsonl\n```\n"
    let without = show(deck, [.key(.character("v"))])
    #expect(without.frames.last?.text.contains("нет записи в none.jsonl") == true)
    let named = show(deck, [])
    #expect(named.frames.last?.text.contains("v запись") == true)
  }

  @Test func `a recording that is not there, or is of another demo, is told of before the talk`()
    throws
  {
    let folder = TemporaryFolder()
    let path = folder.write(
      "# A\n\n```demo timeline recording=none.jsonl\n```\n\n"
        + "```demo tree recording=other.jsonl\n```\n\n"
        + "```demo timeline recording=empty.jsonl\n```\n", as: "deck.md")
    var other = DemoRecording(
      demo: "timeline", arguments: [(key: "mode", value: "par")], host: "x", date: "2026-01-01",
      canPin: true,
      topology: try Topology(text: "pack:1 core:2 pu:1"))
    folder.write(other.text, as: "empty.jsonl")
    other.looks = [.init(at: 0, sample: CrewSample(phase: .idle, run: 0, now: 0).json)]
    folder.write(other.text, as: "other.jsonl")
    let deck = try DeckSource(path: path, check: check).load().deck
    let found = RecordingFile.diagnostics(of: deck, at: path, check: check)
    #expect(
      found.map { $0.message(.english) } == [
        "no recording none.jsonl", "a recording of another demo: other.jsonl",
        "cannot be played: empty.jsonl",
      ])
  }

  @Test func `a fence that an edit has moved is the same fence`() {
    let fence = "```demo tree topo=\"pack:1 core:2 pu:1\" auto=once\n```\n\n---\n\n# B\n"
    let folder = TemporaryFolder()
    let path = folder.write("# A\n\nдописали\n\n" + fence, as: "deck.md")
    let keys: [TerminalEvent] = [.key(.right), .key(.character("r")), .key(.left)]
    let edited = show("# A\n\n" + fence, keys, path: path)
    // grown once, before the edit; not again after it
    #expect(edited.frames.last?.text.contains("процессор") == true)
    #expect(edited.frames.last?.text.contains("ядро 1") == false)
  }

  @Test func `a deck that cannot be read again stays as it was, and says why`() {
    let terminal = show("# A\n", [.key(.character("r")), .resized(Size(rows: 24, columns: 80))])
    #expect(terminal.frames.last?.text.contains("файла нет, показана прежняя версия") == true)
  }
}

@Suite struct `Sources of decks` {
  @Test func `what is no file is refused at once`() throws {
    let folder = TemporaryFolder()
    mkfifo(folder.place("fifo"), 0o600)
    let large = open(folder.place("large"), O_CREAT | O_WRONLY, 0o600)
    ftruncate(large, 17 << 20)
    close(large)
    let status = { (path: String) -> Int32 in
      do throws(DeckError) {
        _ = try DeckSource(path: path, check: check).load()
        return 0
      } catch {
        return error.exitStatus
      }
    }
    #expect(status(folder.path) == 66)
    #expect(status(folder.place("fifo")) == 66)
    #expect(status(folder.place("large")) == 65)
    #expect(status(folder.place("none")) == 66)
    #expect(status("/dev/zero") == 66)
  }

  @Test func `the lecture has no errors, and fits 80×24`() throws {
    let package = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let source = DeckSource(path: "/" + package + "/slides/lecture.md", check: check)
    let loaded = try source.load()
    #expect(loaded.errorCount == 0)
    #expect(loaded.deck.slides.count == 21)
    let setter = Typesetter(theme: .dark)
    for (index, slide) in loaded.deck.slides.enumerated() {
      let page = setter.page(for: slide, isFirst: index == 0, in: Size(rows: 24, columns: 80))
      #expect(page.overflow == 0, "slide \(index + 1)")
      #expect(!slide.notes.isEmpty, "slide \(index + 1)")
    }
  }
}
