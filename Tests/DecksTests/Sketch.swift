/// Slides in a few words: what stands on them, and at which step, as tests compare it.

import Decks
import Markup

/// The slides of a deck: the title behind a `#`, then what stands below it, a line each; what appears
/// later has its step before it.
func sketch(_ text: String, as dialect: Dialect? = nil) -> [String] {
  DeckBuilder.deck(SourceLines(text), as: dialect).deck.slides.map { Sketch(slide: $0).text }
}

struct Sketch {
  let slide: Slide

  var text: String {
    let title = slide.title.map { ["# " + words($0)] } ?? []
    let notes = slide.footnotes.map { note in "note: " + note.blocks.map(block).joined() }
    return (title + slide.items.map(item) + notes).joined(separator: "\n")
  }

  private func item(_ item: Item) -> String {
    switch item.content {
    case .block(let found): block(found)
    case .demo(let request):
      "demo \(request.name)" + request.alternative.map { " " + block($0) }.joined()
    case .columns(let columns):
      "["
        + columns.columns.map { $0.map(self.item).joined(separator: "; ") }.joined(separator: " | ")
        + "]"
    case .sequence(let blocks): blocks.map(block).joined(separator: " → ")
    case .space(let rows): "space \(rows)"
    case .middle: "middle"
    }
  }

  private func step(_ offset: Int?) -> String {
    let step = offset.map { slide.step(ofOffset: $0) } ?? 0
    return step > 0 ? "\(step):" : ""
  }

  func block(_ block: Block) -> String {
    switch block.kind {
    case .heading(let level, let inlines):
      step(block.range.lowerBound) + "h\(level) " + words(inlines)
    case .paragraph(let inlines): step(block.range.lowerBound) + words(inlines)
    case .code(let code): "code " + code.lines.map(\.text).joined(separator: "⏎")
    case .list(let list):
      list.items.enumerated().map { index, item in
        step(item.offset) + mark(of: list, index) + " "
          + item.blocks.map(inner).joined(separator: " ")
      }.joined(separator: ", ")
    case .quote(let blocks): "> " + blocks.map(self.block).joined(separator: " ")
    case .alert(let alert): "! " + alert.blocks.map(self.block).joined(separator: " ")
    case .thematicBreak: "rule"
    case .table(let table): rows(of: table)
    case .html(let html): "html " + html
    }
  }

  private func inner(_ block: Block) -> String {
    if case .paragraph(let inlines) = block.kind { return words(inlines) }
    return "(" + self.block(block) + ")"
  }

  private func mark(of list: List, _ index: Int) -> String {
    guard case .ordered(let start, _) = list.marker else { return "-" }
    return list.numbering == List.Numbering() ? "\(start)." : list.number(ofItem: index) ?? ""
  }

  private func rows(of table: Table) -> String {
    let rows = table.rows.map { row in
      step(row.offset) + row.cells.map(words).joined(separator: "|")
    }
    return ([table.head.map(words).joined(separator: "|")] + rows).joined(separator: " // ")
  }

  func words(_ inlines: [Inline]) -> String { inlines.map(word).joined() }

  private func word(_ inline: Inline) -> String {
    let inner = words(inline.inner ?? [])
    switch inline.kind {
    case .text(let text): return text
    case .code(let text): return "`\(text)`"
    case .emphasis: return "*\(inner)*"
    case .strong: return "**\(inner)**"
    case .strikethrough: return "~~\(inner)~~"
    case .styled(.fragment, _): return "{\(step(inline.offset))\(inner)}"
    case .styled(.superscript, _): return "^\(inner)^"
    case .styled(.color(let color, _), _): return "\(color ?? "ground")(\(inner))"
    case .styled: return "(\(inner))"
    case .link(let destination, _): return "[\(inner)](\(destination))"
    case .image(let image): return "![\(words(image.alternative))](\(image.source))"
    case .math(let tex, _): return "$\(tex)$"
    case .footnote: return "[*]"
    case .softBreak: return " "
    case .lineBreak: return "/"
    case .html(let html): return "html " + html
    }
  }
}
