/// How fast one key may lead through the deck: a clicker that sticks must not.

import Screen

/// A key is held when it comes faster than a hand presses it: five times within 190 ms. Keyboards
/// repeat twenty-five to thirty times a second. Then it steps six times a second at most, which with
/// the four steps before makes ten in any second; what is too much is dropped, not kept: when the key
/// is let go nothing follows. Presses all count, however quick, and so do some that a slow line
/// delivers together. Another key begins anew.
struct StepLimit: Equatable, Sendable {
  private var key: Key?
  /// When the key came last, the oldest first.
  private var presses: [Duration] = []
  private var stepped = Duration.zero

  private static let most = 4
  private static let span = Duration.milliseconds(190)
  private static let gap = Duration.milliseconds(167)

  /// Whether the key may step once more, at a time that only grows.
  mutating func allows(_ pressed: Key, at now: Duration) -> Bool {
    if key != pressed { (key, presses) = (pressed, []) }
    let isHeld = presses.count == Self.most && now - presses[0] < Self.span
    if presses.count == Self.most { presses.removeFirst() }
    presses.append(now)
    guard !isHeld || now - stepped >= Self.gap else { return false }
    stepped = now
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
