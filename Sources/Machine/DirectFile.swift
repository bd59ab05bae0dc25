/// A file that is read past the page cache (open(2), O_DIRECT), so that every read is the disk's.

import CMachine
import Glibc

/// 64 MiB of random bytes in a folder for temporary files, without a name: it is gone when
/// it is closed.
package final class DirectFile: @unchecked Sendable {
  package static let bytes = 64 << 20
  package static let block = 4096
  let file: Int32

  /// Nil where there is no disk under the folders for temporary files, none that can be read
  /// directly, or somebody has had enough of waiting.
  package static func make(until isCancelled: () -> Bool) -> DirectFile? {
    for folder in ["/var/tmp", "/tmp", "."] {
      if let file = DirectFile(folder: folder, until: isCancelled) { return file }
    }
    return nil
  }

  private init?(folder: String, until isCancelled: () -> Bool) {
    let file = machine_open_direct(folder)
    guard file >= 0 else { return nil }
    self.file = file
    guard fill(until: isCancelled) else {
      return nil
    }
  }

  deinit { close(file) }

  /// Blocks that were never written would be made up by the file system, not read.
  private func fill(until isCancelled: () -> Bool) -> Bool {
    let chunk = 1 << 20
    guard let buffer = AlignedBuffer(bytes: chunk) else { return false }
    var work = WorkUnit()
    let words = buffer.memory.bindMemory(to: UInt64.self, capacity: chunk / 8)
    for place in 0..<chunk / 8 {
      work.run(steps: 1)
      words[place] = work.sum
    }
    for part in 0..<Self.bytes / chunk {
      guard !isCancelled(), pwrite(file, buffer.memory, chunk, off_t(part * chunk)) == chunk else {
        return false
      }
    }
    return true
  }
}

/// Reads random blocks of the file; one for each thread.
package final class DirectReader: @unchecked Sendable {
  private let file: DirectFile
  private let buffer: AlignedBuffer
  private var place: WorkUnit

  package init?(_ file: DirectFile?, seed: Int) {
    guard let file, let buffer = AlignedBuffer(bytes: DirectFile.block) else { return nil }
    self.file = file
    self.buffer = buffer
    place = WorkUnit(seed: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 12_345)
  }

  /// One block of 4 KiB.
  package func read() {
    place.run(steps: 1)
    let block = place.sum % UInt64(DirectFile.bytes / DirectFile.block)
    _ = pread(file.file, buffer.memory, DirectFile.block, off_t(block) * off_t(DirectFile.block))
  }
}

/// Memory that begins at a page, as direct reading wants it.
final class AlignedBuffer {
  let memory: UnsafeMutableRawPointer

  init?(bytes: Int) {
    var memory: UnsafeMutableRawPointer?
    guard posix_memalign(&memory, 4096, bytes) == 0, let memory else { return nil }
    self.memory = memory
  }

  deinit { free(memory) }
}
