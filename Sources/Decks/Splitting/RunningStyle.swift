/// Orders that hold for a slide and all after it, until they are changed: Marp's directives.

import Markup

struct RunningStyle {
  private var style = SlideStyle()

  /// Marp's front matter may give the first slide something of its own: `_footer: ""`.
  private var first: [Directive]?
  /// Slidev: a slide of which nothing is said has the first one's layout, a cover.
  private var isAtCover: Bool

  init(_ settings: [YAML.Entry]) {
    isAtCover = settings.allSatisfy { $0.key != "layout" || $0.value.text == "cover" }
    first = settings.filter { $0.key.hasPrefix("_") }.flatMap { entry in
      Directive.all(inComment: entry.key + ": " + (entry.value.text ?? ""))
    }
  }

  /// How a section begins, after what it orders for itself and those after it.
  mutating func style(of section: Section, _ source: DeckText) -> SlideStyle {
    var own = style
    guard source.dialect == .marp else {
      own.isLead = source.dialect == .slidev && isAtCover && section.isOfFewWords
      isAtCover = false
      return own
    }
    for directive in first ?? [] { obey(directive, &own) }
    first = nil
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

extension Section {
  private static let few = 6

  /// A title and some lines: what Slidev's cover is for, and what begins most decks.
  fileprivate var isOfFewWords: Bool {
    blocks.count <= Self.few
      && blocks.allSatisfy { block in
        switch block.kind {
        case .heading, .paragraph: true
        case .html(let html):
          !["<ul", "<ol", "<table", "<pre", "grid", "col"].contains { html.holds($0) }
        default: false
        }
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
    if matter["class"]?.text?.contains("text-center") == true {
      for index in items.indices where items[index].alignment == nil {
        items[index].alignment = .center
      }
    }
    if matter["hide"]?.bool == true || matter["disabled"]?.bool == true { isSkipped = true }
    if let text = (matter["minutes"] ?? matter["duration"])?.text { minutes = text.minutes }
    if matter["skip"]?.text == "short" { isSkippedInShort = true }
    if title == nil, let text = matter["title"]?.text {
      title = [Inline(.text(text), at: matter.offset)]
    }
    if let clicks = matter["clicks"]?.integer { reveal.extend(to: max(0, min(clicks, 1000))) }
    takePicture(matter)
  }
}

extension Slide {
  /// Layouts with a picture at a side, and pictures under all of a slide.
  fileprivate mutating func takePicture(_ matter: YAML) {
    let layout = matter["layout"]?.text ?? ""
    let image = layout.hasPrefix("image") ? matter["image"]?.text : nil
    guard let source = image ?? matter["background"]?.text, !source.isEmpty else { return }
    let picture = Inline(.image(Image(source)), at: matter.offset)
    let block = Block(.paragraph([picture]), matter.offset..<matter.offset)
    switch image == nil ? "" : layout {
    // The name of a picture, not of a colour or a gradient.
    case "" where !source.contains(".") || source.contains("("): break
    case "image-left":
      items = [Item(.columns(SidePicture(block: block, place: .left(0.5)).columns(beside: items)))]
    case "image-right":
      items = [Item(.columns(SidePicture(block: block, place: .right(0.5)).columns(beside: items)))]
    default: backgrounds.append(block)
    }
  }
}
