/// What slides are made from: the source, how it is to be read, and what is said of the whole talk.

import Markup
import Wording

struct DeckText {
  let lines: SourceLines
  var mask: SourceMask
  let dialect: Dialect
  let settings: DeckSettings
  /// What presenterm's comments have to begin with to be orders.
  var commandPrefix = ""
  /// What begins the notes of a slide in reveal-md, where that is a comment.
  var notesMark = "<!-- n -->"
  let files: DeckFiles
  var isLiterate = false
  /// patat: `wrap: true` makes paragraphs flow.
  var wraps = false
  var isSmart: Bool { dialect.isSmart || settings.isSmart }
  var keepsLineEnds: Bool { dialect.keepsLineEnds && !wraps }
  /// What the slides have to know of each other.
  var outline = Outline()

  var macros = TeXMacros()

  /// The links that are defined for all slides, where these are not read together.
  var definitions = LinkDefinitions()

  /// Where a link leads: without the blanks around it, and to a slide where Slidev's author means one.
  func address(_ destination: String) -> String {
    let address = destination.trimmedBlanks
    guard dialect == .slidev, address.hasPrefix("/"), Int(address.dropFirst()) != nil else {
      return address
    }
    return "#" + address.dropFirst()
  }

  func definitions(for range: Range<Int>) -> [UInt8] {
    definitions.bytes(for: lines.bytes[range])
  }

  /// Looks for what parts that are read for themselves may refer to.
  mutating func findDefinitions(from start: Int) {
    let places = LineWalk(lines, in: start..<lines.bytes.count).filter { line in
      line.kind == .text && line.indent < 4 && line.first == UInt8(ascii: "[")
        && lines.text(in: line.start..<line.range.upperBound).definesLink
    }
    let ranges = places.map { $0.start..<$0.range.upperBound }
    definitions =
      LinkDefinitions(ranges, of: lines)
      ?? LinkDefinitions(ranges.filter { LinkDefinitions([$0], of: lines) != nil }, of: lines)
      ?? LinkDefinitions()
  }

  /// Whether text may hold marks of footnotes.
  var mayHoldMarks: Bool { !mask.footnotes.isEmpty }

  /// The blocks of the footnote that is defined under a label.
  func footnote(_ label: String) -> [Block] {
    guard let note = mask.footnotes[label] else { return [] }
    return MarkdownReader(lines, patches: note.indents).document(in: note.range).blocks
  }

  /// Whether the dialect reads ordinary text and lists in ways of its own.
  var hasOwnText: Bool {
    keepsLineEnds || dialect.starsAreSteps || hasScriptMarks || hasDefinitions
      || dialect == .remark || dialect == .slidev || isSmart
  }

  func lineEnd(after offset: Int) -> Int {
    lines.range(ofLine: lines.line(at: offset)).upperBound
  }

  /// The words between two places, for the speaker.
  func note(from start: Int, to end: Int) -> String {
    let text = lines.text(in: start..<max(start, end))
    // Where HTML begins the note, its tag is no word of it.
    guard text.hasPrefix("<"), let close = text.firstIndex(of: ">") else {
      return text.trimmedBlanks
    }
    return text[text.index(after: close)...].trimmedBlanks
  }

  // MARK: Code

  /// Lines that a program needs and the audience does not.
  func hideLines(of code: inout CodeBlock) {
    if code.info.hasPrefix("{") { code.lines.removeFirst(code.options.count) }
    guard let prefix = hiddenPrefix(code.display.language) else { return }
    code.lines.removeAll { line in
      line.text.hasPrefix(prefix) || line.text == prefix.trimmed
    }
  }

  /// Whether a block is a chunk of knitr's or Quarto's that prepares the others and is not shown.
  func isSetUp(_ block: Block) -> Bool {
    guard dialect == .pandoc || dialect == .remark, case .code(let code) = block.kind,
      code.info.hasPrefix("{")
    else {
      return false
    }
    return !CodeAttributes(info: code.info).isIncluded
      || code.options.contains { $0.text.filter { $0 != " " }.hasSuffix("|include:false") }
  }

  /// Literate Haskell marks its code like a quote.
  func literateCode(_ block: Block) -> Block? {
    guard isLiterate else { return nil }
    let first = lines.line(at: block.range.lowerBound)
    let last = lines.line(at: max(block.range.lowerBound, block.range.upperBound - 1))
    let texts = (first...last).map { number in
      SourceText(lines.text(ofLine: number), at: lines.range(ofLine: number).lowerBound).dropping(2)
    }
    var code = CodeBlock(
      info: "haskell", isFenced: true, infoOffset: block.range.lowerBound, lines: texts)
    code.display.language = "haskell"
    return Block(.code(code), block.range)
  }

  private func hiddenPrefix(_ language: String) -> String? {
    switch (dialect, language) {
    case (.presenterm, "rust"), (.presenterm, "rust-script"): "# "
    case (.presenterm, "elixir"): "## "
    case (.presenterm, _): "/// "
    case (.slides, _): "///"
    default: nil
    }
  }
}

extension String {
  /// A footnote looks alike.
  fileprivate var definesLink: Bool { holds("]:") && !hasPrefix("[^") }
}

extension CodeBlock {
  /// Quarto's settings of a chunk, which stand in remarks of its language.
  fileprivate var options: ArraySlice<SourceText> {
    lines.prefix { line in ["#|", "//|", "--|", "%%|"].contains { line.text.hasPrefix($0) } }
  }
}
