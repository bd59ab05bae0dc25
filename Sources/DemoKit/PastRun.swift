/// The last runs, one below another, where a window has rows for them.

import Screen
import Wording

/// What a run was of, what it came to (the most important first), and whether that held.
package struct PastRun {
  package var what: String
  package var numbers: [String]
  package var verdict: Verdict

  package init(_ what: String, _ numbers: [String], _ verdict: Verdict) {
    self.what = what
    self.numbers = numbers
    self.verdict = verdict
  }

  /// So many are kept.
  package static let most = 5
  /// A window with fewer rows has none to spare.
  package static let leastRows = 32
}

extension RowStack {
  /// The last runs, the newest first; a single one is what the picture shows anyway.
  package mutating func add(
    _ runs: [PastRun], in size: Size, _ language: Language, _ palette: DemoPalette
  ) {
    guard size.rows >= PastRun.leastRows, runs.count > 1 else { return }
    air()
    add(.history, Line(Phrase("last runs", "последние запуски")(language), palette.faint))
    let column = 3 + (runs.map(\.what.columns).max() ?? 0) + 3
    for run in runs.reversed() {
      add(.history) { canvas in
        let sign = canvas.ascii ? run.verdict.asciiSign : run.verdict.sign
        canvas.put(run.what, at: Point(row: 0, column: 3), palette.text)
        let room = canvas.size.columns - column - sign.columns - 2
        canvas.put(
          run.numbers.joined(room: room, by: "  "), at: Point(row: 0, column: column), palette.text)
        canvas.putRight(sign, row: 0, inset: 1, palette.style(of: run.verdict))
      }
    }
  }
}

extension Array {
  /// Keeps the newest so many.
  package mutating func keep(_ element: Element, most: Int = PastRun.most) {
    append(element)
    if count > most { removeFirst(count - most) }
  }
}

extension DemoOutcome {
  /// The verdict that stands for all that were judged: the worst.
  package var verdict: Verdict { .worst(verdicts.map(\.verdict).filter(\.isJudged)) ?? .confirmed }
}
