/// What is to be done for the GIL: which interpreter, which bars, how long.

import DemoKit
import Machine
import Wording

/// Ways to let two workers do twice the work.
package enum GilBar: String, CaseIterable, Sendable {
  case count
  case processes = "proc"
  case sha
  case wait
  case freeThreaded = "ft"
  case interpreters = "subint"

  /// What the child calls it; the build without the lock counts, too.
  var command: String { self == .freeThreaded ? GilBar.count.rawValue : rawValue }

  /// Whose time with one worker it is compared with.
  var single: GilBar {
    switch self {
    case .processes, .interpreters: .count
    case .count, .sha, .wait, .freeThreaded: self
    }
  }
}

package struct GilPlan: Equatable, Sendable {
  /// Nil runs the mini-interpreter alone.
  var python: PythonSearch?
  /// In the order in which they are measured and shown.
  var bars: [GilBar]
  var hasMini: Bool
  /// The switch interval, in seconds.
  var interval: Double
  /// Seconds of a worker's counting.
  var time: Double
  /// Hardware threads that may be used.
  var cpus: [Int]
  /// Where the mini-interpreter's threads are pinned, different cores first; empty where they cannot
  /// be.
  var places: [Int] = []
  var wantsSwitches: Bool
  var sabotage: Sabotage?
}
