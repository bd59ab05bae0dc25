/// Edits during the talk: files that change, decks that are read again.

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

/// Whether the watch has heard of a change of its files by now.
private func hears(_ watch: FileWatch) -> Bool {
  guard let descriptor = watch.descriptor else { return watch.look() }
  var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  return poll(&polled, 1, 0) == 1 && watch.hear()
}

@Suite struct `A watch over files` {
  @Test(arguments: [true, false])
  func `hears of every way to save`(canNotify: Bool) {
    let folder = TemporaryFolder()
    folder.write("one", as: "a.md")
    let watch = FileWatch(canNotify: canNotify)
    watch.follow([folder.place("a.md"), folder.place("later.md")])
    #expect(watch.mustLook == !canNotify)
    #expect(!hears(watch))
    folder.write("other", as: "b.md")
    #expect(!hears(watch))
    folder.write("two, in place", as: "a.md")
    #expect(hears(watch))
    folder.replace("a.md", by: "three, renamed")
    #expect(hears(watch))
    folder.remove("a.md")
    #expect(hears(watch))
    folder.write("back", as: "a.md")
    #expect(hears(watch))
    #expect(!hears(watch))
    folder.write("new", as: "later.md")
    #expect(hears(watch))
    folder.remove("later.md")
  }

  @Test func `follows a link to the file it leads to`() {
    let folder = TemporaryFolder()
    folder.write("one", as: "a.md")
    folder.makeFolder("inner")
    folder.link("inner/c.md", to: "../a.md")
    let watch = FileWatch()
    watch.follow([folder.place("inner/c.md")])
    folder.replace("a.md", by: "two")
    #expect(hears(watch))
  }
}

private let check = DemoCheck(catalog: .shipped)

private func show(
  _ folder: TemporaryFolder, _ steps: [() -> TerminalEvent?], before: () -> Void = {}
) throws -> [String] {
  let source = DeckSource(path: folder.place("a.md"), check: check)
  let loaded = try source.load()
  let setting = DemoSetting(language: .english, ascii: false, topology: { TopologyReader().read() })
  let stage = DemoStage(check: check, setting: setting, path: source.path, lines: loaded.lines)
  let terminal = EditingTerminal(steps)
  let shelf = PictureShelf(deck: source.path, lines: loaded.lines, used: source.used)
  let state = PresenterState(
    deck: loaded.deck, size: terminal.size, theme: .dark, language: .english,
    medium: Medium(pictures: shelf.pictures))
  let loop = FrameLoop(
    terminal: terminal, state: state, stage: stage, source: source, loaded: loaded, shelf: shelf,
    watch: FileWatch(), ascii: false)
  before()
  _ = loop.run()
  return terminal.frames
}

@Suite(.serialized) struct `A deck that is edited during the talk` {
  @Test func `is shown as it is now, on the slide where one was`() throws {
    let folder = TemporaryFolder()
    folder.write("# One\n\n---\n\n# Two\n\nold\n", as: "a.md")
    let frames = try show(
      folder,
      [
        { .key(.right) },
        {
          folder.replace("a.md", by: "# New\n\n---\n\n# One\n\n---\n\n# Two\n\nfresh\n")
          return nil
        }, nothing,
      ])
    #expect(frames.last?.contains("fresh") == true)
    #expect(frames.last?.contains("3/3") == true)
  }

  @Test func `stays as it was while it has errors, and says so`() throws {
    let folder = TemporaryFolder()
    folder.write("# One\n", as: "a.md")
    let broken = "# One\n\nmore\n\n```demo timelime\n```\n"
    let frames = try show(
      folder,
      [
        {
          folder.write(broken, as: "a.md")
          return nil
        }, nothing,
        {
          folder.write("# One\n\nbetter\n", as: "a.md")
          return nil
        }, nothing,
      ])
    #expect(frames.contains { $0.contains("old version shown, 1 error in the new one") })
    #expect(!frames.contains { $0.contains("more") })
    #expect(frames.last?.contains("better") == true)
    #expect(frames.last?.contains("old version") == false)
  }

  @Test func `is not told of by what was read of the version before`() throws {
    let folder = TemporaryFolder()
    folder.write("# One\n\n```demo timelime\n```\n", as: "a.md")
    let frames = try show(
      folder,
      [
        {
          folder.write("# One\n\nbetter\n", as: "a.md")
          return nil
        }, nothing, nothing, { .key(.character("?")) }, { .key(.escape) },
      ])
    #expect(frames.last?.contains("better") == true)
    #expect(frames.last?.contains("error") == false)
  }

