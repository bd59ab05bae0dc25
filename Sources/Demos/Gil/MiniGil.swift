/// The global lock of the mini-interpreter, which is handed over as CPython's is.

import Glibc
import Machine
import Synchronization

/// Who waits sleeps for the switch interval; if nobody else got the lock meanwhile, he asks its owner
/// to drop it. The owner looks at every jump back, drops it, and waits until another has it, so that
/// he does not take it again himself (CPython's ceval_gil.c: `take_gil`, `drop_gil`,
/// FORCE_SWITCHING). Nobody waits for more than the interval without looking whether the run is over.
final class MiniGil: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let released: UnsafeMutablePointer<pthread_cond_t>
  private let switched: UnsafeMutablePointer<pthread_cond_t>
  private let interval: UInt64
  private let isOver: @Sendable () -> Bool
  private let isDropWanted = Atomic<Bool>(false)
  // Behind the mutex.
  private var isHeld = false
  private var takings = 0

  private static let longestWait: UInt64 = 50_000_000

  init(interval: Double, until isOver: @escaping @Sendable () -> Bool) {
    self.interval = UInt64(interval * 1e9)
    self.isOver = isOver
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
    (released, switched) = (Self.condition(), Self.condition())
  }

  private static func condition() -> UnsafeMutablePointer<pthread_cond_t> {
    let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    condition.initialize(to: pthread_cond_t())
    var attributes = pthread_condattr_t()
    pthread_condattr_init(&attributes)
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    pthread_cond_init(condition, &attributes)
    pthread_condattr_destroy(&attributes)
    return condition
  }

  deinit {
    for condition in [released, switched] {
      pthread_cond_destroy(condition)
      condition.deallocate()
    }
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Whether the owner is asked to let others run; looked at without the mutex.
  @inline(__always)
  var isAskedToDrop: Bool { isDropWanted.load(ordering: .relaxed) }

  /// Waits for the lock; without it where the run is over.
  func take() {
    pthread_mutex_lock(mutex)
    while isHeld, !isOver() {
      let before = takings
      let hasTimedOut = !wait(for: released, min(interval, Self.longestWait))
      if hasTimedOut, isHeld, takings == before {
        isDropWanted.store(true, ordering: .relaxed)
      }
    }
    isHeld = true
    takings += 1
    isDropWanted.store(false, ordering: .relaxed)
    pthread_cond_signal(switched)
    pthread_mutex_unlock(mutex)
  }

  /// Gives the lock back; to somebody who has asked for it, it is handed over.
  func drop() {
    pthread_mutex_lock(mutex)
    isHeld = false
    let own = takings
    pthread_cond_signal(released)
    while isDropWanted.load(ordering: .relaxed), takings == own, !isOver() {
      _ = wait(for: switched, Self.longestWait)
    }
    pthread_mutex_unlock(mutex)
  }

  /// False when the time is over.
  private func wait(for condition: UnsafeMutablePointer<pthread_cond_t>, _ time: UInt64) -> Bool {
    let end = MonotonicClock.now + time
    var deadline = timespec(
      tv_sec: Int(end / 1_000_000_000), tv_nsec: Int(end % 1_000_000_000))
    return pthread_cond_timedwait(condition, mutex, &deadline) == 0
  }
}
