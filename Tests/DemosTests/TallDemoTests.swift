/// Pictures of demos that are taller than their room.

import DemoKit
import Demos
import Machine
import Screen
import Testing
import Wording

private let size = Size(rows: 18, columns: 80)

/// Sixteen processors of 64 cores: two rows each.
private func server() throws -> any LiveDemo {
  let entry = try #require(DemoCatalog.shipped.entry("tree"))
  let arguments = DemoArguments.read([("topo", "pack:16 core:64 pu:2")], for: entry.card).arguments
  return entry.make(arguments, scriptedSetting())
}

private func rows(_ demo: any LiveDemo, _ size: Size = size) -> [String] {
  let grid = frame(demo, size)
  return (0..<size.rows).map { grid.text(ofRow: $0) }
}

@Suite struct `What is taller than a demo's room` {
  @Test func `is scrolled by the arrows, to its last row and back`() throws {
    let demo = try server()
    let first = rows(demo)
    #expect(first.contains { $0.contains("процессор 0") } && first.last?.hasSuffix("▼") == true)
    #expect(!first.contains { $0.contains("процессор 15") } && !first[0].hasSuffix("▲"))
    demo.press(.down)
    #expect(rows(demo)[1].dropLast(2).hasPrefix(first[2].prefix(70)))
    for _ in 0..<100 { demo.press(.down) }
    let last = rows(demo)
    #expect(last.contains { $0.contains("процессор 15") } && last[0].hasSuffix("▲"))
    #expect(demo.face.hasAbove && !demo.face.hasBelow)
    #expect(last.contains { $0.contains("одно ядро") } && last.last?.hasSuffix("▼") == false)
    for _ in 0..<100 { demo.press(.up) }
    #expect(rows(demo) == first)
    demo.stop()
  }

  @Test func `tells of the key, and not where all is seen`() throws {
    let demo = try server()
    #expect(!demo.face.foot.contains("Tab ↑↓ дальше"))
    _ = rows(demo)
    #expect(demo.face.foot.contains("Tab ↑↓ дальше"))
    _ = rows(demo, Size(rows: 60, columns: 200))
    #expect(!demo.face.foot.contains("Tab ↑↓ дальше"))
    demo.stop()
  }

  @Test func `what was checked is told to the last number`() {
    let numbers = (1...60).map { number in
      DemoOutcome.Number("n\(number)", Phrase("number \(number)"), .integer(number))
    }
    let outcome = DemoOutcome(
      claims: [], conditions: Conditions(hardwareThreads: 2, canPin: true), numbers: numbers)
    let panel = ProofPanel(outcome, scriptedSetting())
    for columns in [60, 80, 120] {
      let height = panel.height(in: Size(rows: 12, columns: columns))
      var canvas = Canvas(Size(rows: height, columns: columns))
      panel.draw(on: &canvas)
      for number in 1...60 { #expect(canvas.grid.text.contains("number \(number) ")) }
    }
    #expect(panel.height(in: Size(rows: 70, columns: 80)) == 70)
  }
}
