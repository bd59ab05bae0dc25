/// Marks that embrace words, whatever stands between: `[words]{.red}`, `^[a note]`, `\textbf{words}`,
/// `[[note|words]]`.

import Markup

extension SlideComposer {
  /// The inlines with what marks embrace as containers; notes in the text are kept aside.
  mutating func grouped(_ inlines: [Inline]) -> [Inline] {
    guard source.dialect != .mdp, source.dialect != .tpp, inlines.contains(where: \.mayBeGrouped)
    else { return inlines }
    var grouping = InlineGrouping(source)
    for inline in inlines { grouping.take(inline) }
    let whole = grouping.whole
    ownNotes.merge(grouping.notes) { own, _ in own }
    return whole
  }
}

struct InlineGrouping {
  enum Mark: Equatable {
    case root, bracket, note, wikilink, brace
    case command(LaTeXCommand)
    /// remark.js's `.red[`
    case classed([String])

    var isClassed: Bool { if case .classed = self { true } else { false } }
  }

  /// A mark that has begun and not ended, and what follows it.
  private struct Open {
    var mark: Mark
    /// The mark as it is written: without an end it is text.
    var text: String
    var offset: Int
    var inlines: [Inline] = []
  }

  private let source: DeckText
  private let latex: Bool
  private var stack = [Open(mark: .root, text: "", offset: 0)]
  /// By labels that no deck can give.
  private(set) var notes: [String: [Inline]] = [:]
  /// Where in the source the sign that is looked at stands.
  private var place = 0
  private static let deepest = 64

  init(_ source: DeckText) {
    self.source = source
    latex = source.dialect == .pandoc
  }

  var whole: [Inline] {
    mutating get {
      while stack.count > 1 { unwind() }
      return stack[0].inlines
    }
  }

  mutating func take(_ inline: Inline) {
    guard case .text(let text) = inline.kind, !inline.isLiteral else { return append(inline) }
    place = inline.offset
    var rest = text[...]
    while let sign = rest.firstIndex(where: { "[]{}^\\".contains($0) }) {
      add(&rest, upTo: sign)
      read(&rest)
    }
    add(&rest, upTo: rest.endIndex)
  }

  private mutating func append(_ inline: Inline) {
    stack[stack.count - 1].inlines.append(joining: inline)
  }

  private mutating func add(_ rest: inout Substring, upTo end: Substring.Index) {
    guard end > rest.startIndex else { return }
    append(Inline(.text(String(rest[..<end])), at: place))
    skip(&rest, upTo: end)
  }

  private mutating func skip(_ rest: inout Substring, upTo end: Substring.Index) {
    place += rest[..<end].utf8.count
    rest = rest[end...]
  }

  // MARK: Signs

  private mutating func read(_ rest: inout Substring) {
    switch rest.first {
    case "[" where source.dialect == .presenterm && rest.hasPrefix("[["):
      open(.wikilink, &rest, 2)
    case "[" where source.dialect == .remark && openClassed(&rest): break
    case "[": open(.bracket, &rest, 1)
    case "]" where stack.last?.mark.isClassed == true: closeClassed(&rest)
    case "^" where source.hasInlineNotes && rest.hasPrefix("^[") && mayNote: open(.note, &rest, 2)
    case "]" where stack.last?.mark == .bracket: closeBracket(&rest)
    case "]" where stack.last?.mark == .note: closeNote(&rest)
    case "]" where stack.last?.mark == .wikilink: closeWikilink(&rest)
    case "{" where latex && rest.hasPrefix("{\\"): openGroup(&rest)
    case "{" where isInCommand: open(.brace, &rest, 1)
    case "}" where isInCommand: closeBrace(&rest)
    case "\\" where latex: readCommand(&rest)
    default: add(&rest, upTo: rest.index(after: rest.startIndex))
    }
  }

  private mutating func open(_ mark: Mark, _ rest: inout Substring, _ count: Int) {
    let end = rest.index(rest.startIndex, offsetBy: count)
    guard stack.count < Self.deepest else { return add(&rest, upTo: end) }
    stack.append(Open(mark: mark, text: String(rest[..<end]), offset: place))
    skip(&rest, upTo: end)
  }

