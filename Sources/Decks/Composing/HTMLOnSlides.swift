/// Blocks of HTML on a slide: comments are orders, tags that embrace Markdown are divisions, and
/// what else stands there is shown as its text.

import Markup
import Wording

extension SlideComposer {
  mutating func composeHTML(_ html: String, _ block: Block) {
    let marks = source.mask.marks(of: block)
    guard marks.isEmpty else {
      endHTML(at: block.range.lowerBound)
      for (mark, offset) in marks { obey(mark, at: offset) }
      return
    }
    for (token, offset) in HTMLTokens.of(html) { take(token, at: block.range.lowerBound + offset) }
    // A list or a table goes on over blank lines, a paragraph does not.
    if !content.isInside { endHTML(at: block.range.upperBound) }
  }

  private mutating func take(_ token: HTMLToken, at place: Int) {
    switch token {
    case .comment(let text) where !content.isInside:
      endHTML(at: place)
      if !isHidden { obey(comment: text, at: place) }
    case .tag(let tag) where tag.isPlayed:
      if !tag.isClosing, !isHidden { tellNotShown(tag, at: place) }
      give(token, at: place)
    case .tag(let tag) where tag.name == "toc" && source.dialect == .slidev:
      endHTML(at: place)
      composeContents(tag, at: place)
    case .tag(let tag) where !content.isInside && isScope(tag):
      // What is a block itself is closed where it stands.
      if !tag.isBlock { endHTML(at: place) } else if tag.isClosing { give(token, at: place) }
      tag.isClosing ? close(tag, at: place) : open(tag, at: place)
      if tag.isBlock, !tag.isClosing { give(token, at: place) }
    case .tag(let tag) where tag.isClosing && tag.isContainer:
      give(token, at: place)
      if !content.isInside, scopes.last?.kind == .tag(tag.name) { closeScope(at: place) }
    default: give(token, at: place)
    }
  }

  private mutating func tellNotShown(_ tag: HTMLTag, at place: Int) {
    diagnostics.append(
      .warning(
        Phrase("not shown in a terminal: <\(tag.name)>", "в терминале не показать: <\(tag.name)>"),
        at: place))
  }

  private mutating func give(_ token: HTMLToken, at place: Int) {
    for block in content.take(token, at: place) { show(block) }
  }

  mutating func endHTML(at place: Int) {
    for block in content.end(at: place) { show(block) }
  }

  private mutating func show(_ block: Block) {
    guard !isHidden else { return }
    if block.isVisible, !takesPauses(block) { flushPauses(at: block.range.lowerBound) }
    if case .heading(_, let title) = block.kind, isTitle { return take(title: title) }
    if case .thematicBreak = block.kind, isUnderTitle { return }
    if let settled = settle(block) { append(.block(settled)) }
  }

  // MARK: Tags

  private static let scopeTags: Set<String> = [
    "div", "center", "section", "article", "aside", "header", "footer", "details", "main",
    "transform", "v-click", "v-clicks", "v-after", "v-switch", "template", "render-when", "span",
    "p",
    "figure",
  ]

  private func isScope(_ tag: HTMLTag) -> Bool {
    let isOne = Self.scopeTags.contains(tag.name) || tag.name.hasPrefix("v-") || tag.isBlock
    guard isOne, !tag.isEmpty else { return false }
    // These are one only where they say how things stand, or when they appear.
    if tag.isContainer { return !tag.isClosing && tag.fragment != nil }
    guard tag.isHeading || ["span", "p", "figure"].contains(tag.name) else { return true }
    return tag.isClosing
      ? scopes.contains(.tag(tag.name))
      : alignment(of: tag) != nil || tag.fragment != nil
  }

