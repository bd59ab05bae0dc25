/// Where the drawing thread may run while others are measured, asked of the kernel.

import Machine
import Staging
import Testing

@Suite struct `The drawing thread` {
  /// The CPUs a thread may run on, before and after what is done to it.
  private func allowed(after steps: [[Int]]) -> (before: [Int], after: [[Int]]) {
    let found = Lock<(before: [Int], after: [[Int]])>(([], []))
    let worker = WorkerThread {
      var place = DrawingPlace()
      let machine = TopologyReader().read()
      found.withLock { $0.before = machine.allowedPUs.map(\.osIndex) }
      for measured in steps {
        place.keepOff(measured) { machine }
        let now = TopologyReader().read().allowedPUs.map(\.osIndex)
        found.withLock { $0.after.append(now) }
      }
    }
    worker?.join()
    return found.withLock { $0 }
  }

  @Test func `keeps off what is measured where there is something else, and comes back`() {
    let all = TopologyReader().read().allowedPUs.map(\.osIndex)
    guard let first = all.first, all.count > 1 else { return }
    let places = allowed(after: [[first], []])
    #expect(places.after == [Array(all.dropFirst()), all])
  }

  @Test func `where all are measured every one has its turn, and all are given back`() {
    let all = TopologyReader().read().allowedPUs.map(\.osIndex)
    guard all.count > 1 else { return }
    let turns = allowed(after: Array(repeating: all, count: 8 * all.count + 8) + [[]])
    let seen = Set(turns.after.dropLast().filter { $0.count == 1 }.map { $0[0] })
    #expect(seen == Set(all))
    #expect(turns.after.last == turns.before)
  }
}
