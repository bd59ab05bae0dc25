/// Pipes, devices and links where files of ours are looked for.

import Decks
import Glibc
import Staging
import TemporaryFiles
import Testing

@Suite struct `In the place of a file of ours` {
  let folder = TemporaryFolder()

  private func kind(_ name: String) -> mode_t {
    var state = stat()
    return lstat(folder.place(name), &state) == 0 ? state.st_mode & S_IFMT : 0
  }

  private func text(_ name: String) -> String {
    guard let file = fopen(folder.place(name), "r") else { return "" }
    defer { fclose(file) }
    var text = ""
    while case let byte = fgetc(file), byte != EOF {
      text.append(Character(Unicode.Scalar(UInt8(byte))))
    }
    return text
  }

  @Test func `a file is replaced as a whole, and keeps its name where a link leads to it`() {
    folder.write("older and longer", as: "file")
    folder.link("link", to: folder.place("file"))
    #expect(WholeFile.write(Array("new".utf8), to: folder.place("link")) == 0)
    #expect(kind("link") == S_IFLNK && text("file") == "new")
    #expect(WholeFile.write(Array("first".utf8), to: folder.place("other")) == 0)
    #expect(text("other") == "first")
    #expect(folder.names().sorted() == ["file", "link", "other"])
  }

  @Test func `a pipe stays one, and nobody is waited for`() throws {
    let pipe = folder.place("pipe")
    try #require(mkfifo(pipe, 0o600) == 0)
    #expect(WholeFile.write(Array("lost".utf8), to: pipe) == ENXIO)
    #expect(kind("pipe") == S_IFIFO)
    let reader = open(pipe, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    #expect(WholeFile.write(Array("read".utf8), to: pipe) == 0)
    var bytes = [UInt8](repeating: 0, count: 9)
    #expect(read(reader, &bytes, 9) == 4 && kind("pipe") == S_IFIFO)
  }

  @Test func `a device is written to`() {
    folder.link("full", to: "/dev/full")
    #expect(WholeFile.write(Array("x".utf8), to: folder.place("full")) == ENOSPC)
    #expect(kind("full") == S_IFLNK)
  }

  /// Nobody reads from the pipe: whoever opened it to write would wait.
  @Test func `a pipe keeps no place of a talk`() throws {
    folder.write("# One", as: "deck.md")
    let state = folder.place("state")
    let place = {
      SavedPlace(deck: folder.place("deck.md")) { $0 == "XDG_STATE_HOME" ? state : nil }
    }
    var first = try #require(place())
    first.keep(DeckCursor(slide: 3), elapsed: 0)
    let name = try #require(folder.names(in: "state/lectern").first)
    first.forget()
    try #require(mkfifo(state + "/lectern/" + name, 0o600) == 0)
    var second = try #require(place())
    #expect(second.broken == nil)
    second.keep(DeckCursor(slide: 3), elapsed: 0)
    #expect(second.broken == nil && kind("state/lectern/" + name) == S_IFIFO)
  }
}
