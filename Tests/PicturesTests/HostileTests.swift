/// Files that are broken, too large, or nothing that is known: always an error, never worse.

import Pictures
import Screen
import Testing

@Suite struct `Hostile pictures` {
  @Test func `kinds that are not shown are named`() {
    let names: [(String, [UInt8])] = [
      ("GIF", Array("GIF89a".utf8)), ("WebP", Array("RIFF....WEBPVP8 ".utf8)),
      ("BMP", Array("BM123456789012".utf8) + [40, 0, 0, 0]), ("TIFF", [0x49, 0x49, 42, 0]),
      ("SVG", Array("<svg xmlns=''/>".utf8)),
      ("SVG", [0xEF, 0xBB, 0xBF] + Array("\n<?xml version='1.0'?>\n<!-- a --><svg>".utf8)),
      ("AVIF", Array("....ftypavif".utf8)), ("JPEG XL", [0xFF, 0x0A]),
    ]
    for (name, bytes) in names { #expect(outcome(bytes) == .failure(.unsupported(name))) }
    for text in ["", "B", "BMW", "<html>", "hello", "\u{89}PNG"] {
      #expect(outcome(Array(text.utf8)) == .failure(.unknownFormat), "\(text)")
    }
  }

  @Test(arguments: Fixture.pngs + Fixture.jpegs) func `a file that ends early is no picture`(
    _ name: String
  ) {
    let bytes = Fixture.bytes(name)
    for count in 0..<bytes.count {
      guard case .failure(let error) = outcome(Array(bytes.prefix(count))) else {
        Issue.record("\(name) without the last \(bytes.count - count) bytes")
        continue
      }
      #expect(count < 8 || error == .truncated, "\(name) \(count): \(error)")
    }
  }

  @Test(arguments: Fixture.pngs) func `no byte of a PNG can be another one`(_ name: String) {
    let bytes = Fixture.bytes(name)
    for place in bytes.indices {
      for mask: UInt8 in [0x01, 0x20, 0x80, 0xFF] {
        var damaged = bytes
        damaged[place] ^= mask
        if case .success = outcome(damaged) { Issue.record("\(name), byte \(place) ^ \(mask)") }
      }
    }
  }

  /// There are no checksums in a JPEG: what comes is a picture of the size told, or an error.
  @Test(arguments: Fixture.jpegs) func `any byte of a JPEG may be another one`(_ name: String) {
    let bytes = Fixture.bytes(name).turned(6)
    for place in bytes.indices {
      for mask: UInt8 in [0x01, 0x10, 0x80, 0xFF] {
        var damaged = bytes
        damaged[place] ^= mask
        guard case .success(let raster) = outcome(damaged, within: 40) else { continue }
        #expect(raster.pixels.count == raster.width * raster.height)
        #expect(max(raster.width, raster.height) <= 40)
      }
    }
  }

  @Test func `sizes are refused before anything is decoded`() {
    let sizes = [
      (30_000, 30_000), (20_001, 1), (1, 20_001), (8001, 8000), (1 << 31, 1),
      (0xFFFF_FFFF, 0xFFFF_FFFF),
    ]
    for (width, height) in sizes {
      let bytes = MadePNG(width, height).bytes
      #expect(headerOutcome(bytes) == .failure(.tooLarge(width: width, height: height)))
    }
    #expect(outcome(MadePNG(8000, 8000).bytes) == .failure(.truncated))
    #expect(
      outcome(MadePNG(4097, 4096, interlaced: true).bytes)
        == .failure(.tooLarge(width: 4097, height: 4096)))
    for (width, height) in [(0, 1), (1, 0), (0, 0)] {
      let error = PictureError.broken("\(width)×\(height) pixels")
      #expect(outcome(MadePNG(width, height).bytes) == .failure(error))
    }
  }

  @Test func `a JPEG's header is read with the same care`() throws {
    let bytes = Fixture.bytes("444.jpg")
    let frame = try #require(bytes.indices.first { bytes[$0...].starts(with: [0xFF, 0xC0]) })
    let with = { (changes: [Int: UInt8]) in
      var changed = bytes
      for (place, value) in changes { changed[frame + place] = value }
      return headerOutcome(changed)
    }
    #expect(with([1: 0xC3]) == .failure(.unsupported("lossless JPEG")))
    #expect(with([1: 0xC5]) == .failure(.unsupported("hierarchical JPEG")))
    #expect(with([1: 0xC9]) == .failure(.unsupported("arithmetic-coded JPEG")))
    #expect(with([4: 12]) == .failure(.unsupported("12-bit JPEG")))
    #expect(with([7: 0xFF]) == .failure(.tooLarge(width: 65344, height: 32)))
    #expect(with([6: 0]) == .failure(.broken("64×0 pixels")))
    #expect(with([3: 1, 2: 0]) == .failure(.broken("segment without a length")))
    #expect(with([1: 0xDA]) == .failure(.broken("no frame header")))
  }

  @Test func `a few bytes that become 64 million pixels take no memory for them`() throws {
    var bomb = MadePNG(8000, 8000)
    bomb.add("IDAT", MadePNG.deflated(zeros: 1001 * 8000))
    bomb.add("IEND", [])
    #expect(bomb.bytes.count < 52_000)
    let raster = try PictureDecoder.raster(of: bomb.bytes)
    #expect(raster.width == 1600 && raster.pixels.allSatisfy { $0 == 0xFF00_0000 })
  }

  @Test func `too much, too little and nonsense in the data are errors`() {
    var short = MadePNG(8000, 80)
    short.add("IDAT", MadePNG.deflated(zeros: 1001 * 79))
    short.add("IEND", [])
    #expect(outcome(short.bytes) == .failure(.broken("Not enough image data")))
    var empty = MadePNG(8, 8)
    empty.add("IDAT", [])
    empty.add("IEND", [])
    if case .success = outcome(empty.bytes) { Issue.record("a picture of nothing") }
    var twice = MadePNG(8, 8)
    let other = MadePNG(9, 9).bytes.dropFirst(16).prefix(13)
    twice.add("IHDR", Array(other))
    if case .success = outcome(twice.bytes) { Issue.record("two headers") }
    var unpainted = MadePNG(8, 8, color: 3)
    unpainted.add("IDAT", MadePNG.deflated(zeros: 16))
    unpainted.add("IEND", [])
    if case .success = outcome(unpainted.bytes) { Issue.record("a palette of no colours") }
  }

  @Test func `scans that never end do end`() throws {
    let bytes = Fixture.bytes("grey-progressive.jpg")
    let scan = try #require(bytes.indices.last { bytes[$0...].starts(with: [0xFF, 0xDA]) })
    let again = Array(bytes[scan..<bytes.count - 2])
    let many = (0..<150).flatMap { _ in again }
    let bomb = bytes.dropLast(2) + many + bytes.suffix(2)
    #expect(outcome(Array(bomb)) == .failure(.broken("too many scans")))
  }

  @Test func `a hundred megabytes of garbage are an error at once`() {
    let garbage = Array(repeating: UInt8(0x5A), count: 100_000_000)
    #expect(outcome(garbage) == .failure(.tooManyBytes(100_000_000)))
    let most = garbage.prefix(PictureLimits.bytes - 20)
    #expect(outcome(Array(most)) == .failure(.unknownFormat))
    #expect(outcome([0xFF, 0xD8, 0xFF] + most.prefix(9_000_000)) == .failure(.truncated))
    let headed = Array(MadePNG(8, 8).bytes.prefix(8)) + most
    #expect(outcome(headed) == .failure(.broken("no IHDR")))
  }
}
