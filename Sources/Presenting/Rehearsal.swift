/// What a rehearsal was like: the time each slide took beside the time it was to take.

import Decks
import Markup
import Screen
import Wording

package struct Rehearsal {
  private let state: PresenterState

  package init(_ state: PresenterState) { self.state = state }

  /// Whether there was one.
  package var hasBegun: Bool { state.pace.hasBegun }

  /// A table that Markdown reads, too: slide, title, target, time, difference.
  package var table: String {
    let plan = state.plan()
    let numbers = state.deck.slides.indices.filter {
      state.pace.spent[$0] != nil || hasTarget($0, plan)
    }
    let rows = numbers.map { index in
      let target = plan.targets.isEmpty ? nil : plan.targets[index]
      let title = state.deck.slides[index].title?.plainText ?? "–"
      return row(String(index + 1), title.fitted(to: 40), target, state.pace.spent[index] ?? 0)
    }
    let total = numbers.map { state.pace.spent[$0] ?? 0 }.reduce(0, +)
    let last = row(
      "", Phrase("together", "итого")(state.language), plan.targets.isEmpty ? nil : plan.total,
      total)
    return Self.table([head] + rows + [last])
  }

  private func hasTarget(_ index: Int, _ plan: TalkPlan) -> Bool {
    !plan.targets.isEmpty && plan.targets[index] > 0
  }

  private var head: [String] {
    [
      Phrase("#", "№"), Phrase("slide", "слайд"), Phrase("target", "план"), Phrase("time", "факт"),
      Phrase("difference", "разница"),
    ].map { $0(state.language) }
  }

  private func row(_ number: String, _ title: String, _ target: Double?, _ spent: Int) -> [String] {
    let wanted = target.map { Int(($0 * 60).rounded()) }
    let difference = wanted.map { spent - $0 }.map { ($0 < 0 ? "−" : "+") + abs($0).asTime }
    return [
      number, title.replacing("|", with: "\\|"), wanted?.asTime ?? "", spent.asTime,
      difference ?? "",
    ]
  }

  /// Titles on the left, everything else on the right.
  private static func table(_ rows: [[String]]) -> String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].columns }.max() ?? 0 }
    let line = { (row: [String]) in
      let cells = row.indices.map { column in
        let air = String(repeating: " ", count: widths[column] - row[column].columns)
        return column == 1 ? row[column] + air : air + row[column]
      }
      return "| " + cells.joined(separator: " | ") + " |\n"
    }
    let rule = widths.indices.map { column in
      let dashes = String(repeating: "-", count: widths[column] + 1)
      return column == 1 ? ":" + dashes : dashes + ":"
    }
    return line(rows[0]) + "|" + rule.joined(separator: "|") + "|\n"
      + rows.dropFirst().map(line).joined()
  }
}

extension String {
  fileprivate func replacing(_ sign: String, with other: String) -> String {
    split(separator: sign, omittingEmptySubsequences: false).joined(separator: other)
  }
}
