/// Pieces of HTML: comments, tags with their attributes, and the text between them.

/// One piece of HTML, as far as slides care.
package enum HTMLToken: Equatable, Sendable {
  case comment(String)
  case tag(HTMLTag)
  case text(String)
}

package struct HTMLTag: Equatable, Sendable {
  /// In lower case.
  package var name: String
  package var isClosing = false
  /// `<br/>`: nothing follows that it would hold.
  package var isEmpty = false
  package var attributes: [(name: String, value: String)] = []
  /// It is written with a capital, like the name of a component.
  fileprivate var isCapital = false
  /// It ends what is HTML by its attributes.
  fileprivate var endsKnown = false

  package func attribute(_ name: String) -> String? {
    attributes.first { $0.name == name }?.value
  }

  /// The tag as it may be written.
  package var source: String {
    let words = attributes.map { " \($0.name)=\"\($0.value.quotable)\"" }.joined()
    return "<" + (isClosing ? "/" : "") + name + words + (isEmpty ? "/>" : ">")
  }

  package static func == (left: HTMLTag, right: HTMLTag) -> Bool {
    left.name == right.name && left.isClosing == right.isClosing && left.isEmpty == right.isEmpty
      && left.attributes.elementsEqual(right.attributes) { $0 == $1 }
  }

  /// A value out of `style="color: red; width: 50%"`.
  package func style(_ property: String) -> String? {
    guard let style = attribute("style") else { return nil }
    for rule in style.split(separator: ";") {
      let parts = rule.split(separator: ":", maxSplits: 1).map { String($0).trimmedBlanks }
      if parts.count == 2, parts[0].lowercased() == property { return parts[1] }
    }
    return nil
  }
}

extension HTMLTag {
  package init(named name: String, isClosing: Bool = false) {
    self.name = name
    self.isClosing = isClosing
  }

  /// Whether this is HTML, or a component of Slidev: `List<String>` and `<x>` are text.
  package var isKnown: Bool {
    Self.names.contains(name) || name.contains("-") || !attributes.isEmpty || isEmpty || endsKnown
  }

  /// Whether nobody sees the words in an element of this name.
  package static func isMuted(_ name: String) -> Bool {
    switch name {
    case "style", "script", "svg", "iframe", "video", "audio", "canvas": true
    default: false
    }
  }

  /// HTML's elements, those that are gone among them.
  fileprivate static let names: Set<String> = [
    "a", "abbr", "acronym", "address", "area", "article", "aside", "audio", "b", "bdi", "bdo",
    "big", "blink",
    "blockquote", "body", "br", "button", "canvas", "caption", "center", "cite", "code", "col",
    "colgroup", "data", "dd", "del", "details", "dfn", "dialog", "div", "dl", "dt", "em", "embed",
    "fieldset",
    "figcaption", "figure", "font", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "hgroup", "hr", "html", "i", "iframe", "img", "input", "ins", "kbd", "label",
    "legend", "li",
    "link", "main", "map", "mark", "marquee", "math", "menu", "meta", "nav", "nobr", "noscript",
    "object", "ol", "option", "output", "p", "picture", "pre", "progress", "q", "rp", "rt", "ruby",
    "s", "samp", "script", "search", "section", "select", "small", "source", "span",
    "strike", "strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td",
    "template", "textarea", "tfoot", "th", "thead", "time", "title", "tr", "tt", "u", "ul", "var",
    "video",
    "wbr", "xmp", "arrow", "transform", "tweet", "youtube", "toc", "slidev",
  ]

  /// When what the tag holds appears, if it says so: Slidev's `<v-click>` and `v-click="3"`,
  /// reveal.js's `class="fragment"`.
  package var fragment: Fragment? {
    if name == "v-after" || attribute("v-after") != nil { return .withPrevious }
    if attribute("hide") != nil || attributes.contains(where: { $0.name == "v-click.hide" }) {
      return .seen
    }
    if name == "v-click" { return Fragment(spelled: attribute("at") ?? "") }
    if let click = attributes.first(where: { $0.name == "v-click" || $0.name.hasPrefix("v-click.") }
    ) {
      return Fragment(spelled: click.value)
    }
    let classes = (attribute("class") ?? "").split(separator: " ")
    guard classes.contains("fragment") else { return nil }
    if classes.contains(where: Self.isThereBefore) { return .seen }
    return attribute("data-fragment-index").flatMap { Int($0) }.map { .at($0) } ?? .next(1)
  }
}

