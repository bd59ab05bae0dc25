/// The thread that carries out what an engine is told: one run after another, never two at once.

import Machine

/// What those who work in a run look at: whether to stop, whether to stand still.
package struct RunSignals: Sendable {
  package let paused = Signal(0)
  package let cancelled = Signal(0)

  package init() {}

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
    pausedAt = MonotonicClock.now
    signals.paused.set(1)
  }

  func resume() {
    resumedAt = MonotonicClock.now
    signals.paused.set(0)
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
