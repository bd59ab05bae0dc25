/// The tour that ships: as it looks, slide by slide, and nothing wrong with it.

import Decks
import DemoKit
import Foundation
import GoldenFrames
import Markup
import Presenting
import Screen
import Staging
import Testing
import Typesetting

private let path =
  URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().path + "/slides/tour.md"

private func tour() throws -> LoadedDeck {
  try DeckSource(path: path, check: DemoCheck(catalog: DemoCatalog())).load()
}

@Suite struct `The tour` {
  @Test func `every slide looks as it did`() throws {
    let loaded = try tour()
    let medium = Medium(pictures: PictureShelf(deck: path, lines: loaded.lines).pictures)
    for (index, slide) in loaded.deck.slides.enumerated() {
      let still = StillSlide(
        deck: loaded.deck, number: index + 1, step: slide.lastStep, theme: .dark, medium: medium)
      let grid = still.grid(Size(rows: 24, columns: 80))
      #expect(GoldenFrame.difference(grid, from: "tour-\(index + 1)") == nil)
    }
  }

  @Test(arguments: [(24, 80), (20, 60), (40, 120), (60, 200)])
  func `it fits, and asks for nothing that is not there`(rows: Int, columns: Int) throws {
    let loaded = try tour()
    let pictures = PictureShelf(deck: path, lines: loaded.lines).pictures
    #expect(DeckInspection.diagnostics(of: loaded, at: path, pictures: pictures).isEmpty)
    let setter = Typesetter(
      theme: .dark, medium: Medium(pictures: pictures), settings: loaded.deck.settings)
    for (index, slide) in loaded.deck.slides.enumerated() {
      let page = setter.page(
        for: slide, isFirst: index == 0, in: Size(rows: rows, columns: columns))
      #expect(page.overflow == 0, "slide \(index + 1)")
    }
  }
}
