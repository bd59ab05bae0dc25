/// The console's end: looks for a show, hears it, and looks again when it has gone.

import Glibc
import Presenting

package final class ConsoleLink {
  private let folder: ConsoleFolder
  /// The real path of the deck that is wanted; nil for whatever is shown.
  private let deck: String?
  private var channel: LineChannel?
  private let watch = FileWatch()

  package init(_ folder: ConsoleFolder, deck: String?) {
    self.folder = folder
    self.deck = deck
    watch.followFolder(folder.path)
  }

  package var isConnected: Bool { channel != nil }

  package var descriptors: [Int32] {
    [channel?.socket, watch.descriptor].compactMap { $0 }
  }

  /// Whether shows have to be looked for from time to time, as nothing tells of them.
  package var mustLook: Bool { channel == nil && watch.mustLook }

  /// Tries every show there is; whether one answers.
  package func connect() -> Bool {
    _ = watch.hear()
    if channel != nil { return true }
    for path in folder.sockets(ofDeck: deck) {
      let socket = unixSocket()
      guard socket >= 0 else { return false }
      if withSocketAddress(path, { Glibc.connect(socket, $0, $1) }) == 0, isOurs(peerOf: socket) {
        channel = LineChannel(socket)
        return true
      }
      // A socket that nobody listens at is what a crash has left.
      if errno == ECONNREFUSED { unlink(path) }
      close(socket)
    }
    return false
  }

  /// The last thing the show told, if it told anything; nil in the second place where it has gone.
  package func hear() -> (talk: RemoteTalk?, isThere: Bool) {
    guard let channel else { return (nil, false) }
    let talk = channel.lines().compactMap(ConsoleProtocol.talk).last
    if !channel.isOpen { self.channel = nil }
    return (talk, self.channel != nil)
  }

  package func send(_ command: ConsoleCommand) {
    channel?.send(ConsoleProtocol.line(command))
  }
}
