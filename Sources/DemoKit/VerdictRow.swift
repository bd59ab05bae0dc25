/// A line with what was claimed and measured at the left, and what came of it at the right edge.

import Screen
import Wording

package struct VerdictRow {
  private let text: String
  private let verdict: Verdict?
  private let language: Language

  package init(_ text: String, _ verdict: Verdict?, _ language: Language) {
    self.text = text
    self.verdict = verdict
    self.language = language
  }

  /// The reason of a verdict is told only where there is room.
  package func draw(on canvas: inout Canvas, _ palette: DemoPalette) {
    let end = canvas.put(text, at: Point(row: 0, column: 1), palette.text)
    guard let verdict else { return }
    let room = canvas.size.columns - end - 3
    let short = canvas.ascii ? verdict.asciiSign : verdict.words(language)
    let shown = short.columns <= room ? short : canvas.ascii ? short : verdict.sign
    canvas.putRight(shown, row: 0, inset: 1, palette.style(of: verdict))
  }
}

extension Verdict {
  /// The worst of several, which stands for all of them; what was not judged says nothing.
  package static func worst(_ verdicts: [Verdict]) -> Verdict {
    verdicts.first { $0 == .refuted }
      ?? verdicts.first { if case .interference = $0 { true } else { false } }
      ?? verdicts.first { $0 != .confirmed } ?? .confirmed
  }
}
