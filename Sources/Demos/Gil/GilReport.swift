/// What is known of a run: the Python there is, every heat's film, the mini-interpreter's heats.

import DemoKit
import Machine
import Wording

/// So many workers, each with the same amount of work.
package struct GilResult: Equatable, Sendable {
  package var bar: GilBar
  package var workers: Int
  package var film: LockFilm

  package init(bar: GilBar, workers: Int, film: LockFilm) {
    self.bar = bar
    self.workers = workers
    self.film = film
  }

  package var wall: Double { film.record.makespan }
  /// CPU time of all over the time it took.
  package var cpuPerWall: Double { wall > 0 ? film.kernelTime / wall : 0 }
  /// How many CPUs the work had at once, on average.
  package var cpus: Double {
    switch bar {
    case .count, .wait: cpuPerWall
    case .processes, .sha, .freeThreaded, .interpreters: film.cpusTogether
    }
  }
}

package struct GilReport: Equatable, Sendable {
  package var python: PythonFacts?
  /// Why there is no Python, or why it was of no more use.
  package var failure: Phrase?
  /// The heats that are over.
  package var results: [GilResult] = []
  /// What is being filmed.
  package var current: GilResult?
  /// Bars that this machine has nothing for.
  package var absent: [GilBar] = []
  package var mini: [MiniResult] = []
  package var currentMini: MiniResult?
  /// The switch interval as Python confirmed it, in seconds.
  package var interval: Double?
  package var load = LoadDifference()

  package init() {}

  package func result(_ bar: GilBar, workers: Int) -> GilResult? {
    results.first { $0.bar == bar && $0.workers == workers }
  }

  /// Of several tries with one worker the one counts whose clock was most like that of two.
  mutating func keep(_ result: GilResult) {
    if let before = self.result(result.bar, workers: result.workers) {
      guard let two = self.result(result.bar, workers: 2),
        GilClaims.drift(two, result).magnitude < GilClaims.drift(two, before).magnitude
      else { return }
      results.removeAll { $0.bar == result.bar && $0.workers == result.workers }
    }
    results.append(result)
  }

  package func mini(_ lock: MiniLock, workers: Int) -> MiniResult? {
    mini.first { $0.lock == lock && $0.workers == workers }
  }

  /// T₂/T₁ of a bar: how much longer twice the work took two workers than one half took one.
  package func ratio(_ bar: GilBar) -> Double? {
    guard let two = result(bar, workers: 2), let one = result(bar.single, workers: 1),
      one.wall > 0
    else { return nil }
    return two.wall / one.wall
  }

  /// The same of the mini-interpreter, compared with one thread under the global lock.
  package func miniRatio(_ lock: MiniLock, workers: Int) -> Double? {
    guard let own = mini(lock, workers: workers), let one = mini(.gil, workers: 1),
      one.film.record.makespan > 0
    else { return nil }
    return own.film.record.makespan / one.film.record.makespan
  }
}
