/// The thread that carries out what an engine is told: one run after another, never two at once.

import Machine

/// What those who work in a run look at: whether to stop, whether to stand still.
package struct RunSignals: Sendable {
  package let paused = Signal(0)
  package let cancelled = Signal(0)
  private let book = Lock(PauseBook())

  private struct PauseBook {
    var since: UInt64?
    var total: UInt64 = 0
  }

  package init() {}

  /// Stands everybody still, or lets them go on; the moments are kept.
  func pause(at time: UInt64) {
    book.withLock { if $0.since == nil { $0.since = time } }
    paused.set(1)
  }

  func resume(at time: UInt64) {
    book.withLock { book in
      book.total += book.since.map { time - min(time, $0) } ?? 0
      book.since = nil
    }
    paused.set(0)
  }

  /// Nanoseconds that the run has been paused so far.
  package var pausedTime: UInt64 {
    book.withLock { book in
      let now = MonotonicClock.now
      return book.total + (book.since.map { now - min(now, $0) } ?? 0)
    }
  }

  /// Seconds of pause since `pausedTime` was so much.
  package func pausedSeconds(since earlier: UInt64) -> Double {
    let now = pausedTime
    return Double(now - min(now, earlier)) / 1e9
  }

  package var isCancelled: Bool { cancelled.value != 0 }
  package var isPaused: Bool { paused.value != 0 }

  /// Stands still for as long as the run is paused.
  package func standStill() {
    while isPaused, !isCancelled { paused.wait(while: 1) }
  }
}

/// All of its functions are the stage's thread's; none of them blocks but `stop`.
final class Conductor: @unchecked Sendable {
  private(set) var run = 0
  private(set) var pausedAt: UInt64?
  private(set) var resumedAt: UInt64?
  private var signals = RunSignals()
  private var thread: WorkerThread?

  /// Starts a run, which first waits for the end of the one before; false where the system has no
  /// thread left.
  func begin(_ prepare: (Int) -> Void, _ body: @escaping @Sendable (Int, RunSignals) -> Void)
    -> Bool
  {
    cancel()
    let previous = thread
    (signals, pausedAt, resumedAt) = (RunSignals(), nil, nil)
    run += 1
    prepare(run)
    thread = WorkerThread { [run, signals] in
      previous?.join()
      body(run, signals)
    }
    return thread != nil
  }

  func pause() {
    let now = MonotonicClock.now
    pausedAt = now
    signals.pause(at: now)
  }

  func resume() {
    let now = MonotonicClock.now
    resumedAt = now
    signals.resume(at: now)
  }

  func cancel() {
    signals.cancelled.set(1)
    signals.paused.set(0)
  }

  func stop() {
    cancel()
    thread?.join()
    thread = nil
  }
}
