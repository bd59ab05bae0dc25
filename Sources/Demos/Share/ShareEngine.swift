/// The engine of sharing: threads that count, or a crew that takes turns under a lock.

import DemoKit
import Machine

package enum ShareCommand: Equatable, Sendable {
  case count(ConductedCommand<CountPlan>)
  case chart(CrewCommand)
}

package struct ShareSample: Equatable, Sendable {
  package var count: ConductedSample<CountReport>
  package var chart: CrewSample

  package init(count: ConductedSample<CountReport>, chart: CrewSample) {
    self.count = count
    self.chart = chart
  }
}

package final class ShareEngine: Engine, @unchecked Sendable {
  private let counting = ConductedEngine<CountPlan, CountReport>(CountReport(), CountHeats.run)
  private let crew = CrewEngine()

  package init() {}

  package func perform(_ command: ShareCommand) {
    switch command {
    case .count(let command): counting.perform(command)
    case .chart(let command): crew.perform(command)
    }
  }

  package func sample() -> ShareSample {
    ShareSample(count: counting.sample(), chart: crew.sample())
  }

  package func stop() {
    counting.perform(.cancel)
    crew.perform(.cancel)
    counting.stop()
    crew.stop()
  }
}
