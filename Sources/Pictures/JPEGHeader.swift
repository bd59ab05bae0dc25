/// Reads a JPEG's segments up to the frame header, which has the size; EXIF data come before it.

extension PictureHeader {
  init(jpeg bytes: [UInt8]) throws(PictureError) {
    var orientation: Orientation?
    var segments = JPEGSegments(bytes)
    while let segment = try segments.next() {
      switch segment.marker {
      case 0xE1: orientation = orientation ?? Orientation(exif: segment.content)
      case 0xC4, 0xC8, 0xCC: break
      case 0xC0...0xCF:
        try self.init(frame: segment, orientation ?? .upright)
        return
      default: break
      }
    }
    throw .broken("no frame header")
  }

  /// ITU T.81, B.2.2.
  private init(frame: JPEGSegment, _ orientation: Orientation) throws(PictureError) {
    let reader = ByteReader(bytes: frame.content)
    guard
      let precision = reader.byte(at: 0), let height = reader.short(at: 1),
      let width = reader.short(at: 3)
    else { throw .broken("short frame header") }
    switch frame.marker {
    case 0xC3, 0xC7, 0xCB, 0xCF: throw .unsupported("lossless JPEG")
    // Browsers do not show these either; there decoding can take long without any data.
    case 0xC9, 0xCA: throw .unsupported("arithmetic-coded JPEG")
    case 0xC5, 0xC6, 0xCD, 0xCE: throw .unsupported("hierarchical JPEG")
    default: break
    }
    guard precision == 8 else { throw .unsupported("\(precision)-bit JPEG") }
    try self.init(stored: width, height, .jpeg, orientation)
  }
}

struct JPEGSegment {
  let marker: UInt8
  let content: ArraySlice<UInt8>
}

struct JPEGSegments {
  private let bytes: [UInt8]
  /// Behind the marker that starts an image.
  private var place = 2

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next segment with a length; nil where the scans begin, or where nothing is left to come.
  mutating func next() throws(PictureError) -> JPEGSegment? {
    while let marker = nextMarker() {
      switch marker {
      case 0x01, 0xD0...0xD7: continue
      case 0xD8...0xDA: return nil
      default: return try segment(marker)
      }
    }
    throw .truncated
  }

  /// As libjpeg does, skips what does not belong there.
  private mutating func nextMarker() -> UInt8? {
    while place + 1 < bytes.count {
      let (first, second) = (bytes[place], bytes[place + 1])
      place += first == 0xFF && second != 0xFF ? 2 : 1
      if first == 0xFF, second != 0, second != 0xFF { return second }
    }
    return nil
  }

  private mutating func segment(_ marker: UInt8) throws(PictureError) -> JPEGSegment {
    guard let length = ByteReader(bytes: bytes[place...]).short(at: 0) else { throw .truncated }
    guard length >= 2 else { throw .broken("segment without a length") }
    guard place + length <= bytes.count else { throw .truncated }
    defer { place += length }
    return JPEGSegment(marker: marker, content: bytes[place + 2..<place + length])
  }
}
