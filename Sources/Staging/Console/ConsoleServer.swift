/// The show's end of its consoles: they come and go, hear where the talk is, and may drive it. Nothing
/// a console does or fails to do holds up the show.

import Glibc
import Machine
import Markup
import Presenting
import Wording

/// Whoever is connected: a console, as far as it has said so.
private struct Listener {
  let channel: LineChannel
  var hasSpoken = false

  mutating func commands(most: Int) -> [ConsoleCommand] {
    let lines = channel.lines(most: most)
    if !hasSpoken { hasSpoken = lines.contains(where: ConsoleProtocol.isMessage) }
    return lines.compactMap(ConsoleProtocol.command)
  }

  /// It has gone, and all that it has said is done.
  var isOver: Bool { !channel.isOpen && !channel.hasLines }
}

package final class ConsoleServer {
  private let listener: Int32
  private let path: String
  /// In the order they have come in.
  private var consoles: [Listener] = []
  private var told: RemoteTalk?
  /// There was no descriptor for somebody who waits at the door: until then nobody is let in.
  private var rest: UInt64?

  /// What one of them is heard of at once: then it is the turn of others, and of the keyboard.
  private static let mostCommands = 8
  private static let restTime: UInt64 = 1_000_000_000

  /// Waits for consoles from now on. `deck` is the deck's real path.
  package init(_ folder: ConsoleFolder, deck: String) throws(ConsoleFolder.Problem) {
    try folder.prepare()
    let path = try folder.socket(ofDeck: deck)
    self.path = path
    // Consoles see it when somebody listens: until then it has another name.
    let early = path + ".new"
    unlink(early)
    listener = unixSocket()
    let mask = umask(0o077)
    defer { umask(mask) }
    guard listener >= 0, withSocketAddress(early, { bind(listener, $0, $1) }) == 0,
      listen(listener, 8) == 0, rename(early, path) == 0
    else {
      let problem = errno
      unlink(early)
      throw .cannotMake(path, errno: problem)
    }
  }

  deinit {
    close(listener)
    unlink(path)
  }

  package var descriptors: [Int32] {
    (rest == nil ? [listener] : []) + consoles.filter(\.channel.isOpen).map(\.channel.socket)
  }

  /// Something was said that was not heard yet, and no descriptor tells of it.
  package var hasMore: Bool { consoles.contains { $0.channel.hasLines } }

  /// What the consoles ask for, after one of the descriptors had something to say.
  package func hear() -> [ConsoleCommand] {
    var commands: [ConsoleCommand] = []
    for place in consoles.indices {
      commands += consoles[place].commands(most: Self.mostCommands)
    }
    dropClosed()
    return commands + accept()
  }

  /// There may be descriptors again. Nobody wakes up for that.
  package func endRest(at now: UInt64) { if let end = rest, now >= end { rest = nil } }

  /// Lets in who waits at the door; returns what they ask for at once.
  private func accept() -> [ConsoleCommand] {
    var commands: [ConsoleCommand] = []
    for _ in 0..<2 * Limits.consoles where rest == nil {
      let socket = Glibc.accept(listener, nil, nil)
      guard socket >= 0 else {
        if errno == EMFILE || errno == ENFILE { rest = MonotonicClock.now + Self.restTime }
        break
      }
      _ = fcntl(socket, F_SETFL, O_NONBLOCK)
      _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
      var newcomer = Listener(channel: LineChannel(socket))
      guard isOurs(peerOf: socket) else { continue }
      if consoles.count >= Limits.consoles {
        commands += newcomer.commands(most: 1)
        guard newcomer.hasSpoken, makeRoom() else {
          newcomer.channel.send(ConsoleProtocol.full)
          continue
        }
      }
      consoles.append(newcomer)
      // It has heard nothing yet: all are told again.
      told = nil
    }
    return commands
  }

  /// Whoever has been here longest without a word is none of our consoles.
  private func makeRoom() -> Bool {
    guard let silent = consoles.firstIndex(where: { !$0.hasSpoken }) else { return false }
    consoles.remove(at: silent)
    return true
  }

  private func dropClosed() {
    let count = consoles.count
    consoles.removeAll { $0.isOver }
    if consoles.count < count { rest = nil }
  }

  /// Whether anybody listens.
  package var isHeard: Bool { !consoles.isEmpty }

  /// Tells all consoles where the talk is.
  package func tell(_ talk: RemoteTalk) {
    guard talk != told else { return }
    told = talk
    guard !consoles.isEmpty else { return }
    let line = ConsoleProtocol.line(talk)
    assert(line.utf8.count <= ConsoleProtocol.longest, "consoles hang up on a line like this")
    for console in consoles { console.channel.send(line) }
    dropClosed()
  }
}
