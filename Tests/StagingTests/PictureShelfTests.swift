/// Pictures are kept for as long as they are likely to be shown again: by what they hold.

import Glibc
import Markup
import Pictures
import Screen
import Staging
import TemporaryFiles
import Testing
import Typesetting
import Wording

/// A white PNG, 1×1.
private let png: [UInt8] = [
  0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52,
  0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3A, 0x7E, 0x9B,
  0x55, 0x00, 0x00, 0x00, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0xF8, 0x0F, 0x00, 0x01,
  0x01, 0x01, 0x00, 0x1C, 0xB0, 0x8C, 0x99, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE,
  0x42, 0x60, 0x82,
]

@Suite struct `A shelf of pictures` {
  let folder = TemporaryFolder()

  private func shelf(keeping pixels: Int = 16_000_000) -> PictureShelf {
    folder.write("# One\n", as: "deck.md")
    return PictureShelf(
      deck: folder.path + "/deck.md", lines: SourceLines("# One\n"), keeping: pixels)
  }

  private func answer(
    to name: String, _ shelf: PictureShelf, slide: Int = 0
  ) -> PictureSource.Answer {
    var pictures = shelf.pictures
    pictures.slide = slide
    return pictures.picture(name, 0)
  }

  private func isThere(_ name: String, _ shelf: PictureShelf, slide: Int = 0) -> Bool {
    if case .raster = answer(to: name, shelf, slide: slide) { true } else { false }
  }

  private func missing(_ name: String, _ shelf: PictureShelf, slide: Int = 0) -> String? {
    guard case .missing(let why) = answer(to: name, shelf, slide: slide) else { return nil }
    return why.english
  }

  /// Asks for so many pictures, one after the other; none of them is one any more then.
  private func names(
    _ picture: [UInt8] = png, askedFor count: Int, of shelf: PictureShelf,
    slideBySlide: Bool = false
  ) -> [String] {
    let names = (0..<count).map { "\($0).png" }
    for (slide, name) in names.enumerated() {
      folder.write(picture, as: name)
      #expect(isThere(name, shelf, slide: slideBySlide ? slide : 0))
    }
    for name in names { folder.write("no picture any more", as: name) }
    return names
  }

  @Test func `an overview of small pictures is decoded once, and anew after an edit`() {
    let shelf = shelf()
    let names = names(askedFor: 200, of: shelf, slideBySlide: true)
    #expect(names.allSatisfy { isThere($0, shelf) })
    shelf.replace(SourceLines("# Two\n"))
    #expect(!names.contains { isThere($0, shelf) })
  }

  @Test func `no more are kept than an overview shows, the newest of them`() {
    let shelf = shelf()
    _ = names(askedFor: 300, of: shelf, slideBySlide: true)
    #expect(isThere("299.png", shelf) && isThere("150.png", shelf))
    #expect(!isThere("0.png", shelf))
  }

  /// A slide is set many times until it fits: pictures that drove each other out would be decoded
  /// each time.
  @Test
  func `the pictures of one slide are decoded once, and become smaller where they are too much`() {
    let whole = diagram
    let shelf = shelf(keeping: 3 * whole.pixels.count)
    let names = names(diagramBytes, askedFor: 12, of: shelf)
    let kept = names.compactMap { name -> Raster? in
      if case .raster(let raster) = answer(to: name, shelf) { raster } else { nil }
    }
    #expect(kept.count == 12)
    #expect(kept.reduce(0) { $0 + $1.pixels.count } <= 3 * whole.pixels.count)
    #expect(kept.allSatisfy { $0.width >= whole.width / 4 && $0.height >= whole.height / 4 })
  }

  @Test func `pictures of other slides go before those of this one lose anything`() {
    let shelf = shelf(keeping: 3 * diagram.pixels.count)
    _ = names(diagramBytes, askedFor: 5, of: shelf, slideBySlide: true)
    #expect(["2.png", "3.png", "4.png"].allSatisfy { isThere($0, shelf, slide: 9) })
    #expect(!isThere("0.png", shelf, slide: 9) && !isThere("1.png", shelf, slide: 9))
    #expect(answer(to: "4.png", shelf).raster == diagram)
  }

  /// Two of the largest there may be are decoded for a slide, as far as they go.
  @Test func `what is decoded for one slide has a limit`() {
    let shelf = shelf()
    for name in ["a", "b", "c"] { folder.write(Self.large, as: "\(name).png") }
    let told = ["a", "b", "c", "a", "c"].map { missing("\($0).png", shelf) }
    #expect(told[0] == told[1] && told[0] == told[3] && told[0] != nil)
    #expect(told[2] == "too many pixels on one slide" && told[4] == told[2])
    #expect(missing("c.png", shelf, slide: 7) == told[0])
  }

  /// The beginning of a PNG with 8000 × 8000 pixels.
  private static var large: [UInt8] {
    var bytes = Array(png.prefix(33))
    bytes.replaceSubrange(16..<24, with: [0, 0, 0x1F, 0x40, 0, 0, 0x1F, 0x40])
    return bytes
  }

  private var diagramBytes: [UInt8] {
    let folders = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    guard let file = fopen("/\(folders)/DialectTests/Decks/plain/pics/diagram.png", "rb") else {
      return []
    }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = fgetc(file), byte != EOF { bytes.append(UInt8(byte)) }
    return bytes
  }

  private var diagram: Raster {
    guard let raster = try? PictureDecoder.raster(of: diagramBytes) else {
      Issue.record("no picture to test with")
      return Raster(width: 1, height: 1)
    }
    return raster
  }
}

extension PictureSource.Answer {
  fileprivate var raster: Raster? { if case .raster(let raster) = self { raster } else { nil } }
}
