/// Pictures are kept for as long as they are likely to be shown again: by what they hold.

import Markup
import Screen
import Staging
import TemporaryFiles
import Testing
import Typesetting

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

  private func shelf() -> PictureShelf {
    folder.write("# One\n", as: "deck.md")
    return PictureShelf(deck: folder.path + "/deck.md", lines: SourceLines("# One\n"))
  }

  private func isThere(_ name: String, _ shelf: PictureShelf) -> Bool {
    if case .raster = shelf.pictures.picture(name, 0) { true } else { false }
  }

  /// Asks for so many pictures, one after the other; none of them is one any more then.
  private func names(askedFor count: Int, of shelf: PictureShelf) -> [String] {
    let names = (0..<count).map { "\($0).png" }
    for name in names {
      folder.write(png, as: name)
      #expect(isThere(name, shelf))
    }
    for name in names { folder.write("no picture any more", as: name) }
    return names
  }

  @Test func `an overview of small pictures is decoded once, and anew after an edit`() {
    let shelf = shelf()
    let names = names(askedFor: 200, of: shelf)
    #expect(names.allSatisfy { isThere($0, shelf) })
    shelf.replace(SourceLines("# Two\n"))
    #expect(!names.contains { isThere($0, shelf) })
  }

  @Test func `no more are kept than an overview shows, the newest of them`() {
    let shelf = shelf()
    _ = names(askedFor: 300, of: shelf)
    #expect(isThere("299.png", shelf) && isThere("150.png", shelf))
    #expect(!isThere("0.png", shelf))
  }
}
