/// The ladder of waits: how long each kind takes here, and what two on one hardware thread gain.

import DemoKit
import Machine

/// What one can wait for, the shortest first.
package enum WaitKind: String, CaseIterable, Sendable { case cache, memory, disk, loopback, server }

package struct LadderPlan: Equatable, Sendable {
  /// The CPU on which everything is measured; nil where pinning is refused.
  var cpu: Int?
  /// Where the server is at home.
  var elsewhere: [Int]
  /// The other hardware thread of the CPU's core, if there is one.
  var sibling: Int?
}

package struct LadderRow: Equatable, Sendable {
  /// Seconds of one wait; nil where there is no such thing here.
  package var latency: Double?
  /// Twice as much by two threads on one CPU: how many times faster than by one.
  package var gain: Double?
  /// The same by the two hardware threads of one core.
  package var siblingGain: Double?
  /// Of the time of both threads, what others had of their CPU.
  package var foreign = 0.0
  /// CPU time of the same by two against one, less 1: how differently fast the machine was.
  package var drift = 0.0

  package init(latency: Double? = nil, gain: Double? = nil, siblingGain: Double? = nil) {
    self.latency = latency
    self.gain = gain
    self.siblingGain = siblingGain
  }
}

package struct LadderReport: Equatable, Sendable {
  package var rows: [WaitKind: LadderRow] = [:]
  /// Requests go over socket pairs: there is no network.
  package var hasNoNetwork = false

  package init() {}
}

/// Measures rung by rung; about a second in all.
struct WaitLadder {
  let plan: LadderPlan
  let signals: RunSignals

  static func measure(
    _ plan: LadderPlan, _ signals: RunSignals, _ tell: ((inout LadderReport) -> Void) -> Void
  ) -> String? {
    let ladder = WaitLadder(plan: plan, signals: signals)
    if let cpu = plan.cpu { CurrentThread.pin(to: [cpu]) }
    let rungs: [(WaitKind, () -> LadderRow)] = [
      (.cache, ladder.cache), (.memory, ladder.memory), (.disk, ladder.disk),
    ]
    for (kind, rung) in rungs where !signals.isCancelled {
      let row = rung()
      tell { $0.rows[kind] = row }
    }
    guard !signals.isCancelled, let server = DelayServer(on: plan.elsewhere) else { return nil }
    defer { server.stop() }
    tell { $0.hasNoNetwork = server.medium == .socketPair }
    for (kind, delay, count) in [(WaitKind.loopback, 0.0, 400), (.server, 0.1, 1)]
    where !signals.isCancelled {
      let row = ladder.requests(to: server, after: delay, count: count)
      tell { $0.rows[kind] = row }
    }
    return nil
  }

  // MARK: Rungs

  private func cache() -> LadderRow {
    guard let memory = ChaseMemory(bytes: ChaseMemory.fewBytes) else { return LadderRow() }
    let chase = PointerChase(memory, seed: 0)
    chase.run(loads: 100_000)
    let loads = 4_000_000
    let start = ThreadCPUClock.now
    chase.run(loads: loads)
    return LadderRow(latency: Double(ThreadCPUClock.now - start) / 1e9 / Double(loads))
  }

  private func memory() -> LadderRow {
    let loads = 500_000
    guard let memory = ChaseMemory(until: { signals.isCancelled }) else { return LadderRow() }
    let work = { @Sendable [signals] (thread: Int) in
      let chase = PointerChase(memory, seed: thread)
      var left = loads
      while left > 0, !signals.isCancelled {
        chase.run(loads: 2000)
        left -= 2000
      }
    }
    // Untouched, the memory's pages would be a part of the first walk.
    PointerChase(memory, seed: 5).run(loads: 20_000)
    return row(count: loads, work, isBusy: true)
  }

  private func disk() -> LadderRow {
    let file = DirectFile.make { signals.isCancelled }
    guard let reader = DirectReader(file, seed: 7) else { return LadderRow() }
    // As many as take a tenth of a second, be it a disk that turns.
    var reads = 0
    let end = MonotonicClock.now + 100_000_000
    while reads < 600, MonotonicClock.now < end, !signals.isCancelled {
      reader.read()
      reads += 1
    }
    let count = max(1, reads)
    return row(count: count) { [signals] thread in
      guard let reader = DirectReader(file, seed: thread) else { return }
      var left = count
      while left > 0, !signals.isCancelled {
        reader.read()
        left -= 1
      }
    }
  }

  private func requests(to server: DelayServer, after delay: Double, count: Int) -> LadderRow {
    let connections = [server.connect(), server.connect()]
    guard connections.allSatisfy({ $0 >= 0 }) else { return LadderRow() }
    return row(count: count) { [signals] thread in
      var left = count
      while left > 0, !signals.isCancelled {
        DelayServer.ask(connections[thread], UInt64(delay * 1e9)) { signals.isCancelled }
        left -= 1
      }
    }
  }

  /// One thread does it, then two; those who never wait are measured by their CPU time.
  private func row(
    count: Int, _ work: @escaping @Sendable (Int) -> Void, isBusy: Bool = false
  ) -> LadderRow {
    let here = plan.cpu.map { [$0] } ?? []
    guard var one = Pair.time([here], work), let two = Pair.time([here, here], work) else {
      return LadderRow()
    }
    // Whatever disturbs a walk makes it slower: of two, before and after, the quicker counts.
    if isBusy, let again = Pair.time([here], work), again.wall < one.wall { one = again }
    var row = LadderRow()
    row.latency = (isBusy ? one.cpu : one.wall) / Double(count)
    row.gain = two.wall > 0 ? 2 * one.wall / two.wall : nil
    if isBusy {
      let wall = one.wall + two.wall
      row.foreign = wall > 0 ? max(0, 1 - (one.cpu + two.cpu) / wall) : 0
      row.drift = one.cpu > 0 ? two.cpu / one.cpu / 2 - 1 : 0
      if let sibling = plan.sibling {
        let beside = Pair.time([here, [sibling]], work)
        row.siblingGain = beside.flatMap { $0.wall > 0 ? 2 * one.wall / $0.wall : nil }
      }
    }
    return row
  }
}

/// Threads that begin together, timed from the beginning to the last one's end; nil where the system
/// has not all of them.
private enum Pair {
  static func time(
    _ cpus: [[Int]], _ work: @escaping @Sendable (Int) -> Void
  ) -> (wall: Double, cpu: Double)? {
    let go = Signal(0)
    let used = Lock(UInt64(0))
    let threads = WorkerThread.start(cpus.count, orElse: { go.set(2) }) { index in
      CurrentThread.pin(to: cpus[index])
      while go.value == 0 { go.wait(while: 0) }
      guard go.value == 1 else { return }
      let start = ThreadCPUClock.now
      work(index)
      let time = ThreadCPUClock.now - start
      used.withLock { $0 += time }
    }
    guard let threads else { return nil }
    let start = MonotonicClock.now
    go.set(1)
    for thread in threads { thread.join() }
    return (Double(MonotonicClock.now - start) / 1e9, Double(used.withLock { $0 }) / 1e9)
  }
}
