/// Blocks and spans that have begun and not ended, while the parser tells what they hold.

/// A block that has begun and not ended: what it will hold.
struct OpenBlock {
  var event: BlockEvent
  var start: Int?
  var blocks: [Block] = []
  var inlines: [Inline] = []
  var items: [List.Item] = []
  var table = Table(alignments: [], head: [], rows: [])
  var cells: [[Inline]] = []
  var code: CodeBlock?
  var html = ""
  /// What the inlines hold that is looked at once more when all of them are there.
  var extras = Extras()
}

struct OpenSpan {
  var event: SpanEvent
  var offset: Int
  var inlines: [Inline] = []
  var extras = Extras()
}

extension OpenBlock {
  /// The blocks inside.
  var content: [Block] {
    var block = self
    block.endText()
    return block.blocks
  }

  /// Text of a tight item stands there without a paragraph of its own, until another block begins.
  mutating func endText() {
    guard let first = inlines.first, let last = inlines.last else { return }
    let start = blocks.isEmpty ? start ?? first.offset : first.offset
    blocks.append(Block(.paragraph(refinedInlines), start..<max(start, last.offset)))
    (inlines, extras) = ([], Extras())
  }

  var refinedInlines: [Inline] { extras.refined(inlines) }

  /// Adds text of a code block. Every line begins where its source line does: the parser tells
  /// nothing of line ends and of the indent it has made up.
  mutating func addCode(_ text: String, at offset: Int, _ source: SourceLines) {
    var lines = code?.lines ?? []
    // not shared while it grows: a long block would be copied with every line
    code?.lines = []
    if lines.isEmpty {
      lines = [SourceText("", at: source.range(ofLine: source.line(at: offset)).lowerBound)]
    }
    for (index, part) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let last = lines.count - 1
      if index > 0 {
        let next = min(source.line(at: lines[last].offset) + 1, source.count - 1)
        lines.append(SourceText(String(part), at: source.range(ofLine: next).lowerBound))
      } else {
        lines[last].text.append(contentsOf: part)
      }
    }
    code?.lines = lines
  }
}

extension OpenSpan {
  func kind(_ inlines: [Inline]) -> Inline.Kind? {
    switch event {
    case .emphasis: .emphasis(inlines)
    case .strong: .strong(inlines)
    case .strikethrough: .strikethrough(inlines)
    case .code: .code(inlines.plainText)
    case .link(let destination): .link(destination: destination, inlines)
    case .image(let source): .image(Image(source, inlines))
    case .math(let isDisplay): .math(inlines.plainText, isDisplay: isDisplay)
    case .other: nil
    }
  }
}
