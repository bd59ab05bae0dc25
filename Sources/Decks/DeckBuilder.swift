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
  private var settings = DeckSettings()
  private var diagnostics: [Diagnostic]

  /// Reads a deck. Always gives one; what is wrong is told, and what can be shown is shown.
  package static func deck(
    _ lines: SourceLines, path: String = "", as dialect: Dialect? = nil, files: DeckFiles = .none,
    today: CalendarDay? = nil
  ) -> (deck: Deck, diagnostics: [Diagnostic]) {
    var builder = DeckBuilder(lines, path, dialect, files)
    builder.today = today
    let deck = builder.build()
    return (deck, builder.diagnostics.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  private init(_ lines: SourceLines, _ path: String, _ dialect: Dialect?, _ files: DeckFiles) {
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
    var slides: [Slide]
    switch dialect {
    case .mdp: slides = mdpSlides()
    case .tpp: slides = tppSlides()
    default: slides = markdownSlides()
    }
    slides.removeAll(where: \.isSkipped)
    if let title = titleSlide() { slides.insert(title, at: 0) }
    // What stands above and below the slides is plain: its marks have been set on the title slide.
    settings.makePlain()
    for index in slides.indices { slides[index].style.makePlain() }
    if slides.isEmpty {
      diagnostics.append(
        .error(Phrase("the deck has no slides", "в файле нет слайдов"), at: frontMatter.end))
    }
    var deck = Deck(settings: settings, slides: slides)
    deck.reading = reading
    return deck
  }

  private mutating func readSettings() {
    let reader = SettingsReader(frontMatter.entries, dialect)
    settings = reader.settings
    if dialect == .pandoc, frontMatter.entries.isEmpty { readTitleBlock() }
    if dialect == .slides, let date = settings.date, let day = today?.text(pattern: date) {
      settings.date = day
    }
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

  private mutating func markdownSlides() -> [Slide] {
    let mask = SourceMask(lines, from: frontMatter.end, dialect)
    let document = MarkdownReader(mask.lines, original: lines)
      .document(in: frontMatter.end..<lines.bytes.count)
    diagnostics += document.diagnostics
    var text = deckText(mask)
    var sections = SlideSplitter(source: text, rules: rules(document.blocks, text))
      .sections(of: document.blocks)
    if dialect == .slidev, !frontMatter.entries.isEmpty, !sections.isEmpty,
      sections[0].matter == nil
    {
      sections[0].matter = YAML(.mapping(frontMatter.entries), at: 0)
    }
    text.outline = Outline(&sections, dialect)
    var running = RunningStyle(frontMatter.entries)
    let slides = sections.map { section in
      var section = section
      if dialect == .slidev { section.takeFencedMatter() }
      section.style = running.style(of: section, text)
      return compose(section, text)
    }
    diagnostics += text.unusedFootnotes(in: slides)
    return slides
  }

  private func deckText(_ mask: SourceMask) -> DeckText {
    var text = DeckText(
      lines: lines, mask: mask, dialect: dialect, settings: settings, files: files)
    text.isLiterate = isLiterate
    text.wraps = options["wrap"].map { $0.bool ?? ($0.integer != nil) } ?? false
    text.commandPrefix = options["command_prefix"]?.text ?? ""
    for note in mask.footnotes where text.footnotes[note.label] == nil {
      text.footnotes[note.label] = note.paragraphs.flatMap { range in
        MarkdownReader(lines).document(in: range).blocks
      }
    }
    return text
  }

  private mutating func compose(_ section: Section, _ text: DeckText) -> Slide {
    var (slide, found) = SlideComposer.slide(section, text)
    diagnostics += found
    if let problem = section.problem { diagnostics.append(problem) }
    if let matter = section.matter { slide.take(matter) }
    return slide
  }

  private func rules(_ blocks: [Block], _ text: DeckText) -> SplittingRules {
    var rules = SplittingRules(ends: .rules)
    switch dialect {
    case .presenterm:
      rules.titlesStart = options["implicit_slide_ends"]?.bool ?? false
      // Whoever never ends a slide otherwise means the rules.
      let endsSlides = blocks.contains(where: text.isSlideEnd)
      let isShorthand = options["end_slide_shorthand"]?.bool ?? false
      rules.ends = isShorthand || !endsSlides && !rules.titlesStart ? .rules : []
      rules.usesHeadings = !endsSlides && !isShorthand && !rules.titlesStart
    case .slides:
      rules.ends = []
      rules.usesHeadings = false
    case .patat, .lookatme, .marp: rules.ends = .anyRules
    case .pandoc:
      rules.ends = .anyRules
      rules.dividesAtLevel = true
    case .reveal: rules.separate(by: options)
    default: break
    }
    rules.level = (options["slide_level"] ?? options["slide-level"])?.integer
      .map { max(0, min($0, 6)) }
    if dialect == .marp {
      rules.usesHeadings = false
      rules.divider = Self.divider(
        options["headingDivider"] ?? text.ordered("headingDivider", blocks))
    }
    return rules
  }

  /// `2` means levels 1 and 2, `[2, 4]` just these.
  private static func divider(_ value: YAML?) -> Set<Int>? {
    if let level = value?.integer { return level >= 1 ? Set(1...min(level, 6)) : nil }
    let levels = value?.elements.compactMap(\.integer) ?? []
    return levels.isEmpty ? nil : Set(levels)
  }

  // MARK: Other languages

  private mutating func mdpSlides() -> [Slide] {
    let (header, sections) = MdpReader.deck(lines)
    let words = header.map(\.text)
    settings.title = words.first ?? settings.title
    settings.author = words.dropFirst().first ?? settings.author
    settings.date = words.dropFirst(2).first ?? settings.date
    return compose(sections)
  }

  private mutating func tppSlides() -> [Slide] {
    let (found, sections) = TppReader.deck(lines, today: today)
    settings.title = found["title"]?.text
    settings.author = found["author"]?.text
    settings.date = found["date"]?.text
    if let footer = found["footer"]?.text { settings.footer = Template(center: footer) }
    if let header = found["header"]?.text { settings.header = Template(center: header) }
    return compose(sections)
  }

  private mutating func compose(_ sections: [Section]) -> [Slide] {
    let text = deckText(SourceMask(lines, from: lines.bytes.count, dialect))
    return sections.map { compose($0, text) }
  }

  // MARK: The title slide

  /// presenterm and Pandoc make one of what the front matter says; others if they are asked to.
  private func titleSlide() -> Slide? {
    let isWanted = options["title_slide"]?.bool ?? dialect.hasTitleSlide
    guard isWanted, settings.title != nil || hasIntroduction else { return nil }
    var slide = Slide(range: 0..<0)
    slide.style.isLead = true
    slide.title = inlines(settings.title)
    let lines = [
      settings.subtitle, settings.event, settings.location, settings.date, settings.author,
    ]
    slide.items = lines.compactMap { $0 }.filter { !$0.isEmpty }.map { text in
      .block(Block(.paragraph(inlines(text) ?? []), 0..<0))
    }
    return slide
  }

  private var hasIntroduction: Bool {
    dialect == .presenterm
      && [settings.subtitle, settings.event, settings.location, settings.date, settings.author]
        .contains { $0 != nil }
  }

  /// A value of the front matter, which may hold Markdown.
  private func inlines(_ text: String?) -> [Inline]? {
    text.map { $0.asInlines }
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

  /// A block of comments with those that end a slide on their own: what follows them on the next
  /// line belongs to the next slide.
  func partedAtEnds(_ block: Block) -> [Block] {
    guard case .html(let html) = block.kind, isSlideEnd(block) else { return [block] }
    var parts: [Block] = []
    let bytes = Array(html.utf8)
    let add = { (range: Range<Int>, parts: inout [Block]) in
      let text = String(decoding: bytes[range], as: UTF8.self)
      guard !text.allSatisfy(\.isWhitespace) else { return }
      let base = block.range.lowerBound
      parts.append(Block(.html(text), base + range.lowerBound..<base + range.upperBound))
    }
    let tokens = HTMLTokens.of(html)
    var start = 0
    for (index, piece) in tokens.enumerated() where isSlideEnd(piece.token) {
      let end = index + 1 < tokens.count ? tokens[index + 1].offset : bytes.count
      add(start..<piece.offset, &parts)
      add(piece.offset..<end, &parts)
      start = end
    }
    add(start..<bytes.count, &parts)
    return parts
  }

  /// Whether a block holds presenterm's order to end the slide.
  func isSlideEnd(_ block: Block) -> Bool {
    guard case .html(let html) = block.kind, html.contains("end_slide") else { return false }
    return HTMLTokens.of(html).contains { isSlideEnd($0.token) }
  }

  private func isSlideEnd(_ token: HTMLToken) -> Bool {
    guard case .comment(let text) = token else { return false }
    return Directive.all(inComment: text, prefix: commandPrefix).contains(.endSlide)
  }
}
