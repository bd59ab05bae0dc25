/// What the timeline is asked to show: mode, tasks, place, quantum.

package struct TimelineOptions: Equatable, Sendable {
  package enum Mode: String, Sendable { case seq, par, conc }
  package enum Place: String, Sendable { case pin, os, baton }
  package enum Siblings: String, Sendable { case avoid, siblings }

  package var mode: Mode
  package var tasks = 3
  /// CPU time of a task in seconds.
  package var work = 2.0
  package var place = Place.pin
  /// CPUs asked for; empty leaves the choice to us.
  package var cpus: [Int] = []
  /// Seconds; nil is the system's own.
  package var quantum: Double?
  package var walksCache = false
  package var siblings = Siblings.avoid
  /// Hardware threads used in parallel mode; nil takes one of each core.
  package var width: Int?

  package init(mode: Mode) { self.mode = mode }

  /// The quanta the knob goes through; nil, the system's own, is some milliseconds.
  static let quanta: [Double?] = [0.1, 0.02, nil, 0.001, 1e-4, 2e-5]

  /// How long a quantum is, in seconds, to put them in order.
  static func length(_ quantum: Double?) -> Double { quantum ?? 0.004 }

  /// To the next quantum of the knob, also from one between two of its places.
  mutating func turnQuantum(smaller: Bool) {
    let own = Self.length(quantum)
    let next =
      smaller
      ? Self.quanta.first { Self.length($0) < own * 0.999 }
      : Self.quanta.last { Self.length($0) > own * 1.001 }
    if let next { quantum = next }
  }

  /// What is done where the system does not let threads choose their CPUs: one after another by a
  /// baton instead of on one CPU, and wherever the system puts them instead of on CPUs of their own.
  func placed(canPin: Bool) -> TimelineOptions {
    guard !canPin, place == .pin else { return self }
    var options = self
    options.place = mode == .conc ? .baton : .os
    return options
  }
}
