/// Consoles that say too much, and too many of them.

import Glibc
import Markup
import Presenting
import Screen
import TemporaryFiles
import Testing

@testable import Staging

@Suite struct `Limits of consoles` {
  let folder = TemporaryFolder()

  private func pair() -> (LineChannel, Int32) {
    var ends: [Int32] = [-1, -1]
    let kind = SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue
    socketpair(AF_UNIX, Int32(kind), 0, &ends)
    return (LineChannel(ends[0]), ends[1])
  }

  @Test(arguments: [-1, 0, 1])
  func `a line is 64 KiB at most`(more: Int) {
    let (channel, other) = pair()
    defer { close(other) }
    let bytes = [UInt8](repeating: 0x61, count: Limits.consoleMessage + more)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes { send(other, $0.baseAddress, $0.count, 0) }
      if count > 0 { sent += count } else { #expect(channel.lines().isEmpty) }
    }
    #expect(channel.lines().isEmpty)
    #expect(channel.isOpen == (more <= 0))
  }

  @Test func `a show has ten, and an eleventh is let go`() throws {
    let consoles = ConsoleFolder { $0 == "XDG_RUNTIME_DIR" ? folder.path : nil }
    let server = try ConsoleServer(consoles, deck: "/d.md")
    let links = (0...Limits.consoles).map { _ in ConsoleLink(consoles, deck: "/d.md") }
    for link in links {
      #expect(link.connect())
      #expect(server.hear().isEmpty)
    }
    #expect(server.descriptors.count == 1 + Limits.consoles)
    #expect(links.dropLast().allSatisfy { $0.hear().isThere })
    let (news, isThere) = links[Limits.consoles].hear()
    guard case .refused(.full) = news, !isThere else {
      Issue.record("the eleventh is not told why: \(news)")
      return
    }
    links[0].send(.press(.right))
    #expect(server.hear() == [.press(.right)])
  }

  @Test func `what one says at once is heard to the end`() throws {
    let consoles = ConsoleFolder { $0 == "XDG_RUNTIME_DIR" ? folder.path : nil }
    let server = try ConsoleServer(consoles, deck: "/d.md")
    let link = ConsoleLink(consoles, deck: "/d.md")
    #expect(link.connect())
    #expect(server.hear().isEmpty)
    for _ in 0..<200 { link.send(.press(.right)) }
    var heard = 0
    repeat { heard += server.hear().count } while server.hasMore
    #expect(heard == 200)
  }

  @Test(arguments: ["file", "link", "open"])
  func `a folder that is not ours alone is not used`(kind: String) {
    let path = folder.path + "/lectern"
    switch kind {
    case "file": folder.write("", as: "lectern")
    case "link": folder.link("lectern", to: folder.path)
    default: mkdir(path, 0o777)
    }
    if kind == "open" { chmod(path, 0o777) }
    let consoles = ConsoleFolder { $0 == "XDG_RUNTIME_DIR" ? folder.path : nil }
    #expect(throws: ConsoleFolder.Problem.self) { try ConsoleServer(consoles, deck: "/d.md") }
  }
}
