/// One thread and all of them, in turns, and what the turns come to.

import Machine

struct ThreadPairs {
  private var one: [Double] = []
  private var all: [Double] = []
  private var gains: [Double] = []
  private var drifts: [Double] = []
  private var waits: [Double] = []
  private var totals = KernelTotals()
  private var wrongTakes = 0

  var count: Int { gains.count }

  /// A picture by one thread and by all, and arithmetic of each thread's own, alone and with others.
  mutating func add(
    one: TriangleRound, all: TriangleRound, alone: TriangleRound, together: TriangleRound
  ) {
    self.one.append(one.seconds)
    self.all.append(all.seconds)
    gains.append(one.seconds / max(1e-9, all.seconds))
    drifts.append(together.seconds / max(1e-9, alone.seconds) - 1)
    waits.append(Double(one.waits + all.waits))
    totals = totals + one.totals + all.totals
    wrongTakes += one.wrongTakes + all.wrongTakes
  }

  func tell(_ result: inout ThreadsResult) {
    (result.one, result.many, result.speedup) = (one.median, all.median, gains.median)
    (result.rounds, result.foreign, result.drift) = (count, totals.queuedShare, drifts.median)
    // Who has to wait for others does so in every round; one in which somebody stopped us is none.
    result.waits = Int(waits.median)
    result.wrongTakes += wrongTakes
  }
}

extension KernelTotals {
  /// Of the time that threads wanted to run, the share in which others did.
  var queuedShare: Double { run + queued > 0 ? Double(queued) / Double(run + queued) : 0 }
}

extension [Double] {
  /// The upper one of the two in the middle; 0 where there is none.
  var median: Double { isEmpty ? 0 : sorted()[count / 2] }
}
