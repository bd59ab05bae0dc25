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
          Unmanaged<Body>.fromOpaque(pointer).takeRetainedValue().run()
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
    for signal in [SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP] { sigdelset(&all, signal) }
    pthread_sigmask(SIG_SETMASK, &all, &old)
    defer { pthread_sigmask(SIG_SETMASK, &old, nil) }
    return body()
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

  package static var cpu: Int { Int(machine_current_cpu()) }
  package static var id: Int { Int(machine_thread_id()) }
}
