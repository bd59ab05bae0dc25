/// The real machinery of a demo: threads, locks, clocks. It never calls out; it is asked.

/// The contract, which a test runs over the whole catalogue:
/// 1. `perform` and `sample` never block and never wait for a worker; `sample` is O(workers) plus
///    what was newly recorded.
/// 2. No worker ever waits without a deadline (at most 50 ms, then it looks at the stop flag).
/// 3. `stop` returns within 200 ms, when no thread of the engine is alive; a second one does nothing.
/// 4. Losses are shown: a ring that overflowed says how much it dropped.
/// 5. No undefined behaviour for effect.
package protocol Engine<Command, Sample>: AnyObject, Sendable {
  associatedtype Command: Sendable
  associatedtype Sample: Sendable

  func perform(_ command: Command)
  func sample() -> Sample
  func stop()
}

/// An engine that plays given samples and keeps the commands it was given: for tests.
package final class ScriptedEngine<Command: Sendable, Sample: Sendable>: Engine,
  @unchecked Sendable
{
  private let samples: [Sample]
  private var looks = 0
  package private(set) var commands: [Command] = []
  package private(set) var isStopped = false

  /// The last sample is repeated for ever.
  package init(_ samples: [Sample]) { self.samples = samples }

  package func perform(_ command: Command) { commands.append(command) }

  package func sample() -> Sample {
    defer { looks += 1 }
    return samples[min(looks, samples.count - 1)]
  }

  package func stop() { isStopped = true }
}
