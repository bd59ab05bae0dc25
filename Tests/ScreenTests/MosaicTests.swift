/// Pictures in cells: what a cell shows of the pixels under it.

import Screen
import Testing

/// Four rows of four pixels: an opaque red square at the left above, a half transparent white one at
/// the right below, nothing elsewhere.
private let raster = Raster(
  width: 4, height: 4,
  pixels: [
    0xFFFF_0000, 0xFFFF_0000, 0, 0,
    0xFFFF_0000, 0xFFFF_0000, 0, 0,
    0, 0, 0x80FF_FFFF, 0x80FF_FFFF,
    0, 0, 0x80FF_FFFF, 0x80FF_FFFF,
  ])

private func drawn(_ size: Size, _ mosaic: Mosaic, on ground: Style = .plain) -> Grid {
  var canvas = Canvas(size, ascii: mosaic == .ramp, ground: ground)
  canvas.put(raster, in: Rect(.zero, size), as: mosaic)
  return canvas.grid
}

@Suite struct `Pictures in cells` {
  @Test func `half blocks show two pixels in a cell, and nothing where there is nothing`() {
    let grid = drawn(Size(rows: 2, columns: 4), .halfBlocks)
    #expect(grid.text == "▀▀\n  ▀▀")
    #expect(grid[0, 0].style == Style(.rgb(0xFF0000), on: .rgb(0xFF0000)))
    let one = drawn(Size(rows: 1, columns: 4), .halfBlocks)
    #expect(one.text == "▀▀▄▄")
    #expect(one[0, 0].style == Style(.rgb(0xFF0000)))
  }

  @Test func `what is half there lets the ground through, by its light`() {
    // A half of white light on black is no 0x80: sRGB's codes go with the root of the light.
    let ground = Style(.standard, on: .rgb(0x000000))
    let grid = drawn(Size(rows: 1, columns: 4), .halfBlocks, on: ground)
    #expect(grid[0, 2].style.foreground == .rgb(0xB5_B5B5))
    // On a light ground it is a half of the code, or thin things would be lost in it.
    let black = Raster(width: 1, height: 2, pixels: [0x8000_0000, 0x8000_0000])
    var canvas = Canvas(
      Size(rows: 1, columns: 1), ground: Style(.standard, on: .rgb(0xFF_FFFF)))
    canvas.put(black, in: Rect(.zero, canvas.size), as: .halfBlocks)
    #expect(canvas.grid[0, 0].style.foreground == .rgb(0x7F_7F7F))
  }

  @Test func `braille has more dots where the picture is brighter`() {
    let grid = drawn(Size(rows: 1, columns: 2), .braille)
    let dots = grid.text.unicodeScalars.prefix(2).map { ($0.value & 0xFF).nonzeroBitCount }
    #expect(dots[0] > 0 && dots[1] > dots[0], "\(grid.text)")
  }

  @Test func `in ASCII denser signs are brighter, and nothing is a blank`() {
    let text = drawn(Size(rows: 2, columns: 2), .ramp).text
    #expect(text == "=\n *", "\(text)")
  }

  @Test func `a small picture has the means of the large one`() {
    let small = raster.reduced(to: 2)
    #expect(small.pixels == [0xFFFF_0000, 0, 0, 0x80FF_FFFF])
    #expect(raster.reduced(to: 9) == raster)
    let one = raster.reduced(to: 1)
    #expect(one.pixels.map { $0 >> 24 } == [0x60])
  }
}
