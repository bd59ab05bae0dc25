/// The lock that the tasks of a crew share; no wait for it is without a deadline.

import Glibc
import Synchronization

/// A mutex of the system, a spin lock, or (for a saboteur) nothing at all.
final class CrewLock: @unchecked Sendable {
  private let kind: CrewLockKind
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let owner = Atomic<Int>(-1)

  init(_ kind: CrewLockKind) {
    self.kind = kind
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Takes it if it is free.
  func take(_ thread: Int) -> Bool {
    switch kind {
    case .mutex: pthread_mutex_trylock(mutex) == 0
    case .spin:
      owner.load(ordering: .relaxed) == -1
        && owner.compareExchange(expected: -1, desired: thread, ordering: .acquiring).exchanged
    case .none: true
    }
  }

  /// Waits at most 50 ms; returns whether it was taken.
  func wait(_ thread: Int) -> Bool {
    guard kind == .mutex else { return take(thread) }
    var deadline = timespec()
    clock_gettime(CLOCK_REALTIME, &deadline)
    deadline.tv_nsec += 50_000_000
    if deadline.tv_nsec >= 1_000_000_000 {
      deadline.tv_sec += 1
      deadline.tv_nsec -= 1_000_000_000
    }
    return pthread_mutex_timedlock(mutex, &deadline) == 0
  }

  func give(_ thread: Int) {
    switch kind {
    case .mutex: pthread_mutex_unlock(mutex)
    case .spin: owner.store(-1, ordering: .releasing)
    case .none: break
    }
  }
}
