/// Files that lie beside the tests, and files made by hand.

import Glibc
import Pictures
import Screen

enum Fixture {
  static let depths = [
    "grey1", "grey2", "grey4", "grey8", "palette1", "palette2", "palette4", "palette8", "grey16",
    "grey4-key", "grey-alpha8", "grey-alpha16", "rgb8", "rgb8-key", "rgb16", "rgba8", "rgba16",
  ]
  static let pngs = depths.flatMap { ["\($0).png", "\($0)-interlaced.png"] }
  static let colored = ["444", "422", "420", "progressive", "cmyk", "ycck"]
  static let jpegs = (colored + ["grey", "grey-progressive"]).map { $0 + ".jpg" }

  /// Nothing where there is no such file.
  static func bytes(_ name: String, file: String = #filePath) -> [UInt8] {
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = (folder + ["Fixtures", Substring(name)]).joined(separator: "/")
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return bytes
  }
}

/// What has become of a file: a picture or an error.
func outcome(_ bytes: [UInt8], within most: Int = 1600) -> Result<Raster, PictureError> {
  do throws(PictureError) {
    return .success(try PictureDecoder.raster(of: bytes, within: most))
  } catch {
    return .failure(error)
  }
}

func headerOutcome(_ bytes: [UInt8]) -> Result<PictureHeader, PictureError> {
  do throws(PictureError) {
    return .success(try PictureDecoder.header(of: bytes))
  } catch {
    return .failure(error)
  }
}

/// A PNG, chunk by chunk.
struct MadePNG {
  private(set) var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  init(_ width: Int, _ height: Int, depth: UInt8 = 1, color: UInt8 = 0, interlaced: Bool = false) {
    let kind = [depth, color, 0, 0, interlaced ? 1 : 0]
    add("IHDR", bigEndian(width) + bigEndian(height) + kind)
  }

  mutating func add(_ name: String, _ data: [UInt8]) {
    let checked = Array(name.utf8) + data
    bytes += bigEndian(data.count) + checked + bigEndian(Int(~Self.checksum(checked)))
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.reduce(~0) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1) * 0xEDB8_8320 }
    }
  }

  private func bigEndian(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  /// So many zeros as zlib stores them: a zero, and as often as needed 258 times what came before.
  static func deflated(zeros count: Int) -> [UInt8] {
    var bits = Bits()
    bits.add(0b011, 3)
    bits.add(0b0000_1100, 8)
    for _ in 0..<(count - 1) / 258 { bits.add(0b00000_10100011, 13) }
    for _ in 0..<(count - 1) % 258 { bits.add(0b0000_1100, 8) }
    bits.add(0, 7)
    let sum = (count % 65521) << 16 | 1
    return [0x78, 0x01] + bits.bytes + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: sum >> $0) }
  }

  /// From the lowest bit of a byte on.
  private struct Bits {
    private(set) var bytes: [UInt8] = []
    private var count = 0

    mutating func add(_ code: Int, _ length: Int) {
      for bit in 0..<length {
        if count % 8 == 0 { bytes.append(0) }
        bytes[bytes.count - 1] |= UInt8(code >> bit & 1) << UInt8(count % 8)
        count += 1
      }
    }
  }
}

extension [UInt8] {
  /// The same JPEG with a segment before all others.
  func with(segment marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    let length = content.count + 2
    return prefix(2) + [0xFF, marker, UInt8(length >> 8), UInt8(length & 255)] + content
      + dropFirst(2)
  }

  /// EXIF data that say one thing, behind another one.
  func turned(_ orientation: UInt8, isLittleEndian: Bool = false) -> [UInt8] {
    let exif: [UInt8] = [0x45, 0x78, 0x69, 0x66, 0, 0]
    let tiff: [UInt8] =
      isLittleEndian
      ? [
        0x49, 0x49, 42, 0, 8, 0, 0, 0, 2, 0, 0x0F, 1, 2, 0, 1, 0, 0, 0, 0, 0, 0, 0,
        0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0,
      ]
      : [
        0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 2, 1, 0x0F, 0, 2, 0, 0, 0, 1, 0, 0, 0, 0,
        1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
      ]
    return with(segment: 0xE1, exif + tiff)
  }
}
