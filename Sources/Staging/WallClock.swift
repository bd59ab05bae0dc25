/// The time of day, where the audience sits.

import Decks
import Glibc

package enum WallClock {
  /// Hours and minutes: `03:40`.
  static var text: String {
    let parts = now
    let two = { (value: Int32) in value < 10 ? "0\(value)" : "\(value)" }
    return two(parts.tm_hour) + ":" + two(parts.tm_min)
  }

  static var day: CalendarDay {
    let parts = now
    return CalendarDay(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }

  private static var now: tm {
    _ = hasPlainZone
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return parts
  }

  /// The C library reads whatever file `TZ` names, and would wait for the end of a terminal or a pipe.
  private static let hasPlainZone: Bool = {
    guard let zone = getenv("TZ") else { return true }
    let path = String(cString: zone[0] == 0x3A ? zone + 1 : zone)
    var file = stat()
    let isPlain =
      stat(path.hasPrefix("/") ? path : zones + path, &file) != 0
      || [S_IFREG, S_IFDIR].contains(file.st_mode & S_IFMT)
    if !isPlain { unsetenv("TZ") }
    return isPlain
  }()

  private static var zones: String {
    getenv("TZDIR").map { String(cString: $0) + "/" } ?? "/usr/share/zoneinfo/"
  }

  /// Until it says something else.
  static var untilNextMinute: Duration {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return untilNextMinute(seconds: now.tv_sec, nanoseconds: now.tv_nsec)
  }

  package static func untilNextMinute(seconds: Int, nanoseconds: Int) -> Duration {
    .nanoseconds(Int64(60 - seconds % 60) * 1_000_000_000 - Int64(nanoseconds))
  }
}
