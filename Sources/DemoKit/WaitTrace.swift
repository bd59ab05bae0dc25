/// What a thread waited for and when it held a lock; times are seconds of the run.

import Machine

package struct WaitSpan: Equatable, Sendable {
  package var start: Double
  /// Nil while it lasts.
  package var end: Double?
  package var reason: WaitReason

  package init(_ start: Double, _ end: Double?, _ reason: WaitReason) {
    self.start = start
    self.end = end
    self.reason = reason
  }
}

/// From the taking of a lock to its giving back; `end` is nil while it is held.
package struct HoldSpan: Equatable, Sendable {
  package var start: Double
  package var end: Double?

  package init(_ start: Double, _ end: Double?) {
    self.start = start
    self.end = end
  }
}

package struct WaitTrace: Equatable, Sendable {
  package private(set) var waits: [WaitSpan] = []
  package private(set) var holds: [HoldSpan] = []

  package init(waits: [WaitSpan] = [], holds: [HoldSpan] = []) {
    self.waits = waits
    self.holds = holds
  }

  package mutating func take(_ event: RecordedEvent, _ clock: RunClock) {
    let time = clock.time(event.start)
    switch event.kind {
    case .blocked:
      waits.append(WaitSpan(time, nil, WaitReason(rawValue: Int(event.task)) ?? .answer))
    case .unblocked: if let last = waits.indices.last { waits[last].end = time }
    case .locked: holds.append(HoldSpan(time, nil))
    case .unlocked: if let last = holds.indices.last { holds[last].end = time }
    default: break
    }
  }

  /// Seconds inside a stretch in which the thread waited for this.
  package func waited(for reason: WaitReason, from start: Double, to end: Double) -> Double {
    waits.reduce(0) { sum, wait in
      guard wait.reason == reason else { return sum }
      return sum + max(0, min(end, wait.end ?? end) - max(start, wait.start))
    }
  }

  package func held(from start: Double, to end: Double) -> Double {
    holds.reduce(0) { $0 + max(0, min(end, $1.end ?? end) - max(start, $1.start)) }
  }
}
