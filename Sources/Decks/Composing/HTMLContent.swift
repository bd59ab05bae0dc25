/// What HTML shows: paragraphs, headings, lists, quotes, tables and code, with its pictures and links.
/// Tags that say nothing go, what stands between them stays.

import Markup

struct HTMLContent {
  private var stack = [HTMLContainer(.root, "", at: 0)]
  /// The name of the tag whose text nobody sees (`<style>`, `<script>`).
  private var muted: String?
  /// Comments, and marks of fragments, for the item or the cell that comes next.
  private var held: [Inline] = []
  /// The tags that are open of those whose words are to be taken as they are.
  private var verbatim: [String] = []
  private static let deepest = 32

  /// All of a piece of HTML.
  static func blocks(of html: String, at offset: Int) -> [Block] {
    var content = HTMLContent()
    var found: [Block] = []
    for (token, place) in HTMLTokens.of(html) { found += content.take(token, at: offset + place) }
    return found + content.end(at: offset + html.utf8.count)
  }

  /// Whether something is open that holds blocks: what comes next belongs to it, Markdown too.
  var isInside: Bool { stack.contains { $0.holdsBlocks } }

  /// Takes a token; the blocks that it ends come back.
  mutating func take(_ token: HTMLToken, at place: Int) -> [Block] {
    switch token {
    case .comment(let text):
      if muted == nil { hold(Inline(.html("<!--" + text + "-->"), at: place)) }
    case .text(let text):
      if muted == nil { add(text, at: place) }
    case .tag(let tag):
      if let name = muted {
        if tag.isClosing, tag.name == name { muted = nil }
      } else if stack[stack.count - 1].kind == .code, tag.name != stack[stack.count - 1].name {
        stack[stack.count - 1].addCode(tag, at: place)
      } else {
        take(tag, at: place)
      }
    }
    return finished()
  }

  /// Adds a block of Markdown to what is open.
  mutating func add(_ block: Block) {
    // Code that Markdown goes on behind has ended at a blank line.
    if stack[stack.count - 1].kind == .code { close(at: block.range.lowerBound) }
    breakText()
    if stack[stack.count - 1].kind.isList { open(.item, "li", at: block.range.lowerBound) }
    stack[textPlace].add(block)
  }

  /// What is open ends here.
  mutating func end(at place: Int) -> [Block] {
    verbatim = []
    while stack.count > 1 { close(at: place) }
    stack[0].breakText(isLast: true)
    return finished()
  }

  private mutating func finished() -> [Block] {
    defer { stack[0].blocks = [] }
    return stack[0].blocks
  }

  // MARK: Tags

  private mutating func take(_ tag: HTMLTag, at place: Int) {
    switch tag.name {
    case let name where HTMLTag.isMuted(name):
      if !tag.isClosing, !tag.isEmpty { muted = name }
    case "h1", "h2", "h3", "h4", "h5", "h6":
      let level = tag.name.utf8.last.map { Int($0) - 0x30 } ?? 1
      tag.isClosing ? end(tag.name, at: place) : begin(.heading(level), tag.name, at: place)
    case "ul", "ol", "menu", "blockquote", "pre", "table", "dt":
      tag.isClosing ? end(tag.name, at: place) : begin(Self.kind(of: tag), tag.name, at: place)
    case "li", "dd", "tr", "td", "th": takePart(tag, at: place)
    case "dl":
      for part in ["dd", "dt"] { end(part, at: place) }
    case "hr":
      breakText()
      stack[textPlace].add(Block(.thematicBreak("*"), place..<place))
    case "p", "div", "section", "article", "aside", "header", "footer", "main", "nav", "figure",
      "figcaption", "address", "details", "summary", "center", "caption", "thead", "tbody", "tfoot",
      "form", "fieldset", "legend", "colgroup", "col":
      breakText()
    default: takeInline(tag, at: place)
    }
  }

  private static func kind(of tag: HTMLTag) -> HTMLContainer.Kind {
    switch tag.name {
    case "ol":
      let start = tag.attribute("start").flatMap { Int($0) } ?? 1
      return .list(.ordered(start: max(0, min(start, 999_999)), delimiter: "."))
    case "blockquote": return .quote
    case "pre": return .code
    case "table": return .table
    case "dt": return .term
    default: return .list(.bullet("-"))
    }
  }

  /// Items, rows and cells end the one before, and begin what is to hold them if that is missing.
  private mutating func takePart(_ tag: HTMLTag, at place: Int) {
    let isItem = tag.name == "li" || tag.name == "dd"
    if tag.name == "dd" { end("dt", at: place) }
    let name = tag.name == "td" || tag.name == "th" ? "cell" : isItem ? "li" : tag.name
    end(name, at: place)
    guard !tag.isClosing else { return }
    if isItem {
      let isInList = stack[stack.count - 1].kind.isList
      if !isInList { begin(.list(.bullet("-")), tag.name == "dd" ? "dd" : "ul", at: place) }
      guard stack[stack.count - 1].kind.isList else { return breakText() }
      if let mark = tag.fragmentMark { held.append(Inline(.html(mark), at: place)) }
      return begin(.item, "li", at: place)
    }
    guard stack.contains(where: { $0.kind == .table }) else { return breakText() }
    if tag.name == "tr" {
      if let mark = tag.fragmentMark { held.append(Inline(.html(mark), at: place)) }
      return begin(.row, "tr", at: place)
    }
    if stack[stack.count - 1].kind == .table { begin(.row, "tr", at: place) }
    guard stack[stack.count - 1].kind == .row else { return breakText() }
    begin(.cell(HTMLCell(tag)), "cell", at: place)
  }

