/// What a picture's first bytes say of it, so that there can be a layout before there are pixels.

package struct PictureHeader: Equatable, Sendable {
  /// As the picture is seen, turned as its EXIF data demand.
  package let width: Int
  package let height: Int
  package let format: PictureFormat
  let orientation: Orientation
  /// All rows come several times.
  let isInterlaced: Bool

  init(
    stored width: Int, _ height: Int, _ format: PictureFormat,
    _ orientation: Orientation = .upright, isInterlaced: Bool = false
  ) throws(PictureError) {
    guard width > 0, height > 0 else { throw .broken("\(width)×\(height) pixels") }
    let isLarge = max(width, height) > PictureLimits.side || width * height > PictureLimits.pixels
    guard !isLarge, !isInterlaced || width * height <= PictureLimits.pixelsKept else {
      throw .tooLarge(width: width, height: height)
    }
    (self.width, self.height) = orientation.swapsSides ? (height, width) : (width, height)
    (self.format, self.orientation, self.isInterlaced) = (format, orientation, isInterlaced)
  }

  /// As the file has it.
  var storedWidth: Int { orientation.swapsSides ? height : width }
  var storedHeight: Int { orientation.swapsSides ? width : height }
}

extension PictureHeader {
  /// The chunk that has to be the first (PNG, chapter 11.2.1); libpng will check the rest of it.
  init(png bytes: [UInt8]) throws(PictureError) {
    let reader = ByteReader(bytes: bytes.dropFirst(8))
    guard
      let length = reader.long(at: 0), let name = reader.long(at: 4),
      let width = reader.long(at: 8), let height = reader.long(at: 12),
      let interlacing = reader.byte(at: 20)
    else { throw .truncated }
    guard length == 13, name == 0x4948_4452 else { throw .broken("no IHDR") }
    try self.init(stored: width, height, .png, isInterlaced: interlacing != 0)
  }
}
