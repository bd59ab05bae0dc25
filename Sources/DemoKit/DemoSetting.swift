/// What a demo is told of the world it runs in.

import Machine
import Screen
import Wording

package struct DemoSetting: Sendable {
  package var language: Language
  package var ascii: Bool
  /// Whether the terminal shows colours.
  package var hasColors = true
  /// Nothing spins and nothing unfolds: what is seen changes at once, or stands still.
  package var reducesMotion = false
  /// The machine the demo runs on; a closure, so that nobody reads it before it is needed.
  package var topology: @Sendable () -> Topology
  /// Whether the system lets threads choose their CPUs.
  package var canPin: @Sendable () -> Bool = { CurrentThread.canPin }
  package var recorder: RecorderChoice
  /// Makes the measured thing false on purpose; for tests of the verdicts.
  package var sabotage: Sabotage?
  /// The Python that whoever runs the program has chosen, a path or a name; a deck has no say in it.
  package var python: String?
  /// The colours; asked for with every frame, as the theme may change while a demo runs.
  package var palette: @Sendable () -> DemoPalette = { .standard }

  package init(
    language: Language, ascii: Bool, topology: @escaping @Sendable () -> Topology,
    recorder: RecorderChoice = .best, sabotage: Sabotage? = nil
  ) {
    self.language = language
    self.ascii = ascii
    self.topology = topology
    self.recorder = recorder
    self.sabotage = sabotage
  }
}

/// What fences are checked against, looked up only when one asks.
package struct DemoMachine: Sendable {
  package var canPin: @Sendable () -> Bool
  package var allowedCPUs: @Sendable () -> [Int]

  package init(
    canPin: @escaping @Sendable () -> Bool, allowedCPUs: @escaping @Sendable () -> [Int]
  ) {
    self.canPin = canPin
    self.allowedCPUs = allowedCPUs
  }

  /// The machine we are on.
  package static let own = DemoMachine(
    canPin: { CurrentThread.canPin },
    allowedCPUs: { TopologyReader().read().allowedPUs.map(\.osIndex) })
}

/// Which of the recorders is used: the kernel's switch records where they can be had, or the
/// holes between the workers' own time stamps.
package enum RecorderChoice: String, CaseIterable, Sendable {
  case best, hourglass
}

/// What can be made false, and what must then come out.
package enum Sabotage: String, CaseIterable, Sendable {
  /// Workers sleep instead of computing.
  case sleep
  /// Parallel work is pinned to one hardware thread.
  case onecpu
  /// The picture is fed with invented slices.
  case fake
  /// A foreign process burns the first hardware thread.
  case hog
  /// “No lock” is secretly atomic.
  case atomic
  /// The mutex does nothing.
  case nolock
  /// The mutex is a semaphore that lets two in.
  case sem2
  /// A chain is computed by one thread without handing anything over.
  case nochain
  /// The lock of the mini-interpreter is off.
  case nogil
  /// The triangle is a picture that was pasted, not computed.
  case `static`
  /// The workers, or the loop that looks at them, use up their stacks.
  case endless, endlesslook
  /// The workers, or the loop that looks at them, find an index out of range.
  case trap, traplook

  /// Crashes where it is asked for; otherwise nothing.
  func crash(whileLooking isLooking: Bool) {
    switch self {
    case .endless where !isLooking, .endlesslook where isLooking: _ = Self.deeper(0)
    case .trap where !isLooking, .traplook where isLooking: _ = [Int]()[Self.allCases.count]
    default: break
    }
  }

  /// Memory that is looked at afterwards: no compiler makes a loop of it.
  @inline(never) private static func deeper(_ depth: Int) -> Int {
    guard depth < .max else { return 0 }
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 64) { memory in
      memory[depth % 64] = depth
      return deeper(depth + 1) &+ memory[depth % 64]
    }
  }
}
