/// Shows and consoles on their socket: who is let in, what is heard of them, and when.

import Decks
import Glibc
import Presenting
import Screen
import Staging
import TemporaryFiles
import Testing
import Wording

/// A folder for sockets, a show in it when one is there, and whoever connects to it.
private final class Lobby {
  private let place = TemporaryFolder()
  let folder: ConsoleFolder
  var server: ConsoleServer?
  private var clients: [Int32] = []

  init() throws {
    let path = place.path
    folder = ConsoleFolder { $0 == "XDG_RUNTIME_DIR" ? path : nil }
    try open()
  }

  deinit {
    clients.forEach { close($0) }
    server = nil
  }

  func open() throws { server = try ConsoleServer(folder, deck: "/deck.md") }

  func link() -> ConsoleLink { ConsoleLink(folder, deck: nil) }

  /// Connects somebody who says this.
  @discardableResult
  func enter(_ words: String = "") throws -> Int32 {
    let kind = SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue
    let socket = socket(AF_UNIX, Int32(kind), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let name = try #require(socketName)
    withUnsafeMutableBytes(of: &address.sun_path) { bytes in
      for (place, byte) in name.utf8.enumerated() { bytes[place] = byte }
    }
    let answer = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    #expect(answer == 0)
    clients.append(socket)
    say(words, socket)
    return socket
  }

  var names: [String] { place.names(in: "lectern") }

  var socketName: String? {
    place.names(in: "lectern").first { $0.hasSuffix(".sock") }.map { folder.path + "/" + $0 }
  }

  func say(_ words: String, _ client: Int32) {
    let bytes = Array(words.utf8)
    _ = send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }

  /// Whether somebody was told of the talk.
  func isServed(_ client: Int32) -> Bool {
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = recv(client, &bytes, bytes.count, 0)
    return count > 0 && String(decoding: bytes[..<count], as: UTF8.self).contains("\"deck\"")
  }

  /// Hears until nothing is left to be heard; returns all of it, and how much came at once at most.
  func hearAll() -> (commands: [ConsoleCommand], most: Int) {
    var (all, most): ([ConsoleCommand], Int) = ([], 0)
    guard let server else { return (all, most) }
    repeat {
      let commands = server.hear()
      all += commands
      most = max(most, commands.count)
    } while server.hasMore
    return (all, most)
  }
}

private let hello = ConsoleProtocol.hello

private func talk(_ slide: Int = 0) -> RemoteTalk {
  RemoteTalk(
    deck: "/deck.md", dialect: .plain, language: .english, place: DeckCursor(slide: slide))
}

@Suite struct `A show and whoever connects to it` {
  @Test(arguments: ["/nonexistent", "/dev/null", "relative", ""])
  func `a folder that is none of ours, or none at all, is left for that of temporary files`(
    runtime: String
  ) {
    let variables = ["XDG_RUNTIME_DIR": runtime, "TMPDIR": "/temporary"]
    let folder = ConsoleFolder { variables[$0] }
    #expect(folder.path == "/temporary/lectern-\(geteuid())")
  }

  @Test func `a socket that cannot be put in its place leaves nothing behind`() throws {
    let lobby = try Lobby()
    let name = try #require(lobby.socketName)
    lobby.server = nil
    mkdir(name, 0o700)
    #expect(throws: (any Error).self) { try lobby.open() }
    #expect(lobby.names == [String(name.split(separator: "/").last ?? "")])
  }

  @Test func `hears everything in the end, and a little of everybody at once`() throws {
    let lobby = try Lobby()
    let client = try lobby.enter()
    _ = lobby.server?.hear()
    let key = ConsoleProtocol.line(.press(.right))
    lobby.say(String(repeating: key, count: 72), client)
    let heard = lobby.hearAll()
    #expect(heard.commands.count == 72)
    #expect(heard.most == 8)
  }

