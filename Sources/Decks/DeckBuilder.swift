/// A document to a deck: the dialect is found, settings are read, slides are cut and composed, and
/// what was wrong is told.

import Markup
import Wording

package struct DeckBuilder {
  private let lines: SourceLines
  private let files: DeckFiles
  private let isLiterate: Bool
  private let frontMatter: FrontMatter
  private let reading: Reading
  private var options: [String: YAML] = [:]
  /// The day of the talk, for decks that name it by a pattern.
  private var today: CalendarDay?
  /// The talk's short form is wanted.
  private var isShort = false
  private var settings = DeckSettings()
  private var diagnostics: [Diagnostic]
  /// Slides are read when they are asked for, wherever the lines tell where they begin.
  private let isLazy: Bool
  private let mostLines: Int

  /// Reads a deck. Always gives one; what is wrong is told, and what can be shown is shown.
  package static func deck(
    _ lines: SourceLines, path: String = "", as dialect: Dialect? = nil, files: DeckFiles = .none,
    today: CalendarDay? = nil, isShort: Bool = false, isLazy: Bool = true,
    mostLines: Int = Limits.lines
  ) -> (deck: Deck, diagnostics: [Diagnostic]) {
    var builder = DeckBuilder(lines, path, dialect, files, isLazy, mostLines)
    builder.today = today
    builder.isShort = isShort
    let deck = builder.build()
    return (deck, builder.diagnostics.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  private init(
    _ lines: SourceLines, _ path: String, _ dialect: Dialect?, _ files: DeckFiles,
    _ isLazy: Bool, _ mostLines: Int
  ) {
    self.isLazy = isLazy
    self.mostLines = mostLines
    self.lines = lines
    self.files = files
    isLiterate = path.hasSuffix(".lhs")
    frontMatter = FrontMatter(lines)
    diagnostics = frontMatter.diagnostics
    reading =
      dialect.map { Reading(dialect: $0) }
      ?? DialectDetector.reading(
        of: lines, path: path, frontMatter: frontMatter.entries, from: frontMatter.end)
  }

  private var dialect: Dialect { reading.dialect }

  private mutating func build() -> Deck {
    readSettings()
    var (sources, reader) = readSources()
    let maySkip =
      lines.hold("skip_slide") || lines.hold("skip:") || lines.hold("visibility=")
    sources.removeAll { source in
      guard maySkip || source.hasMatter else { return false }
      let slide = reader.read(source).slide
      return slide.isSkipped || isShort && slide.isSkippedInShort
    }
    if let title = titleSlide() { sources.insert(.made(title), at: 0) }
    // What stands above and below the slides is plain: its marks have been set on the title slide.
    settings.makePlain()
    if sources.isEmpty {
      diagnostics.append(
        .error(Phrase("the deck has no slides", "в файле нет слайдов"), at: frontMatter.end))
    }
    var deck = Deck(settings: settings, slides: Slides(sources, reader))
    deck.reading = reading
    return deck
  }

  private mutating func readSources() -> ([SlideSource], SlideReader) {
    switch dialect {
    case .mdp: return mdpSources()
    case .tpp: return tppSources()
    default: return markdownSources()
    }
  }

  private mutating func readSettings() {
    let reader = SettingsReader(frontMatter.entries, dialect)
    settings = reader.settings
    if dialect == .pandoc, frontMatter.entries.isEmpty { readTitleBlock() }
    if dialect == .slides, let date = settings.date, let day = today?.text(pattern: date) {
      settings.date = day
    }
    if dialect == .lookatme, settings.date == "now" { settings.date = today?.iso ?? settings.date }
    if dialect == .pandoc, ["\\today", "today", "now", "last-modified"].contains(settings.date) {
      settings.date = today?.iso ?? ""
    }
    if dialect.isSmart || settings.isSmart { settings.title = settings.title?.smart(after: nil) }
    options = reader.options
    diagnostics += reader.diagnostics
  }

  /// Pandoc's first lines: title, authors, date, each behind a `%`.
  private mutating func readTitleBlock() {
    let block = (0..<min(3, lines.count)).map { lines.text(ofLine: $0) }.prefix {
      $0.hasPrefix("%")
    }
    let words = block.map { $0.dropFirst().trimmedBlanks }
    settings.title = words.first
    settings.author = words.dropFirst().first
    settings.date = words.dropFirst(2).first
  }

  // MARK: Markdown

  private mutating func markdownSources() -> ([SlideSource], SlideReader) {
    let text = deckText(SourceMask(lines, from: frontMatter.end, dialect))
    var reader = SlideReader(text: text, rules: rules(endsSlides: lines.hold("end_slide")))
    let sources = outlined(&reader) ?? readWhole(&reader)
    return (sources, reader)
  }

  private func rules(endsSlides: Bool) -> SplittingRules {
    var rules = SplittingRules(dialect, options, endsSlides: endsSlides)
    if dialect == .reveal, options["separator"] == nil, options["verticalSeparator"] == nil {
      RevealSeparators(lines, from: frontMatter.end).complete(&rules)
    }
    return rules
  }

  /// The slides by the lines of the deck alone, nil where these do not tell.
  private func outlined(_ reader: inout SlideReader) -> [SlideSource]? {
    guard isLazy, reader.rules.areOfLines, options["separator"] == nil, !looksAround else {
      return nil
    }
    var signs = SlideSigns(ends: reader.rules.ends, texts: reader.rules.texts)
    signs.commandPrefix = reader.text.commandPrefix
    signs.mayEndSlides = lines.hold("end_slide")
    signs.needsSlideEnds = dialect == .presenterm && signs.ends.isEmpty
    signs.mayDefine = lines.hold("]:")
    guard let outline = DeckOutline(reader.text.mask, from: frontMatter.end, signs),
      let definitions = outline.linkDefinitions
    else { return nil }
    reader.text.definitions = definitions
    var sources = outline.parts.flatMap(reader.sources)
    // A rule before the first slide or after the last makes no slide.
    if sources.first?.isEmpty == true { sources.removeFirst() }
    if sources.last?.isEmpty == true { sources.removeLast() }
    return sources
  }

  /// Whether slides have to know of each other.
  private var looksAround: Bool {
    switch dialect {
    case .marp, .slidev, .pandoc, .remark: true
    case .patat: lines.hold("(@")
    case .presenterm: lines.hold("[[")
    default: false
    }
  }

  /// Where to stop reading a deck that has more blocks than there is memory for.
  private mutating func endOfWhole() -> Int {
    let end = max(frontMatter.end, lines.start(ofLine: mostLines))
    if end < lines.bytes.count {
      diagnostics.append(
        .error(
          Phrase(
            "the rest is left out: over \(mostLines) lines in a deck that is read as a whole",
            "остальное опущено: строк больше \(mostLines), а файл читается целиком"), at: end))
    }
    return end
  }

  /// The slides by all the blocks of the deck.
  private mutating func readWhole(_ reader: inout SlideReader) -> [SlideSource] {
    let document = reader.document(in: frontMatter.end..<endOfWhole())
    diagnostics += document.diagnostics
    var text = reader.text
    let endsSlides = document.blocks.contains(where: text.isSlideEnd)
    reader.rules = rules(endsSlides: endsSlides)
    if dialect == .marp {
      reader.rules.divide(
        at: options["headingDivider"] ?? text.ordered("headingDivider", document.blocks))
    }
    var sections = SlideSplitter(source: text, rules: reader.rules).sections(of: document.blocks)
    if dialect == .slidev, !frontMatter.entries.isEmpty, !sections.isEmpty,
      sections[0].matter == nil
    {
      sections[0].matter = YAML(.mapping(frontMatter.entries), at: 0)
    }
    if dialect == .remark {
      sections = RemarkTemplates.resolved(sections)
      if lines.hold("]:") { text.findDefinitions(from: frontMatter.end) }
    }
    text.outline = Outline(&sections, dialect)
    reader.text = text
    var running = RunningStyle(frontMatter.entries)
    return sections.map { section in
      var section = section
      if dialect == .slidev { section.takeFencedMatter() }
      section.style = running.style(of: section, text)
      return .section(section)
    }
  }

  private func deckText(_ mask: SourceMask) -> DeckText {
    var text = DeckText(
      lines: lines, mask: mask, dialect: dialect, settings: settings, files: files)
    text.isLiterate = isLiterate
    text.macros = TeXMacros(in: lines)
    text.wraps = options["wrap"].map { $0.bool ?? ($0.integer != nil) } ?? false
    text.commandPrefix = options["command_prefix"]?.text ?? ""
    if let mark = options["notesSeparator"]?.text?.withoutPattern { text.notesMark = mark }
    return text
  }

  // MARK: Other languages

  private mutating func mdpSources() -> ([SlideSource], SlideReader) {
    let header = MdpReader.header(of: lines)
    let words = header.words.map(\.text)
    settings.title = words.first ?? settings.title
    settings.author = words.dropFirst().first ?? settings.author
    settings.date = words.dropFirst(2).first ?? settings.date
    let reader = ownReader
    if isLazy, let outline = MdpOutline(lines, fromLine: header.end) {
      let isOpenEnd = outline.parts.last.map { reader.section(in: $0).isEmpty } ?? false
      return (outline.parts.dropLast(isOpenEnd ? 1 : 0).map { .text($0) }, reader)
    }
    let rest = lines.start(ofLine: header.end)..<lines.bytes.count
    let sections = MdpReader.sections(in: rest, of: lines)
    let isOpenEnd = sections.last?.isEmpty ?? false
    return (sections.dropLast(isOpenEnd ? 1 : 0).map { .section($0) }, reader)
  }

  private mutating func tppSources() -> ([SlideSource], SlideReader) {
    let (found, sections) = TppReader.deck(lines, today: today)
    settings.title = found["title"]?.text
    settings.author = found["author"]?.text
    settings.date = found["date"]?.text
    if let footer = found["footer"]?.text { settings.footer = Template(center: footer) }
    if let header = found["header"]?.text { settings.header = Template(center: header) }
    return (sections.map { .section($0) }, ownReader)
  }

  /// For what is no Markdown.
  private var ownReader: SlideReader {
    let text = deckText(SourceMask(lines, from: lines.bytes.count, dialect))
    return SlideReader(text: text, rules: SplittingRules(dialect, options, endsSlides: false))
  }

  // MARK: The title slide

  /// presenterm and Pandoc make one of what the front matter says; others if they are asked to.
  private func titleSlide() -> Slide? {
    let isWanted = options["title_slide"]?.bool ?? options["seal"]?.bool ?? dialect.hasTitleSlide
    guard isWanted, settings.title != nil || hasIntroduction else { return nil }
    let (date, author) = (settings.date, settings.author)
    let words =
      dialect == .pandoc
      ? [settings.subtitle, author, settings.location, date]
      : [settings.subtitle, settings.event, settings.location, date, author]
    let title = settings.title.map { [Block(.heading(level: 1, $0.asInlines), 0..<0)] } ?? []
    let lines = words.compactMap { $0 }.filter { !$0.isEmpty }.map { text in
      Block(.paragraph(text.asInlines.keepingLineEnds), 0..<0)
    }
    let source = deckText(SourceMask(self.lines, from: self.lines.bytes.count, dialect))
    var slide = SlideComposer.slide(Section(blocks: title + lines), source).0
    slide.style.isLead = true
    return slide
  }

  private var hasIntroduction: Bool {
    dialect == .presenterm
      && [settings.subtitle, settings.event, settings.location, settings.date, settings.author]
        .contains { $0 != nil }
  }
}

extension DeckText {
  /// A value that a comment gives to a key, in the first that does.
  func ordered(_ key: String, _ blocks: [Block]) -> YAML? {
    for block in blocks {
      guard case .html(let html) = block.kind, html.contains(key) else { continue }
      for case (.comment(let text), let offset) in HTMLTokens.of(html) {
        let place = block.range.lowerBound + offset
        if let value = YAMLReader(Array(text.utf8)[...], at: place).value?[key] { return value }
      }
    }
    return nil
  }
}
