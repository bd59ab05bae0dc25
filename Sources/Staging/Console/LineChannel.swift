/// Lines over a socket that never blocks: a line that is too long ends the connection, and so does a
/// peer that has stopped reading.

import Glibc

final class LineChannel {
  let socket: Int32
  private var heard: [UInt8] = []
  private(set) var isOpen = true

  /// Takes over a connected socket.
  init(_ socket: Int32) { self.socket = socket }

  deinit { close(socket) }

  /// Sends a line. Whoever has not read so much that it does not go out whole has stopped reading:
  /// that ends the connection.
  func send(_ line: String) {
    var unsent = Array(line.utf8)
    while isOpen, !unsent.isEmpty {
      let count = unsent.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count > 0 {
        unsent.removeFirst(count)
      } else if errno != EINTR {
        isOpen = false
      }
    }
  }

  /// The lines that have come: what is left of them would wait until more does, for nothing tells of
  /// what was read already.
  func lines() -> [String] {
    read()
    guard let end = heard.lastIndex(of: 0x0A) else { return heardTooMuch() }
    let lines = heard[..<end].split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.contains(where: { $0.count > ConsoleProtocol.longest }) { isOpen = false }
    heard.removeFirst(end + 1)
    return isOpen ? lines.map { String(decoding: $0, as: UTF8.self) } : []
  }

  private func heardTooMuch() -> [String] {
    if heard.count > ConsoleProtocol.longest { isOpen = false }
    return []
  }

  private func read() {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while isOpen, heard.count <= ConsoleProtocol.longest {
      let count = recv(socket, &buffer, buffer.count, 0)
      if count > 0 {
        heard += buffer[..<count]
      } else if count < 0, errno == EINTR {
        continue
      } else {
        if count == 0 || errno != EAGAIN { isOpen = false }
        return
      }
    }
  }
}
