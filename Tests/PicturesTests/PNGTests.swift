/// PNGs of all kinds against the formulas that made them (`Fixtures/make.py`).

import Pictures
import Screen
import Testing

/// What a picture of the fixtures should be.
private func drawn(_ pixel: (_ x: UInt32, _ y: UInt32) -> UInt32) -> Raster {
  let pixels = (0..<99).map { pixel($0 % 11, $0 / 11) }
  return Raster(width: 11, height: 9, pixels: pixels)
}

private func grey(_ code: UInt32, alpha: UInt32 = 255) -> UInt32 {
  alpha << 24 | code << 16 | code << 8 | code
}

private func color(_ x: UInt32, _ y: UInt32, alpha: UInt32 = 255) -> UInt32 {
  alpha << 24 | (x * 20) << 16 | (y * 25) << 8 | (255 - x * 20)
}

private func paint(_ index: UInt32) -> UInt32 {
  let alpha: UInt32 = index == 0 ? 0 : index == 1 ? 128 : 255
  return alpha << 24 | (index * 16) << 16 | (255 - index * 16) << 8 | (index * 7)
}

private func expected(_ name: String) -> Raster? {
  let level = { (depth: UInt32, x: UInt32, y: UInt32) in (x * 3 + y * 5) % (1 << depth) }
  return switch name {
  case "grey1": drawn { grey(level(1, $0, $1) * 255) }
  case "grey2": drawn { grey(level(2, $0, $1) * 85) }
  case "grey4": drawn { grey(level(4, $0, $1) * 17) }
  case "grey8": drawn { grey(level(8, $0, $1)) }
  case "grey16": drawn { grey((($0 * 2731 + $1 * 4003) * 255 + 32895) >> 16) }
  case "grey4-key": drawn { grey(level(4, $0, $1) * 17, alpha: level(4, $0, $1) == 3 ? 0 : 255) }
  case "palette1": drawn { paint(level(1, $0, $1)) }
  case "palette2": drawn { paint(level(2, $0, $1)) }
  case "palette4", "palette8": drawn { paint(level(4, $0, $1)) }
  case "grey-alpha8", "grey-alpha16": drawn { grey($0 * 20, alpha: $1 * 30) }
  case "rgb8", "rgb16": drawn { color($0, $1) }
  case "rgb8-key": drawn { color($0, $1, alpha: $0 == 4 && $1 == 2 ? 0 : 255) }
  case "rgba8", "rgba16": drawn { color($0, $1, alpha: $0 * 25) }
  default: nil
  }
}

@Suite struct `PNG pictures` {
  @Test(arguments: Fixture.depths) func `every kind has its pixels, interlaced or not`(
    _ name: String
  ) throws {
    let picture = try #require(expected(name))
    for file in ["\(name).png", "\(name)-interlaced.png"] {
      #expect(try PictureDecoder.raster(of: Fixture.bytes(file)) == picture, "\(file)")
      let header = try PictureDecoder.header(of: Fixture.bytes(file))
      #expect(header.width == 11 && header.height == 9 && header.format == .png)
    }
  }

  @Test(arguments: Fixture.pngs) func `made smaller while it comes it is what Raster makes of it`(
    _ name: String
  ) throws {
    let bytes = Fixture.bytes(name)
    let whole = try PictureDecoder.raster(of: bytes)
    for most in 1...10 {
      let small = try PictureDecoder.raster(of: bytes, within: most)
      #expect(small == whole.reduced(to: most), "\(name) within \(most)")
    }
  }

  @Test func `the longer side decides how small a picture becomes, and none vanishes`() throws {
    var tall = MadePNG(2, 500)
    tall.add("IDAT", MadePNG.deflated(zeros: 1000))
    tall.add("IEND", [])
    let small = try PictureDecoder.raster(of: tall.bytes, within: 100)
    let black = Array(repeating: UInt32(0xFF00_0000), count: 100)
    #expect(small == Raster(width: 1, height: 100, pixels: black))
    #expect(try PictureDecoder.raster(of: tall.bytes, within: -5).pixels == [0xFF00_0000])
  }

  @Test func `chunks that make no pixels are of any size, but whole`() throws {
    let plain = Fixture.bytes("rgb8.png")
    var made = MadePNG(1, 1)
    made.add("tEXt", Array(repeating: 0x41, count: 1_200_000))
    made.add("iCCP", [0x41, 0, 0, 0xFF, 0xFF])
    made.add("caBX", [1, 2, 3])
    made.add("IDAT", MadePNG.deflated(zeros: 2))
    made.add("IEND", [])
    #expect(try PictureDecoder.raster(of: made.bytes).pixels == [0xFF00_0000])
    var damaged = made.bytes
    damaged[60] ^= 1
    #expect(outcome(damaged) == .failure(.broken("tEXt: CRC error")))
    #expect(outcome(plain + [1, 2, 3]) == outcome(plain), "what follows the end is not read")
  }
}
