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
    values(at: place * 8, count: count)
  }

  /// The same with values of any size, from a byte on.
  package func values<Value: BitwiseCopyable>(at byte: Int, count: Int) -> [Value] {
    [Value](unsafeUninitializedCapacity: count) { buffer, filled in
      let size = MemoryLayout<Value>.stride
      let read = pread(file, buffer.baseAddress, count * size, off_t(byte))
      filled = max(0, read / size)
    }
  }
}
