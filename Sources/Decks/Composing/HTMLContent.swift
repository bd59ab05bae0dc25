/// What HTML shows: its text as paragraphs, headings and items, its pictures and links.

import Markup

struct HTMLContent {
  private var inlines: [Inline] = []
  private var offset: Int
  /// The level of the heading we are in; zero for none.
  private var heading = 0
  /// The name of the tag whose text nobody sees (`<style>`, `<script>`).
  private var muted: String?

  init(at offset: Int) { self.offset = offset }

  /// All of a piece of HTML as one text.
  static func inlines(of html: String, at offset: Int) -> [Inline] {
    var content = HTMLContent(at: offset)
    var found: [Inline] = []
    for (token, place) in HTMLTokens.of(html) {
      if let block = content.take(token, at: offset + place) { found += block.words }
    }
    return found + (content.end()?.words ?? [])
  }

  /// Takes a token; what it ends comes back as a block.
  mutating func take(_ token: HTMLToken, at place: Int) -> Block? {
    switch token {
    case .comment: return nil
    case .text(let text):
      if muted == nil { add(text, at: place) }
      return nil
    case .tag(let tag): return take(tag, at: place)
    }
  }

  private mutating func take(_ tag: HTMLTag, at place: Int) -> Block? {
    if let muted {
      if tag.isClosing, tag.name == muted { self.muted = nil }
      return nil
    }
    switch tag.name {
    case "style", "script", "svg", "iframe", "video", "audio", "canvas":
      if !tag.isClosing, !tag.isEmpty { muted = tag.name }
    case "h1", "h2", "h3", "h4", "h5", "h6":
      let ended = end(at: place)
      heading = tag.isClosing ? 0 : tag.name.utf8.last.map { Int($0) - 0x30 } ?? 0
      return ended
    case "p", "ul", "ol", "table", "blockquote", "tr", "dl", "figure", "pre", "hr", "dt",
      "figcaption", "summary", "address":
      return end(at: place)
    case "li", "dd":
      let ended = end(at: place)
      if !tag.isClosing { inlines = [Inline(.text("• "), at: place)] }
      return ended
    case "td", "th": if !tag.isClosing { add("  ", at: place) }
    default: inlines.append(Inline(.html(tag.source), at: place))
    }
    return nil
  }

  private mutating func add(_ text: String, at place: Int) {
    // Blanks and line ends are one blank, as browsers have it.
    var words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if text.first?.isWhitespace == true, !inlines.isEmpty { words = " " + words }
    if text.last?.isWhitespace == true, words.last != " " { words += " " }
    if words.allSatisfy({ $0 == " " }), inlines.isEmpty { return }
    inlines.append(Inline(.text(Entities.replacing(in: words)), at: place))
  }

  /// The block that ends here, if it says anything.
  mutating func end(at place: Int? = nil) -> Block? {
    defer {
      inlines = []
      offset = place ?? offset
    }
    guard let first = inlines.first else { return nil }
    let nested = inlines.nestedTags
    guard !nested.plainText.allSatisfy(\.isWhitespace) || nested.contains(where: \.isPicture) else {
      return nil
    }
    let range = first.offset..<max(first.offset, inlines.last?.offset ?? 0)
    return Block(heading > 0 ? .heading(level: heading, nested) : .paragraph(nested), range)
  }
}

extension Block {
  fileprivate var words: [Inline] {
    switch kind {
    case .paragraph(let inlines), .heading(_, let inlines): inlines
    default: []
    }
  }
}
