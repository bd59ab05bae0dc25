/// The show's end of its consoles: they come and go, hear where the talk is, and may drive it. Nothing
/// a console does or fails to do holds up the show.

import Glibc
import Markup
import Presenting
import Wording

package final class ConsoleServer {
  private let listener: Int32
  private let path: String
  private var consoles: [LineChannel] = []
  private var told: RemoteTalk?

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
    else { throw .cannotMake(path, errno: errno) }
  }

  deinit {
    close(listener)
    unlink(path)
  }

  package var descriptors: [Int32] { [listener] + consoles.map(\.socket) }

  /// What the consoles ask for, after one of the descriptors had something to say.
  package func hear() -> [ConsoleCommand] {
    accept()
    let commands = consoles.flatMap { $0.lines() }.compactMap(ConsoleProtocol.command)
    dropClosed()
    return commands
  }

  private func accept() {
    while true {
      let socket = Glibc.accept(listener, nil, nil)
      guard socket >= 0 else { return }
      _ = fcntl(socket, F_SETFL, O_NONBLOCK)
      _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
      let channel = LineChannel(socket)
      guard isOurs(peerOf: socket), consoles.count < Limits.consoles else { continue }
      consoles.append(channel)
      // It has heard nothing yet: all are told again.
      told = nil
    }
  }

  private func dropClosed() { consoles.removeAll { !$0.isOpen } }

  /// Whether anybody listens.
  package var isHeard: Bool { !consoles.isEmpty }

  /// Tells all consoles where the talk is.
  package func tell(_ talk: RemoteTalk) {
    guard talk != told else { return }
    told = talk
    guard !consoles.isEmpty else { return }
    let line = ConsoleProtocol.line(talk)
    for console in consoles {
      console.send(line)
    }
    dropClosed()
  }
}
