/// A thread of its own for a suite that waits a lot: the few threads that all tests share stay with
/// those that work, and the suite does not stand in their queue before each of its tests.

// A static build has no such module, and no tests.
#if canImport(Testing)
  import Glibc
  import Testing

  package struct OwnThread: SuiteTrait, TestScoping {
    package func provideScope(
      for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
      try await withTaskExecutorPreference(TestThread()) { try await function() }
    }
  }

  extension Trait where Self == OwnThread {
    /// What runs in the suite runs on a thread that nothing else runs on.
    package static var ownThread: Self { OwnThread() }
  }

  /// Does one job after the other until nobody can give it any more.
  private final class TestThread: TaskExecutor {
    private let queue: Queue

    init() {
      let queue = Queue()
      self.queue = queue
      var thread = pthread_t()
      let start = Unmanaged.passRetained(queue).toOpaque()
      let result = pthread_create(&thread, nil, Queue.work, start)
      precondition(result == 0, String(cString: strerror(result)))
      pthread_detach(thread)
    }

    deinit { queue.add(nil) }

    func enqueue(_ job: consuming ExecutorJob) {
      queue.add((UnownedJob(job), asUnownedTaskExecutor()))
    }
  }

  /// Jobs in the order in which they came; nil is the last.
  private final class Queue: @unchecked Sendable {
    typealias Entry = (job: UnownedJob, executor: UnownedTaskExecutor)

    // Guarded by the mutex.
    private var entries: [Entry?] = []
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let isThere = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
      pthread_mutex_init(mutex, nil)
      pthread_cond_init(isThere, nil)
    }

    deinit {
      pthread_cond_destroy(isThere)
      pthread_mutex_destroy(mutex)
      isThere.deallocate()
      mutex.deallocate()
    }

    func add(_ entry: Entry?) {
      pthread_mutex_lock(mutex)
      entries.append(entry)
      pthread_mutex_unlock(mutex)
      pthread_cond_signal(isThere)
    }

    private func next() -> Entry? {
      pthread_mutex_lock(mutex)
      defer { pthread_mutex_unlock(mutex) }
      while entries.isEmpty { pthread_cond_wait(isThere, mutex) }
      return entries.removeFirst()
    }

    static let work: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
      queue in
      guard let queue else { return nil }
      let jobs = Unmanaged<Queue>.fromOpaque(queue).takeRetainedValue()
      while let (job, executor) = jobs.next() { job.runSynchronously(on: executor) }
      return nil
    }
  }
#endif
