/// What a look at an engine shows, as a recording keeps it: to JSON and back.

import Machine

package protocol RecordableSample: Equatable, Sendable {
  var json: JSON { get }
  init?(_ json: JSON)
  /// A second look that shows nothing new.
  var withoutNews: Self { get }
}

/// What a conducted engine's report needs to be recorded.
package protocol RecordableReport: Equatable, Sendable {
  var json: JSON { get }
  init?(_ json: JSON)
}

extension ConductedSample: RecordableSample where Report: RecordableReport {
  package var json: JSON {
    .object([("phase", phase.json), ("run", .integer(run)), ("report", report.json)])
  }

  package init?(_ json: JSON) {
    guard let phase = json["phase"].flatMap(Phase.init), let run = json["run"]?.whole,
      let report = json["report"].flatMap(Report.init)
    else { return nil }
    self.init(phase: phase, run: run, report: report)
  }

  package var withoutNews: Self { self }
}

extension ConductedSample.Phase {
  fileprivate var json: JSON {
    switch self {
    case .idle: .string("idle")
    case .running: .string("running")
    case .finished: .string("finished")
    case .failed(let reason): .object([("failed", .string(reason))])
    }
  }

  fileprivate init?(_ json: JSON) {
    switch json.word {
    case "idle": self = .idle
    case "running": self = .running
    case "finished": self = .finished
    default:
      guard let reason = json["failed"]?.word else { return nil }
      self = .failed(reason)
    }
  }
}

// MARK: Crews

extension CrewSample: RecordableSample {
  package var withoutNews: CrewSample {
    var copy = self
    for index in copy.members.indices { copy.members[index].events = [] }
    return copy
  }

  package var json: JSON {
    let times = { (time: UInt64?) in time.map { JSON($0) } ?? .null }
    return .object(
      [
        ("phase", phase.json), ("run", .integer(run)), ("start", JSON(start)), ("now", JSON(now)),
        ("pausedAt", times(pausedAt)), ("resumedAt", times(resumedAt)),
        ("usesSwitches", .bool(usesSwitches)), ("dropped", .integer(dropped)),
        ("checksum", .string(String(checksum, radix: 16))),
        ("members", .array(members.map(\.json))),
        (
          "calibrations",
          .array(
            calibrations.sorted { $0.key < $1.key }.map { cpu, own in
              .array([
                .integer(cpu), .integer(own.stepsPerChunk), .number(own.chunkTime),
                .number(own.spread), JSON(own.time),
              ])
            })
        ),
        (
          "throttled",
          .array(throttled.map { .array([JSON($0.lowerBound), JSON($0.upperBound)]) })
        ),
      ] + load.members)
  }

  package init?(_ json: JSON) {
    guard let phase = json["phase"].flatMap(Phase.init), let run = json["run"]?.whole,
      let now = json["now"]?.unsigned, let members = json["members"]?.values
    else { return nil }
    self.init(phase: phase, run: run, now: now)
    start = json["start"]?.unsigned ?? 0
    pausedAt = json["pausedAt"]?.unsigned
    resumedAt = json["resumedAt"]?.unsigned
    usesSwitches = json["usesSwitches"]?.isTrue ?? false
    dropped = json["dropped"]?.whole ?? 0
    checksum = json["checksum"]?.word.flatMap { UInt64($0, radix: 16) } ?? 0
    self.members = members.compactMap(Member.init)
    guard self.members.count == members.count else { return nil }
    for entry in json["calibrations"]?.values ?? [] {
      guard let own = entry.values, own.count == 5, let cpu = own[0].whole,
        let steps = own[1].whole, let time = own[2].decimal, let spread = own[3].decimal,
        let when = own[4].unsigned, steps > 0, time > 0
      else { return nil }
      calibrations[cpu] = Calibration(
        stepsPerChunk: steps, chunkTime: time, spread: spread, time: when)
    }
    load = LoadDifference(json)
    throttled = (json["throttled"]?.values ?? []).compactMap { entry in
      guard let own = entry.values, own.count == 2, let low = own[0].unsigned,
        let high = own[1].unsigned, low <= high
      else { return nil }
      return low...high
    }
  }
}