  @Test func `without a slide is not shown, even if one asks`() throws {
    let folder = TemporaryFolder()
    folder.write("# One\n\n---\n\n# Two\n\n- twelve\n", as: "a.md")
    let frames = try show(
      folder,
      [
        {
          folder.write("", as: "a.md")
          return .key(.character("r"))
        }, { .key(.character(":")) }, { .key(.character("2")) }, { .key(.enter) },
      ])
    #expect(frames.last?.contains("twelve") == true)
  }

  @Test func `lets one type on`() throws {
    let folder = TemporaryFolder()
    folder.write("# One\n\n---\n\n# Two\n\n- twelve\n", as: "a.md")
    let frames = try show(
      folder,
      [
        { .key(.character("/")) }, { .key(.character("t")) },
        {
          folder.write("# New\n\n---\n\n# One\n\n---\n\n# Two\n\n- twelve, fresh\n", as: "a.md")
          return nil
        }, nothing, { .key(.character("w")) },
      ])
    #expect(frames.last?.contains("/tw") == true)
    #expect(frames.last?.contains("twelve, fresh") == true)
  }

  @Test func `stays on the screen when its file is gone, and comes back with it`() throws {
    let folder = TemporaryFolder()
    folder.write("# One\n\nold\n", as: "a.md")
    let frames = try show(
      folder,
      [
        {
          folder.remove("a.md")
          return nil
        }, nothing,
        {
          folder.write("", as: "a.md")
          return nil
        }, nothing,
        {
          folder.write("# One\n\nnew\n", as: "a.md")
          return nil
        }, nothing,
      ])
    #expect(frames.contains { $0.contains("old") && $0.contains("the file is gone") })
    #expect(frames.last?.contains("new") == true)
  }

  @Test func `is read again when a file it includes changes`() throws {
    let folder = TemporaryFolder()
    folder.write("# One\n\n<!-- include: b.md -->\n", as: "a.md")
    folder.write("part\n", as: "b.md")
    let frames = try show(
      folder,
      [
        {
          folder.replace("b.md", by: "other part\n")
          return nil
        }, nothing,
      ])
    #expect(frames.first?.contains("part") == true)
    #expect(frames.last?.contains("other part") == true)
  }

  @Test func `is read again when a picture comes that was missing`() throws {
    let folder = TemporaryFolder()
    folder.write("# One\n\n---\n\n# Two\n\n![words for it](p.png)\n", as: "a.md")
    let frames = try show(
      folder,
      [
        { .key(.right) },
        {
          folder.write("no picture", as: "p.png")
          return nil
        }, nothing,
      ])
    #expect(frames.contains { $0.contains("no such file") })
    #expect(frames.last?.contains("no picture (PNG or JPEG)") == true)
  }

  @Test func `does not disturb a demo whose fence stays the same`() throws {
    let folder = TemporaryFolder()
    let fence = "```demo tree topo=\"pack:1 core:2 pu:1\"\n```\n"
    folder.write("# One\n\n" + fence, as: "a.md")
    let frames = try show(
      folder,
      [
        { .resized(Size(rows: 24, columns: 80)) }, { .key(.character(" ")) },
        {
          folder.write("# Other title\n\n" + fence, as: "a.md")
          return nil
        }, nothing,
      ])
    let body = { (frame: String?) in frame?.split(separator: "\n").dropFirst().map(String.init) }
    let grown = frames.last { $0.contains("One") }
    #expect(frames.last?.contains("Other title") == true)
    #expect(body(frames.last) == body(grown))
    #expect(body(grown) != body(frames.first { $0.contains("Space") }))
  }
}

/// Until what is written has another time than what was written before: some milliseconds.
private func awaitNextStamp() {
  var (start, now) = (timespec(), timespec())
  clock_gettime(CLOCK_REALTIME_COARSE, &start)
  repeat { clock_gettime(CLOCK_REALTIME_COARSE, &now) } while now.tv_nsec == start.tv_nsec
}

@Suite(.serialized) struct `A deck that was edited before anybody listened` {
  @Test func `is shown as it is now`() throws {
    let folder = TemporaryFolder()
    folder.write("# One\n\nold\n", as: "a.md")
    let frames = try show(folder, [nothing, nothing]) {
      awaitNextStamp()
      folder.write("# One\n\nfresh\n", as: "a.md")
    }
    #expect(frames.first?.contains("old") == true)
    #expect(frames.last?.contains("fresh") == true)
  }

