/// Files that are there whole or not at all: written beside their place and then renamed. What is no
/// file (a device, a pipe) is written to, and where a link leads is the place.

import Glibc
import Machine

package enum WholeFile {
  /// Returns why it could not be written (errno), or 0.
  package static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o644) -> Int32 {
    var state = stat()
    if stat(path.fileName, &state) == 0 {
      guard state.st_mode & S_IFMT == S_IFREG else { return writeThrough(bytes, to: path) }
      guard let real = DeckFolder.realPath(path) else { return errno }
      return replace(real, with: bytes, mode)
    }
    return replace(path, with: bytes, mode)
  }

  /// Nobody reads from the other end of a pipe: that is no reason to wait.
  private static func writeThrough(_ bytes: [UInt8], to path: String) -> Int32 {
    let file = open(path.fileName, O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard file >= 0 else { return errno }
    defer { close(file) }
    return write(bytes, to: file)
  }

  private static func replace(_ path: String, with bytes: [UInt8], _ mode: mode_t) -> Int32 {
    let other = path + ".\(getpid()).tmp"
    let file = open(other.fileName, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
    guard file >= 0 else { return errno }
    var problem = write(bytes, to: file)
    if close(file) != 0, problem == 0 { problem = errno }
    if problem == 0, rename(other.fileName, path.fileName) != 0 { problem = errno }
    if problem != 0 { unlink(other.fileName) }
    return problem
  }

  private static func write(_ bytes: [UInt8], to file: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count < 0 ? errno : EIO }
      rest = rest.dropFirst(count)
    }
    return 0
  }
}