extension LoadDifference {
  /// What a recording keeps of it: CPU, share, seconds.
  package var members: [(String, JSON)] {
    [
      (
        "steal",
        .array(
          steal.sorted { $0.key < $1.key }.map { cpu, share in
            .array([.integer(cpu), .number(share), .number(stolen[cpu] ?? 0)])
          })
      ),
      ("throttledSeconds", .number(throttled)),
    ]
  }

  package init(_ json: JSON) {
    self.init()
    throttled = json["throttledSeconds"]?.decimal ?? 0
    for entry in json["steal"]?.values ?? [] {
      guard let own = entry.values, own.count >= 2, let cpu = own[0].whole,
        let share = own[1].decimal
      else { continue }
      steal[cpu] = share
      stolen[cpu] = own.count > 2 ? own[2].decimal : nil
    }
  }
}

extension CrewSample.Phase {
  fileprivate var json: JSON {
    switch self {
    case .idle: .string("idle")
    case .calibrating(let share): .object([("calibrating", .number(share))])
    case .running: .string("running")
    case .finished: .string("finished")
    case .failed(let reason): .object([("failed", .string(reason))])
    }
  }

  fileprivate init?(_ json: JSON) {
    switch json.word {
    case "idle": self = .idle
    case "running": self = .running
    case "finished": self = .finished
    default:
      if let share = json["calibrating"]?.decimal {
        self = .calibrating(share)
      } else if let reason = json["failed"]?.word {
        self = .failed(reason: reason)
      } else {
        return nil
      }
    }
  }
}

extension CrewSample.Member {
  fileprivate var json: JSON {
    .object([
      (
        "events",
        .array(
          events.map {
            .array([
              .integer(Int($0.kind.rawValue)), JSON($0.start), JSON($0.end), .integer(Int($0.cpu)),
              .integer(Int($0.task)),
            ])
          })
      ),
      ("lastSeen", JSON(lastSeen)), ("sliceStart", JSON(sliceStart)), ("steps", .integer(steps)),
      (
        "totals",
        totals.map {
          .array([
            JSON($0.run), JSON($0.queued), .integer($0.voluntarySwitches),
            .integer($0.forcedSwitches), $0.stolen.map { JSON($0) } ?? .null,
          ])
        } ?? .null
      ),
    ])
  }

  fileprivate init?(_ json: JSON) {
    self.init()
    lastSeen = json["lastSeen"]?.unsigned ?? 0
    sliceStart = json["sliceStart"]?.unsigned ?? 0
    steps = json["steps"]?.whole ?? 0
    for entry in json["events"]?.values ?? [] {
      guard let event = RecordedEvent(entry) else { return nil }
      events.append(event)
    }
    guard let own = json["totals"]?.values else { return }
    guard (4...5).contains(own.count), let run = own[0].unsigned, let queued = own[1].unsigned,
      let voluntary = own[2].whole, let forced = own[3].whole
    else { return nil }
    var totals = KernelTotals()
    (totals.run, totals.queued) = (run, queued)
    (totals.voluntarySwitches, totals.forcedSwitches) = (voluntary, forced)
    // Recordings of old have four numbers.
    totals.stolen = own.count > 4 ? own[4].unsigned : nil
    self.totals = totals
  }
}

extension RecordedEvent {
  fileprivate init?(_ json: JSON) {
    guard let own = json.values, own.count == 5, let number = own[0].whole,
      let kind = UInt8(exactly: number).flatMap(Kind.init), let start = own[1].unsigned,
      let end = own[2].unsigned, let cpu = own[3].whole, let task = own[4].whole
    else { return nil }
    self.init(kind, at: start, to: end, cpu: cpu, task: task)
  }
}
