/// Tables of HTML: cells that take several columns or rows leave the others they cover empty.

import Markup

/// What a tag of a cell says of it.
struct HTMLCell: Equatable {
  var isHead: Bool
  var alignment: Table.Alignment
  /// The columns and rows it takes.
  var columns: Int
  var rows: Int
  /// When it appears, if it says so.
  var fragment: Fragment?

  init(_ tag: HTMLTag) {
    isHead = tag.name == "th"
    columns = max(1, min(tag.attribute("colspan").flatMap { Int($0) } ?? 1, 20))
    rows = max(1, min(tag.attribute("rowspan").flatMap { Int($0) } ?? 1, 1000))
    fragment = tag.fragment
    alignment =
      switch (tag.attribute("align") ?? tag.style("text-align"))?.lowercased() {
      case "left": .left
      case "center": .center
      case "right": .right
      default: .standard
      }
  }
}

struct HTMLRow {
  private var cells: [(words: [Inline], cell: HTMLCell)] = []
  private let offset: Int

  init(at offset: Int) { self.offset = offset }

  var isEmpty: Bool { cells.isEmpty }

  fileprivate var isHead: Bool { cells.allSatisfy(\.cell.isHead) }

  fileprivate var start: Int { cells.first?.words.first?.offset ?? offset }

  mutating func add(_ inlines: [Inline], _ cell: HTMLCell) {
    var words = inlines
    let start = inlines.first?.offset ?? offset
    if cell.isHead, !words.isEmpty { words = [Inline(.strong(words), at: start)] }
    if let fragment = cell.fragment, !words.isEmpty {
      words = [Inline(.styled(.fragment(fragment), words), at: start)]
    }
    cells.append((words, cell))
  }

  /// Puts the cells where those of the rows above leave room.
  fileprivate func lay(into grid: inout HTMLTableGrid) {
    grid.beginRow(at: start)
    for (words, cell) in cells { grid.add(words, cell) }
    grid.endRow()
  }
}

/// The cells in their columns, a row after another.
private struct HTMLTableGrid {
  /// More columns nobody means, and no screen shows.
  private static let mostColumns = 128

  private(set) var rows: [Table.Row] = []
  private(set) var alignments: [Table.Alignment] = []
  /// In how many rows a column is still taken by a cell above.
  private var taken: [Int] = []
  private var cells: [[Inline]] = []
  private var offset = 0

  mutating func beginRow(at offset: Int) {
    (cells, self.offset) = ([], offset)
    skipTaken()
  }

  private mutating func skipTaken() {
    while cells.count < taken.count, taken[cells.count] > 0 {
      taken[cells.count] -= 1
      cells.append([])
    }
  }

  mutating func add(_ words: [Inline], _ cell: HTMLCell) {
    guard cells.count < Self.mostColumns else {
      // No word is lost.
      let blank = cells[cells.count - 1].isEmpty ? [] : [Inline(.text(" "), at: offset)]
      cells[cells.count - 1] += blank + words
      return
    }
    for column in 0..<min(cell.columns, Self.mostColumns - cells.count) {
      if alignments.count == cells.count { alignments.append(.standard) }
      if taken.count == cells.count { taken.append(0) }
      if alignments[cells.count] == .standard { alignments[cells.count] = cell.alignment }
      taken[cells.count] = cell.rows - 1
      cells.append(column == 0 ? words : [])
    }
    skipTaken()
  }

  mutating func endRow() {
    for column in cells.count..<max(cells.count, taken.count) where taken[column] > 0 {
      taken[column] -= 1
    }
    rows.append(Table.Row(cells, at: offset))
  }

  /// All rows with as many cells.
  func cells(ofRow index: Int) -> [[Inline]] {
    let own = rows[index].cells
    return own + Array(repeating: [], count: alignments.count - own.count)
  }
}

extension [HTMLRow] {
  /// The rows as a table; without a head of its own the head is empty.
  var table: Table? {
    guard !isEmpty else { return nil }
    let hasHead = first?.isHead == true && count > 1
    var grid = HTMLTableGrid()
    for row in self { row.lay(into: &grid) }
    return Table(
      alignments: grid.alignments,
      head: hasHead
        ? grid.cells(ofRow: 0) : Array<[Inline]>(repeating: [], count: grid.alignments.count),
      rows: grid.rows.indices.dropFirst(hasHead ? 1 : 0).map {
        Table.Row(grid.cells(ofRow: $0), at: grid.rows[$0].offset)
      })
  }
}
