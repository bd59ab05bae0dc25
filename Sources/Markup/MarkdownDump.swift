/// The tree drawn with branches: for tests, and for those who wonder how a deck was read.

extension [Block] {
  /// One node a line, children below their parent; texts in quotes, places as line:column.
  package func dump(_ lines: SourceLines) -> String {
    TreeDump(lines: lines).text(of: map { TreeDump.Node(block: $0) })
  }
}

private struct TreeDump {
  let lines: SourceLines

  struct Node {
    var label: String
    var offset: Int?
    var children: [Node] = []
  }

  func text(of nodes: [Node], indent: String = "") -> String {
    nodes.enumerated().map { index, node in
      let isLast = index == nodes.count - 1
      let place =
        node.offset.map { lines.location(of: $0) }.map { " \($0.line):\($0.column)" } ?? ""
      let below = text(of: node.children, indent: indent + (isLast ? "   " : "│  "))
      return indent + (isLast ? "└─ " : "├─ ") + node.label + place + "\n" + below
    }.joined()
  }
}

extension TreeDump.Node {
  init(block: Block) {
    offset = block.range.lowerBound
    switch block.kind {
    case .heading(let level, let inlines):
      (label, children) = ("heading \(level)", inlines.map(Self.init(inline:)))
    case .paragraph(let inlines):
      (label, children) = ("paragraph", inlines.map(Self.init(inline:)))
    case .code(let code):
      label = "code \(code.info.debugDescription)"
      children = code.lines.map { Self(label: $0.text.debugDescription, offset: $0.offset) }
    case .list(let list):
      label = (list.isTight ? "tight list " : "loose list ") + list.marker.word
      children = list.items.map(Self.init(item:))
    case .quote(let blocks): (label, children) = ("quote", blocks.map(Self.init(block:)))
    case .alert(let alert):
      label = "alert \(alert.kind.rawValue) \(alert.title.plainText.debugDescription)"
      children = alert.blocks.map(Self.init(block:))
    case .thematicBreak(let mark): label = "thematic break \(mark)"
    case .table(let table):
      label = "table " + table.alignments.map(\.word).joined(separator: " ")
      children = ([table.head] + table.rows.map(\.cells)).map { row in
        Self(label: "row", children: row.map { Self(label: $0.plainText.debugDescription) })
      }
    case .html(let text): label = "html \(text.debugDescription)"
    }
  }

  init(item: List.Item) {
    label = item.isDone.map { $0 ? "item, done" : "item, to do" } ?? "item"
    children = item.blocks.map(Self.init(block:))
  }

  init(inline: Inline) {
    offset = inline.offset
    switch inline.kind {
    case .text(let text): label = text.debugDescription
    case .code(let text): label = "code \(text.debugDescription)"
    case .emphasis(let inner): (label, children) = ("emphasis", inner.map(Self.init(inline:)))
    case .strong(let inner): (label, children) = ("strong", inner.map(Self.init(inline:)))
    case .strikethrough(let inner):
      (label, children) = ("strikethrough", inner.map(Self.init(inline:)))
    case .styled(let style, let inner):
      (label, children) = ("styled \(style)", inner.map(Self.init(inline:)))
    case .link(let destination, let inner):
      (label, children) = ("link \(destination)", inner.map(Self.init(inline:)))
    case .image(let image):
      (label, children) = ("image \(image.source)", image.alternative.map(Self.init(inline:)))
    case .math(let text, let isDisplay):
      label = (isDisplay ? "display math " : "math ") + text.debugDescription
    case .footnote(let name): label = "footnote \(name)"
    case .softBreak: label = "soft break"
    case .lineBreak: label = "line break"
    case .html(let text): label = "html \(text.debugDescription)"
    }
  }
}

extension List.Marker {
  fileprivate var word: String {
    switch self {
    case .bullet(let mark): "\(mark)"
    case .ordered(let start, let delimiter): "\(start)\(delimiter)"
    }
  }
}

extension Table.Alignment {
  fileprivate var word: String {
    switch self {
    case .standard: "standard"
    case .left: "left"
    case .center: "center"
    case .right: "right"
    }
  }
}
