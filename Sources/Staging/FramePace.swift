/// How long to wait for the next frame while things move. Times are the monotonic clock's, in
/// nanoseconds, and given: nothing here looks at a clock.

package struct FramePace {
  /// 30 frames a second; 5 where the link to the terminal is slow.
  private static let quick: UInt64 = 33_333_333
  private static let slow: UInt64 = 200_000_000
  /// A frame that takes so long to be written was held up by the link.
  private static let longestWrite: UInt64 = 50_000_000
  /// So many frames in a row have to go out at once before the link counts as quick again.
  private static let trust = 25

  /// With reduced motion what runs is seen twice a second; it is looked at as often as ever.
  private static let calm: UInt64 = 500_000_000

  private var nextFrame: UInt64 = 0
  private var quickWrites = Self.trust
  private let reducesMotion: Bool
  private var lastShown: UInt64 = 0

  package init(reducesMotion: Bool = false) { self.reducesMotion = reducesMotion }

  /// Whether a frame is to be shown: one that somebody asked for always, others not too often.
  package mutating func isDue(isAsked: Bool, at now: UInt64) -> Bool {
    guard !reducesMotion || isAsked || now >= lastShown + Self.calm else { return false }
    lastShown = now
    return true
  }

  /// Whether frames are held back because the terminal does not keep up.
  package var isSlow: Bool { quickWrites < Self.trust }

  private var frame: UInt64 { isSlow ? Self.slow : Self.quick }

  /// A frame has been written, and it took so many nanoseconds.
  package mutating func wrote(in time: UInt64) {
    quickWrites = time > Self.longestWrite ? 0 : min(Self.trust, quickWrites + 1)
  }

  /// The patience until the next frame is due, keeping the rhythm of the last one.
  package mutating func patience(at now: UInt64) -> Duration {
    // After a pause, or when a frame came late, the rhythm begins anew.
    nextFrame = nextFrame + frame > now ? nextFrame + frame : now + frame
    return .nanoseconds(Int64(nextFrame - now))
  }

  /// An event came first: the frame that was waited for is still due.
  package mutating func wasInterrupted() { nextFrame -= min(nextFrame, frame) }
}
