/// A baton that threads pass on when their quantum is over: real threads, real switches, our beat.

import Machine

/// Every thread waits on a word of its own, so that passing wakes one thread and not all.
final class Baton: @unchecked Sendable {
  private let turns: [Signal]
  private let finished: [Signal]

  init(count: Int) {
    turns = (0..<count).map { Signal($0 == 0 ? 1 : 0) }
    finished = (0..<count).map { _ in Signal(0) }
  }

  /// Waits for the thread's turn, at most 50 ms; returns whether it has come.
  func wait(_ thread: Int) -> Bool {
    turns[thread].wait(while: 0)
    return has(thread)
  }

  func has(_ thread: Int) -> Bool { turns[thread].value == 1 }

  /// To the next thread that has something left to do; it may be the same one.
  func pass(from thread: Int) {
    for step in 1...turns.count {
      let next = (thread + step) % turns.count
      if finished[next].value == 0 {
        guard next != thread else { return }
        turns[thread].set(0)
        turns[next].set(1)
        return
      }
    }
  }

  func finish(_ thread: Int) {
    finished[thread].set(1)
    pass(from: thread)
  }
}
