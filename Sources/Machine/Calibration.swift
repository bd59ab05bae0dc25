/// How many steps of work make a chunk, and how much CPU time a chunk takes: by CPU time, never by
/// wall time, so that foreign processes do not spoil it.

/// A chunk is work of about 40 µs.
package struct Calibration: Equatable, Sendable {
  package var stepsPerChunk: Int
  /// CPU time of a chunk in seconds, the median of five measurements.
  package var chunkTime: Double
  /// Largest minus smallest measurement, as a share of the median.
  package var spread: Double
  /// When it was made (CLOCK_MONOTONIC).
  package var time: UInt64

  package init(stepsPerChunk: Int, chunkTime: Double, spread: Double, time: UInt64) {
    self.stepsPerChunk = stepsPerChunk
    self.chunkTime = chunkTime
    self.spread = spread
    self.time = time
  }

  /// How many chunks make a task of so many seconds of CPU.
  package func chunks(in seconds: Double) -> Int { max(1, Int((seconds / chunkTime).rounded())) }

  /// CPU time of so many steps here, in seconds.
  package func chunkTime(ofSteps steps: Int) -> Double {
    chunkTime * Double(steps) / Double(max(1, stepsPerChunk))
  }

  /// Where nothing could be measured: a chunk as it is meant to be.
  package static let nominal = Calibration(
    stepsPerChunk: 20_000, chunkTime: Double(chunk) / 1e9, spread: 0, time: 0)

  package func isFresh(at now: UInt64) -> Bool { now < time + 60_000_000_000 }

  private static let chunk: UInt64 = 40_000

  /// Measures on the calling thread: 50 ms of warming up, five times 40 ms; `progress` is told a
  /// share from time to time, and returns whether to go on.
  package static func measure(_ progress: (Double) -> Bool) -> Calibration? {
    var work = WorkUnit()
    let steps = findSteps(&work)
    var times: [Double] = []
    // The first measurement is the warming up.
    for round in 0..<6 {
      guard progress(Double(round) / 6) else { return nil }
      times.append(chunkTime(&work, steps: steps, for: round == 0 ? 50_000_000 : 40_000_000))
    }
    let sorted = times.dropFirst().sorted()
    let median = sorted[2]
    return Calibration(
      stepsPerChunk: steps, chunkTime: median, spread: (sorted[4] - sorted[0]) / median,
      time: MonotonicClock.now)
  }

  /// Doubles the steps until they take long enough to be measured, then scales.
  private static func findSteps(_ work: inout WorkUnit) -> Int {
    var steps = 1000
    while true {
      let start = ThreadCPUClock.now
      work.run(steps: steps)
      let time = ThreadCPUClock.now - start
      if time > 4_000_000 { return max(1, Int(UInt64(steps) * chunk / time)) }
      steps *= 2
    }
  }

  /// Mean CPU time of a chunk over so many nanoseconds of CPU.
  private static func chunkTime(
    _ work: inout WorkUnit, steps: Int, for limit: UInt64
  ) -> Double {
    let start = ThreadCPUClock.now
    var chunks = 0
    while true {
      for _ in 0..<16 { work.run(steps: steps) }
      chunks += 16
      let used = ThreadCPUClock.now - start
      if used >= limit { return Double(used) / Double(chunks) / 1e9 }
    }
  }
}
