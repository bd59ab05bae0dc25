/// Where one slide ends and the next begins.

import Markup

/// Rules drawn with dashes separate slides; in a deck without any, headings do.
struct SlideSplitter {
  static func groups(of blocks: [Block]) -> [[Block]] {
    if blocks.contains(where: isSeparator) {
      let groups = blocks.split(omittingEmptySubsequences: false, whereSeparator: isSeparator)
      return withoutEmptyEnds(groups.map(Array.init))
    }
    return byHeadings(blocks)
  }

  private static func isSeparator(_ block: Block) -> Bool {
    if case .thematicBreak("-") = block.kind { true } else { false }
  }

  /// A rule before the first slide or after the last makes no slide.
  private static func withoutEmptyEnds(_ groups: [[Block]]) -> [[Block]] {
    var groups = groups[...]
    if groups.first?.isEmpty == true { groups.removeFirst() }
    if groups.last?.isEmpty == true { groups.removeLast() }
    return Array(groups)
  }

  private static func byHeadings(_ blocks: [Block]) -> [[Block]] {
    let level = splittingLevel(blocks)
    var groups: [[Block]] = []
    for block in blocks {
      if let own = headingLevel(block), own <= level {
        groups.append([block])
      } else if groups.isEmpty {
        groups.append([block])
      } else {
        groups[groups.count - 1].append(block)
      }
    }
    return groups
  }

  /// The least level that is directly followed by something else than a heading (Pandoc's rule);
  /// a single title above others of a lower level does not count (lookatme's).
  private static func splittingLevel(_ blocks: [Block]) -> Int {
    let levels = blocks.map(headingLevel)
    let followed = zip(levels, levels.dropFirst() + [nil]).compactMap { own, next in
      next == nil ? own : nil
    }
    guard var level = followed.min() else { return levels.compactMap { $0 }.min() ?? 1 }
    let same = levels.filter { $0 == level }.count
    if same == 1, levels.first == level, let deeper = followed.filter({ $0 > level }).min() {
      level = deeper
    }
    return level
  }

  private static func headingLevel(_ block: Block) -> Int? {
    if case .heading(let level, _) = block.kind { level } else { nil }
  }
}