  private mutating func unwind() {
    guard stack.count > 1, let open = stack.popLast() else { return }
    // `{\centering` may go on over paragraphs.
    if case .command(let command) = open.mark, command.holdsOn, open.text.hasPrefix("{") {
      return append(open.inlines, as: command.kind(open.inlines), at: open.offset)
    }
    append(Inline(.text(open.text), at: open.offset))
    for inline in open.inlines { append(inline) }
  }

  private mutating func closeBracket(_ rest: inout Substring) {
    let next = rest.index(after: rest.startIndex)
    if source.hasCitations, let open = stack.last, open.inlines.isCitation {
      stack.removeLast()
      for inline in open.inlines.cited(at: open.offset) { append(inline) }
      return skip(&rest, upTo: next)
    }
    guard let end = rest[next...].attributesEnd, let open = stack.popLast() else {
      unwind()
      return add(&rest, upTo: next)
    }
    append(open.inlines, as: SpanAttributes(rest[next..<end]).kind(open.inlines), at: open.offset)
    skip(&rest, upTo: end)
  }

  private mutating func append(_ inner: [Inline], as kind: Inline.Kind?, at offset: Int) {
    guard let kind else { return inner.forEach { append($0) } }
    append(Inline(kind, at: offset))
  }

  /// Elsewhere than with Pandoc's a note belongs to the word before it: `^[a-z ]+$` is a pattern.
  private var mayNote: Bool {
    guard source.dialect == .plain else { return true }
    guard let last = stack[stack.count - 1].inlines.last else { return false }
    guard case .text(let text) = last.kind else { return last.isVisible }
    return text.last?.isWhitespace == false
  }

  private mutating func closeNote(_ rest: inout Substring) {
    let next = rest.index(after: rest.startIndex)
    // Elsewhere `^[a-z]` is a pattern sooner than a note, which is a sentence.
    let isNote = source.dialect != .plain || stack.last?.inlines.plainText.contains(" ") == true
    guard isNote, let open = stack.popLast() else {
      unwind()
      return add(&rest, upTo: next)
    }
    append(note: open.inlines, at: open.offset)
    skip(&rest, upTo: next)
  }

  private mutating func append(note inlines: [Inline], at offset: Int) {
    let label = "[\(offset)]"
    notes[label] = inlines
    append(Inline(.footnote(label), at: offset))
  }

  // MARK: Classes

  /// The classes stand before the bracket, in the text that has been taken.
  private mutating func openClassed(_ rest: inout Substring) -> Bool {
    guard stack.count < Self.deepest, let last = stack[stack.count - 1].inlines.last,
      case .text(let text) = last.kind, let start = text.classesStart
    else { return false }
    let mark = String(text[start...])
    let names = mark.split(separator: ".").map(String.init)
    stack[stack.count - 1].inlines.removeLast()
    if start > text.startIndex { append(Inline(.text(String(text[..<start])), at: last.offset)) }
    stack.append(Open(mark: .classed(names), text: mark + "[", offset: place))
    skip(&rest, upTo: rest.index(after: rest.startIndex))
    return true
  }

  private mutating func closeClassed(_ rest: inout Substring) {
    if let open = stack.popLast(), case .classed(let names) = open.mark {
      let braces = "{" + names.map { "." + $0 }.joined(separator: " ") + "}"
      append(open.inlines, as: SpanAttributes(braces[...]).kind(open.inlines), at: open.offset)
    }
    skip(&rest, upTo: rest.index(after: rest.startIndex))
  }

  // MARK: LaTeX

  private var isInCommand: Bool {
    stack.contains { if case .command = $0.mark { true } else { false } }
  }

  private mutating func closeBrace(_ rest: inout Substring) {
    while let mark = stack.last?.mark, [.bracket, .note, .wikilink].contains(mark) { unwind() }
    let next = rest.index(after: rest.startIndex)
    guard let open = stack.last, case .command(let command) = open.mark else {
      unwind()
      return add(&rest, upTo: next)
    }
    stack.removeLast()
    if command.isNote {
      append(note: open.inlines, at: open.offset)
    } else {
      append(open.inlines, as: command.kind(open.inlines), at: open.offset)
    }
    skip(&rest, upTo: next)
  }