  private mutating func takeInline(_ tag: HTMLTag, at place: Int) {
    // Of a component only what stands in it is shown.
    guard tag.isKnown else { return }
    // Slidev's, not the one of a page's head.
    if tag.name == "link", tag.attribute("to") != nil, tag.isEmpty,
      let title = tag.attribute("title")
    {
      return add(title, at: place)
    }
    if ["code", "kbd", "samp", "tt", "var"].contains(tag.name), !tag.isEmpty {
      if !tag.isClosing {
        verbatim.append(tag.name)
      } else if verbatim.last == tag.name {
        verbatim.removeLast()
      }
    }
    // A step around items is the step of each.
    if stack[stack.count - 1].kind.isList, let mark = tag.fragmentMark {
      if !tag.isClosing { held.append(Inline(.html(mark), at: place)) }
    } else if !stack[stack.count - 1].kind.isList || tag.name == "img" || tag.name == "a" {
      put(Inline(.html(tag.source), at: place))
    }
  }

  // MARK: What is open

  private mutating func begin(_ kind: HTMLContainer.Kind, _ name: String, at place: Int) {
    breakText()
    if kind == .term { for part in ["dd", "dt"] { end(part, at: place) } }
    if kind != .item, stack[stack.count - 1].kind.isList { open(.item, "li", at: place) }
    open(kind, name, at: place)
  }

  private mutating func open(_ kind: HTMLContainer.Kind, _ name: String, at place: Int) {
    guard kind.isPart || stack.count < Self.deepest else { return }
    stack.append(HTMLContainer(kind, name, at: place))
    guard kind.takesHeld else { return }
    for inline in held { stack[stack.count - 1].put(inline) }
    held = []
  }

  /// Ends the innermost of this name, and what was left open in it; parts end inside their whole.
  private mutating func end(_ name: String, at place: Int) {
    breakText()
    var index = stack.count - 1
    while index > 0, stack[index].name != name {
      if stack[index].bounds(name) { return }
      index -= 1
    }
    guard index > 0 else { return }
    while stack.count > index { close(at: place) }
  }

  private mutating func close(at place: Int) {
    stack[textPlace].breakText(isLast: true)
    guard stack.count > 1, let closed = stack.popLast() else { return }
    if closed.kind.isList || closed.kind == .table {
      for inline in held { stack[textPlace].put(inline) }
      held = []
    }
    closed.end(in: &stack[stack.count - 1], at: place)
  }

  // MARK: Text

  /// Text between rows or cells stands before the table, as browsers have it.
  private var textPlace: Int {
    var place = stack.count - 1
    while place > 0, stack[place].kind == .row { place -= 1 }
    return place
  }

  private mutating func put(_ inline: Inline) {
    if stack[stack.count - 1].kind.isList { open(.item, "li", at: inline.offset) }
    stack[textPlace].put(inline)
  }

  private mutating func hold(_ inline: Inline) {
    let kind = stack[stack.count - 1].kind
    if kind.isList || kind == .table || kind == .row {
      held.append(inline)
    } else {
      put(inline)
    }
  }

  private mutating func add(_ text: String, at place: Int) {
    guard stack[stack.count - 1].kind != .code else {
      return stack[stack.count - 1].addCode(text, at: place)
    }
    let isEmpty = !stack[textPlace].hasWords || stack[stack.count - 1].kind.isList
    // Blanks and line ends are one blank, as browsers have it.
    var words = text.split(whereSeparator: \.isWhitespace).map(String.init).joined(separator: " ")
    if text.first?.isWhitespace == true, !isEmpty { words = " " + words }
    if text.last?.isWhitespace == true, words.last != " " { words += " " }
    if words.allSatisfy({ $0 == " " }), isEmpty { return }
    guard verbatim.isEmpty else {
      return put(Inline(.text(Entities.replacing(in: words)), at: place))
    }
    for inline in HTMLWords.inlines(words, at: place) { put(inline) }
  }

  private mutating func breakText() { stack[textPlace].breakText() }
}

extension HTMLTag {
  /// When the tag says that what it holds appears later: reveal.js's mark of an element.
  fileprivate var fragmentMark: String? {
    switch fragment {
    case .seen?: "<!-- .element: class=\"fragment fade-out\" -->"
    case .next(let count)?: "<!-- .element: v-click=\"+\(count)\" -->"
    case .at(let step)?: "<!-- .element: v-click=\"\(step)\" -->"
    case .withPrevious?: "<!-- .element: v-after -->"
    case nil: nil
    }
  }
}

extension [Block] {
  /// With blocks of HTML as what they show, wherever they stand, and of all blocks only those that
  /// are to be kept.
  func readingHTML(where isKept: (Block) -> Bool = { _ in true }) -> [Block] {
    flatMap { block -> [Block] in
      var block = block
      switch block.kind {
      case .html(let html):
        return HTMLContent.blocks(of: html, at: block.range.lowerBound).filter(isKept)
      case .quote(let inner): block.kind = .quote(inner.readingHTML(where: isKept))
      case .alert(var alert):
        alert.blocks = alert.blocks.readingHTML(where: isKept)
        block.kind = .alert(alert)
      case .list(var list):
        for index in list.items.indices {
          list.items[index].blocks = list.items[index].blocks.readingHTML(where: isKept)
        }
        block.kind = .list(list)
      default: break
      }
      return isKept(block) ? [block] : []
    }
  }
}
