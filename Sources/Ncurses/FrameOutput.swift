/// A frame on its way to the terminal: curses writes it in a dozen pieces, and it goes out as one.

import CNcurses
import Glibc

/// Every piece would wake the terminal, which then draws on a CPU that somebody measures; over a
/// network every piece may be a packet. So curses writes into memory (`memfd_create(2)`) while it
/// makes a frame. Without such memory, or once it has lost a frame, the pieces go out as they come.
package final class FrameOutput {
  private let terminal: Int32
  /// What curses writes to: the terminal, but for the time in which a frame is made.
  private let descriptor: Int32
  private var memory: Int32
  /// Whether a frame is sent without the renditions that it does not need.
  private let folds: Bool
  private var bytes: [UInt8] = []

  /// Terminals that know synchronised updates show no frame before it is whole (mode 2026).
  private static let begin: StaticString = "\u{1B}[?2026h"
  private static let end: StaticString = "\u{1B}[?2026l"

  package init(of descriptor: Int32, to terminal: Int32, foldsRenditions folds: Bool = false) {
    self.terminal = terminal
    self.folds = folds
    self.descriptor = descriptor
    memory = descriptor == terminal ? -1 : cn_memory()
  }

  deinit { forgetMemory() }

  private func forgetMemory() {
    if memory >= 0 { close(memory) }
    memory = -1
  }

  /// Sends what the frame writes, and what is laid over it; returns whether nothing of it was lost.
  @discardableResult
  package func send(bracketed: Bool, over overlay: [UInt8] = [], _ frame: () -> Void) -> Bool {
    let isGathered = memory >= 0 && cn_turn(descriptor, memory)
    if bracketed { write(Self.begin) }
    frame()
    overlay.withUnsafeBytes { write($0, to: descriptor) }
    if bracketed { write(Self.end) }
    return !isGathered || deliver()
  }

  /// Sends bytes that belong to no frame.
  package func send(_ text: [UInt8]) { text.withUnsafeBytes { write($0, to: terminal) } }

  private func write(_ text: StaticString) {
    write(
      UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), to: descriptor)
  }

  private func deliver() -> Bool {
    _ = cn_turn(descriptor, terminal)
    let count = Int(lseek(memory, 0, SEEK_CUR))
    if bytes.count < count { bytes = Array(repeating: 0, count: 2 * count) }
    guard count >= 0, lseek(memory, 0, SEEK_SET) == 0,
      bytes.withUnsafeMutableBytes({ read(count, into: $0) }) == count
    else {
      forgetMemory()
      return false
    }
    bytes.withUnsafeBytes { bytes in
      let frame = UnsafeRawBufferPointer(rebasing: bytes[..<count])
      guard folds, let folded = RenditionFolding.folded(frame) else {
        return write(frame, to: terminal)
      }
      folded.withUnsafeBytes { write($0, to: terminal) }
    }
    return true
  }

  private func read(_ count: Int, into bytes: UnsafeMutableRawBufferPointer) -> Int {
    var done = 0
    while done < count {
      let got = pread(memory, bytes.baseAddress?.advanced(by: done), count - done, off_t(done))
      guard got > 0 || got < 0 && errno == EINTR else { break }
      done += max(0, got)
    }
    return done
  }

  /// All of it: a terminal takes as much as it likes at a time.
  private func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let sent = Glibc.write(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      guard sent >= 0 || mayTryAgain(descriptor) else { return }
      rest = rest.dropFirst(max(0, sent))
    }
  }

  /// A terminal that another program has left not to block is waited for.
  private func mayTryAgain(_ descriptor: Int32) -> Bool {
    guard errno == EAGAIN else { return errno == EINTR }
    var writable = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    poll(&writable, 1, -1)
    return writable.revents & Int16(POLLERR | POLLHUP | POLLNVAL) == 0
  }
}
