/// Inline HTML to a tree: what useful tags say becomes styles, links and pictures; other tags go,
/// the words between them stay.

struct InlineTags {
  /// A tag that has begun and not ended, and what it will hold.
  private struct Open {
    var tag: HTMLTag
    var offset: Int
    var inlines: [Inline] = []
  }

  private var stack: [Open] = [Open(tag: HTMLTag(named: ""), offset: 0)]
  private static let deepest = 64

  /// The inlines with pairs of tags as containers. A tag that is never closed reaches to the end.
  static func nested(_ inlines: [Inline]) -> [Inline] {
    var tags = InlineTags()
    tags.findPairs(inlines)
    var index = 0
    while index < inlines.count {
      // Of what is muted nobody sees anything but its end.
      index = tags.endOfMuted(at: index, in: inlines) ?? index
      tags.take(inlines[index])
      index += 1
    }
    while tags.stack.count > 1 { tags.close() }
    return tags.stack[0].inlines.withoutBlanksAfterBreaks
  }

  /// Names of components, which begin and end somewhere in the line.
  private var pairs: Set<String> = []

  private mutating func findPairs(_ inlines: [Inline]) {
    for case .html(let html) in inlines.lazy.map(\.kind)
    where html.hasPrefix("</") && html.dropFirst(2).first?.isUppercase == true {
      pairs.insert(html.tagName)
    }
    guard !pairs.isEmpty else { return }
    let opened = inlines.lazy.compactMap { inline in
      if case .html(let html) = inline.kind, !html.hasPrefix("</") { html.tagName } else { nil }
    }
    pairs.formIntersection(opened)
  }

  /// Of these names none ends in what is still to come.
  private var unended: Set<String> = []

  /// Where a script, a style or a drawing that begins here ends.
  private mutating func endOfMuted(at index: Int, in inlines: [Inline]) -> Int? {
    guard case .html(let html) = inlines[index].kind, html.utf8.dropFirst().first != 0x2F else {
      return nil
    }
    let name = html.tagName
    guard HTMLTag.isMuted(name), !unended.contains(name) else { return nil }
    let end = inlines[(index + 1)...].firstIndex { inline in
      if case .html(let html) = inline.kind {
        html.hasPrefix("</") && html.tagName == name
      } else {
        false
      }
    }
    if end == nil { unended.insert(name) }
    return end
  }

  private mutating func take(_ inline: Inline) {
    guard case .html(let html) = inline.kind else { return append(inline) }
    switch HTMLTokens.of(html).first?.token {
    case .tag(let tag): take(tag, at: inline.offset)
    case .text where pairs.contains(html.tagName): break
    case .text where html.hasPrefix("</") && isOpen(html.tagName):
      end(HTMLTag(named: html.tagName, isClosing: true))
    case .text: append(joining: Inline(.text(html), at: inline.offset))
    default: append(inline)
    }
  }

  private mutating func take(_ tag: HTMLTag, at offset: Int) {
    if tag.isClosing {
      end(tag)
    } else if let kind = Self.single(tag, at: offset) {
      append(Inline(kind, at: offset))
    } else if !tag.isEmpty, !Self.void.contains(tag.name), stack.count < Self.deepest {
      stack.append(Open(tag: tag, offset: offset))
    }
  }

  private mutating func append(joining inline: Inline) {
    stack[stack.count - 1].inlines.append(joining: inline)
  }

  private mutating func append(_ inline: Inline) { stack[stack.count - 1].inlines.append(inline) }

  private func isOpen(_ name: String) -> Bool {
    stack.dropFirst().contains { $0.tag.name == name }
  }

  /// Ends the innermost open tag of this name, and what was left open inside it.
  private mutating func end(_ tag: HTMLTag) {
    guard isOpen(tag.name) else { return }
    while let open = stack.last, open.tag.name != tag.name { close() }
    close()
  }

  private mutating func close() {
    guard stack.count > 1, let open = stack.popLast() else { return }
    guard let kind = Self.kind(open.tag, open.inlines, at: open.offset) else {
      for inline in open.inlines { append(inline) }
      return
    }
    append(Inline(kind, at: open.offset))
  }

