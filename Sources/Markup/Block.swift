/// The tree of a document: CommonMark's blocks with GFM's tables and alerts, each with its place in
/// the source.

package struct Block: Equatable, Sendable {
  package var kind: Kind
  /// Bytes of the source, from the block's first text to its last (markers may lie outside).
  package var range: Range<Int>

  package init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  package indirect enum Kind: Equatable, Sendable {
    case heading(level: Int, [Inline])
    case paragraph([Inline])
    case code(CodeBlock)
    case list(List)
    case quote([Block])
    case alert(Alert)
    /// A rule, by the character that draws it: `-`, `*` or `_`.
    case thematicBreak(Character)
    case table(Table)
    case html(String)
  }
}

/// A fenced or indented code block; the lines have no line ends.
package struct CodeBlock: Equatable, Sendable {
  package var info: String
  package var isFenced: Bool
  /// Where the info string (or, without one, the code) begins.
  package var infoOffset: Int
  package var lines: [SourceText]
  package var display = CodeDisplay()

  package init(info: String, isFenced: Bool, infoOffset: Int, lines: [SourceText]) {
    self.info = info
    self.isFenced = isFenced
    self.infoOffset = infoOffset
    self.lines = lines
  }

  package var text: String { lines.map(\.text).joined(separator: "\n") }
}

/// How code is to be shown: what a deck says in the info string, in whatever spelling.
package struct CodeDisplay: Equatable, Sendable {
  package var language = ""
  /// What stands above the code: mostly the name of its file.
  package var title = ""
  package var hasLineNumbers = false
  /// The number of the first line.
  package var firstLine = 1
  /// The lines to be lit, a group a step; empty for no emphasis at all.
  package var highlights: [LineSet] = []
  /// The step at which the first group gives way to the second; nil for the first that the code is
  /// there. Listings that are there together light up one after the other.
  package var lightsFrom: Int?

  package init() {}
}

/// Lines of code by their numbers, from 1; or all of them.
package struct LineSet: Equatable, Sendable {
  /// nil for all.
  package var ranges: [ClosedRange<Int>]?

  package init(_ ranges: [ClosedRange<Int>]?) { self.ranges = ranges }

  package func contains(_ line: Int) -> Bool { ranges?.contains { $0.contains(line) } ?? true }
}

/// A piece of text that knows at which byte of the source it begins.
package struct SourceText: Equatable, Sendable {
  package var text: String
  package var offset: Int

  package init(_ text: String, at offset: Int) {
    self.text = text
    self.offset = offset
  }
}

package struct List: Equatable, Sendable {
  package enum Marker: Equatable, Sendable {
    case bullet(Character)
    case ordered(start: Int, delimiter: Character)
  }

  package struct Item: Equatable, Sendable {
    /// A GFM task: nil where the item is none.
    package var isDone: Bool?
    package var blocks: [Block]

    package init(isDone: Bool? = nil, blocks: [Block]) {
      self.isDone = isDone
      self.blocks = blocks
    }

    package var offset: Int? { blocks.first?.range.lowerBound }
  }

  package var marker: Marker
  /// Of an ordered one.
  package var numbering = Numbering()
  package var isTight: Bool
  package var items: [Item]

  package init(marker: Marker, isTight: Bool, items: [Item]) {
    self.marker = marker
    self.isTight = isTight
    self.items = items
  }
}

/// A quote that GitHub shows as a box: `> [!NOTE]`.
package struct Alert: Equatable, Sendable {
  package enum Kind: String, CaseIterable, Sendable { case note, tip, important, warning, caution }

  package var kind: Kind
  /// What stands behind the mark instead of the kind's own name.
  package var title: [Inline]
  package var blocks: [Block]
}

package struct Table: Equatable, Sendable {
  package enum Alignment: Equatable, Sendable { case standard, left, center, right }

  package struct Row: Equatable, Sendable {
    package var cells: [[Inline]]
    package var offset: Int

    package init(_ cells: [[Inline]], at offset: Int) {
      self.cells = cells
      self.offset = offset
    }
  }

  package var alignments: [Alignment]
  package var head: [[Inline]]
  package var rows: [Row]

  package init(alignments: [Alignment], head: [[Inline]], rows: [Row]) {
    self.alignments = alignments
    self.head = head
    self.rows = rows
  }
}

extension Block {
  /// The blocks inside this one, where it is a container.
  package var children: [Block] {
    switch kind {
    case .list(let list): list.items.flatMap(\.blocks)
    case .quote(let blocks): blocks
    case .alert(let alert): alert.blocks
    default: []
    }
  }
}

extension Block {
  /// The texts of a block and of those inside it, in their order.
  package var inlines: [[Inline]] {
    switch kind {
    case .heading(_, let inlines), .paragraph(let inlines): [inlines]
    case .table(let table): table.head + table.rows.flatMap(\.cells)
    case .alert(let alert): [alert.title] + alert.blocks.flatMap(\.inlines)
    case .list, .quote: children.flatMap(\.inlines)
    case .code, .thematicBreak, .html: []
    }
  }
}
