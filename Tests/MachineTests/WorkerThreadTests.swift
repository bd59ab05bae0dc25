/// Threads of our own: what they may do, and what they are prepared for.

import Glibc
import Synchronization
import Testing

@testable import Machine

@Suite struct WorkerThreadTests {
  @Test func `every thread has a stack to crash on besides its own`() throws {
    let found = Found()
    let thread = try #require(
      WorkerThread {
        var stack = stack_t()
        sigaltstack(nil, &stack)
        let isUsable = Int(stack.ss_flags) & Int(SS_DISABLE) == 0
        found.number.store(isUsable ? Int(stack.ss_size) : 0, ordering: .relaxed)
      })
    thread.join()
    #expect(found.number.load(ordering: .relaxed) >= 16_384)
  }

  @Test func `a thread goes where it is pinned`() throws {
    let last = try #require(TopologyReader().read().allowedPUs.last?.osIndex)
    let found = Found()
    let thread = try #require(
      WorkerThread {
        if CurrentThread.pin(to: [last]) {
          found.number.store(CurrentThread.cpu, ordering: .relaxed)
        }
      })
    thread.join()
    #expect(!CurrentThread.canPin || found.number.load(ordering: .relaxed) == last)
  }
}

/// A number that a thread leaves behind.
private final class Found: Sendable {
  let number = Atomic<Int>(-1)
}
