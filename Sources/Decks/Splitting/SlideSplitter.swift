/// Where one slide ends and the next begins.

import Markup

struct SlideSplitter {
  let source: DeckText
  /// Settings that decide where slides begin.
  var rules: SplittingRules

  /// The sections of a whole deck.
  func sections(of blocks: [Block]) -> [Section] {
    var rules = rules
    if rules.dividesAtLevel {
      let level = rules.level ?? splittingLevel(blocks)
      rules.divider = level > 0 ? Set(1...level) : []
    }
    return SlideSplitter(source: source, rules: rules).split(blocks)
  }

  private func split(_ blocks: [Block]) -> [Section] {
    guard blocks.contains(where: isSeparator) || hasSlideStarts else {
      return rules.usesHeadings ? byHeadings(blocks) : [Section(blocks: blocks)]
    }
    return withoutEmptyEnds(cut(blocks))
  }

  /// The sections between separators.
  func cut(_ blocks: [Block]) -> [Section] {
    var sections = [Section()]
    var previous: Block?
    let inner = divided(blocks)
    for (index, block) in blocks.enumerated() {
      defer { previous = block }
      if let count = rules.blankLines, !sections[sections.count - 1].blocks.isEmpty,
        source.hasGap(of: count, after: previous), !goesOn(sections[sections.count - 1], block)
      {
        sections.append(Section())
      }
      if isSeparator(block) {
        sections.append(Section())
      } else if case .matter(let range)? = source.mask.marks(of: block).first?.mark {
        sections[sections.count - 1]
          .take(YAMLReader(source.lines.bytes[range], at: range.lowerBound))
      } else if case .properties(let value)? = source.mask.marks(of: block).first?.mark {
        sections[sections.count - 1].matter = value
      } else {
        if startsSlide(block), !inner.contains(index), !isFresh(sections[sections.count - 1]) {
          sections.append(Section())
        }
        sections[sections.count - 1].blocks.append(block)
      }
    }
    return sections
  }

  /// Whether a list goes on with the one above, from which only a remark on its items parts it.
  private func goesOn(_ section: Section, _ block: Block) -> Bool {
    guard case .list(let list) = block.kind,
      case .list(let above)? = section.blocks.last(where: { !$0.isHTML })?.kind
    else { return false }
    return list.marker.isLike(above.marker)
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

  private func isSeparator(_ block: Block) -> Bool {
    let ends = rules.ends
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
    if sections.first?.isEmpty == true { sections.removeFirst() }
    if sections.last?.isEmpty == true { sections.removeLast() }
    return Array(sections)
  }

  // MARK: Headings

  private func byHeadings(_ blocks: [Block]) -> [Section] {
    let level = rules.level ?? splittingLevel(blocks)
    let levels = headingLevels(blocks)
    var sections: [Section] = []
    for (index, block) in blocks.enumerated() {
      let isOpen = sections.last.map { isFresh($0) } ?? false
      if let own = levels[index], own <= level, !isOpen {
        sections.append(Section(blocks: [block]))
      } else if sections.isEmpty || standsAlone(levels[max(0, index - 1)], above: level) {
        sections.append(Section(blocks: [block]))
      } else {
        sections[sections.count - 1].blocks.append(block)
      }
    }
    return sections
  }

  /// patat's headings above the level of slides are slides of their own.
  private func standsAlone(_ heading: Int?, above level: Int) -> Bool {
    source.dialect == .patat && heading.map { $0 < level } == true
  }

  /// The least level that is directly followed by something else than a heading (Pandoc's rule);
  /// a single title above others of a lower level does not count (lookatme's).
  private func splittingLevel(_ blocks: [Block]) -> Int {
    let levels = headingLevels(blocks)
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

  /// The levels of headings that may begin a slide.
  private func headingLevels(_ blocks: [Block]) -> [Int?] {
    let inner = divided(blocks)
    return blocks.enumerated().map { index, block in
      if case .heading(let level, _) = block.kind, !inner.contains(index) { level } else { nil }
    }
  }

  // MARK: Divisions

  /// The places of the blocks that stand in a division. One that does not end before the next rule
  /// holds nothing.
  private func divided(_ blocks: [Block]) -> DividedPlaces {
    var places = DividedPlaces()
    guard !source.mask.marks.isEmpty else { return places }
    var open: [Int] = []
    for (index, block) in blocks.enumerated() {
      if isSeparator(block) { open = [] }
      for (mark, _) in source.mask.marks(of: block) {
        switch mark {
        case .division: open.append(index)
        case .endDivision:
          if let start = open.popLast(), open.isEmpty { places.add(start..<index) }
        default: break
        }
      }
    }
    return places
  }
}

/// Places of blocks, in their order.
private struct DividedPlaces {
  private var ranges: [Range<Int>] = []

  mutating func add(_ range: Range<Int>) { ranges.append(range) }

  func contains(_ place: Int) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= place { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(place)
  }
}

extension List.Marker {
  /// Whether both mark items of one list.
  fileprivate func isLike(_ other: List.Marker) -> Bool {
    switch (self, other) {
    case (.bullet(let sign), .bullet(let mark)): sign == mark
    case (.ordered(_, let sign), .ordered(_, let mark)): sign == mark
    default: false
    }
  }
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
