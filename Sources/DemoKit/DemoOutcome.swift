/// The result of a run: claims with their verdicts and the raw numbers behind them.

import Machine
import Wording

package struct DemoOutcome: Equatable, Sendable {
  package var claims: [Claim]
  package var conditions: Conditions
  /// Raw numbers by their names, in the order of the `x` panel.
  package var numbers: [Number]
  /// The claim that the picture is true; when it fails no other claim of the run is judged.
  package var pictureClaim: Claim?

  package struct Number: Equatable, Sendable {
    package var name: String
    package var words: Phrase
    package var value: JSON

    package init(_ name: String, _ words: Phrase, _ value: JSON) {
      self.name = name
      self.words = words
      self.value = value
    }
  }

  package init(
    claims: [Claim], conditions: Conditions, numbers: [Number] = [], pictureClaim: Claim? = nil
  ) {
    self.claims = claims
    self.conditions = conditions
    self.numbers = numbers
    self.pictureClaim = pictureClaim
  }

  /// Every claim with its verdict, the picture's own first.
  package var verdicts: [(claim: Claim, verdict: Verdict)] {
    let own = pictureClaim.map { [($0, $0.verdict(under: conditions))] } ?? []
    let isTrue = own.allSatisfy { $0.1 != .refuted }
    let others = claims.map { claim in
      (claim, isTrue ? claim.verdict(under: conditions) : .notJudged(Self.falsePicture))
    }
    return own + others
  }

  private static let falsePicture = Phrase(
    "the record does not agree with the kernel", "запись не сходится с ядром ОС")

  package func verdict(of name: String) -> Verdict? {
    verdicts.first { $0.claim.name == name }?.verdict
  }

  /// 1 if any claim is refuted, else 3 if any was disturbed, else 0.
  package var exitStatus: Int32 {
    let all = verdicts.map(\.verdict)
    if all.contains(.refuted) { return 1 }
    let isDisturbed = all.contains { if case .interference = $0 { true } else { false } }
    return isDisturbed ? 3 : 0
  }

  package func json(demo: String, _ language: Language) -> JSON {
    .object([
      ("demo", .string(demo)),
      ("claims", .array(verdicts.map { $0.claim.json($0.verdict, language) })),
      ("conditions", conditions.json),
      ("numbers", .object(numbers.map { ($0.name, $0.value) })),
    ])
  }
}

extension Claim {
  /// `null` where there is no bound.
  private static func bound(_ value: Double) -> JSON {
    abs(value) < .greatestFiniteMagnitude ? .number(value) : .null
  }

  fileprivate func json(_ verdict: Verdict, _ language: Language) -> JSON {
    var members: [(String, JSON)] = [
      ("name", .string(name)), ("words", .string(words(language))), ("measured", .number(measured)),
      ("low", Self.bound(bounds.lowerBound)), ("high", Self.bound(bounds.upperBound)),
      ("unit", .string(unit)), ("verdict", .string(verdict.name)),
    ]
    switch verdict {
    case .interference(let reason), .notJudged(let reason):
      members.append(("reason", .string(reason(language))))
    case .confirmed, .refuted: break
    }
    return .object(members)
  }
}

extension Conditions {
  fileprivate var json: JSON {
    .object([
      ("hardwareThreads", .integer(hardwareThreads)), ("canPin", .bool(canPin)),
      ("foreign", .number(foreign)), ("steal", .number(steal)),
      ("throttled", .number(throttled)), ("drift", .number(drift)),
    ])
  }
}
