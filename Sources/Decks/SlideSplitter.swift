/// Where one slide ends and the next begins.

import Markup

/// The blocks of one slide-to-be.
struct Section {
  var blocks: [Block] = []
  /// What the slide's own settings say.
  var matter: YAML?
  /// What is wrong with them.
  var problem: Diagnostic?
  var style = SlideStyle()
  /// Pandoc's example items on the slides before.
  var examplesBefore = 0
  var range: Range<Int> {
    let start = blocks.first?.range.lowerBound ?? matter?.offset ?? 0
    return start..<max(start, blocks.last?.range.upperBound ?? start)
  }
}

extension Section {
  /// Slidev: settings may stand in a fence of YAML before everything else.
  mutating func takeFencedMatter() {
    guard matter == nil, let first = blocks.first, case .code(let code) = first.kind,
      code.isFenced, code.info == "yaml", let line = code.lines.first, line.text.looksLikeEntry
    else { return }
    take(YAMLReader(Array(code.text.utf8)[...], at: line.offset))
    blocks.removeFirst()
  }

  fileprivate mutating func take(_ reader: YAMLReader) {
    (matter, problem) = (
      reader.value, reader.problem?.named("slide's settings", "настройки слайда")
    )
  }
}

struct SlideSplitter {
  let source: DeckText
  /// Settings that decide where slides begin.
  var rules: SplittingRules

  func sections(of blocks: [Block]) -> [Section] {
    let blocks = blocks.flatMap { source.mask.pieces(of: $0).flatMap(source.partedAtEnds) }
    var rules = rules
    if rules.dividesAtLevel {
      let level = rules.level ?? splittingLevel(blocks)
      rules.divider = level > 0 ? Set(1...level) : []
    }
    return SlideSplitter(source: source, rules: rules).cut(blocks)
  }

  private func cut(_ blocks: [Block]) -> [Section] {
    let ends = rules.ends
    guard blocks.contains(where: { isSeparator($0, ends) }) || hasSlideStarts else {
      return rules.usesHeadings ? byHeadings(blocks) : [Section(blocks: blocks)]
    }
    var sections = [Section()]
    var previous: Block?
    for block in blocks {
      defer { previous = block }
      if let count = rules.blankLines, !sections[sections.count - 1].blocks.isEmpty,
        source.hasGap(of: count, after: previous)
      {
        sections.append(Section())
      }
      if isSeparator(block, ends) {
        sections.append(Section())
      } else if case .matter(let range)? = source.mask.marks(of: block).first?.mark {
        sections[sections.count - 1]
          .take(YAMLReader(source.lines.bytes[range], at: range.lowerBound))
      } else {
        if startsSlide(block), !isFresh(sections[sections.count - 1]) { sections.append(Section()) }
        sections[sections.count - 1].blocks.append(block)
      }
    }
    return withoutEmptyEnds(sections)
  }

  private var hasSlideStarts: Bool {
    rules.divider != nil || rules.titlesStart || rules.blankLines != nil
  }

  /// Nothing but orders may stand before the heading that begins a slide.
  private func isFresh(_ section: Section) -> Bool {
    section.blocks.allSatisfy { block in
      block.isHTML && source.mask.marks(of: block).isEmpty
    }
  }

  private func startsSlide(_ block: Block) -> Bool {
    guard case .heading(let level, _) = block.kind else { return false }
    if let divider = rules.divider, divider.contains(level) { return true }
    return rules.titlesStart && source.isSetext(block)
  }

  // MARK: Separators

  private func isSeparator(_ block: Block, _ ends: SplittingRules.Ends) -> Bool {
    switch block.kind {
    case .thematicBreak(let mark):
      if rules.texts.contains(source.line(of: block)) { return true }
      if ends.contains(.exactRules), source.line(of: block) == "---" { return true }
      return ends.contains(.anyRules) || ends.contains(.rules) && mark == "-"
    case .html(let html):
      if rules.texts.contains(html.trimmedBlanks) { return true }
      return source.mask.marks(of: block).contains { $0.mark == .separator }
        || source.isSlideEnd(block)
    case .paragraph: return rules.texts.contains(source.line(of: block))
    default: return false
    }
  }

  /// A rule before the first slide or after the last makes no slide.
  private func withoutEmptyEnds(_ sections: [Section]) -> [Section] {
    var sections = sections[...]
    let isEmpty = { (section: Section) in section.blocks.isEmpty && section.matter == nil }
    if let first = sections.first, isEmpty(first) { sections.removeFirst() }
    if let last = sections.last, isEmpty(last) { sections.removeLast() }
    return Array(sections)
  }

  // MARK: Headings

  private func byHeadings(_ blocks: [Block]) -> [Section] {
    let level = rules.level ?? splittingLevel(blocks)
    var sections: [Section] = []
    for block in blocks {
      let isOpen = sections.last.map { isFresh($0) } ?? false
      if let own = headingLevel(block), own <= level, !isOpen {
        sections.append(Section(blocks: [block]))
      } else if sections.isEmpty {
        sections.append(Section(blocks: [block]))
      } else {
        sections[sections.count - 1].blocks.append(block)
      }
    }
    return sections
  }

  /// The least level that is directly followed by something else than a heading (Pandoc's rule);
  /// a single title above others of a lower level does not count (lookatme's).
  private func splittingLevel(_ blocks: [Block]) -> Int {
    let levels = blocks.map(headingLevel)
    let followed = zip(levels, levels.dropFirst()).compactMap { own, next in
      next == nil ? own : nil
    }
    guard var level = followed.min() else { return levels.compactMap { $0 }.min() ?? 1 }
    let same = levels.filter { $0 == level }.count
    if same == 1, levels.first == level, let deeper = followed.filter({ $0 > level }).min() {
      level = deeper
    }
    return level
  }

  private func headingLevel(_ block: Block) -> Int? {
    if case .heading(let level, _) = block.kind { level } else { nil }
  }
}

/// What separates the slides of a deck.
struct SplittingRules {
  struct Ends: OptionSet {
    let rawValue: Int
    static let rules = Ends(rawValue: 1)
    static let anyRules = Ends(rawValue: 2)
    /// Three dashes and nothing else.
    static let exactRules = Ends(rawValue: 4)
  }

  var ends: Ends
  /// Lines that separate slides, whatever they are otherwise.
  var texts: Set<String> = []
  /// So many blank lines do, too (reveal-md).
  var blankLines: Int?
  /// A deck without separators is split at its headings.
  var usesHeadings = true
  /// The level of the headings at which it is split, where the deck says so.
  var level: Int?
  /// Headings of these levels begin a slide beside the rules.
  var divider: Set<Int>?
  /// Pandoc: headings begin slides beside the rules, as far down as the first that holds text.
  var dividesAtLevel = false
  /// presenterm: a title begins a slide.
  var titlesStart = false
}

extension DeckText {
  /// The line a block begins on.
  func line(of block: Block) -> String {
    lines.text(ofLine: lines.line(at: block.range.lowerBound)).trimmed
  }

  /// Whether a heading is underlined rather than marked with `#`: presenterm's slide titles.
  func isSetext(_ block: Block) -> Bool {
    let line = lines.range(ofLine: lines.line(at: block.range.lowerBound))
    return lines.bytes[line].first { $0 != 0x20 } != UInt8(ascii: "#")
  }
}
