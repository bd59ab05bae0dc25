/// The ways in which threads can add one to a counter that they share.

import Glibc
import Machine
import Synchronization
import Wording

package enum CountWay: String, CaseIterable, Sendable {
  case none, sem2, sem1, mutex, spin, atomic, shard

  var name: Phrase {
    switch self {
    case .none: Phrase("no synchronisation", "без синхронизации")
    case .sem2: Phrase("semaphore of 2", "семафор на двоих")
    case .sem1: Phrase("semaphore of 1", "семафор на одного")
    case .mutex: Phrase("mutex", "мьютекс")
    case .spin: Phrase("spin lock", "спин-лок")
    case .atomic: Phrase("atomic addition", "атомик")
    case .shard: Phrase("own copy", "своя копия")
    }
  }

  /// Nothing may be lost.
  var isSafe: Bool { self != .none && self != .sem2 }
}

/// What a thread does between reading and writing.
package enum CountPause: String, CaseIterable, Sendable { case off, yield, microsecond }

/// The counter and everything that can guard it; one for each heat.
///
/// Every access is an atomic one of its own, so that nothing here is undefined: an unguarded addition
/// is a relaxed load and a relaxed store, which lose exactly what a plain `x += 1` loses. Guards are
/// held for nanoseconds and never across a wait, so that taking them needs no deadline.
final class SharedCounter: @unchecked Sendable {

  private let way: CountWay
  private let pause: CountPause
  private let counter: UnsafeMutablePointer<Atomic<UInt64>>
  private let shards: UnsafeMutablePointer<Atomic<UInt64>>
  private let threads: Int
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let semaphore: UnsafeMutablePointer<sem_t>
  private let spin = Atomic<Bool>(false)
  private static let stride = 16

  init(_ way: CountWay, pause: CountPause, threads: Int) {
    self.way = way
    self.pause = pause
    self.threads = threads
    counter = Self.words(1)
    shards = Self.words(threads)
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
    semaphore = .allocate(capacity: 1)
    semaphore.initialize(to: sem_t())
    sem_init(semaphore, 0, way == .sem2 ? 2 : 1)
  }

  private static func words(_ count: Int) -> UnsafeMutablePointer<Atomic<UInt64>> {
    let words = UnsafeMutablePointer<Atomic<UInt64>>.allocate(capacity: (count + 1) * stride)
    for place in 0..<(count + 1) * stride { (words + place).initialize(to: Atomic(0)) }
    return words
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
    sem_destroy(semaphore)
    semaphore.deallocate()
    counter.deallocate()
    shards.deallocate()
  }

  /// What is in the counter, copies added up.
  var value: UInt64 {
    (0..<threads).reduce(counter.pointee.load(ordering: .relaxed)) {
      $0 &+ shards[$1 * Self.stride].load(ordering: .relaxed)
    }
  }

  /// Adds one so many times.
  func add(_ times: Int, thread: Int) {
    switch way {
    case .none: for _ in 0..<times { bare() }
    case .atomic: for _ in 0..<times { counter.pointee.wrappingAdd(1, ordering: .relaxed) }
    case .shard:
      let own = shards + thread * Self.stride
      for _ in 0..<times {
        own.pointee.store(own.pointee.load(ordering: .relaxed) &+ 1, ordering: .relaxed)
      }
    case .mutex:
      for _ in 0..<times {
        pthread_mutex_lock(mutex)
        bare()
        pthread_mutex_unlock(mutex)
      }
    case .sem1, .sem2:
      for _ in 0..<times {
        while sem_wait(semaphore) != 0 {}
        bare()
        sem_post(semaphore)
      }
    case .spin:
      for _ in 0..<times {
        while spin.exchange(true, ordering: .acquiring) {
          while spin.load(ordering: .relaxed) {}
        }
        bare()
        spin.store(false, ordering: .releasing)
      }
    }
  }

  /// The three steps of `x += 1`: read, add, write.
  @inline(__always)
  private func bare() {
    let value = counter.pointee.load(ordering: .relaxed)
    if pause != .off { wait() }
    counter.pointee.store(value &+ 1, ordering: .relaxed)
  }

  private func wait() {
    if pause == .yield {
      sched_yield()
    } else {
      let end = MonotonicClock.now + 1000
      while MonotonicClock.now < end {}
    }
  }

  /// One unguarded addition with the moments of its reading and its writing.
  func logged() -> CountOperation {
    let read = MonotonicClock.now
    let value = counter.pointee.load(ordering: .relaxed)
    if pause != .off { wait() }
    counter.pointee.store(value &+ 1, ordering: .relaxed)
    return CountOperation(value: value, read: read, written: MonotonicClock.now)
  }
}
