/// The two clocks that everything is measured by, in nanoseconds.

import CMachine
import Glibc

/// CLOCK_MONOTONIC: the axis of every timeline; the kernel's switch records have the same.
package enum MonotonicClock {
  package static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
  }
}

/// The CPU time of another process, all of its threads together; nil when it is gone.
package enum ProcessCPUClock {
  package static func now(of process: Int32) -> UInt64? {
    var (clock, time) = (clockid_t(), timespec())
    guard clock_getcpuclockid(process, &clock) == 0, clock_gettime(clock, &time) == 0 else {
      return nil
    }
    return UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
  }
}

/// CLOCK_THREAD_CPUTIME_ID of the calling thread; a system call of half a microsecond, so never
/// read inside the work.
package enum ThreadCPUClock {
  package static var now: UInt64 { machine_thread_cpu_time() }
}
