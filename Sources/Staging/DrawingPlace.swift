/// Where the drawing thread runs while others are measured: out of their way.

import Machine

package struct DrawingPlace {
  package init() {}

  /// CPUs that are measured at the moment.
  private var measured: [Int] = []
  /// CPUs to draw on.
  private var cpus: [Int] = []
  /// All of them are measured.
  private var isCrowded = false
  private var frame = 0

  /// A move costs the CPU some microseconds, a turn of a quarter of a second makes that nothing.
  private static let framesOfTurn = 8

  /// Moves the calling thread away from the CPUs that are measured, and back when none is. Where no
  /// other is left they take turns: no one task pays for all the drawing.
  package mutating func keepOff(_ measured: [Int], _ topology: () -> Topology) {
    if measured != self.measured {
      self.measured = measured
      let allowed = topology().allowedPUs.map(\.osIndex)
      let others = allowed.filter { !measured.contains($0) }
      isCrowded = others.isEmpty
      cpus = others.isEmpty ? allowed : others
      CurrentThread.pin(to: cpus)
    }
    guard isCrowded, cpus.count > 1 else { return }
    frame += 1
    guard frame % Self.framesOfTurn == 0 else { return }
    CurrentThread.pin(to: [cpus[frame / Self.framesOfTurn % cpus.count]])
  }
}