extension HTMLTag {
  /// Effects of fragments that are seen from the start.
  private static func isThereBefore(_ effect: Substring) -> Bool {
    switch effect {
    case "fade-out", "semi-fade-out", "grow", "shrink", "strike": true
    default: effect.hasPrefix("highlight-")
    }
  }
}

extension Fragment {
  /// `3`, `+2`, or nothing.
  fileprivate init(spelled text: String) {
    // `[2,4]` ends at 4 what begins at 2: what has been seen stays.
    let text = text.filter { $0 != "'" && $0 != " " && $0 != "[" }.prefix { $0 != "," && $0 != "]" }
    if text.hasPrefix("+") {
      self = .next(max(0, Int(text.dropFirst()) ?? 1))
    } else if let step = Int(text) {
      self = .at(step)
    } else {
      self = .next(1)
    }
  }
}

/// Reads HTML leniently and in one pass: whatever is no tag that is known and no comment is text.
package struct HTMLTokens {
  private let bytes: [UInt8]
  private var position = 0
  /// The tag that was read last, if nobody knows it.
  private var unknown: HTMLTag?
  /// Names that are no HTML, of what begins and of what ends.
  private var opened: Set<String> = []
  private var closed: Set<String> = []
  /// Names of none that has begun with attributes.
  private var taken: Set<String> = []
  /// The name of the element whose words are none of HTML's.
  private var raw: String?
  /// Where the next `>` stands, as far as it was looked for.
  private var end = 0
  /// The names and values of the attributes that were read last. They become text with their tag: many
  /// a `<` begins none.
  private var attributes: [(name: Range<Int>, value: Range<Int>)] = []
  /// Bytes of them between quotation marks.
  private var quoted = 0
  /// What goes on for more bytes outside quotation marks without its end is none: else every `<` would
  /// be followed to the end.
  private static let longestTag = 1024

  /// The tokens with the bytes at which they begin, counted from the first of the text.
  package static func of(_ html: String) -> [(token: HTMLToken, offset: Int)] {
    var tokens = HTMLTokens(html)
    var found: [(token: HTMLToken, offset: Int)] = []
    // Names with a capital are components' where one begins what another ends.
    var unknown: [(index: Int, tag: HTMLTag)] = []
    while let next = tokens.next() {
      if let tag = tokens.unknown { unknown.append((found.count, tag)) }
      found.append(next)
    }
    for (index, tag) in unknown
    where (tag.isClosing ? tokens.opened : tokens.closed).contains(tag.name) {
      found[index].token = .tag(tag)
    }
    return found
  }

  private init(_ html: String) { bytes = Array(html.utf8) }

  private mutating func next() -> (token: HTMLToken, offset: Int)? {
    let start = position
    unknown = nil
    guard start < bytes.count else { return nil }
    if let text = rawText() { return (.text(text), start) }
    if let comment = comment() ?? declaration() { return (.comment(comment), start) }
    if var tag = tag() {
      note(tag)
      tag.endsKnown = tag.isClosing && taken.contains(tag.name)
      return (tag.isKnown ? .tag(tag) : .text(text(start..<position)), start)
    }
    position = start + 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "<") { position += 1 }
    return (.text(text(start..<position)), start)
  }

  private mutating func note(_ tag: HTMLTag) {
    if !tag.isKnown, tag.isCapital { unknown = tag }
    guard !tag.isEmpty else { return }
    if !tag.isClosing, tag.name == "script" || tag.name == "style" { raw = tag.name }
    guard !HTMLTag.names.contains(tag.name) else { return }
    if !tag.isClosing, tag.isKnown { taken.insert(tag.name) }
    if tag.isClosing { closed.insert(tag.name) } else { opened.insert(tag.name) }
  }

  /// What stands before the end of a script or a style: signs that look like tags are none there.
  private mutating func rawText() -> String? {
    guard let name = raw else { return nil }
    raw = nil
    let start = position
    while position < bytes.count, !isEnd(of: name, at: position) { position += 1 }
    return position > start ? text(start..<position) : nil
  }

  private func isEnd(of name: String, at place: Int) -> Bool {
    guard bytes[place] == UInt8(ascii: "<"), place + 1 < bytes.count,
      bytes[place + 1] == UInt8(ascii: "/")
    else { return false }
    return bytes[(place + 2)...].prefix(name.utf8.count).elementsEqual(name.utf8) {
      $0 | 0x20 == $1
    }
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func starts(with prefix: StaticString, at place: Int) -> Bool {
    let count = prefix.utf8CodeUnitCount
    guard place + count <= bytes.count else { return false }
    return (0..<count).allSatisfy { bytes[place + $0] == prefix.utf8Start[$0] }
  }

  /// `<!-- … -->`; one that is never closed reaches to the end.
  private mutating func comment() -> String? {
    guard starts(with: "<!--", at: position) else { return nil }
    let start = position + 4
    var end = start
    while end < bytes.count, !starts(with: "-->", at: end) { end += 1 }
    position = min(bytes.count, end + 3)
    return text(start..<end)
  }

  /// `<!DOCTYPE …>` and `<?xml … ?>` say nothing either.
  private mutating func declaration() -> String? {
    guard starts(with: "<!", at: position) || starts(with: "<?", at: position) else { return nil }
    while position < bytes.count, bytes[position] != UInt8(ascii: ">") { position += 1 }
    position = min(bytes.count, position + 1)
    return ""
  }

  private mutating func tag() -> HTMLTag? {
    guard bytes[position] == UInt8(ascii: "<"), somethingEnds else { return nil }
    let start = position
    position += 1
    let isClosing = take(UInt8(ascii: "/"))
    let name = word { $0.isNameByte }
    guard let first = name.first.map({ bytes[$0] }), first.isLetterByte else {
      position = start
      return nil
    }
    var isEmpty = false
    attributes.removeAll(keepingCapacity: true)
    quoted = 0
    while position < bytes.count, bytes[position] != UInt8(ascii: ">"),
      position - start - quoted < Self.longestTag
    {
      if take(UInt8(ascii: "/")) {
        isEmpty = true
      } else if !takeBlanks() {
        attributes.append(attribute())
      }
    }
    guard take(UInt8(ascii: ">")) else {
      position = start
      return nil
    }
    var tag = HTMLTag(named: text(name).lowercased(), isClosing: isClosing)
    tag.isCapital = first < 0x61
    tag.isEmpty = isEmpty
    tag.attributes = attributes.map {
      (text($0.name).lowercased(), Entities.replacing(in: text($0.value)))
    }
    return tag
  }

  /// Whether there is anything at all that could be the end of a tag that begins here.
  private var somethingEnds: Bool {
    mutating get {
      end = max(end, position)
      while end < bytes.count, bytes[end] != UInt8(ascii: ">") { end += 1 }
      return end < bytes.count
    }
  }

  private mutating func attribute() -> (name: Range<Int>, value: Range<Int>) {
    let name = word { !$0.isBlankByte && !$0.endsAttributeName }
    if name.isEmpty { position += 1 }
    _ = takeBlanks()
    guard take(UInt8(ascii: "=")) else { return (name, position..<position) }
    _ = takeBlanks()
    for quote in "\"'".utf8 where take(quote) {
      let value = word(longest: bytes.count) { $0 != quote }
      quoted += value.count
      _ = take(quote)
      return (name, value)
    }
    return (name, word { !$0.isBlankByte && $0 != UInt8(ascii: ">") })
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  private mutating func takeBlanks() -> Bool {
    let start = position
    while position < bytes.count, bytes[position].isBlankByte { position += 1 }
    return position > start
  }

  private mutating func word(
    longest: Int = longestTag, while isPart: (UInt8) -> Bool
  ) -> Range<Int> {
    let start = position
    let end = start + min(longest, bytes.count - start)
    while position < end, isPart(bytes[position]) { position += 1 }
    return start..<position
  }
}

extension UInt8 {
  fileprivate var isLetterByte: Bool {
    (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self)
  }
  fileprivate var isBlankByte: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  fileprivate var endsAttributeName: Bool {
    self == UInt8(ascii: "=") || self == UInt8(ascii: ">") || self == UInt8(ascii: "/")
  }
  fileprivate var isNameByte: Bool {
    isLetterByte || (0x30...0x39).contains(self) || self == 0x2D || self == 0x3A || self == 0x5F
  }
}

extension String {
  /// As it may stand between quotation marks in a tag.
  fileprivate var quotable: String {
    guard utf8.contains(UInt8(ascii: "\"")) || utf8.contains(UInt8(ascii: "&")) else { return self }
    return reduce(into: "") { text, character in
      switch character {
      case "&": text += "&amp;"
      case "\"": text += "&quot;"
      default: text.append(character)
      }
    }
  }
}

extension StringProtocol {
  /// Without blanks and line ends at both ends.
  package var trimmedBlanks: String { Substring(self).withoutBlanks }
}

extension Substring {
  fileprivate var withoutBlanks: String {
    let start = drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
