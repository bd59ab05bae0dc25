/// The `x` panel: every claim as a raw inequality, every raw number behind it.

import Machine
import Screen
import Wording

package struct ProofPanel {
  private let outcome: DemoOutcome
  private let language: Language
  private let palette: DemoPalette

  package init(_ outcome: DemoOutcome, _ setting: DemoSetting) {
    self.outcome = outcome
    language = setting.language
    palette = setting.palette()
  }

  package func draw(on canvas: inout Canvas) {
    let title = Phrase("What was checked", "Что проверено")(language)
    canvas.put(title, at: Point(row: 0, column: 1), palette.strong)
    var row = 1
    for (claim, verdict) in outcome.verdicts {
      draw(claim, verdict, row: row, on: &canvas)
      row += 1
    }
    row += canvas.size.rows - row > outcome.numbers.count / 2 + 1 ? 1 : 0
    drawNumbers(from: row, on: &canvas)
  }

  private func draw(
    _ claim: Claim, _ verdict: Verdict, row: Int, on canvas: inout Canvas
  ) {
    let sign = canvas.ascii ? verdict.asciiSign : verdict.sign
    let style = palette.style(of: verdict)
    canvas.put(sign, at: Point(row: row, column: 1), style)
    var words = asciified(claim.words(language), canvas)
    let room = max(0, canvas.size.columns - 8)
    var figures = asciified(reason(verdict) ?? claim.inequality(language), canvas)
    // A bound without its last digits is another bound; words are understood without their last.
    if reason(verdict) == nil { words = words.fitted(to: max(0, room - figures.columns)) }
    figures = figures.fitted(to: max(0, room - words.columns))
    canvas.put(words, at: Point(row: row, column: 6), palette.text)
    canvas.putRight(figures, row: row, inset: 1, style)
  }

  /// One sign of ASCII cannot say what ≤ says: two can.
  private func asciified(_ text: String, _ canvas: Canvas) -> String {
    guard canvas.ascii else { return text }
    return text.reduce(into: "") { $0 += $1 == "≤" ? "<=" : $1 == "≥" ? ">=" : String($1) }
  }

  private func reason(_ verdict: Verdict) -> String? {
    switch verdict {
    case .confirmed, .refuted: nil
    case .interference, .notJudged: verdict.phrase(language)
    }
  }

  private static let column = 38

  private func columns(in width: Int) -> Int { max(1, width / Self.column) }

  /// The rows that everything takes, if it is more than there are.
  package func height(in size: Size) -> Int {
    let columns = columns(in: size.columns)
    let numbers = (outcome.numbers.count + columns - 1) / columns
    let all = 1 + outcome.verdicts.count + numbers
    return all > size.rows ? all + 1 : size.rows
  }

  /// As many columns as there is room for.
  private func drawNumbers(from start: Int, on canvas: inout Canvas) {
    let columns = columns(in: canvas.size.columns)
    let width = canvas.size.columns / columns
    let perColumn = max(1, (outcome.numbers.count + columns - 1) / columns)
    for (index, number) in outcome.numbers.enumerated() {
      let place = Rect(
        Point(row: start + index % perColumn, column: index / perColumn * width),
        Size(rows: 1, columns: width))
      canvas.within(place) { draw(number, on: &$0) }
    }
  }

  private func draw(
    _ number: DemoOutcome.Number, on canvas: inout Canvas
  ) {
    let value = text(number)
    let name = number.words(language).fitted(to: max(0, canvas.size.columns - value.columns - 4))
    canvas.put(name, at: Point(row: 0, column: 1), palette.faint)
    canvas.putRight(value, row: 0, inset: 2, palette.text)
  }

  private func text(_ number: DemoOutcome.Number) -> String {
    switch number.value {
    case .number(let value): language.decimal(value, abs(value) < 0.01 ? 6 : 3)
    case .integer(let value): language.grouped(value)
    case .string(let text): text
    case .null: "—"
    default: number.value.text
    }
  }
}
