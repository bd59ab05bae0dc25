/// PNG and JPEG files as pixels, not many more of them than a terminal can show.

import CImage
import Screen

package enum PictureDecoder {
  /// Reads only as far as the size is told.
  package static func header(of bytes: [UInt8]) throws(PictureError) -> PictureHeader {
    guard bytes.count <= PictureLimits.bytes else { throw .tooManyBytes(bytes.count) }
    return switch try PictureFormat(of: bytes) {
    case .png: try PictureHeader(png: bytes)
    case .jpeg: try PictureHeader(jpeg: bytes)
    }
  }

  /// The picture, made so small that neither side is longer than told.
  package static func raster(
    of bytes: [UInt8], within most: Int = 1600
  ) throws(PictureError) -> Raster {
    let header = try header(of: bytes)
    let reduction = Reduction(header, within: max(1, min(most, PictureLimits.sideKept)))
    var reducer = RowReducer(reduction.arriving, to: reduction.kept)
    try decode(bytes, header, shrink: reduction.shrink, into: &reducer)
    guard reducer.isComplete else { throw .broken("rows are missing") }
    return reducer.raster.turned(header.orientation)
  }

  private static func decode(
    _ bytes: [UInt8], _ header: PictureHeader, shrink: Int, into reducer: inout RowReducer
  ) throws(PictureError) {
    let (width, height) = (header.storedWidth, header.storedHeight)
    var job = ci_job()
    (job.width, job.height, job.shrink) = (UInt32(width), UInt32(height), UInt32(shrink))
    job.row = { owner, pixels, areInks in
      guard let owner, let pixels else { return }
      owner.assumingMemoryBound(to: RowReducer.self).pointee.add(pixels, areInks: areInks)
    }
    run(&job, bytes, header, into: &reducer)
    switch Int(job.how) {
    case CI_DONE: break
    case CI_TRUNCATED: throw .truncated
    case CI_TOO_LARGE: throw .tooLarge(width: width, height: height)
    default: throw .broken(message(job))
    }
  }

  /// Lends the memory: the libraries keep nothing of it.
  private static func run(
    _ job: inout ci_job, _ bytes: [UInt8], _ header: PictureHeader, into reducer: inout RowReducer
  ) {
    let rows = header.isInterlaced ? header.storedHeight : 1
    var pixels = [UInt32](repeating: 0, count: header.storedWidth * rows)
    bytes.withUnsafeBufferPointer { bytes in
      pixels.withUnsafeMutableBufferPointer { pixels in
        withUnsafeMutablePointer(to: &reducer) { reducer in
          (job.bytes, job.count) = (bytes.baseAddress, bytes.count)
          (job.pixels, job.room) = (pixels.baseAddress, pixels.count)
          job.owner = UnsafeMutableRawPointer(reducer)
          ci_decode(&job, header.format == .png)
        }
      }
    }
  }

  private static func message(_ job: ci_job) -> String {
    withUnsafeBytes(of: job.message) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }
}
