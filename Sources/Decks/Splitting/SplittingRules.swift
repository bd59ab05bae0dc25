/// What separates the slides of a deck, by its dialect and its settings.

import Markup

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

extension SplittingRules {
  /// `endsSlides`: somewhere the deck ends a slide as presenterm does.
  init(_ dialect: Dialect, _ options: [String: YAML], endsSlides: Bool) {
    self.init(ends: .rules)
    switch dialect {
    case .presenterm:
      titlesStart = options["implicit_slide_ends"]?.bool ?? false
      // Whoever never ends a slide otherwise means the rules.
      let shorthand = options["end_slide_shorthand"]?.bool
      ends = shorthand ?? (!endsSlides && !titlesStart) ? .rules : []
      usesHeadings = !endsSlides && shorthand == nil && !titlesStart
    case .slides, .remark:
      ends = []
      usesHeadings = false
    case .patat, .lookatme: ends = .anyRules
    case .marp:
      ends = .anyRules
      usesHeadings = false
    case .pandoc:
      ends = .anyRules
      dividesAtLevel = true
    case .reveal: separate(by: options)
    default: break
    }
    level = (options["slide_level"] ?? options["slide-level"] ?? options["fixed-level"])?.integer
      .map { max(0, min($0, 6)) }
  }

  /// Marp's `headingDivider`: `2` means levels 1 and 2, `[2, 4]` just these.
  mutating func divide(at value: YAML?) {
    if let level = value?.integer {
      divider = level >= 1 ? Set(1...min(level, 6)) : nil
    } else {
      let levels = value?.elements.compactMap(\.integer) ?? []
      divider = levels.isEmpty ? nil : Set(levels)
    }
  }

  /// Whether the lines alone may tell where slides begin.
  var areOfLines: Bool {
    divider == nil && !dividesAtLevel && !titlesStart && blankLines == nil
      && !texts.contains { $0.hasPrefix("<") }
  }
}
