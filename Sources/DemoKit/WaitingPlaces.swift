/// What the tasks of a crew wait for: a server, a disk, memory. Only what a plan asks for is there.

import Machine

final class WaitingPlaces: @unchecked Sendable {
  private let server: DelayServer?
  private let connections: [Int32]
  private let readers: [DirectReader]
  private let chases: [PointerChase]

  init(_ plan: CrewPlan, until isCancelled: () -> Bool) {
    let needs = { (wanted: (CrewStep) -> Bool) in plan.steps.contains(where: wanted) }
    let threads = plan.members.indices
    server =
      needs { if case .ask = $0 { true } else { false } } ? DelayServer(on: plan.elsewhere) : nil
    connections = server.map { server in threads.map { _ in server.connect() } } ?? []
    let reads = needs { if case .read = $0 { true } else { false } }
    let file = reads ? DirectFile.make(until: isCancelled) : nil
    readers = threads.compactMap { DirectReader(file, seed: $0) }
    let asksNobody = !needs { if case .ask = $0 { true } else { false } }
    isComplete =
      (asksNobody || connections.count == plan.members.count && !connections.contains { $0 < 0 })
      && (!reads || readers.count == plan.members.count)
    let chased = needs { if case .chase = $0 { true } else { false } }
    let memory = chased ? ChaseMemory() : nil
    chases = memory.map { memory in threads.map { PointerChase(memory, seed: $0) } } ?? []
  }

  /// Everything that the plan asks for could be had.
  let isComplete: Bool

  /// Nothing is waited for any more: the server goes, and every connection with it.
  func close() { server?.stop() }

  /// Waits for the answer of the server, or until somebody has had enough.
  func ask(_ thread: Int, _ delay: UInt64, until isCancelled: () -> Bool) {
    guard connections.indices.contains(thread) else { return }
    DelayServer.ask(connections[thread], delay, until: isCancelled)
  }

  func read(_ thread: Int) {
    if readers.indices.contains(thread) { readers[thread].read() }
  }

  func chase(_ thread: Int, _ loads: Int) {
    if chases.indices.contains(thread) { chases[thread].run(loads: loads) }
  }
}
