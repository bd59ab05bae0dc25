/// The tree of a document: CommonMark's blocks with GFM's tables, each with its place in the source.

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

  package var text: String { lines.map(\.text).joined(separator: "\n") }
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
  }

  package var marker: Marker
  package var isTight: Bool
  package var items: [Item]
}

package struct Table: Equatable, Sendable {
  package enum Alignment: Equatable, Sendable { case standard, left, center, right }

  package var alignments: [Alignment]
  package var head: [[Inline]]
  package var rows: [[[Inline]]]
}
