/// A deck that comes through standard input: read once, to its end, and kept for whoever reads it again.

import Decks
import Glibc
import Markup

enum StandardInput {
  static func bytes() throws(DeckError) -> [UInt8] { try whole.get() }

  private static let whole = read(STDIN_FILENO, largest: Limits.deck)

  static func read(_ file: Int32, largest: Int) -> Result<[UInt8], DeckError> {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= largest {
      let count = Glibc.read(file, &part, part.count)
      if count < 0, errno == EINTR || waits(for: file) { continue }
      guard count >= 0 else { return .failure(.cannotOpen(path: "-", errno: errno)) }
      if count == 0 { return .success(bytes) }
      bytes += part[..<count]
    }
    return .failure(.tooLarge(path: "-"))
  }

  /// One that somebody has left not to block is waited for.
  private static func waits(for file: Int32) -> Bool {
    guard errno == EAGAIN else { return false }
    var readable = pollfd(fd: file, events: Int16(POLLIN), revents: 0)
    return poll(&readable, 1, -1) >= 0
  }
}
