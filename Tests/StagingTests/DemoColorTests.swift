/// Demos in the colours of a theme.

import Decks
import DemoKit
import Demos
import Machine
import Markup
import Presenting
import Screen
import Staging
import Testing
import Typesetting
import Wording

private let size = Size(rows: 20, columns: 80)

/// A tree of an invented machine on the stage.
private func stage(_ fence: String = "tree topo=\"pack:1 core:2 pu:2\"") throws -> DemoStage {
  let check = DemoCheck(catalog: .shipped)
  let lines = SourceLines("# A\n\n```demo \(fence)\n```\n")
  let setting = DemoSetting(language: .english, ascii: false, topology: { TopologyReader().read() })
  let stage = DemoStage(check: check, setting: setting, path: "d.md", lines: lines)
  let slide = try #require(DeckBuilder.deck(lines).deck.slides.first)
  stage.mount(try #require(slide.demos.first))
  return stage
}

extension DemoStage {
  /// The colours of what it draws on a theme's ground, and of what it says of itself.
  fileprivate func colors(on theme: Theme) -> Set<Color> {
    var canvas = Canvas(size, ground: theme.ground)
    draw(on: &canvas)
    let cells = (0..<size.rows).flatMap { canvas.grid.row($0) }.filter { $0.glyph != .blank }
    return Set(cells.map(\.style.foreground) + (face?.status.spans.map(\.style.foreground) ?? []))
  }
}

extension Theme {
  fileprivate var colors: Set<Color> {
    Set(ThemeRole.every.map { self[keyPath: $0.style].foreground } + [.standard])
  }
}

@Suite(.serialized) struct `The colours of a demo` {
  @Test(arguments: Theme.all.map(\.name))
  func `are the theme's, also of one that comes while the demo is on the stage`(
    name: String
  ) throws {
    let theme = try #require(Theme.named(name))
    let stage = try stage()
    for _ in 0..<6 { stage.press(.character(" ")) }
    stage.tick(at: .seconds(1))
    let before = stage.colors(on: theme)
    stage.dress(in: theme)
    stage.tick(at: .seconds(2))
    let after = stage.colors(on: theme)
    #expect(after.isSubset(of: theme.colors), "\(after.subtracting(theme.colors))")
    #expect(theme.name == "mono" || after != before)
    stage.unmount()
  }

  @Test func `are those of somebody's own theme, task by task`() {
    let own = ThemeReader(
      SourceLines("extends: paper\ntasks: {a: \"#123456\", b: 3}\n"), name: "mine"
    ) { name in Theme.named(name).map { .success($0) } ?? .failure(ThemeProblem(Phrase(name))) }
    let palette = DemoPalette(own.theme)
    #expect(palette.task(0) == Style(.rgb(0x123456)) && palette.task(6) == palette.task(0))
    #expect(palette.task(1) == Style(.palette(3)) && palette.task(2) == Theme.paper.tasks.list[2])
    #expect(palette.accent == Theme.paper.accent && palette.text == Theme.paper.text)
  }
}
