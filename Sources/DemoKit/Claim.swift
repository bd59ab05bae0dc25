/// What a demo claims, what was measured, and what came of it: three values, never two.

import Machine
import Wording

/// An inequality about measured numbers, with what it needs to be judged at all.
package struct Claim: Equatable, Sendable {
  /// What the machine must have; without it the claim is not judged.
  package enum Need: Equatable, Sendable {
    case hardwareThreads(Int)
    case pinning
    /// Foreign processes and the hypervisor left the run alone; if not, it was disturbed.
    case quiet
    /// The recorder could not see such a share of our CPU time at the most.
    case sight(most: Double)
    /// The hypervisor took nothing at all.
    case unstolen
    /// Cannot be judged in this run, for a reason of its own.
    case otherRun(because: Phrase)

    /// Whether it is the run that may lack it, which another run need not.
    var isOfTheRun: Bool {
      switch self {
      case .quiet, .sight, .unstolen: true
      case .hardwareThreads, .pinning, .otherRun: false
      }
    }
  }

  package var name: String
  package var words: Phrase
  package var measured: Double
  package var bounds: ClosedRange<Double>
  package var unit: String
  package var needs: [Need]
  /// Of the heat it is about, where a demo has several; nil takes those of the whole.
  package var conditions: Conditions?

  package init(
    _ name: String, _ words: Phrase, measured: Double, in bounds: ClosedRange<Double>,
    unit: String = "", needs: [Need] = [], under conditions: Conditions? = nil
  ) {
    self.name = name
    self.words = words
    self.measured = measured
    self.bounds = bounds
    self.unit = unit
    self.needs = needs
    self.conditions = conditions
  }

  /// What was recorded against the kernel's books: Σ slices over CPU time. Where it is too much,
  /// what the recorder could not see and what the hypervisor took (a share of the CPU time), which
  /// is in a slice and in no book, make it interference as far as they can explain it.
  package static func picture(
    _ words: Phrase, agreement: Double, in bounds: ClosedRange<Double>, stolen: Double,
    under conditions: Conditions
  ) -> Claim {
    var claim = Claim(
      "picture", words, measured: agreement, in: bounds, needs: [.sight(most: mostUnseen)],
      under: conditions)
    guard !bounds.contains(agreement) else { return claim }
    let unseen = conditions.unseen + stolen
    let isExplained = agreement > bounds.upperBound && agreement <= bounds.upperBound + unseen
    guard isExplained else {
      claim.needs = []
      return claim
    }
    claim.needs = [stolen > conditions.unseen ? .unstolen : .sight(most: 0)]
    claim.conditions?.unseen = unseen
    claim.conditions?.steal = max(conditions.steal, stolen / agreement)
    return claim
  }

  /// As much as the hourglass may differ from the kernel's books.
  private static let mostUnseen = 0.03

  package func verdict(under common: Conditions) -> Verdict {
    let conditions = conditions ?? common
    let lacking = needs.filter { !conditions.meets($0) }
    if let need = lacking.first(where: { !$0.isOfTheRun }) {
      return .notJudged(conditions.lack(of: need))
    }
    // A disturbed run proves nothing, not even where its numbers happen to lie inside the bounds.
    if let need = lacking.first { return .interference(conditions.lack(of: need)) }
    if bounds.contains(measured) { return .confirmed }
    return needs.contains(.quiet) && isExplained(by: conditions)
      ? .interference(conditions.together) : .refuted
  }

  /// Whether disturbances each too small to count explain together how far it is outside its bounds.
  private func isExplained(by conditions: Conditions) -> Bool {
    let share = conditions.disturbed
    return bounds.lowerBound * (1 - share) <= measured
      && measured <= bounds.upperBound * (1 + share)
  }
}

package enum Verdict: Equatable, Sendable {
  case confirmed
  case refuted
  /// The machine was disturbed: by what, and how much.
  case interference(Phrase)
  case notJudged(Phrase)

  package var isJudged: Bool { if case .notJudged = self { false } else { true } }

  package var name: String {
    switch self {
    case .confirmed: "confirmed"
    case .refuted: "refuted"
    case .interference: "interference"
    case .notJudged: "not judged"
    }
  }
}

