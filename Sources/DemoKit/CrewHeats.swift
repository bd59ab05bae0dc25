/// Several runs of a crew one after another: never at once, as they would disturb each other.

import Machine

/// One of them, by its name.
package struct Heat<Name: Equatable & Sendable>: Equatable, Sendable {
  package let name: Name
  package let hardwareThreads: Int
  package var following: CrewFollowing
  package var result: CrewResult?

  package var plan: CrewPlan { following.plan }
  package var record: RunRecord? { following.record }
}

package struct CrewHeats<Name: Equatable & Sendable>: Equatable, Sendable {
  package private(set) var heats: [Heat<Name>] = []
  /// The heat that runs; the number of heats when all are done.
  package private(set) var current = 0
  package private(set) var calibrations: [Int: Calibration] = [:]
  /// The share of the calibration that is done; nil when none is made.
  package private(set) var calibrating: Double?
  /// Of the heat that runs: a disturbed one is tried again where the fence says so.
  package private(set) var attempt = 1
  package private(set) var failure: String?
  private var run = 0
  private var retries = 0

  package init() {}

  package var isFinished: Bool { !heats.isEmpty && current == heats.count }

  package func heat(_ name: Name) -> Heat<Name>? { heats.first { $0.name == name } }
  package func result(_ name: Name) -> CrewResult? { heat(name)?.result }

  /// The same place for the next run of this engine: it counts its runs.
  package mutating func clear() {
    (heats, current, attempt, calibrating, failure) = ([], 0, 1, nil, nil)
  }

  package mutating func comeBack() { run = 0 }

  package mutating func learn(_ others: [Int: Calibration]) {
    calibrations.merge(others) { own, new in own.time > new.time ? own : new }
  }

  /// Begins the first of these.
  package mutating func start(
    _ plans: [(name: Name, plan: CrewPlan)], hardwareThreads: Int, retries: Int
  ) -> [CrewCommand] {
    clear()
    self.retries = retries
    heats = plans.map {
      Heat(name: $0.name, hardwareThreads: hardwareThreads, following: CrewFollowing($0.plan))
    }
    return begin()
  }

  private mutating func begin() -> [CrewCommand] {
    guard heats.indices.contains(current) else { return [] }
    run += 1
    var plan = heats[current].plan
    plan.calibrations = calibrations
    heats[current].following = CrewFollowing(plan)
    return [.run(plan)]
  }

  /// Follows the heat that runs; when it is over, the next one begins.
  package mutating func take(_ sample: CrewSample) -> [CrewCommand] {
    guard sample.run == run, heats.indices.contains(current) else { return [] }
    calibrating = nil
    switch sample.phase {
    case .idle: return []
    case .calibrating(let share):
      calibrating = share
      return []
    case .failed(let reason):
      failure = reason
      return []
    case .running, .finished: break
    }
    learn(sample.calibrations)
    heats[current].following.take(sample)
    guard sample.phase == .finished, let record = heats[current].record else { return [] }
    let result = CrewResult(
      heats[current].plan, record, sample, hardwareThreads: heats[current].hardwareThreads)
    heats[current].result = result
    if result.conditions.disturbance != nil, attempt <= retries {
      attempt += 1
    } else {
      (current, attempt) = (current + 1, 1)
    }
    return begin()
  }
}
