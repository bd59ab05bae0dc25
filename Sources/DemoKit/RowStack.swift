/// Rows of a picture with their importance: what does not fit goes, the least important first.

import Screen

package struct RowStack {
  /// 0 stays to the last; air is the first to go.
  package enum Rank: Int, Comparable, Sendable {
    case verdict, picture, measure, summary, detail, lens, check, history, air

    package static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  package typealias Drawing = (inout Canvas) -> Void

  private struct Row {
    var rank: Rank
    var draw: Drawing
  }

  private var rows: [Row] = []

  package init() {}

  package mutating func add(_ rank: Rank, _ draw: @escaping Drawing) {
    rows.append(Row(rank: rank, draw: draw))
  }

  package mutating func air() { add(.air) { _ in } }

  package mutating func add(_ rank: Rank, _ line: Line) {
    add(rank) { $0.put(line, at: Point(row: 0, column: 1)) }
  }

  /// Draws what fits from the top. Rows of one rank below air go all together; of air only as
  /// many as have to.
  package func draw(on canvas: inout Canvas) {
    let kept = kept(in: canvas.size.rows)
    let top = Self.top(kept.count, in: canvas.size.rows)
    for (index, row) in kept.prefix(canvas.size.rows).enumerated() {
      let place = Rect(
        Point(row: top + index, column: 0), Size(rows: 1, columns: canvas.size.columns))
      canvas.within(place) { row.draw(&$0) }
    }
  }

  /// The row of a canvas on which the picture begins.
  package func top(in room: Int) -> Int { Self.top(kept(in: room).count, in: room) }

  /// A tall window has air above, too.
  private static func top(_ count: Int, in room: Int) -> Int { max(0, room - count) / 4 }

  private func kept(in room: Int) -> [Row] {
    var kept = rows
    while kept.count > room, let last = kept.lastIndex(where: { $0.rank == .air }) {
      kept.remove(at: last)
    }
    while kept.count > room, let lowest = kept.map(\.rank).max(), lowest > .picture {
      kept.removeAll { $0.rank == lowest }
    }
    return kept
  }
}