  /// Tags that hold nothing (HTML 5, void elements).
  private static let void: Set<String> = [
    "br", "hr", "img", "input", "wbr", "source", "col", "link",
  ]

  private static func single(_ tag: HTMLTag, at offset: Int) -> Inline.Kind? {
    switch tag.name {
    case "br": .lineBreak
    case "img": appearing(.image(image(tag)), tag, at: offset)
    default: nil
    }
  }

  /// With a step of its own, where the tag says so.
  private static func appearing(
    _ kind: Inline.Kind, _ tag: HTMLTag, at offset: Int
  ) -> Inline.Kind {
    tag.fragment.map { .styled(.fragment($0), [Inline(kind, at: offset)]) } ?? kind
  }

  static func image(_ tag: HTMLTag) -> Image {
    let alternative = tag.attribute("alt") ?? ""
    return Image(
      // reveal.js loads these late.
      tag.attribute("src") ?? tag.attribute("data-src") ?? "",
      alternative.isEmpty ? [] : [Inline(.text(alternative), at: 0)],
      size: ImageSize(
        width: (tag.attribute("width") ?? tag.style("width")).flatMap(ImageSize.Length.init(css:)),
        height: (tag.attribute("height") ?? tag.style("height"))
          .flatMap(ImageSize.Length.init(css:))))
  }

  /// What a pair of tags makes of the words between; nil for nothing.
  private static func kind(_ tag: HTMLTag, _ inner: [Inline], at offset: Int) -> Inline.Kind? {
    guard let kind = style(tag, inner) else {
      return tag.fragment.map { .styled(.fragment($0), inner) }
    }
    return appearing(kind, tag, at: offset)
  }

  private static func style(_ tag: HTMLTag, _ inner: [Inline]) -> Inline.Kind? {
    switch tag.name {
    case "b", "strong": return .strong(inner)
    case "i", "em", "cite", "var", "dfn": return .emphasis(inner)
    case "s", "del", "strike": return .strikethrough(inner)
    case "u", "ins": return .styled(.underline, inner)
    case "sub": return .styled(.subscript, inner)
    case "sup": return .styled(.superscript, inner)
    case "kbd": return .styled(.keyboard, inner)
    case "mark": return .styled(.mark, inner)
    case "code", "tt", "samp": return .code(inner.plainText)
    case "a": return tag.attribute("href").map { .link(destination: $0, inner) }
    default:
      let color = tag.style("color") ?? (tag.name == "font" ? tag.attribute("color") : nil)
      let ground = tag.style("background-color") ?? tag.style("background")
      guard color != nil || ground != nil else { return nil }
      return .styled(.color(color, on: ground), inner)
    }
  }
}

extension String {
  /// The name in `<Name …>` or `</Name>`, in lower case.
  fileprivate var tagName: String {
    drop { $0 == "<" || $0 == "/" }.prefix { $0.isLetter || $0.isNumber || "-_:".contains($0) }
      .lowercased()
  }
}

extension [Inline] {
  /// After `<br>` the end of the source's line and the blanks of the next say nothing.
  fileprivate var withoutBlanksAfterBreaks: [Inline] {
    var kept: [Inline] = []
    for var inline in self {
      if kept.last?.kind == .lineBreak {
        if inline.kind == .softBreak { continue }
        if case .text(let text) = inline.kind, text.first == " " {
          inline.kind = .text(String(text.drop { $0 == " " }))
        }
      }
      kept.append(inline)
    }
    return kept
  }
}

extension ImageSize.Length {
  /// `50%`, `300px`, `300`, `20em`; nil for what is none of these.
  package init?(css text: String) {
    let digits = text.prefix { $0.isNumber || $0 == "." }
    guard let number = Double(digits), number > 0, number < 1e6 else { return nil }
    switch text.dropFirst(digits.count) {
    case "%": self = .share(min(1, number / 100))
    case "", "px": self = .pixels(Int(number))
    case "em", "ch", "rem": self = .cells(max(1, Int(number)))
    // 96 pixels are an inch by CSS's own reckoning
    case "in": self = .pixels(Int(number * 96))
    case "cm": self = .pixels(Int(number * 96 / 2.54))
    default: return nil
    }
  }
}
