/// tpp's decks: lines as they stand, and lines of commands that begin with two dashes.

import Markup

/// The commands of tpp 1.3.
enum TppCommand {
  static func isKnown(_ name: String) -> Bool {
    // No set: the lines of a deck in any dialect are looked at before the first slide is shown.
    switch name {
    case "author", "title", "date", "bgcolor", "fgcolor", "color", "newpage", "heading",
      "withborder", "horline", "left", "center", "right", "sleep", "beginoutput", "endoutput",
      "beginshelloutput", "endshelloutput", "boldon", "boldoff", "revon", "revoff", "ulon", "uloff",
      "beginslideleft", "endslideleft", "beginslideright", "endslideright", "beginslidetop",
      "endslidetop", "beginslidebottom", "endslidebottom", "huge", "sethugefont", "exec", "footer",
      "header":
      true
    default: false
    }
  }
}

struct TppReader {
  private let lines: SourceLines
  private let today: CalendarDay?
  private var sections = [Section()]
  private(set) var settings: [String: SourceText] = [:]
  private var text: [SourceText] = []
  /// The paragraph that may go on, in another look.
  private var paragraph: [Inline] = []
  /// Where the last line stood that has a side of its own, and which.
  private var aligned: (side: String, offset: Int)?
  private var output: [SourceText]?
  private var isBold = false
  private var isReversed = false
  private var isUnderlined = false
  private var color: String?

  static func deck(
    _ lines: SourceLines, today: CalendarDay?
  ) -> (settings: [String: SourceText], sections: [Section]) {
    var reader = TppReader(lines: lines, today: today)
    for number in 0..<lines.count {
      let offset = lines.range(ofLine: number).lowerBound
      reader.read(SourceText(lines.text(ofLine: number), at: offset))
    }
    reader.endOutput()
    reader.flush()
    reader.sections.removeAll { $0.blocks.isEmpty }
    // What stands before the first page is the title, which has a page of its own.
    if reader.settings["title"] != nil, !reader.sections.isEmpty {
      reader.sections[0].style.isLead = true
    }
    return (reader.settings, reader.sections)
  }

  private init(lines: SourceLines, today: CalendarDay?) {
    self.lines = lines
    self.today = today
  }

  private mutating func read(_ line: SourceText) {
    let text = line.text
    if text.hasPrefix("--##") { return put(.html("<!-- note:" + text.dropFirst(4) + " -->"), line) }
    if text.hasPrefix("---") { return put(.html("<!-- pause -->"), line) }
    if text.hasPrefix("--") {
      let name = text.dropFirst(2).prefix { $0 != " " }
      if TppCommand.isKnown(String(name)) {
        let rest = line.trimmedStart(dropping: 2 + name.count)
        return obey(String(name), rest, line)
      }
      if text.hasPrefix("--include-file") { return }
    }
    // Programs are not run when a deck is read, or at all.
    if text.hasPrefix("$$") || text.hasPrefix("$%") { return put(.html("<!-- // -->"), line) }
    if output != nil { output?.append(line) } else { self.text.append(line) }
  }

  private mutating func obey(_ name: String, _ rest: SourceText, _ line: SourceText) {
    switch name {
    case "title":
      settings[name] = rest
      let heading = Block.Kind.heading(level: 1, [Inline(.text(rest.text), at: rest.offset)])
      let end = rest.offset + rest.text.utf8.count
      // Wherever it is told of, it stands above the rest.
      sections[sections.count - 1].blocks.insert(Block(heading, rest.offset..<end), at: 0)
    case "author": putSetting(name, rest, line)
    case "date": putSetting(name, dated(rest), line)
    case "header", "footer": settings[name] = rest
    case "newpage":
      endOutput()
      flush()
      sections.append(Section())
    case "heading": if !rest.text.isEmpty { putHeading(rest, level: 1, line) }
    case "huge": putHuge(rest, line)
    case "horline": put(.thematicBreak("*"), line)
    case "center", "right", "left": putAligned(name, rest, line)
    case "beginoutput", "beginshelloutput":
      flush()
      output = []
    case "endoutput", "endshelloutput": endOutput()
    case "color":
      flush(goesOn: true)
      let isNone = rest.text.isEmpty || rest.text == "default" || rest.text == "white"
      color = isNone ? nil : rest.text
    case "boldon", "boldoff": turn(\.isBold, on: name == "boldon")
    case "revon", "revoff": turn(\.isReversed, on: name == "revon")
    case "ulon", "uloff": turn(\.isUnderlined, on: name == "ulon")
    default: break
    }
  }

