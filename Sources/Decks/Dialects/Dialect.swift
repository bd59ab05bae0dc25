/// The languages decks are written in, and how they differ where they contradict each other.

/// Whatever does not contradict is read in every deck, whoever's it is.
package enum Dialect: String, CaseIterable, Sendable {
  case plain, presenterm, mdp, patat, slides, lookatme, pandoc, marp, slidev, reveal, remark, tpp

  /// Its name as its makers write it.
  package var name: String {
    switch self {
    case .plain: "Markdown"
    case .pandoc: "Pandoc"
    case .marp: "Marp"
    case .slidev: "Slidev"
    case .reveal: "reveal.js"
    case .remark: "remark.js"
    default: rawValue
    }
  }

  /// What a comment is that orders nothing.
  var plainComment: PlainComment {
    switch self {
    case .patat, .marp: .note
    case .slidev: .noteIfLast
    case .slides, .lookatme, .pandoc, .reveal, .remark, .tpp: .hidden
    case .plain, .presenterm, .mdp: .unknown
    }
  }

  enum PlainComment { case note, noteIfLast, hidden, unknown }

  /// A line's end ends the line on the screen, too.
  var keepsLineEnds: Bool { self == .marp || self == .patat }

  /// Bullets drawn with `*`, and numbers with `)`, appear one by one.
  var starsAreSteps: Bool { self == .marp }

  /// Between two pauses there has to be something.
  var mergesPauses: Bool { [.patat, .mdp].contains(self) }

  /// A title in the front matter makes a slide of its own.
  var hasTitleSlide: Bool { [.presenterm, .pandoc, .remark].contains(self) }
}

/// How a deck was read: the dialect, and what spoke for it.
package struct Reading: Equatable, Sendable {
  package var dialect: Dialect
  /// What was found and where; nil where the dialect was asked for, or nothing was found.
  package var reason: Reason?

  package struct Reason: Equatable, Sendable {
    package var evidence: String
    package var offset: Int
  }

  package init(dialect: Dialect, reason: Reason? = nil) {
    self.dialect = dialect
    self.reason = reason
  }
}
