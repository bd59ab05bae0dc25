/// Verdicts and inequalities in words and signs.

import Wording

extension Verdict {
  /// `✓ подтверждено`, `~ помехи: чужие процессы 12 %`
  package func words(_ language: Language) -> String { sign + " " + phrase(language) }

  /// Whether its words say more than its sign does.
  package var hasReason: Bool {
    switch self {
    case .confirmed, .refuted: false
    case .interference, .notJudged: true
    }
  }

  package var sign: String {
    switch self {
    case .confirmed: "✓"
    case .refuted: "✗"
    case .interference: "~"
    case .notJudged: "·"
    }
  }

  /// The sign as three or four ASCII characters.
  package var asciiSign: String {
    switch self {
    case .confirmed: "[OK]"
    case .refuted: "[NO]"
    case .interference: "[??]"
    case .notJudged: "[--]"
    }
  }

  package var phrase: Phrase {
    switch self {
    case .confirmed: Phrase("confirmed", "подтверждено")
    case .refuted: Phrase("refuted", "не подтвердилось")
    case .interference(let reason): Phrase("interference: ", "помехи: ") + reason
    case .notJudged(let reason): Phrase("not judged: ", "не судим: ") + reason
    }
  }
}

extension Claim {
  /// The raw inequality with what was measured: `5.70 ≤ 6.03 ≤ 6.30 s`.
  package func inequality(_ language: Language) -> String {
    let text = { (value: Double) in language.decimal(value, abs(value) < 10 ? 3 : 1) }
    let (low, high) = (bounds.lowerBound, bounds.upperBound)
    let end = unit.isEmpty ? "" : " " + unitName(language)
    if low == high { return text(measured) + (measured == low ? " = " : " ≠ ") + text(low) + end }
    // A bound too small to be told from nothing is nothing, and not reached.
    let before =
      low > -.greatestFiniteMagnitude
      ? (0 < low && low < 1e-6 ? "0 < " : text(low) + " ≤ ") : ""
    let after = high < .greatestFiniteMagnitude ? " ≤ " + text(high) : ""
    return before + text(measured) + after + end
  }

  private func unitName(_ language: Language) -> String {
    unit == "s" ? Phrase("s", "с")(language) : unit
  }
}