/// What the machine was and how it behaved during a run; shares from 0 to 1.
package struct Conditions: Equatable, Sendable {
  package var hardwareThreads: Int
  package var canPin: Bool
  /// Of the time our tasks wanted to run, the share in which foreign processes ran instead.
  package var foreign: Double
  /// The share the hypervisor gave to others: of all time of the CPUs in use, or of the time in which
  /// our threads had them, whichever is more.
  package var steal: Double
  /// Seconds in which the control group was not allowed to run.
  package var throttled: Double
  /// CPU time of a chunk now against calibration, minus 1.
  package var drift: Double
  /// Of our CPU time, the share that may lie in switches the recorder is too coarse to see.
  package var unseen: Double

  package init(
    hardwareThreads: Int, canPin: Bool, foreign: Double = 0, steal: Double = 0,
    throttled: Double = 0, drift: Double = 0, unseen: Double = 0
  ) {
    self.hardwareThreads = hardwareThreads
    self.canPin = canPin
    self.foreign = foreign
    self.steal = steal
    self.throttled = throttled
    self.drift = drift
    self.unseen = unseen
  }

  /// Before anything was measured.
  package static let unknown = Conditions(hardwareThreads: 0, canPin: false)

  func meets(_ need: Claim.Need) -> Bool {
    switch need {
    case .hardwareThreads(let count): hardwareThreads >= count
    case .pinning: canPin
    case .quiet: disturbance == nil
    case .sight(let most): unseen <= most
    case .unstolen: steal <= 0
    case .otherRun: false
    }
  }

  func lack(of need: Claim.Need) -> Phrase {
    switch need {
    case .hardwareThreads(let count):
      Phrase("needs \(count) hardware threads", "нужно аппаратных потоков: \(count)")
    case .pinning: Phrase("threads cannot be pinned here", "закрепить потоки нельзя")
    case .quiet: disturbance ?? Phrase("")
    case .sight:
      Phrase(
        "not seen by the recorder: up to \(Quantity.percent(unseen, 0)) of the time",
        "запись могла не увидеть до \(Language.russian.percent(unseen, 0)) времени")
    case .unstolen: stealing
    case .otherRun(let reason): reason
    }
  }

  /// Of several heats: what was worst in any of them.
  package static func worst(_ heats: [Conditions]) -> Conditions? {
    guard var worst = heats.first else { return nil }
    for heat in heats.dropFirst() {
      worst.canPin = worst.canPin && heat.canPin
      worst.foreign = max(worst.foreign, heat.foreign)
      worst.steal = max(worst.steal, heat.steal)
      worst.throttled = max(worst.throttled, heat.throttled)
      worst.unseen = max(worst.unseen, heat.unseen)
      if abs(heat.drift) > abs(worst.drift) { worst.drift = heat.drift }
    }
    return worst
  }

  /// Of a run's time, the share that all disturbances together may have made more or less of it.
  fileprivate var disturbed: Double { foreign + steal + abs(drift) }

  fileprivate var together: Phrase {
    Phrase(
      "small disturbances \(Quantity.percent(disturbed, 0))",
      "мелкие помехи " + Language.russian.percent(disturbed, 0))
  }

  private var stealing: Phrase {
    Phrase(
      "hypervisor took \(Quantity.percent(steal, 0))",
      "гипервизор забрал " + Language.russian.percent(steal, 0))
  }

  /// What disturbed the run; nil when it was quiet. The limits: any throttling (told first, as
  /// those held back wait in the queue as if behind others), foreign processes 5 %, steal 2 %, a
  /// clock that runs 5 % differently.
  package var disturbance: Phrase? {
    if throttled > 0 {
      return Phrase(
        "throttled for \(Quantity.seconds(throttled, 2))",
        "квота держала " + Language.russian.seconds(throttled))
    }
    if foreign > 0.05 {
      return Phrase(
        "foreign processes \(Quantity.percent(foreign, 0))",
        "чужие процессы " + Language.russian.percent(foreign, 0))
    }
    if steal > 0.02 {
      return stealing
    }
    if abs(drift) > 0.05 {
      return Phrase(
        "clock speed drifted \(Quantity.percent(drift, 0))",
        "частота уплыла на " + Language.russian.percent(drift, 0))
    }
    return nil
  }
}
