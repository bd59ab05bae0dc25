/// The engine of waiting: the ladder first, then a crew that asks, reads or loads.

import DemoKit
import Machine

package enum WaitCommand: Equatable, Sendable {
  case ladder(LadderPlan)
  case crew(CrewCommand)
  case cancel
}

package struct WaitSample: Equatable, Sendable {
  package var ladder: ConductedSample<LadderReport>
  package var crew: CrewSample

  package init(ladder: ConductedSample<LadderReport>, crew: CrewSample) {
    self.ladder = ladder
    self.crew = crew
  }
}

package final class WaitEngine: Engine, @unchecked Sendable {
  private let ladder = ConductedEngine<LadderPlan, LadderReport>(LadderReport(), WaitLadder.measure)
  private let crew = CrewEngine()

  package init() {}

  package func perform(_ command: WaitCommand) {
    switch command {
    case .ladder(let plan): ladder.perform(.run(plan))
    case .crew(let command): crew.perform(command)
    case .cancel:
      ladder.perform(.cancel)
      crew.perform(.cancel)
    }
  }

  package func sample() -> WaitSample { WaitSample(ladder: ladder.sample(), crew: crew.sample()) }

  package func stop() {
    ladder.perform(.cancel)
    crew.perform(.cancel)
    ladder.stop()
    crew.stop()
  }
}
