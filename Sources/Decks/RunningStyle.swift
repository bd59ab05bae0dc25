/// Orders that hold for a slide and all after it, until they are changed: Marp's directives.

import Markup

struct RunningStyle {
  private var style = SlideStyle()

  init(_ settings: DeckSettings, _ dialect: Dialect) {
    _ = (settings, dialect)
  }

  /// How a section begins, after what it orders for itself and those after it.
  mutating func style(of section: Section, _ source: DeckText) -> SlideStyle {
    guard source.dialect == .marp else { return SlideStyle() }
    var own = style
    for block in section.blocks {
      guard case .html(let html) = block.kind else { continue }
      for case (.comment(let text), _) in HTMLTokens.of(html) {
        for directive in Directive.all(inComment: text) { obey(directive, &own) }
      }
    }
    return own
  }

  private mutating func obey(_ directive: Directive, _ own: inout SlideStyle) {
    switch directive {
    case .header(let text, let isOnce):
      own.header = text
      if !isOnce { style.header = text }
    case .footer(let text, let isOnce):
      own.footer = text
      if !isOnce { style.footer = text }
    case .lead(let isOnce):
      own.isLead = true
      if !isOnce { style.isLead = true }
    default: break
    }
  }
}

extension Slide {
  /// Slidev's settings of one slide.
  mutating func take(_ matter: YAML) {
    switch matter["layout"]?.text {
    case "cover", "intro", "center", "section", "statement", "fact", "quote", "end":
      style.isLead = true
    default: break
    }
    if matter["hide"]?.bool == true || matter["disabled"]?.bool == true { isSkipped = true }
    if title == nil, let text = matter["title"]?.text, items.isEmpty {
      title = [Inline(.text(text), at: matter.offset)]
    }
  }
}
