/// An open file descriptor that is closed with its last owner, or earlier.

import Glibc

final class Descriptor {
  /// -1 once closed, which `poll` skips.
  private(set) var number: Int32

  /// Takes over what an opening call returned.
  init(_ number: Int32, from call: String) throws(HarnessError) {
    guard number >= 0 else { throw .failed(call) }
    self.number = number
  }

  func close() {
    if number >= 0 { _ = Glibc.close(number) }
    number = -1
  }

  deinit { close() }

  /// One read; empty when there is nothing now, or nothing any more.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> UnsafeRawBufferPointer {
    let count = retried { Glibc.read(number, buffer.baseAddress, buffer.count) }
    return UnsafeRawBufferPointer(rebasing: buffer[..<max(count, 0)])
  }

  /// Waits until one of the descriptors can be read, or for this long.
  static func awaitInput(on descriptors: [Descriptor], for patience: Duration) {
    var polled = descriptors.map { pollfd(fd: $0.number, events: Int16(POLLIN), revents: 0) }
    _ = poll(&polled, nfds_t(polled.count), patience.wholeMilliseconds)
  }

  func awaitRoom(for patience: Duration) {
    var polled = pollfd(fd: number, events: Int16(POLLIN | POLLOUT), revents: 0)
    _ = poll(&polled, 1, patience.wholeMilliseconds)
  }
}

/// Repeats a system call for as long as a signal interrupts it.
func retried<Result: FixedWidthInteger>(_ call: () -> Result) -> Result {
  while true {
    let result = call()
    if result != -1 || errno != EINTR { return result }
  }
}

extension Duration {
  /// Rounded up, so that a wait of this length never ends early.
  fileprivate var wholeMilliseconds: Int32 {
    let (seconds, attoseconds) = components
    let milliseconds = seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
    return Int32(clamping: max(milliseconds, 0))
  }
}
