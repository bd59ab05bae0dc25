/// The console's end: looks for a show, hears it, and looks again when it has gone.

import Glibc
import Machine
import Presenting

package final class ConsoleLink {
  private let folder: ConsoleFolder
  /// The real path of the deck that is wanted; nil for whatever is shown.
  private let deck: String?
  private var channel: LineChannel?
  private let watch = FileWatch()
  /// When it was connected last.
  private var connection: UInt64?
  /// A show is there that does not answer, or has hung up at once: it is asked again, but not in vain
  /// all the time.
  package private(set) var isPutOff = false

  private static let gap: UInt64 = 1_000_000_000

  package init(_ folder: ConsoleFolder, deck: String?) {
    self.folder = folder
    self.deck = deck
    watch.followFolder(folder.path)
  }

  package var isConnected: Bool { channel != nil }

  /// What comes and goes beside the show that is heard is nothing to wake up for.
  package var descriptors: [Int32] {
    if let channel { [channel.socket] } else { watch.descriptor.map { [$0] } ?? [] }
  }

  /// Whether shows have to be looked for from time to time, as nothing tells of them.
  package var mustLook: Bool { channel == nil && (watch.mustLook || isPutOff) }

  /// Tries every show there is; whether one answers.
  package func connect() -> Bool {
    if channel != nil { return true }
    _ = watch.hear()
    let sockets = folder.sockets(ofDeck: deck)
    isPutOff = !sockets.isEmpty
    let now = MonotonicClock.now
    if let connection, now < connection + Self.gap { return false }
    for path in sockets where reaches(path) {
      (connection, isPutOff) = (now, false)
      channel?.send(ConsoleProtocol.hello)
      return true
    }
    return false
  }

  private func reaches(_ path: String) -> Bool {
    let socket = unixSocket()
    guard socket >= 0 else { return false }
    let isRefused = withSocketAddress(path) { Glibc.connect(socket, $0, $1) } != 0
    // A socket that nobody listens at is what a crash has left.
    if isRefused, errno == ECONNREFUSED { unlink(path) }
    guard !isRefused, isOurs(peerOf: socket) else {
      close(socket)
      return false
    }
    channel = LineChannel(socket)
    return true
  }

  package enum News {
    case nothing
    /// The last thing that was told: what was before it is over.
    case talk(RemoteTalk)
    case refused(ConsoleRefusal)
  }

  /// What the show has told since, and whether it is there still.
  package func hear() -> (news: News, isThere: Bool) {
    guard let channel else { return (.nothing, false) }
    let lines = channel.lines()
    // Who hangs up at once is asked again later.
    if !channel.isOpen { (self.channel, isPutOff) = (nil, true) }
    return (Self.news(of: lines), self.channel != nil)
  }

  private static func news(of lines: [String]) -> News {
    for line in lines.reversed() {
      if let talk = ConsoleProtocol.talk(line) { return .talk(talk) }
      if let why = ConsoleProtocol.refusal(line) { return .refused(why) }
    }
    return .nothing
  }

  package func send(_ command: ConsoleCommand) {
    channel?.send(ConsoleProtocol.line(command))
  }
}
