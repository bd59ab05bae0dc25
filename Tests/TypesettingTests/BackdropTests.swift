/// Pictures under the words of a slide.

import Decks
import Markup
import Screen
import Testing
import Wording

@testable import Typesetting

private let size = Size(rows: 12, columns: 40)

/// The left half white, the right half black.
private let halves = Raster(
  width: 8, height: 4, pixels: (0..<32).map { $0 % 8 < 4 ? 0xFFFF_FFFF : 0xFF00_0000 })

private func frame(
  _ text: String, _ theme: Theme = .dark, _ change: (inout Medium) -> Void = { _ in }
)
  -> Grid
{
  var medium = Medium(
    pictures: PictureSource { name, _ in
      name == "halves.png" ? .raster(halves) : .missing(Phrase("none", "нет"))
    })
  change(&medium)
  let slide = DeckBuilder.deck(SourceLines("---\nmarp: true\n---\n\n" + text)).deck.slides[0]
  let page = Typesetter(theme: theme, medium: medium).page(for: slide, isFirst: false, in: size)
  var canvas = Canvas(size, ascii: medium.ascii, ground: theme.ground)
  page.draw(on: &canvas, step: 0, scroll: 0, theme, hasColors: medium.hasColors)
  return canvas.grid
}

extension Grid {
  /// The grounds of a row, each once, in their order.
  fileprivate func grounds(ofRow row: Int) -> [UInt32] {
    self.row(row).compactMap(\.style.background.rgbValue)
      .reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}

@Suite struct `A picture under a slide` {
  private let words = """
    ![bg](halves.png)

    # Title

    - some words that reach over both of its halves
    - a [link](https://example.org/x) and `code` and *more* of it
    """

  @Test(arguments: ["dark", "light"])
  func `lies between title and foot, and every word can be read on it`(name: String) throws {
    let theme = try #require(Theme.named(name))
    let grid = frame(words, theme)
    let text = grid.text.map { $0 == "▀" ? " " : String($0) }.joined()
    #expect(text.contains("some words that reach over both of"))
    let ground = theme.ground.background.rgbValue ?? 0
    for row in [0, 1, 11] { #expect(grid.grounds(ofRow: row) == [ground]) }
    for row in 2..<11 { #expect(grid.grounds(ofRow: row).count >= 2) }
    for row in 2..<11 {
      for cell in grid.row(row) where cell.glyph != .blank && cell.glyph.base != "▀" {
        let (color, below) = (cell.style.foreground.rgbValue, cell.style.background.rgbValue)
        #expect(Contrast.ratio(color ?? 0, on: below ?? 0) >= 4.5, "\(cell.glyph.text)")
      }
    }
  }

  @Test func `alone it is as bright as it is`() {
    let grid = frame("![bg](halves.png)\n")
    #expect(grid.grounds(ofRow: 5) == [0xFFFFFF, 0x000000])
  }

  @Test func `is not there without colours, in ASCII, on an unknown ground, or without a file`() {
    let bare = frame(words.split(separator: "\n").dropFirst().joined(separator: "\n\n"))
    let frames = [
      frame(words) { $0.hasColors = false }, frame(words) { $0.ascii = true },
      frame(words, .terminal), frame("![bg](none.png)\n" + words.dropFirst(18)),
    ]
    for grid in frames {
      #expect(!grid.text.contains("png") && !grid.text.contains("▀"))
      #expect(grid.text.contains("some words") && bare.text.contains("some words"))
    }
  }

  @Test(arguments: [
    ("background: pics/a.png", ["pics/a.png"]), ("layout: image\nimage: b.jpg", ["b.jpg"]),
    ("layout: image\nimage: b.jpg\nbackground: a.png", ["b.jpg"]), ("background: '#123456'", []),
    ("background: linear-gradient(0.5turn, red, blue)", []),
  ])
  func `is asked for by Slidev's settings of a slide, too`(matter: String, names: [String]) {
    let text = "---\ntheme: seriph\ndrawings: {}\n\(matter)\n---\n\n# Title\n\n---\n\n# Next\n"
    let slide = DeckBuilder.deck(SourceLines(text)).deck.slides[0]
    let found = slide.backgrounds.flatMap(\.inlines).joined().map { inline in
      if case .image(let image) = inline.kind { image.source } else { "" }
    }
    #expect(found == names)
  }

  @Test func `covers what it lies under: what sticks out is cut off evenly`() {
    let tall = Raster(width: 1, height: 6, pixels: [1, 2, 3, 4, 5, 6].map { 0xFF00_0000 | $0 })
    let medium = Medium(pictures: PictureSource { _, _ in .raster(tall) })
    let slide = DeckBuilder.deck(SourceLines("---\nmarp: true\n---\n\n![bg](x)\n")).deck.slides[0]
    let raster = Backdrop(theme: .dark, medium: medium).raster(
      of: slide, Size(rows: 1, columns: 2))
    #expect(raster?.pixels.map { $0 & 0xFF } == [3, 3, 4, 4])
  }

  @Test func `alone and not to be had, it has its place like any other`() {
    #expect(frame("![bg](other.png)\n").text.contains("other.png"))
    #expect(frame("![bg](halves.png)\n") { $0.ascii = true }.text.contains { !$0.isWhitespace })
    #expect(!frame("# A\n\n![bg](other.png)\n").text.contains("other.png"))
  }
}
