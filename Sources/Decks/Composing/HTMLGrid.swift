/// Columns that decks build from divisions: classes and styles name a grid, its children stand side
/// by side, as many in a row as the grid says.

import Markup

/// What a tag says of how its children stand.
struct HTMLGrid {
  /// How many columns a row has; nil where all children share one row.
  private(set) var columns: Int?
  /// The shares of the columns, where they are told.
  private(set) var shares: [Int] = []

  /// Nil where a tag makes no columns.
  init?(_ tag: HTMLTag) {
    let classes = tag.classes
    let style = (tag.style("display") ?? "").lowercased()
    let isDown =
      classes.contains { $0 == "flex-col" || $0 == "flex-col-reverse" }
      || tag.style("flex-direction")?.hasPrefix("column") == true
    let isNamed = classes.contains { Self.names.contains($0) }
    let isFlexed = classes.contains("flex") || style == "flex"
    let uno = tag.attribute("grid").flatMap { $0.contains("cols-") ? $0 : nil }
    guard isNamed || isFlexed && !isDown || style == "grid" || uno != nil else { return nil }
    readTracks(tag.style("grid-template-columns") ?? "")
    let words = classes + (uno ?? "").split(separator: " ").map(String.init)
    if columns == nil { columns = words.lazy.compactMap(Self.count).first }
  }

  /// `grid-cols-3`, `cols-3`, `columns-2`.
  private static func count(_ word: String) -> Int? {
    for prefix in ["grid-cols-", "cols-", "columns-"] where word.hasPrefix(prefix) {
      return Int(word.dropFirst(prefix.count)).map { max(1, min($0, 12)) }
    }
    return nil
  }

  /// `1fr 2fr`, `repeat(3, 1fr)`
  private mutating func readTracks(_ text: String) {
    guard !text.isEmpty else { return }
    if text.hasPrefix("repeat("), let count = Int(text.dropFirst(7).prefix { $0.isNumber }) {
      columns = max(1, min(count, 12))
      return
    }
    let tracks = text.split(separator: " ").prefix(12).map { track -> Int? in
      guard track.hasSuffix("fr") || track.hasSuffix("%"),
        let number = Double(track.prefix { $0.isNumber || $0 == "." })
      else { return nil }
      return max(1, Int(number * 100))
    }
    columns = tracks.isEmpty ? nil : tracks.count
    shares = tracks.compactMap { $0 }.count == tracks.count ? tracks.compactMap { $0 } : []
  }

  private static let names: Set<String> = [
    "columns", "cols", "grid", "two-columns", "twocols", "two-cols", "split", "multicolumn",
    "container", "row", "columns-2", "grid-cols-2", "three-columns",
  ]
}

extension HTMLTag {
  var classes: [String] {
    (attribute("class") ?? "").split(separator: " ").map(String.init)
  }

  /// How many columns of a grid the tag takes: `col-span-3`.
  fileprivate var span: Int? {
    classes.first { $0.hasPrefix("col-span-") }.flatMap { Int($0.dropFirst(9)) }
      .map { max(1, min($0, 12)) }
  }
}

extension SlideComposer {
  /// Begins columns where a tag asks for them, or one of them inside.
  mutating func openColumns(_ tag: HTMLTag, _ scope: inout Scope) {
    if columns == nil, let grid = HTMLGrid(tag) {
      columns = Columns(shares: [])
      scope.isColumns = true
      scope.holdsCells = true
      scope.grid = grid
      gridFill = 0
    } else if let outer = scopes.last, outer.holdsCells {
      if tag.name == "v-clicks" {
        // Its children are those of the grid.
        (scope.grid, scope.holdsCells) = (outer.grid, true)
        return
      }
      addCell(tag.span, outer.grid)
      scope.isColumn = true
    } else {
      openSide(tag, &scope)
    }
  }

  /// A block that stands in a grid without a division of its own: it has a cell, but for what is
  /// nothing to be seen.
  mutating func addOwnCell() -> Bool {
    guard columns != nil, column == nil, let outer = scopes.last, outer.holdsCells else {
      return false
    }
    addCell(nil, outer.grid)
    return true
  }

  private mutating func addCell(_ ownSpan: Int?, _ grid: HTMLGrid?) {
    guard let grid, let count = grid.columns else { return addColumn(share: nil) }
    let span = min(ownSpan ?? 1, count)
    if gridFill > 0, gridFill + span > count { endRow() }
    let place = columns?.columns.count ?? 0
    gridFill += span
    addColumn(
      share: grid.shares.indices.contains(place) && ownSpan == nil
        ? grid.shares[place] : ownSpan.map { _ in 100 * span / count })
  }

  /// A row of the grid is full: the next one stands below.
  private mutating func endRow() {
    guard let filled = columns else { return }
    slide.items.append(Item(.columns(filled), alignment: nil))
    (columns, gridFill) = (Columns(shares: []), 0)
  }

  /// The last row of several has as many columns as those above.
  mutating func padRow(_ grid: HTMLGrid?) {
    guard let count = grid?.columns, let own = columns,
      case .columns(let above)? = slide.items.last?.content,
      above.columns.count == count, !own.columns.isEmpty
    else { return }
    while (columns?.columns.count ?? count) < count { addColumn(share: nil) }
  }

  /// Themes of Marp's that call the halves of a slide by their names.
  private mutating func openSide(_ tag: HTMLTag, _ scope: inout Scope) {
    let classes = tag.classes
    if classes.contains("ldiv") {
      endColumns()
      columns = Columns(shares: [])
    } else if !(classes.contains("rdiv") && columns?.columns.count == 1) {
      return
    }
    addColumn(share: nil)
    scope.isColumn = true
    scope.isColumns = classes.contains("rdiv")
  }
}