  private mutating func putSetting(_ name: String, _ words: SourceText, _ line: SourceText) {
    settings[name] = words
    if !words.text.isEmpty { putAligned("center", words, line) }
  }

  /// `today`, and how it is to be written.
  private func dated(_ words: SourceText) -> SourceText {
    guard words.text.hasPrefix("today") else { return words }
    let format = words.text.dropFirst(5).trimmedBlanks
    return SourceText(today?.text(today: format) ?? "", at: words.offset)
  }

  private mutating func turn(_ switched: WritableKeyPath<TppReader, Bool>, on isOn: Bool) {
    flush(goesOn: true)
    self[keyPath: switched] = isOn
  }

  // MARK: Blocks

  private mutating func put(_ kind: Block.Kind, _ line: SourceText) {
    // Output that is interrupted goes on behind.
    if output?.isEmpty == false {
      endOutput()
      output = []
    }
    flush()
    let range = line.offset..<line.offset + line.text.utf8.count
    sections[sections.count - 1].blocks.append(Block(kind, range))
  }

  private mutating func putHeading(_ words: SourceText, level: Int, _ line: SourceText) {
    put(.heading(level: level, [Inline(.text(words.text), at: words.offset)]), line)
  }

  private mutating func putHuge(_ words: SourceText, _ line: SourceText) {
    put(.html("<!-- font_size: 4 -->"), line)
    putHeading(words, level: 1, line)
    put(.html("<!-- font_size: 1 -->"), line)
  }

  private mutating func putAligned(_ side: String, _ words: SourceText, _ line: SourceText) {
    let inlines = styled([Inline(.text(words.text), at: words.offset)])
    defer { aligned = (side, line.offset) }
    if goesOnAligned(side, inlines, line) { return }
    put(.html("<div align=\"\(side)\">"), line)
    put(.paragraph(inlines), line)
    put(.html("</div>"), line)
  }

  /// Lines of one side right below each other are one text.
  private mutating func goesOnAligned(
    _ side: String, _ inlines: [Inline], _ line: SourceText
  ) -> Bool {
    let section = sections.count - 1
    let place = sections[section].blocks.count - 2
    guard let above = aligned, above.side == side, place > 0, text.isEmpty, paragraph.isEmpty,
      lines.line(at: line.offset) == lines.line(at: above.offset) + 1,
      case .paragraph(var words) = sections[section].blocks[place].kind
    else { return false }
    // not shared while it grows
    sections[section].blocks[place].kind = .thematicBreak("*")
    words.append(Inline(.lineBreak, at: line.offset))
    words += inlines
    sections[section].blocks[place].kind = .paragraph(words)
    return true
  }

  private mutating func endOutput() {
    let lines = output ?? []
    output = nil
    guard let first = lines.first else { return }
    put(.code(CodeBlock(info: "", isFenced: true, infoOffset: first.offset, lines: lines)), first)
  }

  /// Text up to here as paragraphs: lines are kept, an empty one ends a paragraph. With `goesOn` the
  /// last of them is still open: only its look changes.
  private mutating func flush(goesOn: Bool = false) {
    let lines = text
    text = []
    var run: [Inline] = []
    for line in lines {
      if line.text.trimmed.isEmpty {
        extend(with: run)
        run = []
        closeParagraph()
      } else {
        if !run.isEmpty { run.append(Inline(.lineBreak, at: line.offset)) }
        run.append(Inline(.text(line.text), at: line.offset))
      }
    }
    extend(with: run)
    if !goesOn { closeParagraph() }
  }

  private mutating func extend(with run: [Inline]) {
    guard let first = run.first else { return }
    if !paragraph.isEmpty { paragraph.append(Inline(.lineBreak, at: first.offset)) }
    paragraph += styled(run)
  }

  private mutating func closeParagraph() {
    guard let first = paragraph.first, let last = paragraph.last else { return }
    sections[sections.count - 1].blocks.append(
      Block(.paragraph(paragraph), first.offset..<last.offset + 1))
    paragraph = []
  }

  private func styled(_ inlines: [Inline]) -> [Inline] {
    let offset = inlines.first?.offset ?? 0
    var styled = inlines
    if let color { styled = [Inline(.styled(.color(color, on: nil), styled), at: offset)] }
    if isBold { styled = [Inline(.strong(styled), at: offset)] }
    if isReversed { styled = [Inline(.styled(.mark, styled), at: offset)] }
    if isUnderlined { styled = [Inline(.styled(.underline, styled), at: offset)] }
    return styled
  }
}
