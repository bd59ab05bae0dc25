/// A ring between one thread that records and one that looks: no lock, no allocation, losses counted.

import Synchronization

/// Something that happened to a worker, with CLOCK_MONOTONIC times in nanoseconds.
package struct RecordedEvent: Equatable, Sendable {
  package enum Kind: UInt8, Sendable {
    /// The worker was there and recording (`start`, on `cpu`); it is about to go.
    case opened, closed
    /// A task began (`start`) or ended (`start`); `task` is its index.
    case began, ended
    /// The worker's own stamps say that it was on a CPU from `start` to `end`.
    case slice
    /// The kernel says that the thread got a CPU, gave it up, or lost it.
    case switchedIn, switchedOut, preempted
    /// The kernel's ring overflowed.
    case lost
    /// The worker waited from `start` to `end` because it had nothing to do.
    case waited
    /// From here on (`start`) the worker waits for something, `task` being the reason's number; from
    /// there on no longer.
    case blocked, unblocked
    /// The worker took a lock (`start`), and gave it back.
    case locked, unlocked
  }

  package var start: UInt64
  package var end: UInt64
  package var kind: Kind
  package var cpu: Int16
  package var task: UInt16

  package init(_ kind: Kind, at start: UInt64, to end: UInt64 = 0, cpu: Int = -1, task: Int = 0) {
    self.kind = kind
    self.start = start
    self.end = end
    self.cpu = Int16(truncatingIfNeeded: cpu)
    self.task = UInt16(truncatingIfNeeded: task)
  }
}

/// What a worker waits for.
package enum WaitReason: Int, Sendable {
  /// Of a server or a disk.
  case answer
  /// Somebody else has the lock.
  case lock
}

/// One producer, one consumer.
package final class EventRing: @unchecked Sendable {
  private let events: UnsafeMutablePointer<RecordedEvent>
  private let capacity: Int
  private let head = Atomic<Int>(0)
  private let tail = Atomic<Int>(0)
  private let lost = Atomic<Int>(0)

  /// The capacity is rounded up to a power of two.
  package init(capacity: Int) {
    var power = 1
    while power < capacity { power *= 2 }
    self.capacity = power
    events = .allocate(capacity: power)
    events.initialize(repeating: RecordedEvent(.lost, at: 0), count: power)
  }

  deinit { events.deallocate() }

  /// Events that found no place.
  package var dropped: Int { lost.load(ordering: .relaxed) }

  /// The producer's side.
  package func push(_ event: RecordedEvent) {
    let position = head.load(ordering: .relaxed)
    guard position &- tail.load(ordering: .acquiring) < capacity else {
      lost.wrappingAdd(1, ordering: .relaxed)
      return
    }
    events[position & (capacity - 1)] = event
    head.store(position &+ 1, ordering: .releasing)
  }

  /// The consumer's side: takes everything that is there.
  package func drain(into list: inout [RecordedEvent]) {
    let end = head.load(ordering: .acquiring)
    var position = tail.load(ordering: .relaxed)
    while position < end {
      list.append(events[position & (capacity - 1)])
      position &+= 1
    }
    tail.store(position, ordering: .releasing)
  }
}
