/// What is to be done with the triangle, and by whom.

import DemoKit
import Machine

package struct TrianglePlan: Equatable, Sendable {
  package enum Work: Equatable, Sendable {
    /// Every layer, then what more threads bring.
    case all
    /// One of them, to be looked at.
    case layer(Int)
    /// A layer computed anew for every frame, a little further turned, until somebody stops it.
    case spin(Int)
    case race([Runner])
  }

  package var work: Work
  package var size: Int
  package var layers: LayerList
  package var threads: Int
  /// Where the threads are pinned, different cores first; empty where they cannot be.
  package var places: [Int]
  /// Hardware threads that may be used.
  package var cpus: [Int]
  package var python = PythonSearch()
  package var sabotage: Sabotage?
}
