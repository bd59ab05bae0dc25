/// What a run came to: its numbers, its claims, the conditions it ran under.

import DemoKit
import Machine
import Wording

package struct TimelineResult: Equatable, Sendable {
  let options: TimelineOptions
  let figures: RunFigures
  let price: TimelinePrice
  /// Σcpu against the last sequential run of the same tasks, minus 1; nil without one.
  let priceShare: Double?
  let conditions: Conditions
  package let outcome: DemoOutcome

  init(
    choice: TimelineChoice, plan: CrewPlan, record: RunRecord, sample: CrewSample,
    prices: [TimelinePrice], tolerance: Double?
  ) {
    options = choice.options
    let crew = CrewResult(plan, record, sample, hardwareThreads: choice.allowed.count)
    (figures, conditions) = (crew.figures, crew.conditions)
    let own = TimelinePrice(choice, cpuTime: figures.kernelTime)
    price = own
    priceShare = prices.last { $0.mode == .seq && $0.isSameWork(as: own) }
      .map { own.cpuTime / $0.cpuTime - 1 }
    let claims = TimelineClaims(
      choice: choice, figures: figures, prices: prices, foreign: conditions.foreign,
      tolerance: tolerance)
    outcome = DemoOutcome(
      claims: claims.all, conditions: conditions, numbers: crew.numbers,
      pictureClaim: crew.picture)
  }
}