  /// `{\small words}`: a command that holds up to the end of the braces around it.
  private mutating func openGroup(_ rest: inout Substring) {
    guard stack.count < Self.deepest, let (command, end) = LaTeXCommand.reading(rest.dropFirst()),
      !command.embraces, command.alone == nil
    else {
      return isInCommand
        ? open(.brace, &rest, 1) : add(&rest, upTo: rest.index(after: rest.startIndex))
    }
    stack.append(Open(mark: .command(command), text: String(rest[..<end]), offset: place))
    skip(&rest, upTo: end)
  }

  private mutating func readCommand(_ rest: inout Substring) {
    guard let (command, end) = LaTeXCommand.reading(rest) else {
      let next = rest.index(after: rest.startIndex)
      guard rest[next...].first == " " else { return add(&rest, upTo: next) }
      // A blank that breaks no line.
      append(Inline(.text("\u{A0}"), at: place))
      return skip(&rest, upTo: rest.index(after: next))
    }
    if command.embraces, stack.count < Self.deepest {
      stack.append(Open(mark: .command(command), text: String(rest[..<end]), offset: place))
    } else if let alone = command.alone {
      append(Inline(alone, at: place))
    }
    skip(&rest, upTo: end)
  }

  // MARK: Wikilinks

  /// A link if a slide is called so, else its words.
  private mutating func closeWikilink(_ rest: inout Substring) {
    let next = rest.index(after: rest.startIndex)
    guard rest.hasPrefix("]]"), let open = stack.last, open.inlines.contains(where: \.isVisible)
    else {
      unwind()
      return add(&rest, upTo: next)
    }
    stack.removeLast()
    let (name, words) = open.inlines.partedAtBar
    let slug = name.trimmedBlanks.slug
    let link = Inline.Kind.link(destination: "#" + slug, words)
    append(words, as: source.outline.holds(slug) ? link : nil, at: open.offset)
    skip(&rest, upTo: rest.index(after: next))
  }
}

extension [Inline] {
  /// What stands before the first bar, and the inlines behind it; without a bar all of them.
  fileprivate var partedAtBar: (name: String, words: [Inline]) {
    for (index, inline) in enumerated() {
      guard case .text(let text) = inline.kind, let bar = text.firstIndex(of: "|") else { continue }
      let rest = text[text.index(after: bar)...].drop { $0 == " " }
      let words = [Inline(.text(String(rest)), at: inline.offset)] + self[(index + 1)...]
      return (self[..<index].map(\.plainText).joined() + text[..<bar], words)
    }
    return (plainText, self)
  }
}

extension DeckText {
  var hasCitations: Bool { dialect == .pandoc || dialect == .patat }

  /// Pandoc's `^[text]`, which does no harm in a deck that is nobody's.
  var hasInlineNotes: Bool { [.plain, .pandoc, .patat].contains(dialect) }
}

extension Inline {
  fileprivate var mayBeGrouped: Bool {
    guard case .text(let text) = kind else { return false }
    return text.utf8.contains { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "\\") }
  }
}

extension String {
  /// Where classes like `.red.bold` begin that end a text; behind letters they are none.
  fileprivate var classesStart: Index? {
    var start = endIndex
    while true {
      let name = self[..<start].reversed().prefix {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_")
      }
      let dot = index(start, offsetBy: -name.count - 1, limitedBy: startIndex)
      guard !name.isEmpty, let dot, self[dot] == "." else { break }
      start = dot
    }
    guard start < endIndex else { return nil }
    let before = self[..<start].last
    return before?.isLetter == true || before?.isNumber == true ? nil : start
  }
}

extension Substring {
  /// Behind `{.class key=value}` at the beginning; nil where no attributes stand there.
  fileprivate var attributesEnd: Index? {
    guard first == "{", let close = prefix(400).firstIndex(of: "}") else { return nil }
    let end = index(after: close)
    return self[..<end].isAttributes ? end : nil
  }
}
