/// The pixels that the kernels write, and the tiles that threads take them by.

import Glibc

/// A square of pixels, 0x00RRGGBB, in memory of its own.
final class FrameBuffer: @unchecked Sendable {
  let size: Int
  let pixels: UnsafeMutablePointer<UInt32>

  private static let hugePage = 2 << 20

  /// Nil where the system has not so much memory.
  init?(size: Int) {
    self.size = size
    let bytes = size * size * 4
    var memory: UnsafeMutableRawPointer?
    guard posix_memalign(&memory, bytes < Self.hugePage ? 64 : Self.hugePage, bytes) == 0,
      let memory
    else { return nil }
    madvise(memory, bytes, MADV_HUGEPAGE)
    memset(memory, 0, bytes)
    pixels = memory.bindMemory(to: UInt32.self, capacity: size * size)
  }

  deinit { free(pixels) }

  /// A copy of some rows.
  func rows(_ rows: Range<Int>) -> [UInt32] {
    Array(
      UnsafeBufferPointer(start: pixels + rows.lowerBound * size, count: rows.count * size))
  }
}

/// A square picture cut into squares, numbered row by row.
struct TileGrid: Equatable {
  let size: Int
  /// Pixels of a tile's side.
  let side: Int

  /// Small ones where there are many threads: each is to have a good number of them.
  init(size: Int, threads: Int) {
    self.size = size
    side = (size / 64) * (size / 64) >= threads * 32 ? 64 : 32
  }

  var perRow: Int { (size + side - 1) / side }
  var count: Int { perRow * perRow }

  func rows(of tile: Int) -> Range<Int> { span(tile / perRow) }
  func columns(of tile: Int) -> Range<Int> { span(tile % perRow) }

  private func span(_ place: Int) -> Range<Int> { place * side..<min(size, (place + 1) * side) }
}
