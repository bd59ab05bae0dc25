/// A demo without a screen: started, looked at as often as on stage, until it has come to something.

import DemoKit
import Glibc
import Machine
import Screen

package struct HeadlessRun {
  private let live: any LiveDemo
  /// No demo takes as long, whatever its parameters.
  private static let limit: UInt64 = 400_000_000_000

  package init(_ live: any LiveDemo) { self.live = live }

  /// Nil where it comes to nothing: the demo's face says why, if it knows.
  package func outcome() -> DemoOutcome? {
    let start = MonotonicClock.now
    live.press(.character(" "))
    while MonotonicClock.now - start < Self.limit {
      live.tick(at: .nanoseconds(Int64(MonotonicClock.now - start)))
      if let outcome = live.outcome { return outcome }
      if live.face.failure != nil { return nil }
      poll(nil, 0, 33)
    }
    return nil
  }
}
