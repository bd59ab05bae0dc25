/// What leads the eyes of the audience: a spotlight on one part of the slide, a line that is pointed
/// at, one part alone on the whole screen.

import Decks
import Markup
import Screen
import Typesetting
import Wording

/// At most one of them at a time.
enum Attention: Equatable, Sendable {
  /// All but one of the slide's parts are dimmed.
  case spotlight(Int)
  /// A row of the screen.
  case pointer(row: Int)
  /// One of the slide's blocks alone.
  case zoom(Int)
}

extension PresenterState {
  /// The rows of the screen that belong together at this step: blank rows part them, and so do the
  /// bullets and numbers of a list.
  var parts: [Range<Int>] {
    let top = page.body.origin.row - scroll
    var (taken, begun): (Set<Int>, Set<Int>) = ([], [])
    for piece in page.pieces where piece.steps.contains(cursor.step) && piece.content.columns > 0 {
      let rows = piece.origin.row + top..<piece.origin.row + top + piece.content.rows
      taken.formUnion(rows)
      if isEntry(piece) { begun.insert(rows.lowerBound) }
    }
    let rows = taken.filter(page.body.rows.contains).sorted()
    return rows.reduce(into: []) { parts, row in
      if let last = parts.last, last.upperBound == row, !begun.contains(row) {
        parts[parts.count - 1] = last.lowerBound..<row + 1
      } else {
        parts.append(row..<row + 1)
      }
    }
  }

  private func isEntry(_ piece: Page.Piece) -> Bool {
    guard case .line(let line) = piece.content else { return false }
    let first = line.spans.first { !$0.text.allSatisfy(\.isWhitespace) }
    return first?.style == theme.bullet
  }

  /// The blocks that can be seen alone.
  var zoomable: [Item] { slide.items.flatMap(\.alone) }

  mutating func toggleSpotlight() {
    guard mode == .slides, !isDemoVisible else { return }
    if case .spotlight = attention { return endAttention() }
    guard !parts.isEmpty else { return }
    leaveZoom()
    attention = .spotlight(0)
  }

  mutating func togglePointer() {
    guard mode == .slides else { return }
    if case .pointer = attention { return endAttention() }
    leaveZoom()
    attention = .pointer(row: parts.first?.lowerBound ?? page.body.origin.row)
  }

  mutating func toggleZoom() {
    guard mode == .slides, !isDemoVisible else { return }
    if case .zoom = attention { return endAttention() }
    let blocks = zoomable
    guard !blocks.isEmpty else { return }
    // Code, tables and pictures are what is looked at closely.
    let first = blocks.firstIndex { $0.isLookedAtClosely } ?? 0
    attention = .zoom(first)
    (scroll, home) = (0, 0)
    resetPage()
  }

  mutating func endAttention() {
    leaveZoom()
    attention = nil
  }

  private mutating func leaveZoom() {
    guard case .zoom = attention else { return }
    attention = nil
    arriveAgain()
  }

  /// An edit is no reason to look elsewhere, unless what is looked at is gone.
  mutating func keepAttention(isThere: Bool) {
    if case .zoom(let block) = attention, !zoomable.indices.contains(block) { attention = nil }
    if !isThere { attention = nil }
  }

  /// The arrows lead the eye; everything else does what it always does.
  mutating func pressInAttention(_ key: Key) -> [PresenterEffect]? {
    guard let attention else { return nil }
    switch (attention, key) {
    case (_, .escape): endAttention()
    case (.spotlight(let part), .down):
      self.attention = .spotlight(max(0, min(part + 1, parts.count - 1)))
    case (.spotlight(let part), .up): self.attention = .spotlight(max(0, part - 1))
    case (.pointer(let row), .down):
      self.attention = .pointer(row: min(row + 1, stageSize.rows - 2))
    case (.pointer(let row), .up): self.attention = .pointer(row: max(0, row - 1))
    // A clicker has these alone: behind the end, and before the beginning, they lead on.
    case (.zoom, .pageDown) where scroll >= page.overflow, (.zoom, .pageUp) where scroll == 0:
      endAttention()
      return nil
    case (.zoom, .down), (.zoom, .pageDown): scrollZoom(by: key == .down ? 1 : page.body.size.rows)
    case (.zoom, .up), (.zoom, .pageUp): scrollZoom(by: key == .up ? -1 : -page.body.size.rows)
    case (.zoom(let block), .right): zoom(to: block + 1)
    case (.zoom(let block), .left): zoom(to: block - 1)
    default: return nil
    }
    return []
  }

  private mutating func scrollZoom(by rows: Int) {
    scroll = max(0, min(scroll + rows, page.overflow))
  }

  private mutating func zoom(to block: Int) {
    guard zoomable.indices.contains(block) else { return }
    attention = .zoom(block)
    scroll = 0
    resetPage()
  }

  // MARK: Drawn

  /// The slide as it is set now: one of its blocks alone, where it is zoomed.
  var shownSlide: Slide {
    guard case .zoom(let index) = attention, zoomable.indices.contains(index) else { return slide }
    var alone = slide
    alone.title = nil
    alone.items = [zoomable[index]]
    alone.style.isLead = false
    return alone
  }

  /// Dims everything but the lit part, or marks the line that is pointed at.
  func drawAttention(on canvas: inout Canvas) {
    switch attention {
    case .spotlight(let index):
      let parts = parts
      guard !parts.isEmpty else { return }
      let lit = parts[min(index, parts.count - 1)]
      for row in page.body.rows where !lit.contains(row) {
        canvas.restyle(Rect(rows: row..<row + 1, columns: 0..<canvas.size.columns)) { style in
          Style(theme.dimmed.foreground, on: style.background, theme.dimmed.attributes)
        }
      }
      // Seen without colours, too.
      for row in lit { canvas.put("▌", at: Point(row: row, column: 0), theme.accent) }
    case .pointer(let row):
      canvas.restyle(Rect(rows: row..<row + 1, columns: 0..<canvas.size.columns)) { style in
        emphasised(Style(style.foreground, on: theme.keyboard.background, style.attributes), true)
      }
      canvas.put("▶", at: Point(row: row, column: 0), theme.accent)
    case .zoom, nil: break
    }
  }
}

extension Item {
  /// The blocks on it, each as it would stand alone.
  fileprivate var alone: [Item] {
    switch content {
    case .block(let block):
      // Words grow, code has the room it wants.
      [
        Item(
          .block(block), alignment: block.isWords ? .center : alignment,
          size: block.isWords ? max(size, 3) : size)
      ]
    case .sequence: [self]
    case .columns(let columns): columns.columns.flatMap { $0.flatMap(\.alone) }
    case .demo, .space, .middle: []
    }
  }

  fileprivate var isLookedAtClosely: Bool {
    blocks.contains { block in
      switch block.kind {
      case .code, .table: true
      case .paragraph(let inlines): inlines.contains(where: \.isPicture)
      default: false
      }
    }
  }
}

extension Block {
  /// Nothing but words: they can be drawn large.
  fileprivate var isWords: Bool {
    switch kind {
    case .paragraph(let inlines), .heading(_, let inlines): !inlines.contains(where: \.isPicture)
    default: false
    }
  }
}
