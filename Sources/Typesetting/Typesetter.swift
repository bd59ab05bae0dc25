/// A slide and a size to a page: margins, title, flow; compacted before it has to scroll.

import Decks
import Markup
import Screen

package struct Typesetter {
  package let theme: Theme
  /// What stands in the place of a demo that is not live here.
  package let standIn: (DemoRequest) -> [Block]

  /// No line of text gets longer than this: the eye has to find the next one.
  private static let measure = 84

  package init(theme: Theme, standIn: @escaping (DemoRequest) -> [Block] = { $0.alternative }) {
    self.theme = theme
    self.standIn = standIn
  }

  /// Sets a slide for a screen. With `isLive` the demos' places stay out of the flow.
  package func page(for slide: Slide, isFirst: Bool, in size: Size, isLive: Bool = false) -> Page {
    let blocks = flow(slide, isLive: isLive)
    if isCover(slide, isFirst) { return cover(slide, blocks, in: size) }
    let header = header(slide, in: size)
    let airy = page(header, blocks, slide, in: size, isCompact: false)
    return airy.overflow == 0 ? airy : page(header, blocks, slide, in: size, isCompact: true)
  }

  private func flow(_ slide: Slide, isLive: Bool) -> [Block] {
    slide.items.flatMap { item -> [Block] in
      switch item {
      case .block(let block): [block]
      case .demo(let request): isLive ? [] : standIn(request)
      }
    }
  }

  private func header(_ slide: Slide, in size: Size) -> [Line] {
    guard let title = slide.title, !title.isEmpty else { return [] }
    let line = InlineSetter(theme: theme).line(of: title, theme.title)
    return LineBreaker.lines(of: line, width: max(1, size.columns - 2))
  }

  private func page(
    _ header: [Line], _ blocks: [Block], _ slide: Slide, in size: Size, isCompact: Bool
  ) -> Page {
    let body = body(below: header.isEmpty ? 0 : header.count + 1, in: size, isCompact: isCompact)
    let room = body.size.columns
    let setter = BlockSetter(theme: theme, step: slide.step(ofOffset:), isCompact: isCompact)
    let rows = setter.rows(of: blocks, width: min(room, Self.measure))
    let left = left(of: rows, in: room)
    // Two fifths of the free rows above: the optical middle.
    let top = max(0, (body.size.rows - rows.count) * 2 / 5)
    let pieces = rows.enumerated().map { index, row in
      Piece(origin: Point(row: top + index, column: left), line: row.line, step: row.step)
    }
    return Page(header: header, body: body, pieces: pieces, height: top + rows.count)
  }

  /// The rows between header and foot, with air at both ends and margins where there is room.
  private func body(below header: Int, in size: Size, isCompact: Bool) -> Rect {
    let air = isCompact || size.rows < 16 ? 0 : 1
    let margin = size.columns >= 100 ? 6 : size.columns >= 60 ? 3 : size.columns > 40 ? 1 : 0
    let bottom = max(header, size.rows - 1 - air)
    return Rect(
      rows: min(header + air, bottom)..<bottom,
      columns: margin..<max(margin, size.columns - margin))
  }

  /// Few words stand in the middle; what fills the width begins at the margin.
  private func left(of rows: [Row], in room: Int) -> Int {
    let natural = rows.map(\.line.width).max() ?? 0
    let isSparse = natural * 10 <= room * 8
    return isSparse || room > Self.measure ? max(0, (room - natural) / 2) : 0
  }

  // MARK: Covers

  /// The first slide with nothing but a few paragraphs, and any slide that is only a title.
  private func isCover(_ slide: Slide, _ isFirst: Bool) -> Bool {
    guard slide.title != nil else { return false }
    if slide.items.isEmpty { return true }
    return isFirst
      && slide.items.count <= 3
      && slide.items.allSatisfy { item in
        if case .block(let block) = item, case .paragraph = block.kind { true } else { false }
      }
  }

  /// Title, a rule of its width and the rest, each line in the middle.
  private func cover(_ slide: Slide, _ blocks: [Block], in size: Size) -> Page {
    let body = body(below: 0, in: size, isCompact: false)
    let width = min(body.size.columns, Self.measure)
    let setter = BlockSetter(theme: theme, step: slide.step(ofOffset:), isCompact: false)
    var rows = header(slide, in: Size(rows: size.rows, columns: width)).map {
      Row(line: $0, step: 0)
    }
    let title = rows.map(\.line.width).max() ?? 0
    let rule = Line(String(repeating: "─", count: min(width, title + 4)), theme.rule)
    rows += [Row(line: rule, step: 0)]
    if !blocks.isEmpty { rows += [.blank(0)] + setter.rows(of: blocks, width: width) }
    let top = max(0, (body.size.rows - rows.count) * 2 / 5)
    let pieces = rows.enumerated().map { index, row in
      Piece(
        origin: Point(row: top + index, column: (body.size.columns - row.line.width) / 2),
        line: row.line, step: row.step)
    }
    return Page(header: [], body: body, pieces: pieces, height: top + rows.count)
  }
}
