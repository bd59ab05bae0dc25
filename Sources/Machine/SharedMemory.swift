/// Memory that a child writes and we look at (memfd_create(2)).

import CMachine
import Glibc

/// Read as a file and not mapped, so that a child that makes it shorter does not crash us.
package final class SharedMemory: Sendable {
  let file: Int32

  /// So many bytes, all of them 0; nil where the system has none to give.
  package init?(bytes: Int) {
    file = machine_memory()
    guard file >= 0 else { return nil }
    guard ftruncate(file, off_t(bytes)) == 0 else {
      close(file)
      return nil
    }
  }

  deinit { close(file) }

  /// So many words of 8 bytes as they are now, from one of them on; fewer where there are no more.
  /// Who writes a word writes it whole, so that it is seen before or after.
  package func words(from place: Int, count: Int) -> [UInt64] {
    [UInt64](unsafeUninitializedCapacity: count) { buffer, filled in
      let read = pread(file, buffer.baseAddress, count * 8, off_t(place * 8))
      filled = max(0, read / 8)
    }
  }
}
