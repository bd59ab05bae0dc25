/// The blocks between two separators, before they are orders, columns and notes.

import Markup
import Wording

/// The blocks of one slide-to-be.
struct Section: Equatable, Sendable {
  var blocks: [Block] = []
  /// What the slide's own settings say.
  var matter: YAML?
  /// What is wrong with them.
  var problem: Diagnostic?
  var style = SlideStyle()
  /// Pandoc's example items on the slides before.
  var examplesBefore = 0
  /// Blocks at the beginning that stand elsewhere in the deck, too.
  var inheritedCount = 0
  var isEmpty: Bool { blocks.isEmpty && matter == nil }

  var range: Range<Int> {
    let own = blocks.dropFirst(inheritedCount)
    let start = own.first?.range.lowerBound ?? matter?.offset ?? 0
    return start..<max(start, own.last?.range.upperBound ?? start)
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

  mutating func take(_ reader: YAMLReader) {
    (matter, problem) = (
      reader.value, reader.problem?.named("slide's settings", "настройки слайда")
    )
  }
}
