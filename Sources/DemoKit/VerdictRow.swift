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

  /// The sign is always there; its words and its reason only where there is room.
  package func draw(on canvas: inout Canvas, _ palette: DemoPalette) {
    let width = canvas.size.columns
    guard let verdict else {
      canvas.put(text.fitted(to: width - 2), at: Point(row: 0, column: 1), palette.text)
      return
    }
    let sign = canvas.ascii ? verdict.asciiSign : verdict.sign
    let shown = hasRoomForWords(on: canvas) ? words(on: canvas) : sign
    canvas.put(
      text.fitted(to: max(0, width - shown.columns - 4)), at: Point(row: 0, column: 1),
      palette.text)
    canvas.putRight(shown, row: 0, inset: 1, palette.style(of: verdict))
  }

  /// Whether nothing is lost that one would ask for: why something is not judged, above all.
  package func hasRoomForReason(on canvas: Canvas) -> Bool {
    verdict?.hasReason != true || hasRoomForWords(on: canvas)
  }

  private func hasRoomForWords(on canvas: Canvas) -> Bool {
    words(on: canvas).columns <= canvas.size.columns - text.columns - 4
  }

  /// The signs of ASCII are words already.
  private func words(on canvas: Canvas) -> String {
    guard let verdict else { return "" }
    guard canvas.ascii else { return verdict.words(language) }
    return verdict.asciiSign + (verdict.hasReason ? " " + verdict.phrase(language) : "")
  }
}

extension Verdict {
  /// The worst of several, which stands for all of them; nil where there is none.
  package static func worst(_ verdicts: [Verdict]) -> Verdict? {
    verdicts.first { $0 == .refuted }
      ?? verdicts.first { if case .interference = $0 { true } else { false } }
      ?? verdicts.first { $0 != .confirmed } ?? verdicts.first
  }
}

extension RowStack {
  /// A refuted claim that no row of the picture stands for is shown all the same.
  package mutating func addRefuted(
    of outcome: DemoOutcome, except shown: [String], _ language: Language, _ palette: DemoPalette
  ) {
    guard let claim = outcome.refuted(except: shown) else { return }
    add(.verdict) { canvas in
      VerdictRow(
        claim.words(language) + ": " + claim.inequality(language), .refuted, language
      ).draw(on: &canvas, palette)
    }
  }
}

extension DemoOutcome {
  /// The first claim that did not hold, of those that are not shown otherwise.
  package func refuted(except shown: [String]) -> Claim? {
    verdicts.first { $0.verdict == .refuted && !shown.contains($0.claim.name) }?.claim
  }
}
