/// What is claimed of counting: what gets lost, and what never does.

import DemoKit
import Machine
import Wording

struct CountClaims {
  let state: ShareState
  let demo: Share

  private static let much = Double.greatestFiniteMagnitude

  var outcome: DemoOutcome {
    let conditions = Conditions(
      hardwareThreads: demo.setting.topology().allowedPUs.count, canPin: demo.setting.canPin())
    return DemoOutcome(
      claims: state.count.results.map(claim) + caught, conditions: conditions, numbers: numbers)
  }

  private func claim(_ result: CountResult) -> Claim {
    let name = result.way.name
    if result.way.isSafe {
      return Claim(
        "\(result.way)-exact", name + Phrase(": nothing lost", ": не пропало ничего"),
        measured: Double(result.lost), in: 0...0)
    }
    return Claim(
      "\(result.way)-loses", name + Phrase(": additions get lost", ": прибавления пропадают"),
      measured: Double(result.lost), in: 1...Self.much, needs: chance)
  }

  /// What it takes to lose anything: two that run at once, or a pause in which the other may run.
  private var chance: [Claim.Need] {
    demo.pause(state.options) == .off
      ? demo.width(state.options) > 1
        ? [.hardwareThreads(2)]
        : [
          .otherRun(
            because: Phrase("one hardware thread and no pause", "один аппаратный поток без паузы"))
        ]
      : []
  }

  private var caught: [Claim] {
    guard let loss = state.count.result(.none)?.caught else { return [] }
    return [
      Claim(
        "caught", Phrase("the caught loss is one: both had read", "пойманная потеря — настоящая"),
        measured: loss.isReal ? 1 : 0, in: 1...1)
    ]
  }

  private var numbers: [DemoOutcome.Number] {
    state.count.results.flatMap { result -> [DemoOutcome.Number] in
      let name = result.way.name
      return [
        .init(
          "\(result.way).added", name + Phrase(": added", ": прибавили"),
          .integer(Int(clamping: result.added))),
        .init(
          "\(result.way).lost", name + Phrase(": lost", ": пропало"),
          .integer(Int(clamping: result.lost))),
        .init(
          "\(result.way).rate", name + Phrase(": million a second", ": млн/с"),
          .number(result.rate / 1e6)),
      ]
    }
  }
}
