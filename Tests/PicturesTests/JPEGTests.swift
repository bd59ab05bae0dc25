/// JPEGs as letters for their colours, turned as their EXIF data say.

import Pictures
import Screen
import Testing

/// The colours of squares of 16 pixels, one letter each; `?` for what is near to none.
private func letters(_ raster: Raster, square: Int = 16) -> String {
  let names: [UInt32: Character] = [
    0xFF0000: "R", 0x00FF00: "G", 0x0000FF: "B", 0xFFFFFF: "W",
    0x000000: "K", 0xFFFF00: "Y", 0x00FFFF: "C", 0xFF00FF: "M",
  ]
  let rows = stride(from: square / 2, to: raster.height, by: square).map { y in
    String(
      stride(from: square / 2, to: raster.width, by: square).map { x -> Character in
        let pixel = raster.pixels[y * raster.width + x]
        return names.first { isNear(pixel, 0xFF00_0000 | $0.key) }?.value ?? "?"
      })
  }
  return rows.joined(separator: "\n")
}

private func isNear(_ one: UInt32, _ other: UInt32) -> Bool {
  [24, 16, 8, 0].allSatisfy { abs(Int(one >> $0 & 255) - Int(other >> $0 & 255)) < 6 }
}

@Suite struct `JPEG pictures` {
  @Test(arguments: Fixture.colored) func `every kind has its colours`(_ name: String) throws {
    let raster = try PictureDecoder.raster(of: Fixture.bytes("\(name).jpg"))
    #expect(raster.width == 64 && raster.height == 32)
    #expect(letters(raster) == "RGBW\nKYCM")
  }

  @Test(arguments: ["grey", "grey-progressive"]) func `grey ones are as bright as the colours`(
    _ name: String
  ) throws {
    let raster = try PictureDecoder.raster(of: Fixture.bytes("\(name).jpg"))
    for (square, code) in [76, 150, 29, 255, 0, 226, 179, 105].enumerated() {
      let pixel = raster.pixels[(square / 4 * 16 + 8) * 64 + square % 4 * 16 + 8]
      #expect(isNear(pixel, 0xFF00_0000 | UInt32(code) * 0x01_0101), "\(square)")
    }
  }

  @Test func `CMYK without Adobe's marker is of complements, too`() throws {
    var bytes = Fixture.bytes("cmyk.jpg")
    let marker = try #require(
      bytes.indices.first { bytes[$0...].starts(with: [0xFF, 0xEE]) })
    bytes.removeSubrange(marker..<marker + 16)
    #expect(letters(try PictureDecoder.raster(of: bytes)) == "RGBW\nKYCM")
  }

  @Test(arguments: [
    (1, "RGBW\nKYCM"), (2, "WBGR\nMCYK"), (3, "MCYK\nWBGR"), (4, "KYCM\nRGBW"),
    (5, "RK\nGY\nBC\nWM"), (6, "KR\nYG\nCB\nMW"), (7, "MW\nCB\nYG\nKR"), (8, "WM\nBC\nGY\nRK"),
  ]) func `the camera's turn is undone`(_ number: Int, _ picture: String) throws {
    for isLittleEndian in [false, true] {
      let bytes = Fixture.bytes("444.jpg").turned(UInt8(number), isLittleEndian: isLittleEndian)
      let raster = try PictureDecoder.raster(of: bytes)
      #expect(letters(raster) == picture)
      let header = try PictureDecoder.header(of: bytes)
      #expect(header.width == raster.width && header.height == raster.height)
    }
  }

  @Test func `EXIF data that make no sense turn nothing`() throws {
    let plain = Fixture.bytes("444.jpg")
    let whole = plain.turned(6)
    for number: UInt8 in [0, 9, 255] {
      #expect(letters(try PictureDecoder.raster(of: plain.turned(number))) == "RGBW\nKYCM")
    }
    let exif = whole[6..<4 + Int(whole[5]) + 256 * Int(whole[4])]
    for count in 0..<exif.count {
      _ = try PictureDecoder.header(of: plain.with(segment: 0xE1, Array(exif.prefix(count))))
      for value: UInt8 in [0, 1, 0x7F, 0x80, 0xFF] {
        var damaged = Array(exif)
        damaged[count] = value
        _ = try PictureDecoder.header(of: plain.with(segment: 0xE1, damaged))
      }
    }
  }

  @Test func `a small one is decoded small, and keeps its colours`() throws {
    for (most, size, square) in [(32, "32×16", 8), (16, "16×8", 4), (8, "8×4", 2), (4, "4×2", 1)] {
      for name in Fixture.colored {
        let raster = try PictureDecoder.raster(of: Fixture.bytes("\(name).jpg"), within: most)
        #expect("\(raster.width)×\(raster.height)" == size)
        #expect(letters(raster, square: square) == "RGBW\nKYCM", "\(name) \(size)")
      }
    }
    let tiny = try PictureDecoder.raster(of: Fixture.bytes("420.jpg").turned(6), within: 3)
    #expect(tiny.width == 1 && tiny.height == 3)
  }
}