  @Test func `says so where it is broken`() throws {
    let folder = TemporaryFolder()
    folder.write("# One\n\nold\n", as: "a.md")
    let frames = try show(folder, [nothing, nothing]) {
      awaitNextStamp()
      folder.write("# One\n\n```demo timelime\n```\n", as: "a.md")
    }
    #expect(frames.last?.contains("old version shown, 1 error in the new one") == true)
  }
}

@Suite(.serialized) struct `A deck that one asks to read again` {
  @Test func `is read when all keys are heard, however often they asked`() throws {
    let folder = TemporaryFolder()
    folder.write("# One\n", as: "a.md")
    let frames = try show(
      folder,
      [
        {
          folder.write("# One\n\nother\n", as: "a.md")
          return .key(.character("r"))
        }, { .key(.character("r")) }, nothing, nothing,
      ])
    #expect(frames.last?.contains("other") == true)
  }
}

@Suite struct `The place of a talk` {
  @Test func `is known after the talk broke off, and forgotten when it ended`() throws {
    let folder = TemporaryFolder()
    folder.write("# One\n", as: "a.md")
    let variable = { (name: String) in name == "XDG_STATE_HOME" ? folder.place("inner") : nil }
    let show = { try #require(SavedPlace(deck: folder.place("a.md"), variable: variable)) }
    var first: SavedPlace? = try show()
    #expect(first?.broken == nil)
    first?.keep(DeckCursor(slide: 7, step: 2), elapsed: 100)
    // Beside a talk that goes on another has nothing to go on with, to keep or to forget.
    var beside = try show()
    #expect(beside.broken == nil)
    beside.keep(DeckCursor(slide: 1), elapsed: 0)
    beside.forget()
    first = nil
    var next = try show()
    let talk = try #require(next.broken)
    #expect(talk.place == DeckCursor(slide: 7, step: 2) && (100..<160).contains(talk.elapsed))
    // One that did not begin leaves the offer as it is.
    next.forget()
    #expect(next.broken?.place == DeckCursor(slide: 7, step: 2))
    next.keep(DeckCursor(slide: 2), elapsed: 0)
    next.forget()
    #expect(try show().broken == nil)
  }

  @Test func `is offered, not forced upon one`() {
    var state = PresenterState(
      deck: DeckBuilder.deck(SourceLines("# A\n\n---\n\n# B\n\n---\n\n# C\n")).deck,
      size: Size(rows: 12, columns: 80), theme: .dark, language: .english)
    _ = state.handle(.elapsed(5))
    _ = state.handle(.brokeOff(DeckCursor(slide: 2), elapsed: 60))
    #expect(state.cursor.slide == 0 && !state.pace.hasBegun)
    _ = state.handle(.elapsed(9))
    _ = state.handle(.pressed(.character("U")))
    #expect(state.cursor.slide == 2 && state.pace.elapsed == 64)
  }
}

@Suite struct `A slide of a deck that has changed` {
  private func slides(_ text: String) -> Slides { DeckBuilder.deck(SourceLines(text)).deck.slides }

  @Test(arguments: [
    ("# A\n\n---\n\n# B\n", 1, "# X\n\n---\n\n# A\n\n---\n\n# B\n", 2),
    ("# A\n\n---\n\n# B\n", 1, "# B\n", 0),
    ("# A\n\n---\n\n# B\n", 1, "# A\n\n---\n\n# B\n\nb\n", 1),
    ("# A\n\n---\n\n# B\n\n---\n\n# C\n", 2, "# X\n\n---\n\n# Y\n", 1),
    ("# A\n\n---\n\n# A\n\n---\n\n# B\n", 1, "# X\n\n---\n\n# A\n\n---\n\n# A\n\n---\n\n# B\n", 1),
    ("# A\n\na\n\n# B\n\nb\n", 1, "# A\n\na\n\n# Z\n\nz\n\n# B\n\nb\n", 2), ("# A\n", 0, "", 0),
  ])
  func `is found again by its text or its title`(
    older: String, place: Int, newer: String, expected: Int
  ) {
    #expect(slides(newer).index(of: place, in: slides(older)) == expected)
  }

  @Test(arguments: [
    ("# A\n\n---\n\n# B\n", "# A\n\n---\n\n# B\n", nil),
    ("# A\n\n---\n\n# B\n", "# A\n\n---\n\n# C\n", 1),
    ("# A\n\n---\n\n# B\n", "# A\n\n---\n\n# B\n\n---\n\n# C\n", 2),
    ("# A\n\n---\n\n# B\n", "# A\n", 0),
  ])
  func `is the first one that is new`(older: String, newer: String, expected: Int?) {
    #expect(slides(newer).firstChange(since: slides(older)) == expected)
  }
}
