/// Files that are there whole or not at all: written beside their place and then renamed.

import Glibc
import Machine

package enum WholeFile {
  /// Returns why it could not be written (errno), or 0.
  package static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o644) -> Int32 {
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