  private mutating func open(_ tag: HTMLTag, at offset: Int) {
    var scope = Scope(.tag(tag.name), self, at: offset)
    if tag.name == "aside" || tag.name == "div", tag.classes.contains("notes") {
      scope.noteStart = offset
    }
    if let alignment = alignment(of: tag) { self.alignment = alignment }
    if let fragment = tag.fragment {
      flushPauses(at: offset)
      scope.isFragment = true
      _ = begin(fragment, at: offset)
    }
    if scopes.last?.isClicks == true, !scope.isFragment {
      // A child of what appears one by one, with all that it holds.
      flushPauses(at: offset)
      scope.isFragment = true
      lists = .whole
      _ = begin(.next(1), at: offset)
    }
    if tag.name == "v-clicks" || tag.attribute("v-clicks") != nil {
      scope.isFragment = true
      scope.isClicks = true
      lists = .fragments
      let every = tag.attribute("every") ?? tag.attribute(":every")
      clicks.every = max(1, every.flatMap { Int($0) } ?? 1)
      clicks.depth = max(1, tag.attribute("depth").flatMap { Int($0) } ?? 1)
    }
    open(slot: tag.slot, &scope, at: offset)
    scope.isElsewhere = scope.isElsewhere || tag.isElsewhere
    openColumns(tag, &scope)
    scopes.append(scope)
  }

  /// A part of Slidev's `<v-switch>`, which comes with a step, or of `<LightOrDark>`.
  private mutating func open(slot: Substring?, _ scope: inout Scope, at offset: Int) {
    guard let slot else { return }
    scope.isElsewhere = slot == "light"
    guard slot.first?.isNumber == true else { return }
    scope.isFragment = true
    if slot != "0" { pauseOnce(at: offset) }
  }

  private func alignment(of tag: HTMLTag) -> Alignment? {
    if tag.name == "center" { return .center }
    for name in tag.classes where name.hasPrefix("text-") {
      if let alignment = Alignment(rawValue: String(name.dropFirst(5))) { return alignment }
    }
    let word = tag.attribute("align") ?? tag.style("text-align")
    return word.flatMap { Alignment(rawValue: $0.lowercased()) }
  }

  mutating func addColumn(share: Int?) {
    columns?.shares.append(share ?? 0)
    columns?.columns.append([])
    column = (columns?.columns.count ?? 1) - 1
  }

  /// Closes the innermost tag of this name, and what was left open in it.
  mutating func close(_ tag: HTMLTag, at offset: Int) {
    guard scopes.contains(.tag(tag.name)) else { return }
    while let scope = scopes.last, scope.kind != .tag(tag.name) { closeScope(at: offset) }
    closeScope(at: offset)
  }

  mutating func closeScope(at offset: Int) {
    guard let scope = scopes.popLast() else { return }
    (alignment, size, lists) = (scope.alignment, scope.size, scope.lists)
    clicks = scope.clicks
    if scope.isFragment { returnToStep(scope.step, at: offset) }
    if let start = scope.noteStart { slide.notes.append(source.note(from: start, to: offset)) }
    if scope.isColumn { column = nil }
    if scope.isColumns {
      padRow(scope.grid)
      endColumns()
    }
  }

  /// Whether what stands here is not for the audience.
  var isHidden: Bool { scopes.isHidden }
}

extension HTMLTag {
  /// What only a browser can show: pages inside the page, films, sound; and Slidev's names for them.
  fileprivate var isPlayed: Bool {
    switch name {
    case "iframe", "video", "audio", "embed", "object", "canvas", "youtube", "tweet", "bluesky",
      "slidevvideo":
      true
    default: false
    }
  }

  /// The name of the slot that a template of Vue is for.
  fileprivate var slot: Substring? {
    guard name == "template" else { return nil }
    let names = attributes.lazy.map(\.name)
    return names.first { $0.hasPrefix("#") }?.dropFirst()
      ?? names.first { $0.hasPrefix("v-slot:") }?.dropFirst(7)
  }

  /// Slidev's `<RenderWhen context="presenter">`.
  fileprivate var isElsewhere: Bool {
    guard name == "render-when", let contexts = attribute("context") else { return false }
    return !["main", "visible", "slide", "print"].contains { contexts.holds($0) }
  }

  /// A block of its own beside what is said of how it stands.
  fileprivate var isBlock: Bool { isHeading || isContainer }

  fileprivate var isContainer: Bool {
    switch name {
    case "ul", "ol", "blockquote", "pre", "table": true
    default: false
    }
  }

  fileprivate var isHeading: Bool {
    name.utf8.count == 2 && name.hasPrefix("h") && ("1"..."6").contains(name.suffix(1))
  }
}
