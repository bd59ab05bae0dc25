/// A thread of our own: a pthread that takes no signals, can be pinned, and must be joined.

import CMachine
import Glibc

package final class WorkerThread: @unchecked Sendable {
  private let handle: pthread_t
  private var isJoined = false

  private final class Body {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Starts a thread; nil where the system has none left to give.
  package init?(_ body: @escaping @Sendable () -> Void) {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Body(body))
    let failure = Self.withSignalsBlocked {
      pthread_create(
        &thread, nil,
        { pointer in
          guard let pointer else { return nil }
          machine_name_thread("worker")
          // A thread that has used up its stack needs another one to say so.
          let stack = AlternateStack()
          Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().run()
          stack.free()
          return nil
        }, box.toOpaque())
    }
    guard failure == 0 else {
      box.release()
      return nil
    }
    handle = thread
  }

  deinit { join() }

  /// What the system says where it has no thread left.
  package static var shortage: String { String(cString: strerror(EAGAIN)) }

  /// Starts so many threads at once, all or none: where the system has not all of them, those that
  /// were started are told to leave, and have left when nil comes back.
  package static func start(
    _ count: Int, orElse leave: () -> Void, _ body: @escaping @Sendable (Int) -> Void
  ) -> [WorkerThread]? {
    var threads: [WorkerThread] = []
    for index in 0..<count {
      guard let thread = WorkerThread({ body(index) }) else {
        leave()
        for thread in threads { thread.join() }
        return nil
      }
      threads.append(thread)
    }
    return threads
  }

  package func join() {
    guard !isJoined else { return }
    isJoined = true
    pthread_join(handle, nil)
  }

  /// A new thread inherits the mask: signals are the main thread's business.
  private static func withSignalsBlocked(_ body: () -> Int32) -> Int32 {
    var all = sigset_t()
    var old = sigset_t()
    sigfillset(&all)
    // A crash must still be told of by the thread that has it.
    let crashes = [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGSYS]
    for signal in crashes { sigdelset(&all, signal) }
    pthread_sigmask(SIG_SETMASK, &all, &old)
    defer { pthread_sigmask(SIG_SETMASK, &old, nil) }
    return body()
  }
}

/// Where the calling thread handles a crash, its own stack being what may have crashed.
private struct AlternateStack {
  private let memory: UnsafeMutableRawPointer
  private static let bytes = 65_536

  init() {
    memory = .allocate(byteCount: Self.bytes, alignment: 16)
    var stack = stack_t(ss_sp: memory, ss_flags: 0, ss_size: Self.bytes)
    sigaltstack(&stack, nil)
  }

  func free() {
    var none = stack_t(ss_sp: nil, ss_flags: Int32(SS_DISABLE), ss_size: 0)
    sigaltstack(&none, nil)
    memory.deallocate()
  }
}

/// What the calling thread can do with itself.
package enum CurrentThread {
  /// Pins the thread to some CPUs; false where the system refuses.
  @discardableResult
  package static func pin(to cpus: [Int]) -> Bool {
    let numbers = cpus.map { Int32($0) }
    return !numbers.isEmpty && machine_pin(numbers, Int32(numbers.count)) == 0
  }

  /// Whether the system lets threads choose their CPUs: tried once, with those that the thread which
  /// asks first may use anyway.
  package static let canPin: Bool = {
    var allowed = [UInt8](repeating: 0, count: CPUList.limit)
    guard machine_allowed_cpus(&allowed, CInt(allowed.count)) == 0 else { return false }
    return pin(to: allowed.indices.filter { allowed[$0] == 1 })
  }()

  package static var cpu: Int { Int(machine_current_cpu()) }
  package static var id: Int { Int(machine_thread_id()) }
}
