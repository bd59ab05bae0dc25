/// How fast one key may lead through the deck: a clicker that sticks must not.

import Screen

/// A key may step three times at once and seven times a second after that, so at most ten times in
/// any second. Nobody taps one key faster for long, and two or three quick presses, or those a slow
/// line delivers together, all count; a keyboard repeats thirty times a second. What is too much is
/// dropped, not kept: when the key is let go nothing follows. Another key begins anew.
struct StepLimit: Equatable, Sendable {
  private var key: Key?
  private var left = Self.most
  /// When the last of what is missing was filled up.
  private var since = Duration.zero

  private static let most = 3
  private static let gap = Duration.milliseconds(143)

  /// Whether the key may step once more, at a time that only grows.
  mutating func allows(_ pressed: Key, at now: Duration) -> Bool {
    if key != pressed { (key, left) = (pressed, Self.most) }
    while left < Self.most, now - since >= Self.gap {
      left += 1
      since += Self.gap
    }
    guard left > 0 else { return false }
    if left == Self.most { since = now }
    left -= 1
    return true
  }
}

extension PresenterCommand {
  /// It leads on or back by a step, a slide or some.
  var isStep: Bool {
    switch self {
    case .next, .previous, .nextSlide, .previousSlide, .tenOn, .tenBack: true
    default: false
    }
  }
}
