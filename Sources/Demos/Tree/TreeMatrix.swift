/// A machine too wide for a tree: one block of rows for a package, one cell for a core.

import DemoKit
import Machine
import Screen
import Wording

struct TreeMatrix {
  let picture: TreePicture

  private var columns: Int { max(2, picture.size.columns - TreePicture.margin - 2) }

  var rows: [TreePicture.Drawing] {
    let packages = picture.topology.root.nodes(at: .package)
    let blocks = packages.isEmpty ? [picture.topology.root] : packages
    var rows: [TreePicture.Drawing] = []
    for (index, block) in blocks.enumerated() {
      if index > 0 { rows.append { _ in } }
      rows += self.rows(of: block, index)
    }
    return rows + [{ _ in }, { drawLegend(on: &$0) }]
  }

  private func rows(of block: Topology.Node, _ index: Int) -> [TreePicture.Drawing] {
    let cores = block.nodes(at: .core)
    let width = cores.map { Self.width(of: $0) }.max() ?? 2
    let perRow = max(1, columns / width)
    return stride(from: 0, to: cores.count, by: perRow).map { start in
      { canvas in
        if start == 0 {
          let name = picture.words("processor ", "процессор ") + "\(index)"
          canvas.put(name, at: Point(row: 0, column: 1), picture.palette.faint)
        }
        var column = TreePicture.margin
        for core in cores[start..<min(start + perRow, cores.count)] {
          draw(core, column, on: &canvas)
          column += width
        }
      }
    }
  }

  /// Half a cell for a hardware thread, two halves standing close.
  private static func width(of core: Topology.Node) -> Int { max(2, core.pus.count) }

  private func draw(_ core: Topology.Node, _ column: Int, on canvas: inout Canvas) {
    let seats = TreeSeats(picture: picture)
    for (place, pu) in core.pus.enumerated() {
      let busy = seats.letters(on: [pu.osIndex]).count
      let free: Character = place % 2 == 0 ? "▐" : "▌"
      let glyph = !pu.isUsable ? "×" : busy == 0 ? free : Self.digit(busy)
      let style =
        !pu.isUsable
        ? picture.palette.faint : busy > 0 ? picture.palette.task(busy) : picture.palette.accent
      canvas.put(glyph, at: Point(row: 0, column: column + place), style)
    }
  }

  /// How many threads sit there, as far as a digit can tell.
  private static func digit(_ count: Int) -> Character { Character(String(min(count, 9))) }

  private func drawLegend(on canvas: inout Canvas) {
    let topology = picture.topology
    let packages = max(1, topology.root.nodes(at: .package).count)
    let cores = topology.root.nodes(at: .core)
    let each = cores.first?.pus.count ?? 1
    let halves =
      each > 1
      ? picture.words(", its halves are hardware threads", ", половинки — его аппаратные потоки")
      : ""
    let core = picture.words("▐▌ = one core", "▐▌ = одно ядро")
    let count =
      ": \(packages) × \(cores.count / packages) × \(each) = \(topology.pus.count)"
    let seats = TreeSeats(picture: picture)
    let isUsed = !seats.letters(on: topology.pus.map(\.osIndex)).isEmpty
    let digits =
      isUsed ? picture.words(", a digit: threads on it", ", цифра — потоков на нём") : ""
    let whole = core + halves + digits + count
    // Where a digit is seen it is told what it means, whatever else is.
    let text = whole.columns <= canvas.size.columns - 2 ? whole : core + digits + count
    canvas.put(text, at: Point(row: 0, column: 1), picture.palette.faint)
  }
}
