/// Lines over a socket that never blocks: a line that is too long ends the connection, and so does a
/// peer that has stopped reading.

import Glibc

final class LineChannel {
  let socket: Int32
  private var heard: [UInt8] = []
  /// Where in it the lines begin that nobody has taken yet.
  private var start = 0
  /// False once the peer has gone; what it said before can be taken still.
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

  /// The lines that have come, so many at once at most.
  func lines(most: Int = .max) -> [String] {
    read()
    var lines: [String] = []
    while lines.count < most, let end = lineEnd {
      lines.append(String(decoding: heard[start..<end], as: UTF8.self))
      start = end + 1
    }
    if start == heard.count { (heard, start) = ([], 0) }
    return lines
  }

  /// A line has come that was not taken yet: the socket does not tell of it any more.
  var hasLines: Bool { lineEnd != nil }

  private var lineEnd: Int? { heard[start...].firstIndex(of: 0x0A) }

  /// Reads until there is nothing or enough to do; the rest stays with the kernel for the next time.
  private func read() {
    heard.removeFirst(start)
    start = 0
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
    if lineEnd ?? heard.count > ConsoleProtocol.longest { (heard, isOpen) = ([], false) }
  }
}
