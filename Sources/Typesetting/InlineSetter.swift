/// Inlines to styled text.

import Markup
import Screen

struct InlineSetter {
  let theme: Theme

  func line(of inlines: [Inline], _ style: Style) -> Line {
    inlines.reduce(Line()) { $0 + line(of: $1, style) }
  }

  private func line(of inline: Inline, _ style: Style) -> Line {
    switch inline.kind {
    case .text(let text): Line(text, style)
    case .code(let text): Line(text, style.merging(theme.code))
    case .emphasis(let inner): line(of: inner, style.merging(theme.emphasis))
    case .strong(let inner): line(of: inner, style.merging(theme.strong))
    case .strikethrough(let inner): struck(inner, style)
    case .link(let destination, let inner): link(to: destination, inner, style)
    case .image(let source, let inner): image(source, inner, style)
    case .softBreak: Line(" ", style)
    case .lineBreak: Line("\n", style)
    case .html(let html): self.html(html)
    }
  }

  /// No terminal database has strike-through that curses could use: a long stroke overlay does it.
  private func struck(_ inner: [Inline], _ style: Style) -> Line {
    var line = line(of: inner, style.merging(theme.faint))
    for index in line.spans.indices {
      line.spans[index].text = Glyphs(line.spans[index].text).reduce(into: "") { text, glyph in
        glyph.append(to: &text)
        if glyph != .blank { text.unicodeScalars.append("\u{336}") }
      }
    }
    return line
  }

  /// The words, and the address behind them where it says more.
  private func link(to destination: String, _ inner: [Inline], _ style: Style) -> Line {
    let words = line(of: inner, style.merging(theme.link))
    let bare = destination.hasPrefix("mailto:") ? String(destination.dropFirst(7)) : destination
    if destination.isEmpty || destination.hasPrefix("#") || words.text == bare { return words }
    return words + Line(" (\(bare))", style.merging(theme.faint))
  }

  private func image(_ source: String, _ inner: [Inline], _ style: Style) -> Line {
    let words = inner.plainText
    return Line("▣ " + (words.isEmpty ? source : words), style.merging(theme.link))
      + (words.isEmpty ? Line() : Line(" (\(source))", style.merging(theme.faint)))
  }

  private func html(_ html: String) -> Line {
    let tag = html.lowercased().filter { $0 != " " && $0 != "/" }
    return tag == "<br>" ? Line("\n") : Line(html, theme.faint)
  }
}
