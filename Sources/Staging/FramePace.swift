/// How long to wait for something to happen: a frame while things move, else the turn of the minute.

import Glibc
import Machine

struct FramePace {
  /// 30 frames a second.
  private static let frame: UInt64 = 33_333_333
  private var nextFrame: UInt64 = 0

  /// The patience until the next frame is due, keeping the rhythm of the last one.
  mutating func patience(isMoving: Bool) -> Duration {
    guard isMoving else {
      nextFrame = 0
      return WallClock.untilNextMinute
    }
    let now = MonotonicClock.now
    // After a pause, or when a frame came late, the rhythm begins anew.
    nextFrame = nextFrame + Self.frame > now ? nextFrame + Self.frame : now + Self.frame
    return .nanoseconds(Int64(nextFrame - now))
  }

  /// An event came first: the frame that was waited for is still due.
  mutating func wasInterrupted() { nextFrame -= min(nextFrame, Self.frame) }
}

/// The time of day.
enum WallClock {
  /// Hours and minutes: `03:40`.
  static var text: String {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    let two = { (value: Int32) in value < 10 ? "0\(value)" : "\(value)" }
    return two(parts.tm_hour) + ":" + two(parts.tm_min)
  }

  static var untilNextMinute: Duration {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return .nanoseconds(Int64(60 - now.tv_sec % 60) * 1_000_000_000 - Int64(now.tv_nsec))
  }
}
