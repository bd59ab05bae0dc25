/// Texts as they will stand on the slide: comments in them are obeyed and gone, what follows a pause
/// appears with it, marks that only some dialects know are read.

import Markup
import Wording

extension SlideComposer {
  /// The inlines without comments, pictures with the sizes their texts tell.
  mutating func settle(_ inlines: [Inline]) -> [Inline] {
    guard
      inlines.contains(where: { $0.needsSettling }) || pending > 0 || source.mayHoldMarks
        || source.hasOwnText
    else {
      return inlines
    }
    var text = PausedText(after: textPause)
    for inline in grouped(inlines) {
      if case .html(let html) = inline.kind {
        obey(html, at: inline.offset)
        text.dropsBlank = true
        continue
      }
      if pending > 0, inline.isVisible { beginAfterPause(at: inline.offset) }
      text.follow(textPause)
      settle(inline, into: &text)
    }
    return text.whole
  }

  private mutating func obey(_ html: String, at offset: Int) {
    guard case .comment(let comment)? = HTMLTokens.of(html).first?.token else { return }
    let before = pending
    obey(comment: comment, at: offset, isInside: true)
    if pending > before { pauseOffset = offset }
  }

  /// A title is there from the beginning: what is under it follows the pause.
  private mutating func beginAfterPause(at offset: Int) {
    guard !isInTitle else { return }
    let start = pauseOffset ?? offset
    flushPauses(at: start)
    (textPause, pauseOffset) = (start, nil)
  }

  private mutating func settle(_ inline: Inline, into text: inout PausedText) {
    var inline = inline
    switch inline.kind {
    case .image(let image): inline.kind = .image(settle(image, at: inline.offset))
    case .text(let words): takeAttributes(words, &inline, into: &text.kept)
    // reveal.js: what would be Markdown's in a formula is protected by backticks.
    case .code(let text) where source.dialect == .reveal:
      if let formula = text.formula { inline.kind = .math(formula, isDisplay: true) }
    case .softBreak where source.keepsLineEnds: inline.kind = .lineBreak
    case .styled(.fragment(let fragment), let inner):
      let before = begin(fragment, at: inline.offset)
      inline.inner = settle(inner)
      returnToStep(before, at: inline.offset + 1)
    case .math(let formula, let isDisplay) where !source.macros.isEmpty:
      let expanded = source.macros.expanding(formula)
      // Nothing but definitions stood there.
      if expanded.trimmed.isEmpty { return }
      inline.kind = .math(expanded, isDisplay: isDisplay)
    case .link(let destination, let inner):
      inline.kind = .link(destination: source.address(destination), settle(inner))
    default: inline.inner = inline.inner.map { settle($0) }
    }
    if case .strikethrough(let inner) = inline.kind, source.isSubscript(inner) {
      // Only a word can be lowered.
      guard !inner.plainText.contains(" ") else {
        let tilde = Inline(.text("~"), at: inline.offset)
        return ([tilde] + inner + [tilde]).forEach { text.append($0) }
      }
      inline.kind = .styled(.subscript, inner)
    }
    guard case .text(let words) = inline.kind else { return text.append(inline) }
    if source.dialect == .slidev { inline.kind = .text(withValues(words, at: inline.offset)) }
    inline = source.withSmartMarks(withoutShortcodes(inline), after: text.last)
    inline = source.withExamples(inline)
    for part in source.withFootnotes(inline).flatMap({ source.withScripts($0) }) {
      text.append(part)
    }
  }

  /// Vue's `{{ $slidev.configs.title }}`: what the front matter says; other expressions stay.
  private mutating func withValues(_ text: String, at offset: Int) -> String {
    guard text.holds("{{") else { return text }
    var (done, rest) = ("", text[...])
    while let start = rest.place(of: "{{"), let end = rest[start...].place(of: "}}") {
      let expression = rest[start..<end].dropFirst(2).trimmedBlanks
      done += rest[..<start]
      if let value = source.settings.value(ofExpression: expression) {
        done += value
      } else {
        done += rest[start..<end] + "}}"
        diagnostics.append(
          .warning(
            Phrase(
              "‘\(expression)’ is not computed here", "«\(expression)» здесь не вычисляется"),
            at: offset))
      }
      rest = rest[end...].dropFirst(2)
    }
    return done + rest
  }

