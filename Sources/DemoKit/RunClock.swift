/// The axis of a run: seconds from its start, with pauses cut out.

/// CLOCK_MONOTONIC nanoseconds to run time in seconds.
package struct RunClock: Equatable, Sendable {
  package private(set) var start: UInt64
  private var pauses: [ClosedRange<UInt64>] = []
  private var pausedSince: UInt64?

  package init(start: UInt64) { self.start = start }

  package mutating func pause(at time: UInt64) {
    if pausedSince == nil { pausedSince = time }
  }

  package mutating func resume(at time: UInt64) {
    if let since = pausedSince, time >= since { pauses.append(since...time) }
    pausedSince = nil
  }

  package var isPaused: Bool { pausedSince != nil }

  /// Where on the axis the pauses are.
  package var marks: [Double] {
    (pauses.map(\.lowerBound) + [pausedSince].compactMap { $0 }).map(time)
  }

  /// Run time of a moment; a moment inside a pause is the pause's beginning.
  package func time(_ moment: UInt64) -> Double {
    var moment = moment
    if let since = pausedSince { moment = min(moment, since) }
    var cut: UInt64 = 0
    for pause in pauses where pause.lowerBound < moment {
      cut += min(moment, pause.upperBound) - pause.lowerBound
    }
    return moment >= start ? Double(moment - start - min(cut, moment - start)) / 1e9 : 0
  }
}