  @Test func `does not take many short lines for a long one`() throws {
    let lobby = try Lobby()
    let client = try lobby.enter()
    _ = lobby.server?.hear()
    let key = ConsoleProtocol.line(.press(.right))
    let count = 100_000 / key.utf8.count
    lobby.say(String(repeating: key, count: count), client)
    var heard = lobby.hearAll().commands.count
    // What had not been read yet: the socket tells of it.
    heard += lobby.hearAll().commands.count
    #expect(heard == count)
    lobby.server?.tell(talk())
    #expect(lobby.isServed(client))
  }

  @Test func `does what was said by one that is gone`() throws {
    let lobby = try Lobby()
    let client = try lobby.enter()
    _ = lobby.server?.hear()
    lobby.say(String(repeating: ConsoleProtocol.line(.press(.right)), count: 20), client)
    shutdown(client, Int32(SHUT_RDWR))
    #expect(lobby.server?.hear().count == 8)
    // Its socket would tell of its end for ever.
    #expect(lobby.server?.descriptors.count == 1)
    #expect(lobby.hearAll().commands.count == 12)
    #expect(lobby.server?.isHeard == false)
  }

  @Test func `lets a console in instead of one that never says anything`() throws {
    let lobby = try Lobby()
    for _ in 0..<9 {
      try lobby.enter()
      _ = lobby.server?.hear()
    }
    let first = try lobby.enter(hello)
    _ = lobby.server?.hear()
    // Those who say nothing do not make room for each other.
    let silent = try lobby.enter()
    _ = lobby.server?.hear()
    let consoles = try (0..<9).map { _ in
      let console = try lobby.enter(hello)
      _ = lobby.server?.hear()
      return console
    }
    // and consoles do not, either
    let last = try lobby.enter(hello)
    _ = lobby.server?.hear()
    lobby.server?.tell(talk())
    #expect(([first] + consoles).allSatisfy(lobby.isServed))
    #expect(!lobby.isServed(silent))
    #expect(!lobby.isServed(last))
  }
}

@Suite struct `A console and the shows there are` {
  @Test func `hears the last of what was told, however much it was`() throws {
    let lobby = try Lobby()
    let link = lobby.link()
    #expect(link.connect())
    _ = lobby.server?.hear()
    for slide in 0..<120 { lobby.server?.tell(talk(slide)) }
    guard case (.talk(let heard), true) = link.hear() else {
      Issue.record("nothing was heard")
      return
    }
    #expect(heard.place.slide == 119)
  }

  @Test func `is not woken by others while it hears a show`() throws {
    let lobby = try Lobby()
    let link = lobby.link()
    #expect(link.descriptors.count == 1)
    #expect(link.connect())
    #expect(link.descriptors.count == 1)
    let file = open(lobby.folder.path + "/x", O_CREAT | O_WRONLY, 0o600)
    close(file)
    defer { unlink(lobby.folder.path + "/x") }
    var polled = link.descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    #expect(poll(&polled, nfds_t(polled.count), 0) == 0)
  }

  @Test func `asks one that has hung up at once again, but not all the time`() throws {
    let lobby = try Lobby()
    for _ in 0..<10 {
      try lobby.enter(hello)
      _ = lobby.server?.hear()
      _ = lobby.server?.hear()
    }
    let link = lobby.link()
    #expect(!link.mustLook)
    #expect(link.connect())
    #expect(!link.mustLook)
    _ = lobby.server?.hear()
    #expect(!link.hear().isThere)
    #expect(link.mustLook)
    #expect(!link.connect())
    #expect(link.mustLook)
    // Without a show there is nothing to look for.
    lobby.server = nil
    #expect(!link.connect())
    #expect(!link.mustLook)
  }

  @Test func `finds a show whose folder was made anew`() throws {
    let lobby = try Lobby()
    let link = lobby.link()
    lobby.server = nil
    rmdir(lobby.folder.path)
    #expect(!link.connect())
    try lobby.open()
    var polled = link.descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    #expect(poll(&polled, nfds_t(polled.count), 0) == 1)
    #expect(link.connect())
  }
}