  /// Quarto's `{{< pagebreak >}}` is for a program that makes other pages.
  private mutating func withoutShortcodes(_ inline: Inline) -> Inline {
    guard source.dialect == .pandoc, case .text(let text) = inline.kind, text.holds("{{<") else {
      return inline
    }
    var (kept, rest) = ("", text[...])
    while let start = rest.place(of: "{{<"), let end = rest[start...].place(of: ">}}") {
      let words = rest[start..<end].dropFirst(3).trimmedBlanks
      kept += rest[..<start]
      rest = rest[end...].dropFirst(3)
      diagnostics.append(
        .warning(
          Phrase("shortcode ‘\(words)’: not shown", "шорткод «\(words)»: не показан"),
          at: inline.offset))
    }
    var inline = inline
    inline.kind = .text(kept + rest)
    return inline
  }

  /// What follows a pause that stands in a text before this one, in the same row.
  mutating func settle(cell: [Inline]) -> [Inline] {
    let pause = textPause
    let settled = settle(cell)
    guard let pause, !settled.isEmpty else { return settled }
    return [Inline(.styled(.fragment(.next(1)), settled), at: pause)]
  }
}

extension DeckSettings {
  /// The settings that Slidev's expressions name.
  fileprivate func value(ofExpression expression: String) -> String? {
    let prefixes = ["$slidev.configs.", "$frontmatter.", "configs.", "frontmatter."]
    guard let prefix = prefixes.first(where: { expression.hasPrefix($0) }) else { return nil }
    switch expression.dropFirst(prefix.count) {
    case "title": return title
    case "subtitle": return subtitle
    case "author": return author
    case "date": return date
    default: return nil
    }
  }
}

extension Substring {
  fileprivate func place(of mark: String) -> Index? {
    indices.first { self[$0...].hasPrefix(mark) }
  }
}

/// A text being settled: what follows a pause in it is put into a fragment of its own.
private struct PausedText {
  var kept: [Inline] = []
  /// A comment has gone: of the blanks before and behind it one is enough.
  var dropsBlank = false
  private var done: [Inline] = []
  /// The place of the last pause, and of the one that all of the text follows.
  private var pause: Int?
  private let outer: Int?

  init(after pause: Int?) { (self.pause, outer) = (pause, pause) }

  mutating func follow(_ newer: Int?) {
    guard newer != pause else { return }
    endPart()
    pause = newer
  }

  private mutating func endPart() {
    if let pause, pause != outer, !kept.isEmpty {
      done.append(Inline(.styled(.fragment(.next(1)), kept), at: pause))
    } else {
      done += kept
    }
    kept = []
  }

  var last: Inline? { kept.last ?? done.last }

  var whole: [Inline] {
    mutating get {
      endPart()
      return done
    }
  }

  mutating func append(_ inline: Inline) {
    guard dropsBlank else { return kept.append(inline) }
    dropsBlank = false
    var inline = inline
    if (kept.last ?? done.last)?.endsInBlank != false {
      if inline.kind == .softBreak { return }
      if case .text(let words) = inline.kind {
        inline.kind = .text(String(words.drop { $0 == " " }))
      }
    }
    if inline.kind != .text("") { kept.append(inline) }
  }
}

extension Inline {
  var needsSettling: Bool {
    switch kind {
    case .html, .image, .styled(.fragment, _): true
    case .code(let text): text.formula != nil
    case .text(let text): text.utf8.contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "^") }
    default: inner?.contains { $0.needsSettling } == true
    }
  }

  /// Whether there is anything to be seen.
  var isVisible: Bool {
    switch kind {
    case .text(let text): !text.allSatisfy(\.isWhitespace)
    case .softBreak, .lineBreak, .html: false
    default: inner?.contains(where: \.isVisible) ?? true
    }
  }

  fileprivate var endsInBlank: Bool {
    switch kind {
    case .text(let text): text.last == " "
    case .softBreak, .lineBreak: true
    default: inner?.last?.endsInBlank ?? false
    }
  }
}

extension String {
  /// What stands between two pairs of dollars.
  fileprivate var formula: String? {
    guard utf8.count > 4, hasPrefix("$$"), hasSuffix("$$") else { return nil }
    return String(dropFirst(2).dropLast(2)).trimmedBlanks
  }
}
