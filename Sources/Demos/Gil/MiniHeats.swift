/// The mini-interpreter at work: one thread and two, under every lock.

import DemoKit
import Glibc
import Machine
import Synchronization

/// What came of one heat.
package struct MiniResult: Equatable, Sendable {
  package var lock: MiniLock
  package var workers: Int
  package var film: LockFilm
  /// References to the number that all share, when nobody uses it any more: 1, if they were counted
  /// right. Where errors have cancelled each other out, an impossible count that was seen before.
  package var references: Int

  package init(lock: MiniLock, workers: Int, film: LockFilm, references: Int) {
    self.lock = lock
    self.workers = workers
    self.film = film
    self.references = references
  }
}

struct MiniHeats {
  let plan: GilPlan
  let signals: RunSignals

  /// Rounds of the loop in a piece of work, between two stamps.
  var rounds = 0
  private var pieces = 0

  /// A piece takes some 0.2 ms.
  private static let piece = 0.000_2

  init(_ plan: GilPlan, _ signals: RunSignals) {
    self.plan = plan
    self.signals = signals
  }

  /// Tells of every heat that is over, and four times a second of the one that runs; false where the
  /// system has no thread left.
  mutating func run(_ tell: (MiniResult, _ isOver: Bool) -> Void) -> Bool {
    calibrate()
    for lock in MiniLock.allCases {
      for workers in [2, 1] where !signals.isCancelled {
        var paused: UInt64
        var result: MiniResult?
        // What a pause has spoilt is run again.
        repeat {
          paused = signals.pausedTime
          result = heat(lock, workers, tell)
        } while signals.pausedTime != paused && !signals.isCancelled
        guard let result else { return signals.isCancelled }
        if !signals.isCancelled { tell(result, true) }
      }
    }
    return true
  }

  /// By the time of the calling thread, one piece after another.
  private mutating func calibrate() {
    let trial = 1024
    let heat = MiniHeat(.gil, workers: 1, rounds: trial, pieces: 0, plan, signals)
    let start = ThreadCPUClock.now
    var done = 1
    heat.pieces {
      done = $0
      return ThreadCPUClock.now - start > 40_000_000
    }
    let time = Double(ThreadCPUClock.now - start) / 1e9 / Double(done)
    rounds = max(1, Int(Double(trial) * Self.piece / time))
    pieces = max(1, Int(plan.time / 2 / Self.piece))
  }

  private func heat(
    _ lock: MiniLock, _ workers: Int, _ tell: (MiniResult, _ isOver: Bool) -> Void
  ) -> MiniResult? {
    let heat = MiniHeat(lock, workers: workers, rounds: rounds, pieces: pieces, plan, signals)
    let threads = WorkerThread.start(workers, orElse: heat.cancel, heat.work)
    guard let threads else { return nil }
    heat.start()
    var looks = 0
    var impossible: Int?
    while !heat.isOver {
      poll(nil, 0, 10)
      looks += 1
      // One reference is the program's, and each thread may have one on its stack.
      let seen = heat.references
      if !(1...1 + workers).contains(seen) { impossible = seen }
      if looks % 25 == 0, workers > 1, let film = heat.film {
        tell(MiniResult(lock: lock, workers: workers, film: film, references: 1), false)
      }
    }
    for thread in threads { thread.join() }
    let references = heat.references == 1 ? impossible ?? 1 : heat.references
    return heat.film.map {
      MiniResult(lock: lock, workers: workers, film: $0, references: references)
    }
  }
}
